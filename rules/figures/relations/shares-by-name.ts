/**
 * A share that is called by its part, of a whole whose parts are all told: 收入86.4亿元，其中税收收入58.6亿元，非税收入27.8亿元，税收占比67.8%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { shareOf } from './shapes.ts';

/** |税收|占比, |非税收入|所占比重为 */
const SHARE = /^(?:其中)?(?<name>[\u4e00-\u9fff]{2,8}?)(?:所占|占)?(?:占比|比重|比例)(?:为|达到?|是)?$/;
const ENDS = new Characters('比重例为达到是');
const OTHER = /比上|较|同比|提高|下降|上升|目标/;
const REACH = 200;

/** 其中|税收|收入; not 非税收入. */
const isCalled = (label: string, name: string) => label.replace(/^其中[：:]?/, '').startsWith(name);

export function readSharesByName(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (const r of figures) {
    if (r.kind !== 'percent' || !isPlain(r) || !ENDS.at(text, r.start - 1) || isClaimed(found, r)) continue;
    const said = lead(text, r);
    const name = OTHER.test(said) ? undefined : SHARE.exec(said)?.groups?.name;
    if (name === undefined) continue;
    const from = boundBefore(text, r.start, FULL_STOP, REACH);
    const wholes = found.filter(({ rule, holds, claimed, members }) => {
      const near = claimed.end < r.start && members.some((q) => q.start >= from && q.end < r.start);
      return rule === 'sum' && holds && near;
    });
    const pairs = wholes.flatMap(({ claimed: whole, members }) =>
      members.filter((part) => isCalled(lead(text, part), name)).map((part) => ({ part, whole })),
    );
    const [pair, more] = pairs;
    if (!pair || more || pair.part.value > pair.whole.value) continue;
    const relation = shareOf({ ...pair, share: r });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}
