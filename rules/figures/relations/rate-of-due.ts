/**
 * A rate of what was due, told in the sentence before: 全市应参保人员503人。目前已参保417人，参保率82.8%. What is done, what was to be
 * done and the rate have one act in their names.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';

/** ，参保|率为 */
const RATE = /^[^，。；、\d]{0,8}[，、,（(](?<act>[\u4e00-\u9fff]{2})率(?:为|达到?|是)?$/;
const RATE_ENDS = new Characters('率为达到是');
/** Between what was due and what is done: one full stop, and no other figure than a date: 。截至9月底已. */
const NEXT_SENTENCE = /^[^。；\d]{0,24}[。；](?:截至\d{1,2}月(?:\d{1,2}日|份|[底末])?)?[^。；\d]{0,30}$/;
/** What makes the two speak of different things. */
const OTHER = /比|较|增|减|其中|分别|各|每|另|不|未|尚|上年|去年/;

export function readRateOfDue(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const [whole, part, share] = figures.slice(i - 2, i + 1) as [Quantity, Quantity, Quantity];
    if (share.kind !== 'percent' || !isPlain(share) || !RATE_ENDS.at(text, share.start - 1)) continue;
    if (whole.unit !== part.unit || !adds(whole) || !adds(part) || whole.value <= 0) continue;
    const act = RATE.exec(between(text, part, share))?.groups?.act;
    if (act === undefined || !lead(text, part).includes(act)) continue;
    if (!lead(text, whole).includes(`应${act}`)) continue;
    const gap = between(text, whole, part);
    if (!NEXT_SENTENCE.test(gap) || OTHER.test(gap)) continue;
    if (isClaimed(found, share)) continue;
    const relation = shareOf({ part, whole, share });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}
