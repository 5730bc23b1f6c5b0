/** Members whose place in the count is told by what stands elsewhere: the series around theirs, the line before, the decimals above. */
import type { Document } from '../../../engine/document.ts';
import { isBlank } from '../../../engine/paragraph.ts';
import type { Run } from '../../../language/structure/runs.ts';
import { type MarkKind, seriesMarks } from '../../../language/structure/series-marks.ts';
import { type Member, titleOf } from '../../../language/structure/structure.ts';
import { Characters } from '../../../language/text/characters.ts';
import type { Break } from './alignment.ts';
import { labelLike } from './describe.ts';

/**
 * 9、声明函 （一）… （十六）… 10、承诺书: the first of its series goes on with the one before, since the list between ends
 * where no mark says so; or with the list that a line broken in the middle ends with.
 */
export function goesOnAround({ head, members }: Run, _: Break, document: Document): boolean {
  const { paragraph, mark } = members[0]!;
  if (mark.value < 3) return false;
  // The list that the mark stands in has begun behind the member before it. 一、 1. 2. 3. 二、 4. is a slip.
  const list = mark.value < SURE ? -1 : (head.parent?.series.first.start ?? -1);
  let earlier = list < 0 ? undefined : head.before;
  for (let i = 0; i < EARLIER && earlier; i++) {
    if (earlier.members.some((member) => member.mark.value === mark.value - 1 && member.start < list))
      return true;
    earlier = earlier.before;
  }
  for (let i = paragraph.index - 1; i >= 0; i--) {
    if (document.lineAt(i)!.blank) continue;
    const last = document.lineAt(i)!.fact(seriesMarks).at(-1);
    return last?.key === mark.key && !last.lead && last.value === mark.value - 1;
  }
  return false;
}

/** 4．2投标人… 4. 3投标人…: a blank within 4.3, which 4.2 stands above of. */
export function isSplitDecimal({ members }: Run, { at, value }: Break, document: Document): boolean {
  const { paragraph, mark } = members[at]!;
  const { text } = paragraph;
  if (mark.kind !== 'arabic' || !isBlank(text.charCodeAt(mark.end))) return false;
  const second = SECOND.exec(text.slice(mark.end, mark.end + 6));
  if (!second) return false;
  const before = new RegExp(String.raw`^\s*${value}[.．] ?${Number(second[1]) - 1}(?!\d)`);
  const from = Math.max(0, paragraph.index - REACH);
  return document.linesIn(from, paragraph.index).some((one) => before.test(one.text.slice(0, REACH)));
}

/** That a smaller number is one more than some number before says little. */
const SURE = 5;
/** So many series back. */
const EARLIER = 4;
const SECOND = /^[ \u3000]{1,2}(\d{1,2})(?!\d)/;
/** Paragraphs above, and characters of a line's beginning. */
const REACH = 12;

/** 6.2（A）… 6.2（B）…, 二、身份证明（适用于无代理人的情况） 二、授权书（适用于…）: one or the other, as a model text gives them. */
export function isAlternative({ members }: Run, { at, value }: Break): boolean {
  const before = members[at - 1];
  if (before?.mark.value !== value) return false;
  return [before, members[at]!].some(({ paragraph: { text }, mark }) =>
    ALTERNATIVE.test(text.slice(mark.end, mark.end + ALTERNATIVE_REACH)),
  );
}
const ALTERNATIVE = /[（(](?:[A-DＡ-Ｄ][）)]|适用于)/;
const ALTERNATIVE_REACH = 40;

/**
 * 1. ⏎ 本协议须签字。 ⏎ 2. ⏎ …, 3.7（A）（1）… and （5）①…: the mark before has a line of its own, or stands behind another at the
 * head of its line. …管理功能；14)支持登录； ⏎ 15)…, …一是修路 ⏎ 架桥。二是…: lines broken for the page's sake, above which the list began.
 * 西周（1829— ⏎ 97）: the end of a bracket that the line above opens.
 */
