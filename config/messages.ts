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
    case 'table-head':
      return `表头不认识，下面的行都没有读；表头可以是：${fault.heads.join(' ｜ ')}`;
    case 'table-cell':
      return `“${fault.column}”一格${fault.why === 'empty' ? '是空的' : '不是数'}，这一行没有读`;
    case 'bad-pattern':
      return `这个模式不能用（只支持能在线性时间内匹配的 RE2 语法，不能用环视和反向引用）：${fault.detail}`;
    case 'table-double':
      return `“${fault.said}”前面已有一行，以前面的为准`;
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
    case 'table-head':
      return `unknown table head, the rows below were not read; known heads: ${fault.heads.join(' | ')}`;
    case 'table-cell':
      return `the cell "${fault.column}" is ${fault.why === 'empty' ? 'empty' : 'no number'}, the row was not read`;
    case 'bad-pattern':
      return `the pattern cannot be used (RE2's syntax only, which is matched in linear time: no lookaround, no back references): ${fault.detail}`;
    case 'table-double':
      return `"${fault.said}" stands in a row above already, which holds`;
  }
};
