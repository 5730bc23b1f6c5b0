/**
 * Marks of a site sown into a sentence, so that a copy can be told from the original: letters and figures that make no word
 * (政治x2kQ8v站位), a name with a mark between any two of its characters (快*写*资*料), the address of the site
 * (改革lunwen.example.com开放). They stand directly between two Chinese characters of the author's.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { Characters, isCommonHan, ShortList } from '../../../language/text/characters.ts';
import { ONE_TO_NINE } from '../../../language/text/numerals.ts';
import { isHan, kindSet, Token } from '../../../language/text/scan.ts';

/** A shorter line is a label or a code: 型号x2kQ8v. */
const SENTENCE = 16;
const BLANKS = new Characters(' 　');

/** The marks sown into the sentences of a paragraph, by start. */
export const sownMarks = defineFact<readonly Range[]>(
  'sown marks',
  { tokens: [Token.Latin, Token.Blank, Token.Other] },
  (paragraph) => {
    const { contentStart, contentEnd, role } = paragraph;
    if (role === 'table' || contentEnd - contentStart < SENTENCE) return [];
    const { scan, text } = paragraph;
    const found: Range[] = [];
    let until = contentStart;
    for (let i = scan.next(SOWN, 0); i < scan.count; i = scan.next(SOWN, i + 1)) {
      const start = scan.start(i);
      if (start < until) continue;
      const range =
        scan.kind(i) === Token.Latin
          ? oddWords(text, start)
          : (spacedName(text, start) ?? flankedName(text, start));
      if (!range || range.start < until) continue;
      found.push(range);
      until = range.end;
    }
    return found;
  },
);

const SOWN = kindSet(Token.Latin, Token.Blank, Token.Other);

/** Longest string that is looked at, UTF-16 units. */
const LONGEST = 40;
/** Such a word goes from small to capital letters or figures at nearly every character, a long one at every other. */
const SHORTEST_ODD = 4;
const LONG_ODD = 8;
const SHARE_SHORT = 0.8;
const SHARE_LONG = 0.5;
/** What an author writes such a word behind: 初始密码为a1b2c3. */
const CODED = new ShortList(
  '密码 口令 账号 帐号 验证码 提取码 编码 代码 编号 批号 单号 型号 序列 变量 参数 哈希 校验 标识 注册码 格式'.split(
    ' ',
  ),
);
const CODED_REACH = 12;
/** No code that somebody names is so long. */
const NO_CODE = 14;

/** One or more odd words between Chinese characters, blanks around and between them allowed. */
function oddWords(text: string, from: number): Range | undefined {
  let start = from;
  while (from - start < LONGEST && isWordUnit(text.charCodeAt(start - 1))) start--;
  let end = start;
  let words = 0;
  for (let at = start; at - start < LONGEST; at = outOf(BLANKS, text, end, 1)) {
    let to = at;
    while (to - at < LONGEST && isWordUnit(text.charCodeAt(to))) to++;
    if (to === at) break;
    if (!isOdd(text.slice(at, to).normalize('NFKC'))) return undefined;
    end = to;
    words++;
  }
  // A single one before a comma may name something: 推广a1b2c3，….
  const isSown =
    isBetweenHan(text, start, end) ||
    (words > 1 && isBeforeStop(text, start, end)) ||
    (end - start >= NO_CODE && isBesideStop(text, start, end));
  if (words === 0 || !isSown) return undefined;
  if (CODED.isIn(text, Math.max(0, start - CODED_REACH), start)) return undefined;
  return { start, end };
}

const STOPS = new Characters('，。；、：！？');

/** A comma on one side and the author's character on the other: ，aHR0cHM6Ly9nb25n加快…. */
const isBesideStop = (text: string, start: number, end: number) =>
  isBeforeStop(text, start, end) || (STOPS.at(text, start - 1) && isHan(text.charCodeAt(end)));

