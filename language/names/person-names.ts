/** Where a person's name ends that stands where one is expected: behind a post. Nothing is recognised elsewhere. */
import type { Words } from '../../engine/language.ts';
import { ShortList } from '../text/characters.ts';
import { wordsOf } from '../text/pattern.ts';
import { isHan, isHanRun } from '../text/scan.ts';
import { COMPOUND_SURNAMES, isSurname, SURNAMES } from './surnames.ts';

/** What stands behind a name. */
const BEHIND = new ShortList(
  wordsOf(
    '同志 主持 出席 讲话 指出 强调 要求 代表 作了 作题 作重 作动 作工 致辞 宣读 通报 传达 参加 带队 调研 深入 率队 介绍 宣布',
    '就 在 对 为 等 和 与 及 一行 表示 陪同',
  ),
);

export function isNameEnd(text: string, at: number): boolean {
  return at >= text.length || !isHan(text.charCodeAt(at)) || BEHIND.isAt(text, at);
}

/**
 * The end of the name that begins at `start`: a surname with one or two characters that make no word, and what follows names; undefined
 * where there is none. 某 is nobody's.
 */
export function nameEnd(text: string, start: number, words: Words): number | undefined {
  const compound = COMPOUND_SURNAMES.has(text.slice(start, start + 2));
  if (!compound && !isSurname(text[start])) return undefined;
  for (const length of compound ? [4, 3] : [3, 2]) {
    const end = start + length;
    const written = text.slice(start, end);
    if (
      written.length < length ||
      !isHanRun(text, start, end) ||
      written.includes('某') ||
      !isNameEnd(text, end)
    )
      continue;
    const given = written.slice(compound ? 2 : 1);
    return isWord(written, words) || (given.length > 1 && isWord(given, words)) ? undefined : end;
  }
  return undefined;
}

/** Whether the dictionary has it, and not as a name. */
function isWord(text: string, words: Words): boolean {
  const tag = words.tagOf(text);
  return tag !== undefined && !tag.startsWith('nr');
}

/** Whether what stands alone in a list may be a person's name: a surname and one or two characters, or a name with ·. */
export function isPersonName(name: string): boolean {
  if (name.includes('·')) return true;
  if (name.length <= 4 && name.length > 2 && COMPOUND_SURNAMES.has(name.slice(0, 2))) return true;
  return name.length >= 2 && name.length <= 3 && SURNAMES.has(name[0]!);
}
