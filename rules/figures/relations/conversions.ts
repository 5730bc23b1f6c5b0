/** One quantity in two units: 450公顷（折合6750亩）, 3600万元（0.36亿元）. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, widen } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import { between, type Sentence } from './sentences.ts';

const BEGINS = new Characters('，,（(、折合即约');
const SAME = /^[，,（(、]?(?<word>折合|约合|折算|换算|合|即|约)?(?:为|成|约|计)?$/;
/** 新增造林735亩、退耕还林12810亩|，合计|903公顷: of both. */
const SUMMED = /^[，,、]合计$/;
/** Without a word that says so, two figures are one in two units where they are that near, or powers of ten apart. */
const NEAR = 1.3;

/** Figure `i`, and right behind it the same in another unit. */
export function readConversion(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [a, b] = [figures[i]!, figures[i + 1]];
  if (!b || a.dimension !== b.dimension || !BEGINS.at(text, a.end) || !isPlain(a) || !isPlain(b)) return;
  if (a.value <= 0 || b.value <= 0 || unitOf(text, a) === unitOf(text, b)) return;
  const gap = between(text, a, b);
  const match = SAME.exec(gap);
  if (!match || (SUMMED.test(gap) && figures[i - 1]?.dimension === a.dimension)) return;
  const worded = match.groups!.word !== undefined && match.groups!.word !== '约';
  const bracketed = /^[（(]/.test(gap) && /^[）)]/.test(text.slice(b.end, b.end + 1));
  // 每户3600元，合54万元: what all get, and not the same in another unit; 折合 says that it is.
  const said = worded && match.groups!.word !== '合' && match.groups!.word !== '即';
  if (!said && !((worded || bracketed) && isAttempt(b.value / a.value))) return;
  // 15亩 is a hectare, 2里 a kilometre: what is converted may be rounded as far as the other is.
  const room = Math.max(a.grain, b.grain) / 2;
  found.push({
    rule: 'sum',
    reading: 'conversion',
    claimed: b,
    members: [a],
    expected: widen(a, room),
    says: { is: 'conversion', a, b },
    holds: meets(widen(a, room), b),
    alternatives: [{ figure: a, value: b.value }],
    ...(worded ? {} : { doubtful: true as const }),
  });
}

function unitOf(text: string, { digits, unitEnd }: Quantity): string {
  return text.slice(digits.end, unitEnd);
}

function isAttempt(ratio: number): boolean {
  if (ratio <= NEAR && ratio >= 1 / NEAR) return true;
  const power = Math.log10(ratio);
  return Math.abs(power - Math.round(power)) < 1e-3;
}
