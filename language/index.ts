/** Official Chinese, as the engine is handed it. */
import type { LanguageReaders } from '../engine/language.ts';
import { placeholders } from './blanks/placeholders.ts';
import { isChinese } from './layout/chinese.ts';
import { documentKind } from './layout/layout.ts';
import { scan } from './text/scan.ts';

export const chinese: LanguageReaders = {
  scan,
  kind: documentKind,
  isOurs: isChinese,
  // They serve to find what was left among masked ones, and to offer values for them.
  wantsNames: placeholders,
};
