/** `--print-config`: what holds for a file, and where each of it comes from. */
import { resolve } from 'node:path';
import { detailed } from '../config/merge.ts';
import type { Effective } from '../config/resolve.ts';
import { DEFAULT_PRESET, familyOf, type Rule, rules } from '../rules/index.ts';
import type { GivenSettings } from './options.ts';

/** As JSON. @param given what the line says, which stands above all files */
export function printConfig(path: string, effective: Effective, given: GivenSettings): string {
  const { file, ignored, settings, sets } = effective;
  const { kind = 'auto', preset = DEFAULT_PRESET, preview = false, words, house, ownRules = [] } = settings;
  const fromOf = (name: 'kind' | 'preset' | 'preview' | 'words' | 'house') => {
    const onTheLine = name in given && given[name as keyof GivenSettings];
    const from = onTheLine ? `--${name}` : effective.origins.get(name);
    return from === undefined ? {} : { from };
  };
  const print = {
    file: resolve(path),
    config: file ?? null,
    ignored,
    kind: { is: kind, ...fromOf('kind') },
    preset: { is: preset, ...fromOf('preset') },
    preview: { is: preview, ...fromOf('preview') },
    ...(words && { words: { is: words, ...fromOf('words') } }),
    ...(house && { house: fromOf('house') }),
    ...(sets.length > 0 && { sets }),
    rules: Object.fromEntries(
      [...rules, ...ownRules].map((rule) => [rule.id, ruleAs(rule, effective, given)]),
    ),
  };
  return `${JSON.stringify(print, null, 2)}\n`;
}

function ruleAs({ id, severity, preview }: Rule, { settings, origins }: Effective, given: GivenSettings) {
  const { level: own, options } = detailed(settings.rules?.[id]);
  const level = own ?? detailed(settings.rules?.[familyOf(id)]).level;
  const isSwitched = Object.hasOwn(given.rules, id) || Object.hasOwn(given.rules, familyOf(id));
  const from = isSwitched ? '--rule' : (origins.get(id) ?? origins.get(familyOf(id)));
  return {
    level: level === undefined || level === 'on' ? (preview && !settings.preview ? 'off' : severity) : level,
    ...(options && { options }),
    ...(from && { from }),
  };
}