export function isCutOff({ members }: Run, { at, value }: Break, document: Document): boolean {
  const member = members[at]!;
  const { paragraph, mark, label } = member;
  if (mark.kind === 'arabic-half' && mark.lead && isOpenAbove(member, document)) return true;
  const before = labelLike(member, value - 1);
  const from = Math.max(members[at - 1]?.paragraph.index ?? 0, paragraph.index - CELLS);
  for (let i = paragraph.index - 1; i >= from; i--) {
    const line = document.lineAt(i)!;
    // 主要有以下几个方面。一 ⏎ 是…
    const text = mark.kind === 'verb' ? line.text + document.lineAt(i + 1)!.content[0] : line.text;
    const index = text.lastIndexOf(before);
    // A list that has the number already goes on without this one.
    if (text.includes(label, Math.max(index, 0))) return false;
    if (index < 0) continue;
    const ahead = text.slice(0, index);
    return WITHIN_LINES.has(mark.kind)
      ? !REFERRING.test(ahead) && (mark.kind !== 'ordinal' || isOrder(text, index + before.length))
      : text.trim() === before || (index < HEAD && BEHIND_MARK.test(ahead));
  }
  return false;
}
const HEAD = 16;
const BEHIND_MARK = /^[ \u3000]*\d[\d.]*(?:[（(][A-D][）)])?$/;
/** Marks that are nothing else within a line, but for 第（二）项, 统一是, and the digits of 114). */
const WITHIN_LINES: ReadonlySet<MarkKind> = new Set([
  ...(['han-bracket', 'arabic-bracket', 'arabic-half', 'circled'] as const),
  ...(['verb', 'ordinal', 'qi'] as const),
]);
const REFERRING = /[第款统之唯\d]$/;
/** 第一，, 第一是: not 第一书记. */
const ORDERING = new Characters('，,、是要');
const isOrder = (text: string, end: number) => ORDERING.isIn(text, end - 1, end + 1);

function isOpenAbove({ paragraph }: Member, document: Document): boolean {
  const above = document.lineBefore(paragraph)?.text;
  return above !== undefined && /[（(][^（()）]{0,60}$/.test(above);
}

/** 第一部分须知 第二部分需求 第三部分办法 / 第二部分需求 …: what the text has is listed before, under the same numbers and titles. */
export function isListedBefore({ head, members }: Run, { at, value }: Break): boolean {
  const title = listedTitle(members[at]!);
  if (title.length < 2) return areRepeated(members, at);
  const isSame = (m: Member) => m.mark.value === value && listedTitle(m) === title;
  return members.slice(0, at).some(isSame) || (at === 0 && head.before?.members.some(isSame) === true);
}

/** 第一章 公告 ⇥ 2: the page on which it stands is no part of the title. */
const listedTitle = (member: Member) =>
  titleOf(member)
    .replace(/\s\d{1,3}$/, '')
    .trimEnd();

/** 附件7 附件8 … 附件13 / 附件7 …: attachments named in the cells of a list of contents, and then in their order themselves. */
function areRepeated(members: readonly Member[], at: number): boolean {
  const { kind, value } = members[at]!.mark;
  if (kind !== 'attachment' || members[at + 1]?.mark.value !== value + 1) return false;
  const earlier = members.slice(0, at);
  return [value, value + 1].every((number) => earlier.some(({ mark }) => mark.value === number));
}

/** ★（1）… ★（10）…: of the requirements of another text those that must be met, under the numbers that they have there. */
export function areStarred({ members }: Run, { at }: Break): boolean {
  return members
    .slice(Math.max(0, at - 1), at + 1)
    .every(({ paragraph: { text }, mark }) =>
      STARS.at(text, mark.start - (text[mark.start - 1] === ' ' ? 2 : 1)),
    );
}
const STARS = new Characters('★☆▲△※');

/** 审查项 ⇥ 1.执照 and ⇥ 2.授权书 in the next row: the cells of a column are counted, the first of which does not begin its line. */
export function isOfCells({ members }: Run, { at, value }: Break, document: Document): boolean {
  const member = members[at]!;
  const { index, text } = member.paragraph;
  if (text[0] !== '\t') return false;
  const before = `\t${labelLike(member, value - 1)}`;
  for (let i = index - 1; i >= 0 && i >= index - CELLS; i--)
    if (document.lineAt(i)!.text.includes(before)) return true;
  return false;
}

/** The paragraphs of a cell may be so many. */
const CELLS = 20;

/**
 * 8.声明函 / 本公司声明如下。 / 1.…: the list of one in the text below the heading before it, where the next number goes on from
 * the heading's. 一、 and 4.1 head no list of one, and 1. / 1. are both heads or both items.
 */
export function isBelowHeading({ members }: Run, { at }: Break, document: Document): boolean {
  const heading = members[at - 1];
  if (!heading || heading.mark.value === 1 || !heading.mark.kind.startsWith('arabic')) return false;
  const next = members[at + 1]?.mark.value;
  if (next !== undefined && next !== heading.mark.value + 1) return false;
  const before = heading.paragraph;
  if (before.contentEnd - before.contentStart > LONGEST_TITLE || STOPS.test(before.text)) return false;
  for (let i = before.index + 1; i < members[at]!.paragraph.index; i++) {
    const between = document.lineAt(i)!;
    if (!between.blank && between.fact(seriesMarks).length === 0) return true;
  }
  return false;
}

const LONGEST_TITLE = 30;
const STOPS = /[。；，：]/;
