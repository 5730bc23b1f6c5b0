/**
 * What is left of a year, behind what came in and what went out, each in a clause or a sentence of its own: 基金收入完成73500万元，…。基金支出完成68900万元，当年结余
 * 4600万元 · 收入9.4亿元，其中出让收入8.4亿元。支出8.9亿元。收入比支出多0.5亿元.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds } from './sums.ts';

/** 当年结余, 收支结余; not 累计结余, which holds those of the years before. */
const CURRENT = new RegExp(
  [
    '^(?:(?:当年|当期|本年|本期|年度)(?:收支)?(?:净)?|收支(?:相抵)?后?)?(?:结余|盈余)(?:为|达|额为)?$',
    '|^收入(?:比支出多|大于支出|超过支出|多于支出)$',
  ].join(''),
);
/** 基金|支出|完成. */
const SPENT = /支出(?:合计|总计|总额)?(?:完成|决算|决算数|为|达)*$/;
const CAME_IN = /收入(?:合计|总计|总额)?(?:完成|决算|决算数|为|达)*$/;
const ENDS = new Characters('余为达多出');
/** So many figures, and so many characters back the two stand. */
const FIGURES_BACK = 10;
const REACH = 160;
/** What makes the figure one of a part, of another time, or of a plan. */
const ASIDE = /其中|上年|去年|同期|预算(?!支出|收入)|计划|目标/;

export function readCurrent(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const c = figures[i]!;
    if (c.kind !== 'money' || !adds(c) || !ENDS.at(text, c.start - 1) || !CURRENT.test(lead(text, c)))
      continue;
    if (isClaimed(found, c, 'sum')) continue;
    const near = figures
      .slice(Math.max(0, i - FIGURES_BACK), i)
      .filter((q) => q.dimension === c.dimension && adds(q) && c.start - q.start < REACH && isOwn(text, q));
    const b = near.findLast((q) => SPENT.test(lead(text, q)));
    const name = b && lead(text, b).replace(SPENT, '');
    const a = b && near.findLast((q) => q.end < b.start && isOf(lead(text, q), name!));
    if (!a || near.some((q) => isBetween(text, q, a, b))) continue;
    found.push({ ...restOf(a, b, c), doubtful: true });
  }
}

/** 全区社会保险基金|收入完成, of 社会保险基金|支出完成, or of a bare 支出. */
function isOf(said: string, name: string): boolean {
  return CAME_IN.test(said) && said.replace(CAME_IN, '').endsWith(name);
}

/** Other incomes of the same rank leave open which is meant. */
function isBetween(text: string, q: Quantity, a: Quantity, b: Quantity): boolean {
  return q.start > a.start && q.end < b.start && CAME_IN.test(lead(text, q));
}

/** Not 其中税收收入, nor what is listed behind it: 其中医疗收入3.4亿元，|补助收入|0.4亿元. */
function isOwn(text: string, q: Quantity): boolean {
  const said = text.slice(boundBefore(text, q.start, STATEMENT, REACH), q.start);
  return !ASIDE.test(lead(text, q)) && !said.includes('其中');
}
const STATEMENT = new Characters('。；;');
