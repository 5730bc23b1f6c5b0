/**
 * A share whose whole is told behind it: 税收18亿元，占一般公共预算收入的72%，一般公共预算收入完成25亿元 · 35岁以下12人，占20%，总数60人 ·
 * 完成投资386亿元，占年度计划的102.5%（年度计划380亿元）.
 */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { adds } from './parts.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { SHARE_IS, shareOf } from './shapes.ts';

const TAKES = new RegExp(
  String.raw`^[^，。；、\d]{0,4}[、，,（(](?:占比|占|完成|为)(?<name>[\u4e00-\u9fffA-Z]{0,12}?)的?${SHARE_IS}`,
);
const WHOLE = new RegExp(
  [
    '^(?:[）)]?[，,；]|[（(])(?:(?:全[市县区省镇乡]|我[市县区省])的?)?',
    '(?<name>[\\u4e00-\\u9fffA-Z]{2,14}?)(?:共|为|完成|实现|达到?|是)*$',
  ].join(''),
);
const TAKES_BEGINS = new Characters('占成为');
/** What may be more than done. */
const PLANNED = /(?:计划|任务|目标|预算)(?:数|额)?$/;
const TAKES_REACH = 6;
/** 总数, 总人数: of what the share was taken from, without its name. */
const IN_ALL = /^总[人户件个]?[数量额]$/;
/** The name of a whole ends with what it is counted as: GDP|总量. */
const COUNTED_AS = /(?:总[数量额计]?)$/;

/** The part is figure `i`, the share and the whole the two behind it. */
export function readLaterWhole(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [part, r, whole] = figures.slice(i, i + 3);
  if (!whole || r!.kind !== 'percent' || whole.dimension !== part!.dimension) return;
  if (!TAKES_BEGINS.isIn(text, part!.end, part!.end + TAKES_REACH) || !adds(part!) || !adds(whole)) return;
  if (!isPlain(r!) || part!.value <= 0) return;
  const name = TAKES.exec(between(text, part!, r!))?.groups?.name;
  const called = name === undefined ? undefined : WHOLE.exec(between(text, r!, whole))?.groups?.name;
  if (name === undefined || called === undefined || /增|减|比上|同比|其中/.test(lead(text, whole))) return;
  if (whole.value <= part!.value && !PLANNED.test(name)) return;
  const short = called.replace(COUNTED_AS, '');
  if (
    IN_ALL.test(called)
      ? !IN_ALL.test(name) && name !== ''
      : name === '' || short !== name.replace(COUNTED_AS, '')
  )
    return;
  const relation = shareOf({ part: part!, whole, share: r! });
  if (relation) found.push(relation);
}
