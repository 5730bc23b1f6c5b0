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
  if (kind !== undefined) origins.set('kind', origin);
  if (preset !== undefined) origins.set('preset', origin);
  if (preview !== undefined) origins.set('preview', origin);
  if (words !== undefined) origins.set('words', origin);
  if (house !== undefined) origins.set('house', origin);
  const merged: Record<string, RuleSetting> = { ...below.rules };
  // In one file a rule stands above its family, whichever is written first.
  const isRule = ([name]: readonly [string, unknown]) => Number(name.includes('/'));
  for (const [name, setting] of Object.entries(rules ?? {}).sort((a, b) => isRule(a) - isRule(b))) {
    origins.set(name, origin);
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

function withoutKind({ kind: _, ...rest }: LayerSettings): LayerSettings {
  return rest;
}

const WATERMARK = 'advert/watermark';

function detailed(setting: RuleSetting | undefined): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { level: setting } : (setting ?? {});
}

function withLevel(below: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  const { level } = detailed(setting);
  if (typeof below !== 'object' || level === undefined) return setting;
  return { ...below, level };
}
