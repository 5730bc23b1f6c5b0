/**
 * How far works have come: 计划实施18个，已开工16个，已完工7个，在建9个，未开工2个. What is finished and what is being built was begun; what was begun and what was not are all there is.
 */
import { isClaimed, type Relation } from './relation.ts';
import { onlyNamed, type Sentence } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds } from './sums.ts';

const IS = '(?:的|项目|有|的?项目有|共)?$';
const BEGUN = new RegExp(`(?<!未|尚未|新)(?:累计)?(?:已)?开工(?:建设)?${IS}`);
const FINISHED = new RegExp(`(?<!未|计划)(?:已)?(?:完工|竣工|建成)${IS}`);
const BUILDING = new RegExp(`(?:正在建设|在建)${IS}`);
const NOT_BEGUN = new RegExp(`(?:未|尚未)(?:开工|动工)${IS}`);
const ALL = /(?:计划|安排|共有|共|实施|重点)[^，。；、\d]{0,10}$/;

export function readUnderConstruction(text: string, { figures }: Sentence, found: Relation[]): void {
  const [first] = figures;
  const alike = figures.filter((q) => q.unit === first!.unit && adds(q) && q.approximation === 'exact');
  if (alike.length < 3) return;
  const begun = onlyNamed(text, alike, BEGUN);
  if (!begun) return;
  const [finished, building, not, all] = [FINISHED, BUILDING, NOT_BEGUN, ALL].map((name) =>
    onlyNamed(text, alike, name),
  );
  if (
    finished &&
    building &&
    finished !== begun &&
    finished.value <= begun.value &&
    !isClaimed(found, building, 'sum')
  )
    found.push({ ...restOf(begun, finished, building), doubtful: true });
  if (
    all &&
    not &&
    all !== begun &&
    all.start < begun.start &&
    begun.value <= all.value &&
    !isClaimed(found, not, 'sum')
  )
    found.push({ ...restOf(all, begun, not), doubtful: true });
}
