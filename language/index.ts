/** Official Chinese, as the engine is handed it. */
import type { EngineWords, LanguageReaders } from '../engine/language.ts';
import { placeholders } from './blanks/placeholders.ts';
import { isChinese } from './layout/chinese.ts';
import { documentKind } from './layout/layout.ts';
import { scan } from './text/scan.ts';

const says: EngineWords = {
  unread: (length, read) => `这一行有 ${length} 个字符，${read} 个以后的没有检查；分段之后再检查`,
  unsaid: (ruleId) => `规则 ${ruleId} 在此处有发现，但说明时出错`,
};

export const chinese: LanguageReaders = {
  says,
  scan,
  kind: documentKind,
  isOurs: isChinese,
  // They serve to find what was left among masked ones, and to offer values for them.
  wantsNames: placeholders,
};
