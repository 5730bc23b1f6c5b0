/** `--list-rules`, `--explain`: the rules and their pages. */
import { rulePage, rules } from '../rules/index.ts';
import type { OutputFormat } from './formats.ts';
import type { Messages } from './messages.ts';

/** All rules, a line each; as JSON with their summaries. */
export function listRules(format: OutputFormat, messages: Messages): string {
  if (format === 'json') {
    const list = rules.map(({ id, severity, preview, basis, since, options }) => ({
      ruleId: id,
      level: severity,
      enabled: !preview,
      since,
      title: rulePage(id)?.title ?? '',
      summary: rulePage(id)?.summary ?? '',
      ...(basis === undefined ? {} : { basis }),
      ...(options === undefined ? {} : { options }),
    }));
    return `${JSON.stringify(list)}\n`;
  }
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const levels = Object.values(messages.levels);
  const levelWidth = Math.max(...levels.map((level) => level.length));
  return rules
    .map(({ id, severity, preview }) => {
      const title = rulePage(id)?.title ?? '';
      const level = messages.levels[severity].padEnd(levelWidth);
      return `${id.padEnd(width)}  ${level}  ${title}${preview ? ` (${messages.preview})` : ''}\n`;
    })
    .join('');
}

/** The page as it is written: Markdown reads well in a terminal. */
export function explainRule(ruleId: string): string {
  const page = rulePage(ruleId);
  // The build refuses a rule without a page.
  if (!page) throw new Error(`no page for ${ruleId}`);
  return `${page.markdown.trimEnd()}\n`;
}
