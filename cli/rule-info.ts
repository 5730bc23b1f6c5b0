/** `--list-rules`, `--explain`: the rules, those that users define among them, and their pages. */
import { userPage } from '../config/user-rules.ts';
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { pageInEnglish } from '../english/finding.ts';
import { phrasebook } from '../host/english.ts';
import { type Rule, type RulePage, rulePage, rules, type Severity } from '../rules/index.ts';
import type { Messages } from './messages.ts';
import type { RulesOptions } from './options.ts';
import { isOurRule, similarTo } from './rule-names.ts';
import { UsageError } from './usage-error.ts';
import { textsAt, userRulesFor } from './user-rules.ts';

/** What is listed of a rule; of those about Word documents nothing is set but the level. */
interface Listed extends Pick<Rule, 'id' | 'basis' | 'since' | 'options'> {
  readonly severity: Severity;
  readonly isOff: boolean;
  readonly page: RulePage | undefined;
}

/** All rules, a line each; as JSON with their summaries. */
export function listRules(options: RulesOptions, messages: Messages): string {
  const list = [...ours(), ...userRulesFor(textsAt(options.files), options, messages).map(listed)];
  if (options.format === 'json') {
    const whole = list.map(({ id, severity, isOff, basis, since, options: set, page }) => ({
      ruleId: id,
      level: severity,
      enabled: !isOff,
      since,
      title: page?.title ?? '',
      summary: page?.summary ?? '',
      ...(basis === undefined ? {} : { basis }),
      ...(set === undefined ? {} : { options: set }),
    }));
    return `${JSON.stringify(whole)}\n`;
  }
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  const levelWidth = Math.max(...Object.values(messages.levels).map((level) => level.length));
  return list
    .map(({ id, severity, isOff, since, page }) => {
      const named = page && inLanguageOf(messages, page);
      const said = since === 'user' ? `${page?.title}：${page?.summary}` : (named?.title ?? '');
      const level = messages.levels[severity].padEnd(levelWidth);
      return `${id.padEnd(width)}  ${level}  ${said}${isOff ? ` (${messages.preview})` : ''}\n`;
    })
    .join('');
}

/**
 * The page as it is written: Markdown reads well in a terminal.
 * @throws UsageError for a rule that there is not
 */
export function explainRule(options: RulesOptions, messages: Messages): string {
  const { ruleId, files } = options;
  if (isOurRule(ruleId)) return `${inLanguageOf(messages, rulePage(ruleId)!).markdown.trimEnd()}\n`;
  const own = userRulesFor(textsAt(files), options, messages);
  const rule = own.find(({ id }) => id === ruleId);
  if (!rule) {
    const similar = similarTo(
      ruleId,
      own.map(({ id }) => id),
    );
    throw new UsageError(messages.unknownRule(ruleId, similar));
  }
  return `${userPage(rule)!.markdown.trimEnd()}\n`;
}

function inLanguageOf({ language }: Messages, page: RulePage): RulePage {
  return language === 'zh' ? page : pageInEnglish(page, phrasebook());
}

function ours(): readonly Listed[] {
  const ofWord = DOCUMENT_RULES.map(({ id, severity, optIn }) => ({
    id,
    severity,
    isOff: optIn === true,
    since: '0.2.0',
    page: rulePage(id),
  }));
  return [...rules.map(listed), ...ofWord];
}

function listed(rule: Rule): Listed {
  return { ...rule, isOff: rule.preview === true, page: userPage(rule) ?? rulePage(rule.id) };
}
