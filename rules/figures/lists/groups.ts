/**
 * The members of a group by name: 组长：甲；副组长：乙、丙；成员：丁、戊, on one line or on several, 由5人组成，成员为：甲、乙…, or one to a line with
 * his post behind him. What has anything else in it is not read.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPersonName } from '../../../language/names/person-names.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

const GROUP_WORDS = wordList('figures.group');

/** A name where it stands, from the document's beginning. */
export interface Named extends Range {
  readonly name: string;
  /** What stands behind it in brackets: two of one name are told apart by it. */
  readonly note: string;
}

/** A number of people that a group is said to have: 由7人组成. From the document's beginning. */
export interface Said extends Range {
  readonly digits: string;
  readonly count: number;
}

export interface Group {
  /** All, in text order. */
  readonly names: readonly Named[];
  /** Those behind 成员. */
  readonly members: number;
  readonly said: Said | undefined;
}

/** Where the names of members begin: 成　员：|, 委　员：|, 由7人组成，成员为：|, 由3人组成：|. */
const MEMBERS =
  /(?:[成委][ 　]{0,4}员(?:分别)?(?:为|是|有|包括|名单)?|组成(?:，(?:分别(?:是|为)|即|名单如下))?)[：:]/g;

/** Offsets in the paragraph behind the words that lead to the members' names. At most one: two groups on a line are not told apart. */
export const memberHeads = defineFact<readonly Range[]>(
  'member heads',
  { words: [GROUP_WORDS] },
  ({ text, role }) => {
    if (role === 'table') return [];
    const all = [...text.matchAll(MEMBERS)].map(({ index, 0: head }) => ({
      start: index,
      end: index + head.length,
    }));
    return all.length === 1 ? all : [];
  },
);

const POSTS = anyOf(String.raw`组\s{0,4}长 队\s{0,4}长 主\s{0,4}任 总指挥 秘书长 召集人 顾\s{0,4}问`);
/** 组　长：甲, 副组长：乙、丙. */
const ROLE_HEAD = String.raw`(?:(?:常务|第一)\s?)?(?:副\s{0,4})?${POSTS}[：:]`;
const ROLE = new RegExp(String.raw`(?<=^|[；;。，,：:\s])${ROLE_HEAD}`, 'g');
const ROLE_LINE = new RegExp(String.raw`^\s{0,12}${ROLE_HEAD}`);
/** Lines of roles above the members. */
const ABOVE = 8;

/** The group whose members are listed in the paragraph; undefined where not all of it is names. */
export function groupAt(document: Document, paragraph: Paragraph): Group | undefined {
  const [head] = paragraph.fact(memberHeads);
  const beside = head && membersIn(paragraph, head.end, segmentEnd(paragraph.text, head.end));
  const members = beside && [...beside, ...namesBelow(document, paragraph)];
  if (!members || members.length < 2) return undefined;
  const leaders = leadersIn(paragraph, head.start) ?? leadersAbove(document, paragraph);
  const names = [...(leaders ?? []), ...members];
  const first = document.paragraphAt(names[0]!.start);
  return {
    names,
    members: members.length,
    said: saidBefore(document, first, names[0]!.start),
  };
}

