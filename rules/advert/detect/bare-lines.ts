/** Short lines that are worth a reading without a telling word: by the characters they are written in, or by how they begin and end. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters, DIGITS } from '../../../language/text/characters.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';
import { registerOf } from './register.ts';
import { POSTED } from './shapes.ts';

/** A line without a word of ours is looked at if it is this short and begins as programs begin theirs. */
const BARE_LENGTH = 60;

const BEGINNINGS = new Characters(DIGITS, '-—–－·|/pP★☆→←↑↓');
/** A date or time as programs print it, a size, a page of pages, a telephone number; behind a list mark anything. */
const BARE_FORMS = [
  '^[-·|/★☆→←↑↓]',
  // —— 3
  String.raw`^[—–－]{1,2}\s?\d`,
  String.raw`^page\s?\d`,
  // 2024-05
  String.raw`\d{4}[-/.]\d{1,2}`,
  String.raw`\d\s?[KM]B`,
  // 3/12
  String.raw`^\d{1,3}\s?\/`,
  // 138****0000
  String.raw`\d[-*]{1,4}\d{3}`,
  String.raw`^\d{1,8}\s?[次人页篇+]`,
];
const BARE = new RegExp(BARE_FORMS.join('|'), 'i');
/** A line without a word of ours that ends as the names of files and of collections do: 工作计划.docx, 工作报告6篇. */
const ENDINGS = /\.(?:docx?|pdf|pptx?|wps|txt)$|\d{1,3}\s?篇$|_第\d{1,4}页$/i;
/** 主页 » 材料中心 » 组织人事: a trail of at least two steps. */
const TRAIL = /^[^，。；<]{2,14}\s?[»›＞>]\s?[^，。；<]{2,14}\s?[»›＞>]/;
/** Share this page, PDF | Print | Email: letters alone, at least two words of them. */
const LATIN_WORD = '[A-Za-z]{2,20}';
const SIGN = String.raw`[\x20-\x7e©®·•|»›–—]`;
const FOREIGN = new RegExp(`^${SIGN}{0,4}${LATIN_WORD}${SIGN}{1,4}${LATIN_WORD}${SIGN}{0,60}$`);
const THE_END = /^[-—–=~·*\s]{0,6}(?:the\s)?end[-—–=~·*\s!！]{0,6}$/i;
const ENDS_OF_NAMES = new Characters('cCxXfFtTsS篇页');

export const isLong = ({ contentStart, contentEnd }: Paragraph): boolean =>
  contentEnd - contentStart > BARE_LENGTH;

/** 码字不易，打赏随意: whether the characters of a line are those of leftovers. */
export const isWrittenAsLeftover = ({ text, contentStart, contentEnd }: Paragraph): boolean =>
  registerOf(text, contentStart, contentEnd) > 0;

/** Of a short line without a telling word: whether it is a row of a table, or a sentence without a number, a letter or a bar that a program could have set. */
export function isAuthors({ text, contentEnd, content, scan }: Paragraph): boolean {
  if (SENTENCE_END.at(text, contentEnd - 1) && !scan.hasAny(MECHANICAL, 0)) return true;
  return TABLE_ROW.test(content);
}

/** Whether a line is drawn between two parts of a text, which in Markdown is a mark of its own, or is a row of a table. */
export const isRuling = ({ content }: Paragraph): boolean => RULING.test(content) || WHOLE_ROW.test(content);
const RULING = /^[-—–*_=~·.…\s]+$/;
/** | 1 | 建设人才公寓 | 县住建局 |: a row of a table as Markdown draws it. */
const TABLE_ROW = /^\|[^|]{0,80}\|[^|]{0,80}\|/;
/** The same with no more than what a heading and its cell say. */
const WHOLE_ROW = /^\|[^|]{1,80}\|[^|]{8,80}\|$/;
const SENTENCE_END = new Characters('。；');
const MECHANICAL = kindSet(Token.Digits, Token.Latin, Token.Other);

const POSTED_FIRST = new Characters(DIGITS, '昨今前');

/** Whether a line without a word of ours begins or ends as programs begin and end theirs. */
export function isBare({ text, contentStart, contentEnd, content }: Paragraph): boolean {
  return (
    TRAIL.test(content) ||
    (POSTED_FIRST.at(text, contentStart) && POSTED.test(content)) ||
    FOREIGN.test(content) ||
    THE_END.test(content) ||
    (BEGINNINGS.at(text, contentStart) && BARE.test(content)) ||
    (ENDS_OF_NAMES.at(text, contentEnd - 1) && ENDINGS.test(content))
  );
}
