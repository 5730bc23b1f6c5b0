/** How numbers and accounts of somebody who wants to be found are written, plainly and so that no filter sees them. */
import { ONE_TO_NINE } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

/** 12345678, １２３４５６７８, 1 3 8 0 0 …, 八八六六七七五五, 捌捌陆陆…, 三七二八 九一五六, ①③⑧⓪⓪ …: the source of a pattern. */
export const ACCOUNT_DIGITS = anyOf(
  '[\\d０-９]{5,12}',
  '\\d(?:[\\s·.-]\\d){4,11}',
  `[〇零${ONE_TO_NINE}壹贰叁肆伍陆柒捌玖幺两](?:[\\s·.、-]?[〇零${ONE_TO_NINE}壹贰叁肆伍陆柒捌玖幺两]){5,11}`,
  '[①-⑨⓪❶-❾]{5,12}',
);

/** wenmi_888, gwxz8866: a name of the platform's. */
const ACCOUNT_NAME = '[A-Za-z][A-Za-z0-9_-]{4,19}';

const ACCOUNT = new RegExp(
  `[号群码是为]{0,2}[:：\\s]{0,4}[（(“"]?${anyOf(ACCOUNT_DIGITS, ACCOUNT_NAME)}[）)”"]?`,
  'y',
);

/** Where an account that begins at `at` ends, 0 if there is none: `QQ：12345678`, `微信 abc12345`. */
export function accountAt(text: string, at: number): number {
  ACCOUNT.lastIndex = at;
  return ACCOUNT.test(text) ? ACCOUNT.lastIndex : 0;
}
