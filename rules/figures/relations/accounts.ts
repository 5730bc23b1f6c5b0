/**
 * Accounts: 收入…，支出…，结余… · 预算158万元，实际采购146万元，节约12万元，节约率7.6% · 收入总计461万元。…支出总计438万元。收支相抵，年终结转23万元.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { add, meets, subtract } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import { between, lead, onlyNamed, type Sentence } from './sentences.ts';
import { restOf, shareOf } from './shapes.ts';
import { adds, sumRelation } from './sums.ts';

const INCOME = /收入[^，。；、\d]{0,4}$/;
const OUTGO = /支出[^，。；、\d]{0,4}$/;
const REST = /(?:结余|盈余|节余|结存|余额|(?:年末|年终)结转|结转下年|调入一般公共预算)[^，。；、\d]{0,4}$/;

const MISCOUNTED = /[多少漏虚](?:计|列|记|增|减|报)[^，。；、\d]{0,8}$/;

const CARRIED = /(?:上年|上期|年初|期初)[^，。；、\d]{0,2}(?:结转|结余|余额|结存)[^，。；、\d]{0,4}$/;

/** 收入 a，支出 b，结余 c, with 上年结转 before it or without */
export function readBalance(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [a, b, c] = figures.slice(i, i + 3);
  if (a!.kind !== 'money' || !b || !c || b.dimension !== a!.dimension || c.dimension !== a!.dimension) return;
  if (!adds(a!) || !adds(b) || !adds(c)) return;
  if (!INCOME.test(lead(text, a!)) || !OUTGO.test(lead(text, b)) || !REST.test(lead(text, c))) return;
  // 多计收入33万元，少计支出76万元，少计结余43万元: errors of accounts, each for itself.
  if ([a!, b, c].some((q) => MISCOUNTED.test(lead(text, q)))) return;
  const before = figures[i - 1];
  const carried =
    before?.kind === 'money' && CARRIED.test(lead(text, before)) && adds(before) ? before : undefined;
  // What is left at the end of the year holds what was left of the year before.
  if (!carried && /累计|滚存|上年|年末/.test(lead(text, c))) return;
  const income = carried ? add(carried, a!) : a!;
  const expected = subtract(income, b);
  const value = (carried?.value ?? 0) + a!.value;
  found.push({
    rule: 'sum',
    reading: 'balance',
    claimed: c,
    members: [...(carried ? [carried] : []), a!, b],
    expected,
    says: { is: 'balance', a: a!, b, carried },
    holds: meets(expected, c),
    alternatives: [
      { figure: a!, value: b.value + c.value - (carried?.value ?? 0) },
      { figure: b, value: value - c.value },
    ],
  });
}

const INCOME_TOTAL = /收入(?:预算|决算)?总计(?:为|是)?$/;
const OUTGO_TOTAL = /^[，,、]支出(?:预算|决算)?总计(?:为|是)?$/;

/** 年末结余, 收支相抵结余 */
const LEFT_OVER = /(?:结余|结存|盈余|节余)[^，。；、\d]{0,4}$/;

/** 收入总计860万元，支出总计860万元: the totals of accounts hold what was carried over, and are the same. */
export function readTotals(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [income, outgo] = [figures[i]!, figures[i + 1]];
  if (income.kind !== 'money' || outgo?.kind !== 'money' || !adds(income) || !adds(outgo)) return;
  if (!INCOME_TOTAL.test(lead(text, income)) || !OUTGO_TOTAL.test(between(text, income, outgo))) return;
  // 收入总计860万元，支出总计790万元，年末结余70万元: what is left is told beside the two, and not within what was spent.
  const left = figures[i + 2];
  if (left?.kind === 'money' && !meets(income, outgo) && LEFT_OVER.test(lead(text, left))) {
    found.push({ ...restOf(income, outgo, left), doubtful: true });
    return;
  }
  found.push({
    rule: 'sum',
    reading: 'balance',
    claimed: outgo,
    members: [income],
    expected: income,
    says: { is: 'balanced', income: [income], outgo: [] },
    holds: meets(income, outgo),
    alternatives: [{ figure: income, value: outgo.value }],
    doubtful: true,
  });
}

// ---------------------------------------------------------------------------------------------------------------
// What was saved

