/**
 * A number and the list it counts, in either order: 甲、乙、丙三个单位 · 三个单位（甲、乙、丙） · 三项指标分别为1%、2%、3%.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { List } from '../../../language/quantities/enumerations.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { Token } from '../../../language/text/scan.ts';
import { wideTextOf } from '../../../language/text/wide.ts';
import { listOver, turnsBefore } from './before-number.ts';
import { listUnder, timesUnder } from './behind-number.ts';
import { listBeforeBracket } from './bracketed.ts';
import { readNamesOfNumbers } from './names-of-numbers.ts';
import { readNamesThatCount } from './names-that-count.ts';
import { onesUnder } from './ones.ts';
import { pairedLists } from './paired.ts';

/** How the list is tied to its number; the tighter, the surer. */
export type Tie =
  /** 甲、乙、丙等三个单位, 甲、乙、丙这三个单位 */
  | 'summed'
  /** 甲、乙、丙三个单位 */
  | 'apposition'
  /** 三个单位（甲、乙、丙） */
  | 'bracket'
  /** 三个单位：甲、乙、丙; 三个单位，即甲、乙、丙 */
  | 'colon'
  /** 三项指标分别为1%、2%、3% */
  | 'respectively'
  /** 两条难点，一条是…，还有一条是… */
  | 'ones'
  /** 三件事：筹建基地，调解争议，发放津贴: clauses that share no word */
  | 'acts'
  /** “123”：“1”是一条主线，“2”是两个平台: the name is made of the numbers of its parts */
  | 'numbers'
  /** 甲、乙、丙分别增长1%、2%、3%: the number is that of the values */
  | 'paired';

/** Offsets relative to the paragraph. */
export interface CountedList {
  readonly tie: Tie;
  /** The number stated; for `paired` the number of values. */
  readonly count: number;
  /** The number as written with its measure word; for `paired` the values. */
  readonly stated: Range;
  /** The figure itself; undefined for `paired`. */
  readonly figure: Quantity | undefined;
  readonly list: List;
  /** The members are things alike, none of them an attribute of the number; see {@link isEven}. */
  readonly even: boolean;
}

/** Measure words after which a list may be counted. Times, money and sizes are not counted by naming. */
const COUNTING = new Set([
  ...'个 项 支 对 道 场 招 种 类 级 大 条 件 步 名 位 家 户 人 所 座 处 组 省 市 县 区 乡 镇 村 地 者 方面 点 部 篇 门'.split(
    ' ',
  ),
  ...'张 国 校 馆 院 化 性 端 大类 台 款 站 港 园 州 街道 社区 本 笔 起 片 段 层 份 关 课 节 环 重 网 样 部分 句'.split(
    ' ',
  ),
]);

/** More than this are not named one by one. */
const MOST = 40;

/** What lists are read in: a paragraph with its half-width punctuation widened. */
export type Line = Pick<Paragraph, 'text' | 'language' | 'contentStart'>;

const lineOf = (paragraph: Paragraph): Line => ({
  text: wideTextOf(paragraph),
  language: paragraph.language,
  contentStart: paragraph.contentStart,
});

export const countedLists = defineFact<readonly CountedList[]>(
  'counted-lists',
  { tokens: [Token.Open], facts: [quantities] },
  (paragraph) => {
    const found: CountedList[] = [];
    const figures = paragraph.fact(quantities);
    const line = lineOf(paragraph);
    readNamesThatCount(line, found);
    readNamesOfNumbers(line.text, found);
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i]!;
      if (!mayCount(figure) || COUNTS_ELSE.some((test) => test(line.text, figure))) continue;
      const before = COUNTING.has(figure.unit) ? overNumber(line, figures, i) : undefined;
      if (before) found.push(before);
      const after = underNumber(line, figure) ?? onesUnder(line.text, figure);
      if (after) found.push(after);
    }
    // Every 分别 that matters has a figure behind it.
    if (figures.length > 0 && line.text.includes('分别')) {
      for (const { values, list } of pairedLists(line))
        found.push({
          tie: 'paired',
          count: values.count,
          stated: values,
          figure: undefined,
          list,
          even: true,
        });
    }
    return found;
  },
);

function overNumber(line: Line, figures: readonly Quantity[], index: number): CountedList | undefined {
  const figure = figures[index]!;
  return turnsBefore(line.text, figure) ?? listBeforeBracket(line, figure) ?? listOver(line, figures, index);
}

/** 先后四次到村调研，分别是…: how often, where the sentence goes on to name each time. */
const TIMES = new Set(['次', '批', '轮']);

function underNumber(line: Line, figure: Quantity): CountedList | undefined {
  if (TIMES.has(figure.unit)) return timesUnder(line, figure);
  return COUNTING.has(figure.unit) ? listUnder(line, figure) : undefined;
}

