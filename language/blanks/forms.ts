/** Forms and contracts: their blanks are filled in by hand. */
import { wordList } from '../text/lexicon.ts';
import type { Line } from './line.ts';

/** What only forms and contracts say. */
const FORM = wordList('blanks.form');
/** A line of a form is short; a longer one is a text that speaks of a form. */
const FORM_LENGTH = 400;
const SIGNING_LINE = /(?:^|[：:\s])(?:20)?[\s_＿]{0,12}年[\s_＿]{1,12}月[\s_＿]{1,12}日$/;
const SIGNING_LENGTH = 80;
/** 编号：, （　）字: what stands before the year of a form's number. */
const NUMBER_LABEL = String.raw`(?:(?:编|文|案|档案)号[：:]?\s*|[\u4e00-\u9fff]{1,6}字)?`;
/** 〔20　〕第　号. */
const EMPTY_NUMBER = String.raw`[〔（(［[]\s*(?:20)?\s*[〕）)］\]][字第\s]*号`;
const NUMBER_LINE = new RegExp(`^${NUMBER_LABEL}${EMPTY_NUMBER}$`);
const OWN_NUMBER = 30;

/** Whether the line is of a form or a contract, with blanks that are filled in by hand. */
export function isForm(line: Line): boolean {
  const { contentStart, contentEnd } = line.paragraph;
  return contentEnd - contentStart <= FORM_LENGTH && line.paragraph.has(FORM);
}

/** 完成时限：____年__月__日: what is to be done by then, not when somebody signs. */
const DEADLINE = /(?:时限|期限|完成时间|截止时间|报送时间|整改时间)[：:]/;

export function isSigningLine(line: Line): boolean {
  const { contentStart, contentEnd } = line.paragraph;
  if (DEADLINE.test(line.text)) return false;
  return contentEnd - contentStart <= SIGNING_LENGTH && SIGNING_LINE.test(line.paragraph.content);
}

/** （　）字第　号, 编号：〔　〕　号: the number of a form, a line of its own without an issuer. */
export function isOwnNumber(line: Line): boolean {
  const { contentStart, contentEnd } = line.paragraph;
  return contentEnd - contentStart <= OWN_NUMBER && NUMBER_LINE.test(line.paragraph.content);
}
