/** 校对报告: what a report is made of. Shared by the command line and the editor. */
import { type Document, type DocumentKind, type Finding, rulePage, type Severity } from '../rules/index.ts';

export interface ReportedText {
  /** What the reader knows the text by: its file name. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** What a rule is called, where that is not its Chinese name. */
  ruleName?(ruleId: string): string;
}

export type ReportLanguage = 'zh' | 'en';

/** Everything a report says itself; the findings come in the language that they are to be told in. */
export const WORDS = {
  zh: {
    title: '校对报告',
    clean: '没有发现问题',
    problems: (count: number) => `${count} 个问题`,
    levels: { error: '错误', warning: '警告', info: '提示', hint: '建议' } as Record<Severity, string>,
    basis: (basis: string) => `依据：${basis}`,
    fixes: (titles: readonly string[]) => `改法：${titles.join('；')}`,
    at: (file: string, line: number, said: string) => `${file}第 ${line} 行：${said}`,
    counted: (problems: string, levels: readonly string[]) => `${problems}：${levels.join('，')}`,
    because: (message: string, basis: string) => `${message}（依据：${basis}）`,
    rules: '按规则统计',
    count: '处数',
    kinds: { speech: '讲话稿', report: '报告', official: '公文', law: '法律法规', general: '其他' },
  },
  en: {
    title: 'Proofreading report',
    clean: 'Nothing found',
    problems: (count: number) => `${count} problem(s)`,
    levels: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' } as Record<Severity, string>,
    basis: (basis: string) => `Basis: ${basis}`,
    fixes: (titles: readonly string[]) => `Fixes: ${titles.join('; ')}`,
    at: (file: string, line: number, said: string) => `${file}line ${line}: ${said}`,
    counted: (problems: string, levels: readonly string[]) => `${problems}: ${levels.join(', ')}`,
    because: (message: string, basis: string) => `${message} (basis: ${basis})`,
    rules: 'By rule',
    count: 'Count',
    kinds: { speech: 'speech', report: 'report', official: 'official', law: 'law', general: 'other' },
  },
} as const;

/** Rules without a page of ours are the users' own. */
const chineseName = (ruleId: string) => rulePage(ruleId)?.title ?? '自定规则';

/** How many findings each rule has, most first; with the name of the rule. */
export function countByRule({
  findings,
  ruleName = chineseName,
}: Pick<ReportedText, 'findings' | 'ruleName'>): { ruleId: string; title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts]
    .map(([ruleId, count]) => ({ ruleId, title: ruleName(ruleId), count }))
    .sort((a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1));
}

/** How many findings there are of each severity. */
export function countByLevel(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
