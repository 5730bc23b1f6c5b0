/** What is wrong in a configuration file, in words. */
import type { ConfigProblem } from './model.ts';

type Wording = (fault: ConfigProblem['fault']) => string;

export const faultInChinese: Wording = (fault) => {
  switch (fault.is) {
    case 'syntax':
      return `不是正确的 JSON（${fault.what}）`;
    case 'unknown-key':
      return `没有“${fault.key}”这一项${fault.known.length > 0 ? `；可用：${fault.known.join('、')}` : ''}`;
    case 'bad-value':
      return `“${fault.key}”应为 ${fault.expected}`;
    case 'unknown-rule':
      return `没有规则“${fault.rule}”${fault.similar.length > 0 ? `，是否指 ${fault.similar.join('、')}` : ''}`;
    case 'unreadable':
      return `读不到 ${fault.path}（${fault.detail}）`;
    case 'cycle':
      return `extends 绕回了 ${fault.path}`;
  }
};

export const faultInEnglish: Wording = (fault) => {
  switch (fault.is) {
    case 'syntax':
      return `not valid JSON (${fault.what})`;
    case 'unknown-key':
      return `unknown key "${fault.key}"${fault.known.length > 0 ? `; known: ${fault.known.join(', ')}` : ''}`;
    case 'bad-value':
      return `"${fault.key}" should be ${fault.expected}`;
    case 'unknown-rule':
      return `unknown rule "${fault.rule}"${fault.similar.length > 0 ? `; did you mean ${fault.similar.join(', ')}?` : ''}`;
    case 'unreadable':
      return `cannot read ${fault.path} (${fault.detail})`;
    case 'cycle':
      return `extends comes back to ${fault.path}`;
  }
};
