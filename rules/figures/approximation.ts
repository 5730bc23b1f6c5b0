import type { Range } from '../../engine/finding.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf, wordsOf } from '../../language/text/pattern.ts';

interface ApproximationMatch {
  readonly severity?: 'info';
  readonly start: number;
  readonly end: number;
  /** The first sign: 约, 超过, 至少; undefined where the figure itself is exact. */
  readonly first: Range | undefined;
  /** The second: 左右, 以上, 多. */
  readonly second: Range;
}

const ABOUT = new Set(wordsOf('约 大约 大致 大体 近 将近 接近'));
const FLOOR = new Set(wordsOf('超过 超 突破 逾 不低于 不少于 至少 最少 多于 高于'));
const CEILING = new Set(wordsOf('不足 不到 不超过 至多 最多 少于 低于 不高于 不多于'));

/** Words that compare with a figure as well as bound it. */
const COMPARES = new Set(wordsOf('低于 高于 超过 突破 多于 少于 不低于 不高于 不超过 超'));
const TARGETS =
  '目标 安排 预期 预判 预估 水平 要求 计划 预测 任务 标准 上限 下限 控制 均值 增速 涨幅 警戒 门槛';
const TARGET = new RegExp(`^[，、]?的?[^，。；]{0,8}${anyOf(TARGETS)}`);

/** Two signs of approximation on one figure: 约30人左右, 超过100万元以上. GB/T 15835—2011 4.2.2 by its sense. */
export const approximation = defineParagraphRule<ApproximationMatch>({
  id: 'figures/approximation',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const found: ApproximationMatch[] = [];
    for (const figure of paragraph.fact(measures)) {
      if (figure.after === '' && figure.inner === '') continue;
      const apart = figure.before === '' ? apartFrom(paragraph.text, figure) : undefined;
      const before = apart?.word ?? figure.before;
      if (before === '') {
        const read = behindIt(paragraph.text, figure) ?? behindExact(paragraph.text, figure);
        if (read) found.push(read);
        continue;
      }
      if (!clash(before, figure) || isAnotherWord(paragraph.text, figure, before)) continue;
      if (COMPARES.has(before) && isAboutTarget(paragraph.text, figure)) continue;
      const start = apart?.start ?? figure.start;
      const first = { start, end: start + before.length };
      found.push({ start, end: figure.end, first, second: signBehind(paragraph.text, figure) });
    }
    return found;
  },

  explain({ start, end, first, second }, { text }) {
    if (!first)
      return {
        message: `“${text.slice(start, end)}”里的数不是整数，后面不用“${text.slice(second.start, second.end)}”`,
      };
    return {
      message: `“${text.slice(first.start, first.end)}”与“${text.slice(second.start, second.end)}”同说一个数的大约，留一个即可`,
    };
  },

  fix({ first, second }, { text }) {
    return [second, ...(first ? [first] : [])].map((sign) => ({
      title: `删去“${text.slice(sign.start, sign.end)}”`,
      edits: [{ ...sign, text: '' }],
      safe: false,
    }));
  },
});

/** 左右 of 30人左右, 余 of 1.2万余户. */
function signBehind(text: string, { digits, inner, after, end }: Quantity): Range {
  if (after !== '') return { start: end - after.length, end };
  const start = text.indexOf(inner, digits.end);
  return { start, end: start + inner.length };
}

/** 低于|3%左右|的预期目标, 高于|3%以上|的年度任务: what is compared with is itself about 3%. */
function isAboutTarget(text: string, { after, end }: Quantity): boolean {
  return /^(?:左右|上下|以[上下内])$/.test(after) && TARGET.test(text.slice(end, end + 12));
}

/** 1.2万余户左右, 1200余人以上: a figure with both signs behind its digits. */
function behindIt(
  text: string,
  { start, end, digits, after, inner }: Quantity,
): ApproximationMatch | undefined {
  if (inner === '' || !/^(?:左右|上下|以上)$/.test(after)) return undefined;
  const at = text.indexOf(inner, digits.end);
  return {
    start,
    end,
    first: { start: at, end: at + inner.length },
    second: { start: end - after.length, end },
  };
}

const LARGE = new Characters('万亿');

/** 126余人: more than a round number, which this is none. */
function behindExact(
  text: string,
  { start, end, digits, inner, han }: Quantity,
): ApproximationMatch | undefined {
  if (han || !/^[余多]$/.test(inner) || !/^[1-9]\d{0,3}[1-9]$/.test(text.slice(digits.start, digits.end)))
    return undefined;
  const at = text.indexOf(inner, digits.end);
  if (at !== digits.end) return undefined;
  const second = { start: at, end: at + 1 };
  // 197余万元: some thousands more.
  const isPart = LARGE.at(text, at + 1);
  return { start, end, first: undefined, second, ...(isPart && { severity: 'info' as const }) };
}

/** Whether the sign before a figure and the one in it or behind it say the same: 约30多人, 超过30人以上, 不到30人以内. */
function clash(before: string, { after, inner }: Quantity): boolean {
  if (ABOUT.has(before) || FLOOR.has(before)) return inner !== '' || /^(?:左右|上下|多|余|以上)$/.test(after);
  return CEILING.has(before) && /^(?:以下|以内|左右|上下)$/.test(after);
}

/** 至少20次|余震: no sign of more. 突破100余项关键技术: what is overcome, so many of it. */
function isAnotherWord(text: string, { end, after }: Quantity, before: string): boolean {
  if (after === '余' && text[end] === '震') return true;
  return before === '突破' && OVERCOME.test(text.slice(end, end + 16));
}

const OVERCOME = /^[^，。；、]{0,12}(?:技术|难题|瓶颈|壁垒|堵点|障碍|难关|研制|工艺)/;

/** 至少|需要|15天以上, 约|在|50万元左右: the sign stands before its verb. */
const APART: ReadonlyMap<string, RegExp> = new Map([
  ['以上', /(?<word>至少|最少)(?:每[天周月年][\u4e00-\u9fff]{0,2}|[\u4e00-\u9fff]{0,3})$/],
  ['左右', /(?<word>约|大致|大体)[在为]$/],
  ['上下', /(?<word>约|大致|大体)[在为]$/],
]);
/** No verb is longer. */
const REACH = 8;

function apartFrom(text: string, { start, after }: Quantity): { word: string; start: number } | undefined {
  const match = APART.get(after)?.exec(text.slice(Math.max(0, start - REACH), start));
  return match ? { word: match.groups!.word!, start: start - match[0].length } : undefined;
}
