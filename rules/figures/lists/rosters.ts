/**
 * Names listed below a heading that says how many they are: 优秀共产党员（15名） over lines of names. How many there are is read only where
 * the lines leave no doubt.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPersonName } from '../../../language/names/person-names.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';

/** A number of persons or bodies as written. The range is that of the number with its measure word, relative to the paragraph. */
export interface RosterCount extends Range {
  readonly count: number;
  readonly digits: string;
  readonly measure: string;
}

/** What heads a roster: what it is a list of, and the number that the heading gives, if it does. */
export interface RosterHead {
  readonly title: string;
  readonly says: RosterCount | undefined;
}

const DIGITS = String.raw`(?<digits>\d{1,3}|[${ONE_TO_TEN}]{1,3})`;
/** 一、优秀共产党员|（15名）, 先进集体|（共8个）：. */
const HEAD = new RegExp(
  `^[^，。；：]{2,34}[（(](?<lead>共计?)?${DIGITS}(?<measure>[名个人家位户所])[）)][：:]?$`,
);

/** 授予下列|8名|同志“岗位能手”称号：, over the names. */
const ANNOUNCES = new RegExp(`(?:下列|以下)${DIGITS}(?<measure>[名个家位户])[^，。；：]{2,24}[：:]$`, 'd');

export const rosterHeads = defineFact<readonly RosterHead[]>('roster heads', (paragraph) => {
  const { contentStart, contentEnd } = paragraph;
  const { content } = paragraph;
  const announced = /[：:]$/.test(content) ? ANNOUNCES.exec(content) : null;
  if (announced) {
    const { digits, measure } = announced.groups!;
    const says = countAt(contentStart + announced.indices!.groups!.digits![0], digits!, measure!);
    return says ? [{ title: content, says }] : [];
  }
  if (contentEnd - contentStart > LONGEST_HEAD) return [];
  if (/^[^，。；：、“]{2,34}名单$/.test(content)) return [{ title: content, says: undefined }];
  if (!/[）)][：:]?$/.test(content)) return [];
  const groups = HEAD.exec(content)?.groups;
  if (!groups) return [];
  const open = Math.max(content.lastIndexOf('（'), content.lastIndexOf('('));
  const start = contentStart + open + 1 + (groups.lead ?? '').length;
  const says = countAt(start, groups.digits!, groups.measure!);
  return says ? [{ title: content.slice(0, open), says }] : [];
});

function countAt(start: number, digits: string, measure: string): RosterCount | undefined {
  const count = readNumber(digits);
  if (count === undefined || count < 2) return undefined;
  return { start, end: start + digits.length + measure.length, count, digits, measure };
}

const LONGEST_HEAD = 40;

/** How many the text says that a roster lists, and which: by a title, by whom it praises, or by the roster's own name. */
interface Saying {
  readonly says: RosterCount;
  /** 先进集体, of 授予清溪镇等10个单位“先进集体”称号. */
  readonly confers: string | undefined;
  /** 单位, of 对清河县信访局等12个单位予以通报表扬. */
  readonly praises: string | undefined;
  /** What stands before （12个） in the note on the attachments, up to 名单. */
  readonly names: string;
}

const MEASURE = '(?<measure>[名个家位户])';
const CONFERS = new RegExp(
  String.raw`等${DIGITS}${MEASURE}[^，。；“”\d]{0,10}“(?<confers>[^”]{2,24})”`,
  'dg',
);
const PRAISES = new RegExp(
  String.raw`等${DIGITS}${MEASURE}(?<praises>[\u4e00-\u9fff]{2,4}?)(?:予以|给予|进行)[^，。；]{0,6}(?:表[扬彰]|奖励|嘉奖|记功)`,
  'dg',
);
const LIST = '名单';
const NOTED = new RegExp(`${LIST}[（(]共?${DIGITS}${MEASURE}[）)]`, 'dg');
const LONGEST_TITLE = 34;