const ASKED = /(?:预算|送审|概算|估算|控制价|报审|申报|最高限价)[^，。；、\d]{0,6}$/;
const PAID = /(?:实际|审定|核定|中标|成交|决算|结算)[^，。；、\d]{0,6}$/;
const SAVED = /(?:节约|节省|审减|核减|净减)[^，。；、率\d]{0,4}$/;
const RATE = /^[，、,（(](?:节约|节省|节支|审减|核减|资金节约)率(?:为|达到?)?$/;

/** What was asked for is figure `i`, then what was paid, what was saved and the rate of it. */
export function readSaving(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [asked, paid, saved, rate] = figures.slice(i, i + 4);
  if (!paid || !saved || asked!.dimension !== paid.dimension || paid.dimension !== saved.dimension) return;
  if (![asked!, paid, saved].every(adds) || asked!.value <= paid.value) return;
  if (!ASKED.test(lead(text, asked!)) || !PAID.test(lead(text, paid)) || !SAVED.test(lead(text, saved)))
    return;
  const relation = restOf(asked!, paid, saved);
  found.push(relation);
  if (!relation.holds || rate?.kind !== 'percent' || !RATE.test(between(text, saved, rate))) return;
  const share = shareOf({ part: saved, whole: asked!, share: rate });
  if (share) found.push(share);
}

// ---------------------------------------------------------------------------------------------------------------
// Totals of both sides

const ALL_INCOME = /收入(?:总计|合计|总量)(?:为|达)?$/;
const ALL_OUTGO = /支出(?:总计|合计|总量)(?:为|达)?$/;
const ALL_REST = /(?:结转|结余|净结余|滚存结余)[^，。；、\d]{0,8}$/;
const SETTLED = /(?:收支|两者|收支总计)(?:相抵|品迭|轧抵)[后，,]{0,2}[^。；\d]{0,16}$/;
/** How far the words that settle the account stand before its rest. */
const REACH = 30;

/** 收入总计 a，支出总计 b。收支相抵，年终结转 c, in one paragraph. */
export function readSettled(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('相抵') && !text.includes('品迭')) return;
  let income: Quantity | undefined;
  let outgo: Quantity | undefined;
  for (const q of figures) {
    if (q.kind !== 'money' || !adds(q)) continue;
    const before = lead(text, q);
    if (ALL_INCOME.test(before)) income = q;
    else if (ALL_OUTGO.test(before)) outgo = q;
    else if (
      income &&
      outgo &&
      ALL_REST.test(before) &&
      SETTLED.test(text.slice(Math.max(0, q.start - REACH), q.start))
    ) {
      const expected = subtract(income, outgo);
      found.push({
        rule: 'sum',
        reading: 'balance',
        claimed: q,
        members: [income, outgo],
        expected,
        says: { is: 'settlement', income, outgo },
        holds: meets(expected, q),
        alternatives: [
          { figure: income, value: outgo.value + q.value },
          { figure: outgo, value: income.value - q.value },
        ],
      });
      [income, outgo] = [undefined, undefined];
    }
  }
}

// ---------------------------------------------------------------------------------------------------------------
// What is left of all years

const ALL_YEARS = /(?:^(?:年末|期末|累计|年终)?滚存结余)[^，。；、\d]{0,4}$/;
const THIS_YEAR = /^(?:当年|当期|本年|本期)(?:收支)?(?:净)?结余[^，。；、\d]{0,4}$/;
const BEFORE = /^(?:加上?|其中)?(?:上年|上期|年初|期初)(?:末)?(?:滚存)?(?:结余|结转|结存)[^，。；、\d]{0,4}$/;
const ROLLED = 4;

/** 当年收支结余0.64亿元，年末滚存结余3.15亿元（上年末滚存结余2.51亿元） */
export function readRolledOver(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (figures.length < 3 || !text.includes('滚存结余')) return;
  for (const [i, all] of figures.entries()) {
    if (all.kind !== 'money' || !ALL_YEARS.test(lead(text, all)) || !adds(all)) continue;
    const near = figures
      .slice(Math.max(0, i - ROLLED), i + 2)
      .filter((q) => q.dimension === all.dimension && adds(q));
    const [current] = near.filter((q) => THIS_YEAR.test(lead(text, q)));
    const earlier = onlyNamed(text, near, BEFORE);
    if (!current || !earlier) continue;
    const expected = add(earlier, current);
    const holds = meets(expected, all);
    found.push(
      sumRelation([earlier, current], all, { reading: 'balance', holds, doubtful: true, listed: true }),
    );
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Balance sheets

const ASSETS = /资产总[额计](?:为|达到?|共)?$/;
const DEBTS = /负债总[额计]?(?:为|达到?|共)?$/;
const EQUITY = /(?:所有者权益|净资产)(?:总[额计])?(?:为|达到?|共)?$/;
const LEVERAGE = /资产负债率(?:为|达到?|是)?$/;

/** 资产总额 a，负债总额 b，所有者权益 c，资产负债率 r, from figure `i` on. */
export function readSheet(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [assets, debts] = [figures[i]!, figures[i + 1]];
  if (!debts || assets.kind !== 'money' || debts.dimension !== assets.dimension) return;
  if (!ASSETS.test(lead(text, assets)) || !DEBTS.test(lead(text, debts)) || !adds(assets) || !adds(debts))
    return;
  for (const q of figures.slice(i + 2, i + 4)) {
    if (EQUITY.test(lead(text, q)) && q.dimension === assets.dimension && adds(q)) {
      found.push(restOf(assets, debts, q));
    }
    const share =
      q.kind === 'percent' && LEVERAGE.test(lead(text, q))
        ? shareOf({ part: debts, whole: assets, share: q, name: '资产' })
        : undefined;
    if (share) found.push(share);
  }
}
