/** Settings of several layers, each on top of those below. */
import type { RuleSetting, Settings } from '../rules/index.ts';
import type { Layer } from './model.ts';

/** What layers say that needs no other file. */
export type LayerSettings = Pick<Settings, 'kind' | 'preset' | 'preview' | 'rules' | 'words'>;

/** Settings with a layer on top; of a rule, a level alone leaves options that were set below as they are. */
export function merge(
  below: LayerSettings,
  { kind, preset, preview, rules, words, brands, house }: Layer,
  origin: string,
  origins: Map<string, string>,
): LayerSettings {
  for (const [name, said] of Object.entries({ kind, preset, preview, words, house }))
    if (said !== undefined) origins.set(name, origin);
  const merged = mergeRules(below.rules, rules);
  for (const name of Object.keys(rules ?? {})) origins.set(name, origin);
  if (brands !== undefined) {
    const { level, options } = detailed(merged[WATERMARK]);
    origins.set(WATERMARK, origin);
    merged[WATERMARK] = { ...(level && { level }), options: { ...options, brands } };
  }
  return {
    ...(kind === 'auto' ? withoutKind(below) : below),
    ...(kind !== undefined && kind !== 'auto' && { kind }),
    ...(preset !== undefined && { preset }),
    ...(preview !== undefined && { preview }),
    // Of all files: a house has its words besides those of the team above it.
    ...(words && { words: [...(below.words ?? []), ...words] }),
    ...((rules || brands) && { rules: merged }),
  };
}

/** What is said of rules and families, on top of what was said of them below. */
function mergeRules(below: LayerSettings['rules'], rules: Layer['rules']): Record<string, RuleSetting> {
  const merged: Record<string, RuleSetting> = { ...below };
  // In one file a rule stands above its family, whichever is written first.
  const isRule = ([name]: readonly [string, unknown]) => Number(name.includes('/'));
  for (const [name, setting] of Object.entries(rules ?? {}).sort((a, b) => isRule(a) - isRule(b))) {
    // What is said of a family here stands above what was said of its rules below.
    if (!name.includes('/')) {
      for (const id of Object.keys(merged))
        if (id.startsWith(`${name}/`)) merged[id] = withLevel(merged[id]!, setting);
    }
    merged[name] =
      typeof setting === 'string'
        ? withLevel(merged[name], setting)
        : { ...detailed(merged[name]), ...setting };
  }
  return merged;
}

function withoutKind({ kind: _, ...rest }: LayerSettings): LayerSettings {
  return rest;
}

const WATERMARK = 'advert/watermark';

/** A setting of a rule as an object: a bare level is its `level`. */
export function detailed(setting: RuleSetting | undefined): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { level: setting } : (setting ?? {});
}

function withLevel(below: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  const { level } = detailed(setting);
  if (typeof below !== 'object' || level === undefined) return setting;
  return { ...below, level };
}