/** By a word that stands where the pattern matches. */
const SAYINGS: readonly (readonly [word: string, pattern: RegExp])[] = [
  ['授予', CONFERS],
  ['予', PRAISES],
  [LIST, NOTED],
];

const sayings = defineFact<readonly Saying[]>('sayings of rosters', ({ text }) => {
  const found: Saying[] = [];
  for (const [word, pattern] of SAYINGS) {
    if (!text.includes(word)) continue;
    for (const { index, groups, indices } of text.matchAll(pattern)) {
      const { digits, measure, confers, praises } = groups!;
      const says = countAt(indices!.groups!.digits![0], digits!, measure!);
      const names = word === LIST ? text.slice(Math.max(0, index - LONGEST_TITLE), index + LIST.length) : '';
      if (says) found.push({ says, confers, praises, names });
    }
  }
  return found;
});

/** A number that the text gives a roster below, with the paragraph that says it. */
export interface Conferral {
  readonly paragraph: Paragraph;
  readonly says: RosterCount;
}

/** What the paragraphs above a roster say of it: the title that they confer stands in the roster's, or is the roster's. */
export function* conferralsOf(
  document: Document,
  { index }: Paragraph,
  head: RosterHead,
): Generator<Conferral> {
  for (const paragraph of document.paragraphsWith(sayings)) {
    if (paragraph.index >= index) return;
    for (const saying of paragraph.fact(sayings))
      if (isOf(saying, head)) yield { paragraph, says: saying.says };
  }
}

const OF_BODIES = /集体|单位|企业|组织|班组/;
const OF_PERSONS = /个人|同志|人员|标兵|工作者|党员/;

function isOf({ confers, praises, names }: Saying, { title }: RosterHead): boolean {
  if (confers !== undefined) return title.includes(confers);
  if (praises === undefined) return names.endsWith(title);
  return [OF_BODIES, OF_PERSONS].some((kind) => kind.test(title) && kind.test(praises));
}

/** One entry of a roster: who it is, and the rest of its line. The range is absolute. */
export interface RosterEntry extends Range {
  readonly name: string;
  /** 县水利局科长 beside 何　川; empty where names stand alone. */
  readonly post: string;
}

/** What is listed, and the lines it stands in. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly first: Paragraph;
  readonly last: Paragraph;
}

/** A line of a roster has nothing but names and blanks, or names parted by 、. A comma parts two posts of one person. */
const LINE = /^[\u4e00-\u9fff·•（）()“”\s　、]{2,}$/;
/** 1.李建国: the number of an entry. */
const NUMBERED = /^\d{1,3}[.．、]\s?(?=[\u4e00-\u9fff])/;
/** （按姓氏笔画排序） */
const NOTE = /^[（(][^（）()]{2,20}[）)]$/;
/** What begins the next part, or ends the list: 二、…, 附件2. */
const NEXT = new RegExp(
  String.raw`^(?:[${ONE_TO_TEN}]{1,3}[、.．]|[（(][${ONE_TO_TEN}\d]{1,3}[）)]|附件|附表|第[${ONE_TO_TEN}]{1,3}[章节部])`,
);
const MOST_LINES = 200;

/** The roster below a heading; undefined where its lines can be read in two ways. */
export function rosterBelow(document: Document, head: Paragraph): Roster | undefined {
  const lines: Paragraph[] = [];
  for (const line of linesBelow(document, head)) {
    if (NEXT.test(line.content) || line.fact(rosterHeads).length > 0) break;
    if (NOTE.test(line.content)) continue;
    const isListed = LINE.test(line.content.replace(NUMBERED, ''));
    // Behind a blank line a signature may stand as well as more of the list.
    const isApart = lines.length > 0 && document.paragraphs[line.index - 1]!.blank;
    if (isApart && !isListed) break;
    if (isApart || !isListed) return undefined;
    lines.push(line);
  }
  return lines.length === 0 ? undefined : rosterOf(lines);
}

