/** What is said of figures that change, in Chinese, and the form of all that is said of relations. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { bare, trimmed, written } from './relation.ts';
import type { Base, Ends, Saying } from './saying.ts';

export interface Words {
  /** What the members say: `由50亿元增至60亿元`; of a bound, all that there is to say. */
  readonly premise: string;
  /** What follows from it, `应为增长`; the value is put behind. */
  readonly should?: string;
  /** `(60−50)÷50` */
  readonly formula: string;
  /** Why a value still to be filled in has the bounds that follow; the premise unless given. */
  readonly reason?: string;
}

type Is = Saying['is'];
export type Writers = {
  readonly [K in Is]: (text: string, says: Extract<Saying, { is: K }>) => Words;
};

/** 由50亿元增至60亿元 */
function endsIn(text: string, { a, b, way }: Ends): string {
  const [from, to] = [written(text, a), written(text, b)];
  if (way.by === 'verb') return `由${from}${way.verb}${to}`;
  if (way.by === 'years') return `由${way.first}${from}到${way.second}${to}`;
  const { base = { name: '' } } = way;
  return `${to}比${ofBase(base)}${from}`;
}

function ofBase(base: Base): string {
  if (typeof base === 'string') return BASES[base];
  return 'when' in base ? `${base.when}的` : base.name;
}

const BASES: Readonly<Record<Extract<Base, string>, string>> = {
  'last-year': '上年的',
  'same-period': '上年同期的',
  above: '前文的',
  'last-year-above': '前文上年的',
  goal: '目标',
  plan: '计划',
};

/** The ends without the multiplier that they share. */
function bareEnds(text: string, { a, b }: Pick<Ends, 'a' | 'b'>): [string, string] {
  return [bare(text, a, b), bare(text, b, a)];
}

function yearly(years: number): string {
  return years > 1 ? '年均' : '';
}

/** 5.1, （−2.1）: below nothing in brackets. */
function withSign(text: string, q: Quantity): string {
  return q.value < 0 ? `（−${bare(text, q)}）` : bare(text, q);
}

/** Sayings of what changes a level, as ranks and rates do. */
type Changing =
  | 'rate'
  | 'times'
  | 'multiple'
  | 'difference'
  | 'doubling'
  | 'wrong way'
  | 'increase'
  | 'misnamed rate'
  | 'rate of difference'
  | 'wrong rank'
  | 'rank'
  | 'place of'
  | 'full rate'
  | 'all done'
  | 'negative fall'
  | 'negative climb'
  | 'both ways'
  | 'opposed'
  | 'fall below nothing'
  | 'gap'
  | 'time progress';

