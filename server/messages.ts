import type { IdleIgnore } from '../config/ignores.ts';
import { faultInChinese, faultInEnglish } from '../config/messages.ts';
import type { ConfigProblem } from '../config/model.ts';

/** What the server itself says to the user; what rules say is in `english/`. */
export interface Messages {
  language: 'zh' | 'en';
  fixRule(title: string, count: number): string;
  fixAll: string;
  fillPlaceholder(label: string): string;
  /** Last diagnostic of a list that had to be cut. */
  tooMany(total: number, shown: number): string;
  /** Last of the related places when there are more. */
  andMore(message: string, hidden: number): string;
  line(line: number, message: string): string;
  basis(basis: string): string;
  because(message: string, basis: string): string;
  /** Above the reading of a figure. */
  figure(text: string): string;
  notOpen(uri: string): string;
  moved(uri: string, asked: number, now: number): string;
  ruleFailed(ruleId: string, error: string): string;
  evaluationFailed(uri: string, error: string): string;
  /** Of a document that was opened in an encoding that it is not written in. */
  garbled: string;
  reopen: string;
  /** Of a document that is checked no more. */
  gaveUp(seconds: number): string;
  gaveUpOn(uri: string): string;
  /** Where even that did not help, `{}` for the document. */
  stuck: string;
  configurationFailed(error: string): string;
  configurationLate: string;
  namesFailed(error: string): string;
  noNames: string;
  badSetting(path: string, value: string, expected: string): string;
  /** @param fault in words, see {@link Messages.fault} */
  settingFault(path: string, fault: string): string;
  /** @param similar rules that may have been meant */
  unknownRule(path: string, similar: readonly string[]): string;
  /** What belongs into a gap, by its slot (`road-number`) and its Chinese label. */
  slot(slot: string, label: string): string;
  explainRule(rule: string): string;
  ignoreHere(rule: string): string;
  /** Of a draft that was never saved. */
  readonly saveToIgnore: string;
  ignoreInFile(rule: string): string;
  ignoreInWorkspace(rule: string): string;
  addWord(word: string): string;
  /** Of a line in a list of ignores. */
  unreadIgnore: string;
  idleIgnore(because: IdleIgnore['because']): string;
  revokeIgnore: string;
  revokeIdleIgnores(count: number): string;
  /** Of a file that was to be checked. */
  unreadable(detail: string): string;
  /** What is wrong in a configuration file. */
  fault(fault: ConfigProblem['fault']): string;
}

const zh: Messages = {
  language: 'zh',
  fixRule: (title, count) => `修复全文所有“${title}”（${count} 处）`,
  fixAll: '修复全文所有可安全修复的问题',
  fillPlaceholder: (label) => `填写${label}…`,
  tooMany: (total, shown) => `全文共有 ${total} 处问题，只列出最重的 ${shown} 处，其余在改正后列出`,
  andMore: (message, hidden) => `${message}（另有 ${hidden} 处）`,
  line: (line, message) => `第 ${line} 行：${message}`,
  basis: (basis) => `依据：${basis}`,
  because: (message, basis) => `${message}（依据：${basis}）`,
  figure: (text) => `“${text}”读作`,
  notOpen: (uri) => `文档没有打开：${uri}`,
  moved: (uri, asked, now) => `文档已经改动（请求针对版本 ${asked}，现为 ${now}）：${uri}`,
  ruleFailed: (ruleId, error) => `规则 ${ruleId} 出错，已跳过；其他规则照常检查。${error}`,
  evaluationFailed: (uri, error) => `检查文档时出错：${uri}。${error}`,
  garbled:
    '这篇文稿像是用 GB18030（GBK，简体中文 Windows 的常用编码）保存的，现在按 UTF-8 打开，文字认不出来；换用正确的编码重新打开后再检查',
  reopen: '按 GB18030 编码重新打开',
  gaveUp: (seconds) =>
    `检查这篇文稿用了 ${seconds} 秒还没有结果，已停止检查，其他文稿不受影响。请看文中是否有异常的长行；改好后关闭再打开，会重新检查`,
  gaveUpOn: (uri) => `检查用时过长，已停止检查：${uri}`,
  stuck: '检查 {} 时没有反应，校对服务已结束。请先关闭这篇文稿，再重新启动校对服务；文稿内容不受影响',
  configurationFailed: (error) => `读取设置失败，沿用启动时的设置。${error}`,
  configurationLate: '客户端迟迟没有回答设置，先沿用启动时的设置。',
  namesFailed: (error) => `人名地名识别不可用，其他检查不受影响。${error}`,
  noNames: '人名地名未能识别：这次检查没有查占位文稿中残留的名称，其他检查不受影响。',
  settingFault: (path, fault) => `设置 ${path}：${fault}`,
  badSetting: (path, value, expected) => `设置 ${path} 的值 ${value} 无效，已忽略；应为 ${expected}`,
  unknownRule: (path, similar) =>
    `设置 ${path} 不是任何规则或规则族，已忽略${similar.length > 0 ? `；是否指 ${similar.join('、')}` : ''}`,
  slot: (_, label) => label,
  explainRule: (rule) => `查看“${rule}”的说明`,
  ignoreHere: (rule) => `忽略此处的“${rule}”`,
  saveToIgnore: '要忽略，先保存文稿…',
  ignoreInFile: (rule) => `本文件不再报告“${rule}”`,
  addWord: (word) => `“${word}”是本单位的用词，加入 gongwen-lint.json`,
  ignoreInWorkspace: (rule) => `在 gongwen-lint.json 中关闭“${rule}”`,
  unreadIgnore: '这一行读不懂，没有起作用；每行依次为文件、规则、位置指纹、原文，用制表符隔开',
  idleIgnore: (because) =>
    ({
      'no-file': '这条忽略没有用到：文件不在了',
      'no-rule': '这条忽略没有用到：没有这条规则',
      'no-finding': '这条忽略没有用到：文中已没有这个问题',
    })[because],
  revokeIgnore: '删去这条没有用到的忽略',
  revokeIdleIgnores: (count) => `删去全部没有用到的忽略（${count} 条）`,
  unreadable: (detail) => `没有检查：读不出文字${detail === '' ? '' : `（${detail}）`}`,
  fault: faultInChinese,
};

