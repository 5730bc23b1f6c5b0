/** Rules that users define, on the command line: their names may be given wherever ours may. */
import type { Rule } from '../rules/index.ts';
import { CommandLineConfig } from './config.ts';
import { isFolder } from './discover.ts';
import type { Messages } from './messages.ts';
import type { GivenSettings } from './options.ts';
import { maybeUserRule, similarTo } from './rule-names.ts';
import { UsageError } from './usage-error.ts';

/** The rules that users define for texts. What is wrong in their configuration is told when the texts are checked. */
export function userRulesFor(
  paths: readonly string[],
  given: GivenSettings,
  messages: Messages,
): readonly Rule[] {
  const config = new CommandLineConfig({ ...given, only: undefined }, messages, () => {});
  const found = paths.flatMap((path) => config.of(path).settings.ownRules ?? []);
  return [...new Map(found.map((rule) => [rule.id, rule])).values()];
}

/** A text for each of the files and folders on the line, one in the folder it is given in where there are none. */
export function textsAt(files: readonly string[]): readonly string[] {
  return (files.length > 0 ? files : ['.']).map((path) => (isFolder(path) ? `${path}/_` : path));
}

/**
 * Holds the names on the line that are of no rule of ours against those that users define for the texts.
 * @throws UsageError for one that nobody defines
 */
export function checkNames(paths: readonly string[], given: GivenSettings, messages: Messages): void {
  const names = [...(given.only ?? []), ...Object.keys(given.rules)].filter(maybeUserRule);
  if (names.length === 0) return;
  const known = new Set(userRulesFor(paths, given, messages).map(({ id }) => id));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(messages.unknownRule(unknown, similarTo(unknown, known)));
}
