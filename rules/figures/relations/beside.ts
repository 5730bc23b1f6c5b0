/**
 * A level, what it was a year before in a clause of its own, and how it has changed: 收入23.4亿元，上年同期为20.8亿元，同比增长12.5%. Where the change is told
 * first, `base-behind.ts` reads it.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { judge } from './compared.ts';
import type { Relation } from './relation.ts';
import { between, lead, leadStart } from './sentences.ts';
import { DOWN, RATE_NOUNS, UP, YIELDS } from './verbs.ts';

/** 上年同期|为, 去年上半年|完成, 上年|受理: when, then what may be said again of the level. */
const WAS = new RegExp(
  [
    // when: 上年同期, 去年上半年
    '^(?:而|其中)?(?:上年|去年|[上前]一年|上学期|同期)(?:度|同期|[末底]|全年|[上下]半年|前三季度|[一二三四]季度)?',
    // what, if it is said again
    String.raw`(?<name>[^，。；、：\d比较与同增减降升]{0,10}?)`,
    '(?:仅|只|共)?(?:为|是|达到?|完成|实现|有)?$',
  ].join(''),
);
const WAS_BEGINS = new Characters('而其上去前同');
const CHANGE = `${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS}|增收|减收|增支|减支|多|少|翻`;
/** Behind the level of the year before: ，同比增长. */
const THEN = new RegExp(
  `^[）)]?[，、,（(。；](?:同比|比上年|较上年|比去年|较去年)?(?:净)?(?<how>${CHANGE})(?:了|为|达到?|发放|投放|完成|投入|支出)?$`,
);
/** Behind the first of two claims: ，增长. */
const AND = new RegExp(`^[，、,（(](?:同比)?(?<how>${CHANGE})(?:了|为|达到?)?$`);
/** Between the level and the year before. */
const BESIDE = /^[^，。；、：\d（(]{0,6}[，；,;（(]/;
/** A level that is not what has come to be: a difference, a goal, one of several. */
export const NO_LEVEL =
  /增加(?!值)|减少|增收|减收|增长|下降|提高|目标|计划|预计|力争|分别|各(?![类级种项])|上年|去年|前年|其中|平均$/;
const SUBJECT_REACH = 40;

export function readBeside(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 1; i < figures.length; i++) {
    const a = figures[i]!;
    if (!WAS_BEGINS.at(text, leadStart(text, a)) || !isPlain(a) || a.value <= 0) continue;
    const name = WAS.exec(lead(text, a))?.groups?.name;
    if (name === undefined) continue;
    const read = claimsBehind(text, figures, i);
    if (!read) continue;
    const { b, claims, end } = read;
    if (b.dimension !== a.dimension || !isPlain(b) || b.kind === 'point') continue;
    const before = lead(text, b);
    if (NO_LEVEL.test(before) || !isOf(name, text.slice(Math.max(0, b.start - SUBJECT_REACH), b.start)))
      continue;
    const way = { by: 'comparison', base: 'last-year' } as const;
    judge(
      text,
      { start: Math.max(0, b.start - SUBJECT_REACH), end },
      { reading: 'beside', a, b, claims, way },
      found,
    );
  }
}

interface Read {
  readonly b: Quantity;
  readonly claims: readonly { readonly c: Quantity; readonly how: string }[];
  readonly end: number;
}

/** b，上年为 a，增加 c、增长 d */
function claimsBehind(text: string, figures: readonly Quantity[], i: number): Read | undefined {
  const [b, a, c, d] = figures.slice(i - 1, i + 3);
  if (!c || !isPlain(c)) return undefined;
  if (!BESIDE.test(between(text, b!, a!)) && !isNext(text, b!, a!)) return undefined;
  const how = THEN.exec(between(text, a!, c))?.groups?.how;
  if (how === undefined) return undefined;
  const next = d && isPlain(d) ? AND.exec(between(text, c, d))?.groups?.how : undefined;
  const claims =
    next === undefined
      ? [{ c, how }]
      : [
          { c, how },
          { c: d!, how: next },
        ];
  return { b: b!, claims, end: (next === undefined ? c : d!).end };
}

/** 满意率94.5%。去年同期|满意率|为92.1%，: a sentence of its own, where it says again what it is of. */
function isNext(text: string, b: Quantity, a: Quantity): boolean {
  const name = WAS.exec(lead(text, a))?.groups?.name ?? '';
  return (
    name.length > 1 &&
    /^[^，。；、\d（(]{0,6}。$/.test(text.slice(b.end, leadStart(text, a))) &&
    lead(text, b).endsWith(name)
  );
}

/** Whether what is named again is what the level is of: 受理 in 热线受理诉求. */
export function isOf(name: string, before: string): boolean {
  let at = 0;
  for (const char of name) {
    at = before.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
