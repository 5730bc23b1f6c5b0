/** `--list-rules`, `--explain`: the rules and their pages. */
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { rulePage, rules } from '../rules/index.ts';
import type { OutputFormat } from './formats.ts';
import type { Messages } from './messages.ts';

/** What is listed of a rule; of those about Word documents nothing is set but the level. */
const LISTED = [
  ...rules.map(({ id, severity, preview, basis, since, options }) => ({
    id,
    severity,
    isOff: preview === true,
    basis,
    since,
    options,
  })),
  ...DOCUMENT_RULES.map(({ id, severity, optIn }) => ({
    id,
    severity,
    isOff: optIn === true,
    basis: undefined,
    since: '0.2.0',
    options: undefined,
  })),
];

/** All rules, a line each; as JSON with their summaries. */
export function listRules(format: OutputFormat, messages: Messages): string {
  if (format === 'json') {
    const list = LISTED.map(({ id, severity, isOff, basis, since, options }) => ({
      ruleId: id,
      level: severity,
      enabled: !isOff,
      since,
      title: rulePage(id)?.title ?? '',
      summary: rulePage(id)?.summary ?? '',
      ...(basis === undefined ? {} : { basis }),
      ...(options === undefined ? {} : { options }),
    }));
    return `${JSON.stringify(list)}\n`;
  }
  const width = Math.max(0, ...LISTED.map(({ id }) => id.length));
  const levels = Object.values(messages.levels);
  const levelWidth = Math.max(...levels.map((level) => level.length));
  return LISTED.map(({ id, severity, isOff }) => {
    const title = rulePage(id)?.title ?? '';
    const level = messages.levels[severity].padEnd(levelWidth);
    return `${id.padEnd(width)}  ${level}  ${title}${isOff ? ` (${messages.preview})` : ''}\n`;
  }).join('');
}

/** The page as it is written: Markdown reads well in a terminal. */
export function explainRule(ruleId: string): string {
  const page = rulePage(ruleId);
  // The build refuses a rule without a page.
  if (!page) throw new Error(`no page for ${ruleId}`);
  return `${page.markdown.trimEnd()}\n`;
}