function segmentEnd(text: string, from: number): number {
  const stop = /[；;。]/.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

/** The names between two offsets, or one with his post; undefined where that is not all. */
const membersIn = (paragraph: Paragraph, from: number, to: number): Named[] | undefined =>
  namesIn(paragraph, from, to) ?? postedIn(paragraph, from, to);

/** 周　涛　县委宣传部副部长 */
const POSTED = new RegExp(
  [
    String.raw`^\s{0,12}(?<name>[\u4e00-\u9fff](?:\s{0,2}[\u4e00-\u9fff]){1,3}?)`,
    String.raw`\s{1,8}(?<post>[\u4e00-\u9fff、（）\s]{4,40})$`,
  ].join(''),
  'd',
);

/** One person, and the post that stands where others have a bracket. */
function postedIn({ text, start }: Paragraph, from: number, to: number): Named[] | undefined {
  const match = POSTED.exec(text.slice(from, to));
  if (!match) return undefined;
  const { name, post } = match.groups as { name: string; post: string };
  const plain = name.replace(/\s/g, '');
  if (!isPersonName(plain)) return undefined;
  const [at, end] = match.indices!.groups!.name!;
  return [{ start: start + from + at, end: start + from + end, name: plain, note: post.trim() }];
}

/** 周涛（县委宣传部副部长）: a line of names that all have a bracket. */
function notedIn(line: Paragraph): Named[] | undefined {
  const names = namesIn(line, 0, line.contentEnd);
  return names?.every(({ note }) => note !== '') ? names : undefined;
}

/** The names between two offsets; undefined where something else stands among them. */
function namesIn({ text, start }: Paragraph, from: number, to: number): Named[] | undefined {
  const found: Named[] = [];
  let half: Named | undefined;
  for (const { index, groups } of text.slice(from, to).matchAll(TOKEN)) {
    const { role = '', name, note = '' } = groups as { role?: string; name: string; note?: string };
    const at = start + from + index + role.length;
    const read = { start: half?.start ?? at, end: at + name.length, name: (half?.name ?? '') + name, note };
    // 刘　洋
    half = !half && name.length === 1 ? read : undefined;
    if (half) continue;
    if (!isPersonName(read.name)) return undefined;
    found.push(read);
  }
  return half ? undefined : found;
}
/** 李　明, 李明（县财政局局长）, 组长|李明. */
const TOKEN = new RegExp(
  [
    String.raw`(?<role>副?(?:组长|队长|主任|总指挥)|成员|委员)?(?<name>[^、，,\s　（）()]+)`,
    '(?:[（(](?<note>[^（）()]*)[）)])?',
  ].join(''),
  'g',
);

/** 组长：甲；副组长：乙；|成员：…: the leaders told before it in its paragraph. */
function leadersIn(paragraph: Paragraph, to: number): Named[] | undefined {
  const { text } = paragraph;
  const names: Named[] = [];
  for (const { index, 0: role } of text.slice(0, to).matchAll(ROLE)) {
    const from = index + role.length;
    const read = namesIn(paragraph, from, Math.min(to, segmentEnd(text, from)));
    if (read) names.push(...read);
  }
  return names.length > 0 ? names : undefined;
}

function leadersAbove({ paragraphs }: Document, { index }: Paragraph): Named[] | undefined {
  const names: Named[] = [];
  for (let i = index - 1; i >= 0 && i >= index - ABOVE; i--) {
    const line = paragraphs[i]!;
    const role = ROLE_LINE.exec(line.text)?.[0].length;
    const read =
      role === undefined ? postedIn(line, 0, line.contentEnd) : membersIn(line, role, line.contentEnd);
    if (!read) break;
    names.unshift(...read);
  }
  return names.length > 0 ? names : undefined;
}

/** 　　　　张三　李四: more names on the lines below. */
function namesBelow({ paragraphs }: Document, paragraph: Paragraph): Named[] {
  const names: Named[] = [];
  if (/[；;。]/.test(paragraph.text.at(paragraph.contentEnd - 1) ?? '')) return names;
  for (let i = paragraph.index + 1; i < paragraphs.length; i++) {
    const line = paragraphs[i]!;
    const read = /^[ 　]{4}/.test(line.text)
      ? membersIn(line, 0, line.contentEnd)
      : (postedIn(line, 0, line.contentEnd) ?? notedIn(line));
    if (!read || read.length === 0) break;
    names.push(...read);
  }
  return names;
}

const SAID = new RegExp(
  String.raw`由(\d{1,2}|[${ONE_TO_TEN}]{1,3})[人名位](?:同志|成员|委员|专家|代表|人员)?组成`,
  'g',
);
/** How far before the first name the number stands. */
const REACH = 60;

/** 由7人组成, in the paragraph before its first name or on the line above. */
function saidBefore({ paragraphs }: Document, first: Paragraph, at: number): Said | undefined {
  const above = paragraphs[first.index - 1];
  return lastSaid(first, at - first.start) ?? (above && lastSaid(above, above.contentEnd));
}

function lastSaid({ text, start }: Paragraph, to: number): Said | undefined {
  const from = Math.max(0, to - REACH);
  const match = [...text.slice(from, to).matchAll(SAID)].at(-1);
  if (!match) return undefined;
  const digits = match[1]!;
  const at = start + from + match.index + 1;
  return { start: at, end: at + digits.length + 1, digits, count: readNumber(digits) ?? 0 };
}
