/** A report as Markdown: for a pull request, a chat, a note. All text of drafts is escaped. */
import { SEVERITIES } from '../rules/index.ts';
import { countByLevel, countByRule, type ReportedText, type ReportLanguage, WORDS } from './model.ts';

export function markdownReport(texts: readonly ReportedText[], language: ReportLanguage): string {
  return markdownBegin(language) + texts.map((text) => markdownSection(text, language)).join('');
}

/** What stands before the first text. */
export function markdownBegin(language: ReportLanguage): string {
  return `# ${WORDS[language].title}\n`;
}

/** One text with what was found in it. */
export function markdownSection(text: ReportedText, language: ReportLanguage): string {
  const { name, kind, document, findings } = text;
  const words = WORDS[language];
  const counts = countByLevel(findings);
  const tally = SEVERITIES.filter((level) => counts[level] > 0).map(
    (level) => `${words.levels[level]} ${counts[level]}`,
  );
  const head = `\n## ${escapeMarkdown(name)}\n\n${words.kinds[kind]} · ${findings.length === 0 ? words.clean : words.counted(words.problems(findings.length), tally)}\n`;
  if (findings.length === 0) return head;
  const items = findings.map(({ start, severity, message, basis, ruleId }) => {
    const paragraph = document.paragraphAt(start);
    const place = `${paragraph.index + 1}:${start - paragraph.start + 1}`;
    const said = basis === undefined ? message : words.because(message, basis);
    return `- ${place} **${words.levels[severity]}** ${escapeMarkdown(said)} \`${ruleId}\``;
  });
  const rows = countByRule(text).map(
    ({ ruleId, title, count }) => `| ${escapeMarkdown(title)} | \`${ruleId}\` | ${count} |`,
  );
  return `${head}\n${items.join('\n')}\n\n| ${words.rules} | | ${words.count} |\n| --- | --- | ---: |\n${rows.join('\n')}\n`;
}

/** Nothing of a draft becomes markup, a link or a line of its own. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>|~&:@$]/g, '\\$&');
}
