/**
 * How many there are for so many people: 卫生技术人员1840人，常住人口36.8万人，每千人拥有卫生技术人员5人 · 常住人口42万人，报告病例126例，发病率为30/10万.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { divide, scale } from '../../../language/text/interval.ts';
import { comesTo } from './change.ts';
import type { Relation } from './relation.ts';
import { lead, onlyNamed } from './sentences.ts';
import { adds } from './sums.ts';

const PER = new RegExp(
  [
    '每(?<per>百|千|万|十万|百万)(?:名|个|户)?',
    String.raw`(?<of>常住人口|人口|居民|人|老年人|户)[\u4e00-\u9fff]{0,3}?(?:拥有|配备|有)?`,
    String.raw`(?<name>[\u4e00-\u9fff（）]{2,14}?)(?:数|量)?(?:达到?|为|是)?$`,
  ].join(''),
);
const PER_WORDS = new Characters('每');
const PER_REACH = 26;
const WORTH: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6 };
const POPULATION = /(?:人口|居民|总人数|总户数)(?:总数|数)?(?:约|共|为|达到?|有|是)?$/;
const REACH = 120;

/** Figures for so many people, whatever their order in the sentence. */
export function readPerThousand(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (!PER_WORDS.isIn(text, r.start - PER_REACH, r.start) || !isPlain(r)) continue;
    const { per, name } = PER.exec(lead(text, r))?.groups ?? {};
    if (per === undefined || r.approximation !== 'exact') continue;
    const from = boundBefore(text, r.start, FULL_STOP, REACH);
    const near = figures.slice(Math.max(0, i - MOST), i).filter((q) => q.start >= from && adds(q));
    const populations = near.filter((q) => POPULATION.test(lead(text, q)));
    // 每千人口医师数达到|3.4人: another such figure is no count.
    const counts = near.filter(
      (q) =>
        q.dimension === r.dimension &&
        !populations.includes(q) &&
        !PER.test(lead(text, q)) &&
        sharesPair(lead(text, q), name!),
    );
    const [population, count] = [populations[0], counts[0]];
    if (!population || !count || populations.length > 1 || counts.length > 1) continue;
    const ratio = divide(count, population);
    if (!ratio) continue;
    const expected = scale(ratio, WORTH[per]!);
    found.push({
      rule: 'average',
      reading: 'average',
      claimed: r,
      members: [count, population],
      expected,
      says: { is: 'per so many', count, population, per },
      holds: comesTo(expected, r),
      alternatives: [{ figure: count, value: (r.value * population.value) / WORTH[per]! }],
      doubtful: true,
    });
  }
}

const MOST = 6;

/** 发病率为|30|/10万: in text the figure before the stroke is a code. */
const RATE = new RegExp(
  [
    String.raw`[\u4e00-\u9fff]{1,8}率(?:约?为|达到?|是)?`,
    String.raw`(?<digits>\d{1,4}(?:\.\d{1,2})?)[/／](?<per>10万|十万|万|千)`,
  ].join(''),
  'g',
);
const STROKES = new Characters('/／');
const OF_PER: Readonly<Record<string, number>> = { '10万': 1e5, 十万: 1e5, 万: 1e4, 千: 1e3 };
const CASES = /(?:病例|患者|死亡|新生儿|孕产妇|发病|确诊|报告|登记)[^，。；、\d]{0,10}$/;

export function readRatePer(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (figures.length < 2 || !STROKES.isIn(text, figures[1]!.end, text.length)) return;
  for (const match of text.matchAll(RATE)) {
    const { digits, per } = match.groups!;
    const at = match.index + match[0].indexOf(digits!);
    const from = boundBefore(text, at, FULL_STOP, REACH);
    const near = figures.filter((q) => q.start >= from && q.end < at && adds(q));
    const population = onlyNamed(text, near, POPULATION);
    const others = near.filter((q) => q !== population);
    const count = onlyNamed(text, others, CASES);
    if (!population || !count) continue;
    const ratio = divide(count, population);
    if (!ratio) continue;
    const decimals = digits!.split('.')[1]?.length ?? 0;
    const grain = 10 ** -decimals;
    const value = Number(digits);
    const end = at + digits!.length;
    const claimed: Quantity = {
      ...count,
      start: at,
      end,
      digits: { start: at, end },
      numberEnd: end,
      unitEnd: end,
      unit: '',
      scale: 1,
      value,
      grain,
      low: value - grain / 2,
      high: value + grain / 2,
      han: false,
    };
    const expected = scale(ratio, OF_PER[per!]!);
    found.push({
      rule: 'average',
      reading: 'average',
      claimed,
      members: [count, population],
      expected,
      says: { is: 'per so many', count, population, per: per!.replace('10', '十') },
      holds: comesTo(expected, claimed),
      alternatives: [],
      doubtful: true,
    });
  }
}