const isBeforeStop = (text: string, start: number, end: number) =>
  isHan(text.charCodeAt(outOf(BLANKS, text, start - 1, -1))) && STOPS.at(text, outOf(BLANKS, text, end, 1));

/** A letter or figure, ASCII or full-width. */
function isWordUnit(code: number): boolean {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return (
    (narrow >= 0x30 && narrow <= 0x39) ||
    (narrow >= 0x41 && narrow <= 0x5a) ||
    (narrow >= 0x61 && narrow <= 0x7a)
  );
}

/** `x2kQ8v`, `8f3a`; not `iPhone15`, `5GtoB`, `H7N9`: small letters among them, and hardly two of a kind beside each other. */
function isOdd(word: string): boolean {
  if (word.length < SHORTEST_ODD || !/[a-z]/.test(word) || !/\d/.test(word)) return false;
  let changes = 0;
  for (let i = 1; i < word.length; i++) if (kindOf(word, i) !== kindOf(word, i - 1)) changes++;
  const share = changes / (word.length - 1);
  return word.length < LONG_ODD
    ? share > SHARE_SHORT
    : share >= SHARE_LONG && /[A-Z]/.test(word) && /\d\D+\d/.test(word);
}

function kindOf(word: string, at: number): 0 | 1 | 2 {
  const code = word.charCodeAt(at);
  return code < 0x3a ? 0 : code < 0x5b ? 1 : 2;
}

/** What is set between the characters of a name. `·` and `、` are at home there, dashes join units. */
const MARKS = new Characters('|｜*＊~～^_＿#＃@＠\\$');
/** So many marks make a name a sown one. */
const LEAST_MARKS = 3;
/** 某*县*镇*村, *年*月*日: what is masked, not decorated. */
const MASKED = new Characters(`省市县区乡镇村组户年月日时分人名次个元亿万千百十${ONE_TO_NINE}〇两`);

/** `~妙|笔|网~`, `快*写*资*料`: from the first mark or character to the last. */
function spacedName(text: string, from: number): Range | undefined {
  if (!MARKS.at(text, from)) return undefined;
  let marks = 1;
  let end = from + 1;
  while (end - from < LONGEST && isHan(text.charCodeAt(end)) && MARKS.at(text, end + 1)) {
    if (MASKED.at(text, end)) return undefined;
    marks++;
    end += 2;
  }
  if (marks < LEAST_MARKS) return undefined;
  // 快*写*资*料: all marks alike stand between the characters, so that the first and the last belong to the name.
  const alike = new Set(text.slice(from, end).replace(/[\u4e00-\u9fff]/g, '')).size === 1;
  if (!alike) return isBetweenHan(text, from, end) ? { start: from, end } : undefined;
  if (MASKED.at(text, from - 1) || MASKED.at(text, end)) return undefined;
  // The name is of common characters: one of two units is the author's.
  if (!isCommonHan(text.charCodeAt(from - 1)) || !isCommonHan(text.charCodeAt(end))) return undefined;
  return { start: from - 1, end: end + 1 };
}

/** What nobody sets around a name twice over: @#公文通#@. Stars and hashes alone stand for what is masked. */
const FLANKED = /([@&~^$|\\#*=＠＃～]{2,6})[\u4e00-\u9fff]{2,8}([@&~^$|\\#*=＠＃～]{2,6})/y;
const ODD = /[@&^$|\\~＠～]/;

function flankedName(text: string, from: number): Range | undefined {
  FLANKED.lastIndex = from;
  const m = FLANKED.exec(text);
  if (!m || !ODD.test(m[1]!) || !ODD.test(m[2]!)) return undefined;
  return { start: from, end: from + m[0].length };
}

/** Whether Chinese characters stand on both sides, blanks apart. */
export function isBetweenHan(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(outOf(BLANKS, text, start - 1, -1));
  const behind = text.charCodeAt(outOf(BLANKS, text, end, 1));
  return isHan(before) && isHan(behind);
}

function outOf(blanks: Characters, text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (blanks.at(text, at)) at += step;
  return at;
}
