/**
 * Names listed below a heading that says how many they are: 优秀共产党员（15名） over lines of names. How many there are is read only where
 * the lines leave no doubt.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../../../language/names/surnames.ts';
import { ONE_TO_TEN, readNumber } from '../../../language/text/numerals.ts';

/** The number in a heading. The range is that of the number with its measure word, relative to the paragraph. */
export interface RosterHead extends Range {
  readonly count: number;
  readonly digits: string;
  readonly measure: string;
}

/** 一、优秀共产党员|（15名）, 先进集体|（共8个）：. */
const HEAD = new RegExp(
  String.raw`^[^，。；：]{2,34}[（(](?<lead>共计?)?(?<digits>\d{1,3}|[${ONE_TO_TEN}]{1,3})(?<measure>[名个人家位户所])[）)][：:]?$`,
);

export const rosterHeads = defineFact<readonly RosterHead[]>('roster heads', (paragraph) => {
  const { content, contentStart } = paragraph;
  if (content.length > LONGEST_HEAD || !/[）)][：:]?$/.test(content)) return [];
  const groups = HEAD.exec(content)?.groups;
  if (!groups) return [];
  const count = readNumber(groups.digits!);
  if (count === undefined || count < 2) return [];
  const open = Math.max(content.lastIndexOf('（'), content.lastIndexOf('('));
  const start = contentStart + open + 1 + (groups.lead ?? '').length;
  const { digits, measure } = groups as { digits: string; measure: string };
  return [{ start, end: start + digits.length + measure.length, count, digits, measure }];
});

const LONGEST_HEAD = 40;

/** What is listed: how many, and the lines it stands in. */
export interface Roster {
  readonly count: number;
  readonly first: Paragraph;
  readonly last: Paragraph;
}

/** A line of a roster has nothing but names and blanks, or names parted by 、. */
const LINE = /^[\u4e00-\u9fff·•（）()“”\s　、]{2,}$/;
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
    const isListed = LINE.test(line.content);
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
  const rows = lines.map(({ content }) => entriesOf(content));
  if (rows.some((row) => row === undefined)) return undefined;
  const entries = (rows as string[][]).flat();
  if (!arePersons(entries) && !areOrganisations(entries)) return undefined;
  return { count: entries.length, first: lines[0]!, last: lines.at(-1)! };
}

/** 张晓东　刘　洋 as 张晓东, 刘洋; undefined where single characters do not pair. */
function entriesOf(content: string): string[] | undefined {
  const entries: string[] = [];
  let open = '';
  for (const token of content.split(/[\s　、]+/)) {
    if (token.length === 1) {
      if (open) entries.push(open + token);
      open = open ? '' : token;
    } else if (open) return undefined;
    else if (token) entries.push(token);
  }
  return open ? undefined : entries;
}

function arePersons(entries: readonly string[]): boolean {
  return entries.every(
    (name) =>
      name.includes('·') ||
      (name.length <= 4 && COMPOUND_SURNAMES.has(name.slice(0, 2))) ||
      (name.length >= 2 && name.length <= 3 && SURNAMES.has(name[0]!)),
  );
}

/** Of one kind, as their last character shows: a person's name and the organ beside it are not. */
function areOrganisations(entries: readonly string[]): boolean {
  const [first] = entries;
  return entries.every((name) => name.length >= SHORTEST_ORGANISATION && name.at(-1) === first!.at(-1));
}

const SHORTEST_ORGANISATION = 4;