function mayCount(q: Quantity): boolean {
  return (
    q.value >= 2 &&
    q.value <= MOST &&
    // 三级 is a grade as well, and 两块 money: they have bounds then.
    (q.low === q.high || q.unit === '级' || q.unit === '块') &&
    q.scale === 1 &&
    q.approximation === 'exact' &&
    q.rangeWith === undefined &&
    Number.isInteger(q.value)
  );
}

/** 十九大报告中指出：, 在党的二十大上: the congress by its number, not so many great things. */
const isCongress = (text: string, { value, unit, unitEnd }: Quantity) =>
  unit === '大' && value > 10 && OF_CONGRESS.isAt(text, unitEnd);
const OF_CONGRESS = new ShortList(
  '报告 精神 以来 以后 之后 期间 召开 闭幕 开幕 胜利 代表 上 后 前 对 提出 指出 强调 作出 做出 明确 确定 部署 要求 修改 通过 把 将 ， 。 、 ”'.split(
    ' ',
  ),
);

/** 两位数: a number of two digits. */
function isOfDigits(text: string, { unit, unitEnd }: Quantity): boolean {
  return unit === '位' && text[unitEnd] === '数';
}

/** 东盟、欧盟、非洲、|中亚五国: a region by the number of its countries, one of those listed. */
function isRegion(text: string, { unit, start }: Quantity): boolean {
  if (unit !== '国') return false;
  const region = REGIONS.find((name) => text.endsWith(name, start));
  return region !== undefined && JOINS_REGIONS.at(text, start - region.length - 1);
}
const REGIONS =
  '中亚 海湾 北欧 东盟 金砖 湄公河 澜湄 中东欧 波罗的海 西巴尔干 巴尔干 中美洲 太平洋岛 萨赫勒 里海 外高加索'.split(
    ' ',
  );
const JOINS_REGIONS = new Characters('、和与及同');

/** Numbers that are part of a name and count no list. */
const COUNTS_ELSE = [isCongress, isOfDigits, isRegion];

/** What the list says of its number. `unclear` where grammar leaves too much room to blame anyone. */
export type Verdict = 'agrees' | 'fewer' | 'more' | 'unclear';

/** Compares the number with its list. */
export function verdict(counted: CountedList, text: string): Verdict {
  const { tie, count, list } = counted;
  if (list.open) return verdictOnOpen(counted, text);
  if (count >= list.min && count <= list.max) return 'agrees';
  // 两项工作：修订章程，报请备案，选举理事，公布结果: clauses may go in pairs.
  if (tie === 'acts' && count * 2 === list.items.length) return 'unclear';
  const side = count > list.max ? 'fewer' : 'more';
  const off = side === 'fewer' ? count - list.max : list.min - count;
  if (tie === 'paired') return off <= CLOSE ? side : 'unclear';
  // Behind a colon the list may run on past its first comma.
  if (tie === 'colon' && /[，,：]/.test(text[list.end] ?? '')) return 'unclear';
  if (off > farthestIn(counted, text)) return 'unclear';
  if (tie !== 'apposition') return side;
  if (list.items.length === 2 && !list.closed && side === 'more') return 'unclear';
  return counted.even && !mayMeet(list, text) ? side : 'unclear';
}

/** A slip is off by one, in a long list or a closed one by two; more is another number altogether (和平共处五项原则). */
function farthestIn({ tie, list, figure }: CountedList, text: string): number {
  const surely =
    list.max >= 5 ||
    list.closed ||
    (tie === 'apposition' && figure?.unit === '大' && isOfOneLength(list, text));
  return surely ? CLOSE : 1;
}

/** 打造|装备制造、绿色化工、现代物流: of one length, of three characters at least, are a list and no more; the first stands behind its verb. */
function isOfOneLength({ items, last }: List, text: string): boolean {
  if (!/^[\u4e00-\u9fff]+$/.test(text.slice(last.start, last.end))) return false;
  const [first, length, ...others] = items.map(({ start, end }) => end - start);
  return others.length > 0 && length! > 2 && first! >= length! && others.every((other) => other === length);
}

/** Whether two lists may meet in it: 甲、乙等人以及丙、丁; 以及 before the last member closes one as 和 does. */
function mayMeet({ start, end, pair, last }: List, text: string): boolean {
  return /等|以及/.test(text.slice(start, pair ? last.start - 2 : end));
}

/** 甲、乙、丙等三个单位: more may be meant than are named, never fewer. */
function verdictOnOpen({ tie, count, list }: CountedList, text: string): Verdict {
  if (tie === 'paired' || list.min <= count) return 'agrees';
  // 甲、乙等部门负责人和丙、丁等两名专家: which of them the number counts only the sense tells.
  if (text.slice(list.start, list.end).includes('等')) return 'unclear';
  return list.min - count <= CLOSE ? 'more' : 'unclear';
}

/** How far off a number may be and still be a slip. */
const CLOSE = 2;
