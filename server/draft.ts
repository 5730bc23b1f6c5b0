/** Whether what is open is a draft at all, and one that can be read. */
import type { LintedDocument } from '../rules/index.ts';

const HAN = /[\u4e00-\u9fff]/;

/** Whether a text is a draft and not, as far as one can tell from so little, a list of packages. */
export function isDraft(lint: LintedDocument): boolean {
  return lint.isOurs && lint.document.paragraphs.some(({ source }) => HAN.test(source));
}

/** So many characters at the beginning show whether a text can be read. */
const SAMPLE = 4000;
/** Fewer than this may be slips in a text that can be read. */
const FEW_UNREADABLE = 8;

/**
 * Whether a text is one of another encoding read as UTF-8: of what is not ASCII, a good part is no character at all. In a text that can be
 * read and has lost a few characters they are rare.
 */
export function isGarbled({ paragraphs }: LintedDocument['document']): boolean {
  let unreadable = 0;
  let beyondAscii = 0;
  let seen = 0;
  for (const { source } of paragraphs) {
    for (let i = 0; i < source.length && seen < SAMPLE; i++, seen++) {
      const code = source.charCodeAt(i);
      if (code === 0xfffd) unreadable++;
      else if (code > 0x7f) beyondAscii++;
    }
    if (seen >= SAMPLE) break;
  }
  return unreadable >= FEW_UNREADABLE && unreadable * 4 > beyondAscii;
}