const en: Messages = {
  language: 'en',
  fixRule: (title, count) => `Fix all “${title}” in this document (${count})`,
  fixAll: 'Fix all safely fixable problems in this document',
  fillPlaceholder: (label) => `Fill in ${label}…`,
  tooMany: (total, shown) =>
    `${total} problems in this document; only the ${shown} gravest are listed, the others once these are fixed`,
  andMore: (message, hidden) => `${message} (and ${hidden} more)`,
  line: (line, message) => `Line ${line}: ${message}`,
  basis: (basis) => `Basis: ${basis}`,
  because: (message, basis) => `${message} (basis: ${basis})`,
  figure: (text) => `“${text}” is read as`,
  notOpen: (uri) => `Document is not open: ${uri}`,
  moved: (uri, asked, now) => `Document has changed (asked for version ${asked}, now ${now}): ${uri}`,
  ruleFailed: (ruleId, error) => `Rule ${ruleId} failed and is skipped; the others go on. ${error}`,
  evaluationFailed: (uri, error) => `Checking failed: ${uri}. ${error}`,
  garbled:
    'This document seems to be written in GB18030 (GBK) and was opened as UTF-8: its text cannot be read. It is checked once it is opened in its own encoding',
  reopen: 'Reopen as GB18030',
  gaveUp: (seconds) =>
    `Checking this document came to no end in ${seconds} s and was stopped; others are not affected. Look for lines out of the ordinary; opened anew it is checked again`,
  gaveUpOn: (uri) => `Checking took too long and was stopped: ${uri}`,
  stuck:
    'Checking {} came to no end, and the language server has ended. Close that document, then start the server again; no text is lost',
  configurationFailed: (error) => `Cannot read the settings; those of the start stay in force. ${error}`,
  configurationLate: 'The client takes long to tell the settings; those of the start hold until it does.',
  namesFailed: (error) => `Recognition of names is not available; nothing else is affected. ${error}`,
  noNames:
    'Names could not be recognised: leftovers among placeholders were not looked for. Nothing else is affected.',
  settingFault: (path, fault) => `Setting ${path}: ${fault}`,
  badSetting: (path, value, expected) => `Ignoring setting ${path}: ${value} is not ${expected}`,
  unknownRule: (path, similar) =>
    `Ignoring setting ${path}: no such rule or family${similar.length > 0 ? `; did you mean ${similar.join(', ')}?` : ''}`,
  slot: (slot) => slot.charAt(0).toUpperCase() + slot.slice(1).replaceAll('-', ' '),
  explainRule: (rule) => `Explain “${rule}”`,
  ignoreHere: (rule) => `Ignore “${rule}” here`,
  saveToIgnore: 'To Ignore This, Save the Draft First…',
  ignoreInFile: (rule) => `Ignore “${rule}” in this file`,
  addWord: (word) => `“${word}” is a word of ours: add it to gongwen-lint.json`,
  ignoreInWorkspace: (rule) => `Switch “${rule}” off in gongwen-lint.json`,
  unreadIgnore:
    'This line cannot be read and has no effect; a line has file, rule, context and excerpt, parted by tabs',
  idleIgnore: (because) =>
    ({
      'no-file': 'This ignore is not used: the file is gone',
      'no-rule': 'This ignore is not used: there is no such rule',
      'no-finding': 'This ignore is not used: the problem is not there any more',
    })[because],
  revokeIgnore: 'Remove this unused ignore',
  revokeIdleIgnores: (count) => `Remove all unused ignores (${count})`,
  unreadable: (detail) => `Not checked: cannot be read as text${detail === '' ? '' : ` (${detail})`}`,
  fault: faultInEnglish,
};

/** Chinese unless the client says that its user reads something else. */
export function messagesFor(locale: string | undefined): Messages {
  return locale === undefined || /^zh\b/i.test(locale) ? zh : en;
}
