/** What was reached beside what was to be: 任务3000户，已完成2850户，超额完成 · 完成目标60亿元的105%，超额3亿元 · 需8600万元，已落实5200万元，缺口3400万元. */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { changeOf, comesTo, wrongWay } from './change.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds } from './sums.ts';

const GOAL =
  /(?:计划|目标|任务|预算|合同(?:金|价|总)?额?|概算)(?:数|任务)?(?:为|是|共|总?计)?[^，。；、\d]{0,4}$/;
const REACHED =
  /^[^，。；\d]{0,4}[，,](?:已|现已|目前已|实际|年末|累计)?(?:完成|实现|达到?|支付|结算)[^，。；、\d]{0,6}$/;
const EXCEEDED = /^[^，。；、\d]{0,4}[，,](?:已)?(?<word>超额完成)/;

/** The goal is figure `i`, what was reached the next. */
export function readExceeded(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [a, b] = [figures[i]!, figures[i + 1]];
  if (!b || a.dimension !== b.dimension || !adds(a) || !adds(b) || b.high >= a.low) return;
  if (!GOAL.test(lead(text, a)) || !REACHED.test(between(text, a, b))) return;
  const behind = text.slice(b.end, b.end + WORDS_REACH);
  const exceeded = EXCEEDED.exec(behind);
  if (!exceeded) return;
  const way = { by: 'comparison', base: 'goal' } as const;
  const called = exceeded.groups!.word!;
  found.push(wrongWay(text, { reading: 'completion', a, b, claimed: b, way, called, verbs: [], claims: [] }));
}

const WORDS_REACH = 14;

/** 完成造林5.8万亩|，超出年度计划|5万亩|的|16% */
const OVER =
  /^[，,](?:超出?过?|超额完成)(?:了)?(?:年度|全年|年初|既定)?(?:计划|目标|任务)(?:任务|数)?(?:的)?$/;

/** What was reached is figure `i`, the goal and what is over it, in per cent, the two behind it. */
export function readExceededBy(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [b, a, r] = figures.slice(i, i + 3);
  if (r?.kind !== 'percent' || a!.dimension !== b!.dimension || !adds(a!) || !adds(b!) || a!.value <= 0)
    return;
  if (!OVER.test(between(text, b!, a!)) || between(text, a!, r) !== '的') return;
  const way = { by: 'comparison', base: 'plan' } as const;
  // A goal is set as it is written.
  const set = { ...a!, low: a!.value, high: a!.value };
  const relation = changeOf({
    reading: 'completion',
    a: set,
    b: b!,
    c: r,
    rises: true,
    years: 1,
    way,
    how: '超出',
  });
  if (relation) found.push(relation);
}

const OF_GOAL =
  /^[^，。；\d]{0,4}[，,](?:完成|占|为|达到?)[^，。；、\d]{0,8}(?:目标|任务|计划|预算)[^，。；、\d]{0,3}$/;
const MORE = /^(?:超付|超支|多付|超额完成|超额|超计划|超目标|超任务|超收|多完成)[^，。；、\d率]{0,4}$/;
const NEEDED = /(?:需(?:求|要)?|总投资|概算|预算)[^，。；、\d]{0,8}$/;
const HAD = /(?:落实|到位|筹集|争取|解决)[^，。；、\d]{0,6}$/;
const SHORT =
  /^(?:仍|尚|还|目前)?(?:有|存在)?(?:资金)?(?:缺口|缺|差|差额|未到位|未落实)[^，。；、\d率]{0,4}$/;

/** What is over or short is figure `i`, the two it follows from the nearest before it of its kind. */
export function readOverOrShort(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const c = figures[i]!;
  const said = lead(text, c);
  const over = MORE.test(said);
  if (i < 2 || !isPlain(c) || !(over || SHORT.test(said))) return;
  const [b, a] = figures
    .slice(Math.max(0, i - REACH), i)
    .filter(adds)
    .reverse();
  if (!a || !b || a.dimension !== c.dimension || b.dimension !== c.dimension) return;
  // 目标50亿元，实际完成54亿元，超额4亿元
  if (over && b.value > a.value && GOAL.test(lead(text, a)) && REACHED.test(between(text, a, b))) {
    found.push(restOf(b, a, c));
    return;
  }
  if (a.value <= b.value) return;
  const tied = over
    ? OF_GOAL.test(between(text, a, b))
    : NEEDED.test(lead(text, a)) && HAD.test(lead(text, b)) && !HAD.test(lead(text, a));
  if (!tied) return;
  found.push(restOf(a, b, c));
}

/** A rate of completion may stand between. */
const REACH = 4;

/** 1260万公里|，超计划|60万公里 */
const PASSED_BY =
  /^[，,](?:超(?:出|过|额)?|欠|短)(?:完成)?(?:年度?|全年|年初|既定)?(?:计划|目标|任务|预算)(?:任务|数)?$/;
/** 60万公里|，完成年计划的|105% */
const THEN_RATE =
  /^[，,](?:完成|为|占|达到?)(?:了)?(?:年度?|全年|年初|既定)?(?:计划|目标|任务|预算)(?:任务|数)?的$/;

/** What was reached is figure `i`, how far it is over the plan or short of it and its rate of the plan the two behind it. */
export function readOverPlan(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  if (figures[i + 2]?.kind !== 'percent') return;
  const [t, d, r] = figures.slice(i, i + 3);
  if (r?.kind !== 'percent' || t!.dimension !== d!.dimension || !isPlain(r) || !adds(t!) || !adds(d!)) return;
  const said = between(text, t!, d!);
  if (!PASSED_BY.test(said) || !THEN_RATE.test(between(text, d!, r))) return;
  const over = said.includes('超');
  const plan = (over ? -1 : 1) * d!.value + t!.value;
  if (plan <= 0) return;
  const room = (t!.high - t!.low + d!.high - d!.low) / 2;
  const expected = {
    low: (100 * t!.low) / (plan + room),
    high: (100 * t!.high) / Math.max(plan - room, plan / 2),
  };
  found.push({
    rule: 'share',
    reading: 'completion',
    claimed: r,
    members: [t!, d!],
    expected,
    says: { is: 'over plan', t: t!, d: d!, over },
    holds: comesTo(expected, r),
    alternatives: [],
    doubtful: true,
  });
}
