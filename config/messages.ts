/** What is wrong in a configuration file, in words. */
import type { ConfigProblem } from './model.ts';

type Wording = (fault: ConfigProblem['fault']) => string;

/** What the parser's names for mistakes mean. */
const JSON_FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: '这里的字符认不出来，名称和文字都要用半角双引号括起来',
  InvalidNumberFormat: '数字写得不对',
  PropertyNameExpected: '这里应是一项的名称，用半角双引号括起来',
  ValueExpected: '这里应有一个值',
  ColonExpected: '名称之后应有半角冒号',
  CommaExpected: '两项之间应有半角逗号',
  CloseBraceExpected: '缺少与 { 成对的 }',
  CloseBracketExpected: '缺少与 [ 成对的 ]',
  EndOfFileExpected: '后面还有多余的内容',
  InvalidCommentToken: '注释写得不对',
  UnexpectedEndOfComment: '注释没有结束',
  UnexpectedEndOfString: '文字没有结束，缺少半角双引号',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '\\u 后面应是四位十六进制数',
  InvalidEscapeCharacter: '反斜线之后的字符不对；反斜线本身写作两个',
  InvalidCharacter: '文字里有不能直接写的控制字符',
};

const NO_TEXT = [
  '不是文本，或编码不能识别，请另存为 UTF-8',
  'no text, or in an unknown encoding: save it as UTF-8',
] as const;

/** Why a file is not read, in both languages. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['没有这个文件，请核对名称和位置', 'no such file: look at its name and place'],
  EACCES: ['没有读取它的权限', 'no permission'],
  EISDIR: ['是文件夹', 'a folder'],
  damaged: NO_TEXT,
  binary: NO_TEXT,
  foreign: NO_TEXT,
};

export const faultInChinese: Wording = (fault) => {
  switch (fault.is) {
    case 'syntax':
      return `不是正确的 JSON：${JSON_FAULTS[fault.what] ?? fault.what}`;
    case 'unknown-key':
      return `没有“${fault.key}”这一项${fault.known.length > 0 ? `；可用：${fault.known.join('、')}` : ''}`;
    case 'bad-value':
      return `“${fault.key}”应为 ${fault.expected}`;
    case 'rule-name':
      return {
        form: `“${fault.name}”不能作规则的名称，应是一类加上小写字母的名称，词间用连字符，如 terms/old-name`,
        family: `“${fault.name}”不能作规则的名称，没有这一类；可用：${fault.families.join('、')}`,
        taken: `“${fault.name}”是自带的规则，自定的规则要另起名称`,
      }[fault.why];
    case 'unknown-rule':
      return `没有规则“${fault.rule}”${fault.similar.length > 0 ? `，是否指 ${fault.similar.join('、')}` : ''}`;
    case 'unreadable':
      return `读不到 ${fault.path}（${REASONS[fault.detail]?.[0] ?? fault.detail}）`;
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

/** `comma expected` of CommaExpected. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

export const faultInEnglish: Wording = (fault) => {
  switch (fault.is) {
    case 'syntax':
      return `not valid JSON: ${inWords(fault.what)}`;
    case 'unknown-key':
      return `unknown key "${fault.key}"${fault.known.length > 0 ? `; known: ${fault.known.join(', ')}` : ''}`;
    case 'bad-value':
      return `"${fault.key}" should be ${fault.expected}`;
    case 'rule-name':
      return {
        form: `"${fault.name}" cannot name a rule: a family, then lower-case letters with hyphens between words, as in terms/old-name`,
        family: `"${fault.name}" cannot name a rule: no such family; known: ${fault.families.join(', ')}`,
        taken: `"${fault.name}" is a rule of the product; a rule of your own needs another name`,
      }[fault.why];
    case 'unknown-rule':
      return `unknown rule "${fault.rule}"${fault.similar.length > 0 ? `; did you mean ${fault.similar.join(', ')}?` : ''}`;
    case 'unreadable':
      return `cannot read ${fault.path} (${REASONS[fault.detail]?.[1] ?? fault.detail})`;
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