function* linesBelow({ paragraphs }: Document, { index }: Paragraph): Generator<Paragraph> {
  for (const line of paragraphs.slice(index + 1, index + 1 + MOST_LINES)) if (!line.blank) yield line;
}

function rosterOf(lines: readonly Paragraph[]): Roster | undefined {
  const rows = lines.map(entriesOf);
  if (rows.some((row) => row === undefined)) return undefined;
  const names = (rows as RosterEntry[][]).flat();
  const entries =
    arePersons(names) || areOrganisations(rows as RosterEntry[][]) ? names : postedPersons(lines);
  return entries && { entries, first: lines[0]!, last: lines.at(-1)! };
}

/** 张晓东　刘　洋 as 张晓东, 刘洋; undefined where single characters do not pair. */
function entriesOf({ content, start, contentStart }: Paragraph): RosterEntry[] | undefined {
  const entries: RosterEntry[] = [];
  let open: Range | undefined;
  const from = NUMBERED.exec(content)?.[0].length ?? 0;
  for (const { 0: token, index } of content.slice(from).matchAll(/[^\s　、]+/g)) {
    const at = start + contentStart + from + index;
    const end = at + token.length;
    if (token.length > 1 && !open) entries.push({ start: at, end, name: token, post: '' });
    else if (token.length > 1) return undefined;
    else if (!open) open = { start: at, end };
    else {
      const first = content[open.start - start - contentStart]!;
      entries.push({ start: open.start, end, name: first + token, post: '' });
      open = undefined;
    }
  }
  return open ? undefined : entries;
}

/** 刘　洋　县住房和城乡建设局质安站站长, a person a line, with the organ or post behind the name; undefined if any line is otherwise. */
function postedPersons(lines: readonly Paragraph[]): RosterEntry[] | undefined {
  const entries: RosterEntry[] = [];
  for (const { content, start, contentStart } of lines) {
    const line = POSTED.exec(content)?.groups;
    const name = line?.name?.replace(/[\s　]/g, '');
    const post = line?.post;
    if (!line || !name || !post || !isPersonName(name) || post.split(/[\s　、]+/).some(isPersonName))
      return undefined;
    const at = start + contentStart + line.mark!.length;
    entries.push({ start: at, end: at + line.name!.length, name, post });
  }
  return entries;
}
const NAME_OF_TWO = String.raw`[\u4e00-\u9fff][\s　]{1,4}[\u4e00-\u9fff]`;
const NAME = String.raw`[\u4e00-\u9fff][\u4e00-\u9fff·]{1,5}`;
const POST = String.raw`[\u4e00-\u9fff（）()、\s　]{4,40}`;
const POSTED = new RegExp(
  String.raw`^(?<mark>(?:\d{1,3}[.．、]\s?)?)(?<name>${NAME_OF_TWO}|${NAME})[\s　]{1,12}(?<post>${POST})$`,
);

const arePersons = (entries: readonly RosterEntry[]): boolean =>
  entries.every(({ name }) => isPersonName(name));

/** Of one kind, as their last character shows, or an organ a line: a person's name and the organ beside it are not. */
function areOrganisations(rows: readonly (readonly RosterEntry[])[]): boolean {
  const entries = rows.flat();
  const end = entries[0]!.name.at(-1);
  if (PLACES.at(end!, 0) && entries.every(({ name }) => name.at(-1) === end)) return true;
  if (entries.some(({ name }) => name.length < SHORTEST_ORGANISATION)) return false;
  return (
    entries.every(({ name }) => name.at(-1) === end) ||
    (rows.length > 1 &&
      rows.every((row) => row.length === 1 && ORGANS.at(row[0]!.name, row[0]!.name.length - 1)))
  );
}

/** With what the name of an organ, a company, a place ends. */
const ORGANS = new Characters('科股系班庭局委办部厅府会院校所站队社厂司行处室组团园馆心村区镇乡道场店台矿库');
const SHORTEST_ORGANISATION = 4;
/** 石门村　桃源村: as short as a person's name, and none. */
const PLACES = new Characters('村镇乡县');