export const CHANGE_WRITERS: Pick<Writers, Changing> = {
  rate(text, says) {
    const { rises, years, signed } = says;
    const [A, B] = bareEnds(text, says);
    return {
      premise: `${endsIn(text, says)}${yearly(years)}`,
      should: signed ? '应为' : `应为${rises ? '增长' : '下降'}`,
      formula: years > 1 ? `(${B}÷${A})^(1/${years})−1` : rises ? `(${B}−${A})÷${A}` : `(${A}−${B})÷${A}`,
    };
  },
  times(text, says) {
    const [A, B] = bareEnds(text, says);
    return { premise: endsIn(text, says), should: '应为原来的', formula: `${B}÷${A}` };
  },
  multiple(text, says) {
    const [A, B] = bareEnds(text, says);
    return { premise: endsIn(text, says), should: '应为增长', formula: `(${B}−${A})÷${A}` };
  },
  difference(text, says) {
    const { rises, years, points, signed } = says;
    const [A, B] = bareEnds(text, says);
    const verb = points ? (rises ? '提高' : '下降') : rises ? '增加' : '减少';
    return {
      premise: `${endsIn(text, says)}${yearly(years)}`,
      should: `应为${signed ? '' : verb}`,
      formula: `${rises ? B : A}−${rises ? A : B}${years > 1 ? `，÷${years}` : ''}`,
    };
  },
  doubling(text, says) {
    const { a, b, times } = says;
    const [A, B] = bareEnds(text, says);
    const multiple = trimmed(b.value / a.value);
    return {
      premise: `${endsIn(text, says)}是原来的${multiple}倍，翻${times}番应为${2 ** times}倍`,
      formula: `${B}÷${A}`,
    };
  },
  'wrong way'(text, says) {
    const { a, b, called } = says;
    const more = b.value > a.value;
    return {
      premise: `${endsIn(text, says)}${called === undefined ? '' : `称${called}`}，实际是${more ? '增加' : '减少'}`,
      formula: `${written(text, b)}${more ? '＞' : '＜'}${written(text, a)}`,
    };
  },
  increase(text, { t, d, rises }) {
    return {
      premise: `${written(text, t)}比上期${rises ? '增加' : '减少'}${written(text, d)}`,
      should: `，应为${rises ? '增长' : '下降'}`,
      formula: rateOf(text, t, d, rises),
    };
  },
  'misnamed rate'(text, { t, d, added, rated, rises }) {
    return {
      premise: `比上期${added}${written(text, d)}，却称“${rated}”`,
      formula: rateOf(text, t, d, rises),
    };
  },
  'rate of difference'(text, { a, d }) {
    return {
      premise: `在${written(text, a)}之上${text.slice(d.digits.start, d.unitEnd)}`,
      should: '应为',
      formula: `${bare(text, d, a)}÷${bare(text, a, d)}`,
    };
  },
  'wrong rank'(_, { a, b, move, rises }) {
    return {
      premise: `由第${a}位${move}到第${b}位，实际是${rises ? '下降' : '上升'}`,
      formula: `第${b}位在第${a}位之${rises ? '后' : '前'}`,
    };
  },
  rank(_, { from, to, move = '', how }) {
    return {
      premise: `由第${from}位${move}到第${to}位`,
      should: `应为${how}`,
      formula: `${Math.max(from, to)}−${Math.min(from, to)}`,
    };
  },
  'place of'(text, { all, place, last }) {
    const count = written(text, all);
    return {
      premise: last ? `${count}中的倒数第一应是第${all.value}` : `共${count}，名次不会是第${place}`,
      formula: `${place}${last ? '≠' : '＞'}${all.value}`,
    };
  },
  'all done'(text, { done, rate }) {
    return { premise: `称全部${done}，${done}率应为100%`, formula: `${written(text, rate)}＜100%` };
  },
  'full rate'(text, { done, rest }) {
    const left = written(text, rest);
    return { premise: `${done}率已是100%，后文却说还有${left}未${done}`, formula: `${left}＞0` };
  },
  'negative fall'(text, { verb, figure }) {
    const said = `${verb}${written(text, figure)}`;
    return { premise: `“${verb}”之后不再用负号，“${said}”等于说增长`, formula: said };
  },
  'negative climb'(text, { verb, figure }) {
    const said = `${verb}${written(text, figure)}`;
    return { premise: `“${verb}”之后不用负号，“${said}”自相矛盾`, formula: said };
  },
  'both ways'(text, { first, second, figure }) {
    return {
      premise: `“${first}”“${second}”连用，只能留一个`,
      formula: `${first}${second}${written(text, figure)}`,
    };
  },
  opposed(text, { first, second, difference, figure }) {
    const amount = `${first}${written(text, difference)}`;
    const rate = `${second}${written(text, figure)}`;
    return { premise: `“${amount}”与“${rate}”一增一减，自相矛盾`, formula: `${amount}，${rate}` };
  },
  'fall below nothing'(text, { verb, figure }) {
    return { premise: `${verb}的幅度不会超过100%`, formula: `${verb}${written(text, figure)}` };
  },
  gap(text, { own, theirs, lower, called }) {
    const [more, less] = lower ? [theirs, own] : [own, theirs];
    const side = lower ? '低' : '高';
    return {
      premise: `${written(text, own)}与${written(text, theirs)}相比${called === undefined ? '' : `是${side}，文中称“${called}”`}`,
      should: `应为${side}`,
      formula: `${withSign(text, more)}−${withSign(text, less)}`,
    };
  },
  'time progress'(text, { own, months, lower }) {
    return {
      premise: `到${months}月底时间进度为${((months / 12) * 100).toFixed(1)}%，${written(text, own)}`,
      should: `应比它${lower ? '低' : '高'}`,
      formula: `${months}÷12`,
    };
  },
};

/** 8÷(50−8): what a level has gained or lost, of what it was. */
function rateOf(text: string, t: Quantity, d: Quantity, rises: boolean): string {
  const [T, D] = [bare(text, t, d), bare(text, d, t)];
  return `${D}÷(${T}${rises ? '−' : '＋'}${D})`;
}
