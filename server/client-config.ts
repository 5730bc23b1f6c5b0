/**
 * The client's settings in the words of `gongwen-lint.json`: what both may say is read and checked by one reader, and means the same in
 * both. What only a client says (`enable`, `include` …) is in `configuration.ts`.
 */
import { getLocation } from 'jsonc-parser';
import type { ClientConfig, ConfigProblem } from '../config/model.ts';
import type { Messages } from './messages.ts';

/** The section of the client's settings. */
export const SECTION = 'gongwen';

/** Keys of a configuration file that a client sets too, all but `extends`, `ignore` and `overrides`: clients have scopes of their own. */
const KEYS = [
  ...['kind', 'preset', 'preview', 'rules', 'words', 'brands'],
  ...['house', 'sets', 'userRules', 'rulePacks'],
];

/**
 * @param section what the client says
 * @param folder what globs and names of files are relative to
 */
export function clientConfig(section: Readonly<Record<string, unknown>>, folder: string): ClientConfig {
  const said = KEYS.flatMap((key) => (isSaid(section[key]) ? [[key, section[key]]] : []));
  return { path: `${folder}/${SECTION}.*`, text: JSON.stringify(Object.fromEntries(said)) };
}

/** Clients answer `null` for what is not set, and with the default: an empty list says nothing. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** What is wrong in the client's settings, named as he writes them: `gongwen.rules["advert"]`. */
export function settingFault({ start, end, fault }: ConfigProblem, text: string, messages: Messages): string {
  const [first, ...rest] = getLocation(text, start + 1).path;
  const below = rest.map((part, depth) =>
    typeof part === 'string' && depth > 0 ? `.${part}` : `[${JSON.stringify(part)}]`,
  );
  const name = `${SECTION}.${first}${below.join('')}`;
  switch (fault.is) {
    case 'bad-value':
      return messages.badSetting(name, text.slice(start, end), fault.expected);
    case 'unknown-rule':
      return messages.unknownRule(name, fault.similar);
    default:
      return messages.settingFault(name, messages.fault(fault));
  }
}
