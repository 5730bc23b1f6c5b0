/** `gongwen-lint.json` on the command line: found upward from each file, or given with `--config`; options on the line win over it. */
import { resolve } from 'node:path';
import type { ConfigProblem } from '../config/model.ts';
import { ConfigFiles, type Effective } from '../config/resolve.ts';
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { readIfThere } from '../host/config-text.ts';
import { DEFAULT_PRESET, familyOf, type RuleSetting, rules, type Settings } from '../rules/index.ts';
import type { Messages } from './messages.ts';
import type { GivenSettings } from './options.ts';

/** What holds for the files of one run. Each configuration file is read once, and what is wrong in it told once. */
export class CommandLineConfig {
  readonly #files = new ConfigFiles(readIfThere, [...rules, ...DOCUMENT_RULES]);
  readonly #told = new Set<string>();
  readonly #given: GivenSettings;
  readonly #complain: (line: string) => void;
  readonly #messages: Messages;

  /** @param complain takes a line about a mistake in a configuration file */
  constructor(given: GivenSettings, messages: Messages, complain: (line: string) => void) {
    this.#given = given;
    this.#messages = messages;
    this.#complain = complain;
  }

  /** @param path as given on the command line */
  of(path: string): Effective {
    const { config, kind, preset, preview, rules: switches } = this.#given;
    const effective: Effective =
      config === false
        ? { file: undefined, ignored: false, settings: {}, ignores: undefined, sets: [], origins: new Map() }
        : this.#files.effective(slashed(path), {}, config && slashed(config));
    if (effective.file !== undefined) this.#tell(effective.file);
    const { settings } = effective;
    return {
      ...effective,
      settings: {
        ...settings,
        ...(kind !== undefined && { kind }),
        ...(preset !== undefined && { preset }),
        ...(preview && { preview }),
        rules: { ...withoutSwitched(settings.rules ?? {}, switches), ...switches },
      },
    };
  }

  #tell(file: string): void {
    for (const problem of this.#files.problems(file)) {
      const line = this.#messages.configProblem(placeOf(problem), this.#messages.fault(problem.fault));
      if (this.#told.has(line)) continue;
      this.#told.add(line);
      this.#complain(line);
    }
  }
}

/** What holds for a file and where each of it comes from, as JSON. */
export function printConfig(path: string, { file, ignored, settings, sets, origins }: Effective): string {
  const set = settings.rules ?? {};
  const byRule = rules.map(({ id, severity, preview }) => {
    const setting = set[id] ?? set[familyOf(id)];
    const { level, options } = typeof setting === 'object' ? setting : { level: setting, options: undefined };
    const own = preview && !settings.preview ? 'off' : severity;
    const from =
      origins.get(id) ?? origins.get(familyOf(id)) ?? (setting === undefined ? undefined : '--rule');
    return [
      id,
      {
        level: level === undefined || level === 'on' ? own : level,
        ...(options && { options }),
        ...(from && { from }),
      },
    ];
  });
  const print = {
    file: resolve(path),
    config: file ?? null,
    ignored,
    kind: settings.kind ?? 'auto',
    preset: settings.preset ?? DEFAULT_PRESET,
    preview: settings.preview ?? false,
    ...(settings.words && { words: { is: settings.words, from: origins.get('words') } }),
    ...(settings.ownRules && { userRules: settings.ownRules.map(({ id }) => id) }),
    ...(settings.house && { house: { from: origins.get('house') } }),
    ...(sets.length > 0 && { sets }),
    rules: Object.fromEntries(byRule),
  };
  return `${JSON.stringify(print, null, 2)}\n`;
}

/** A family switched on the command line stands above what the file says of its rules. */
function withoutSwitched(
  below: Readonly<Record<string, RuleSetting>>,
  switches: NonNullable<Settings['rules']>,
): Record<string, RuleSetting> {
  return Object.fromEntries(
    Object.entries(below).filter(([name]) => !Object.hasOwn(switches, familyOf(name))),
  );
}

/** `path:line:column`, from 1, columns in UTF-16 units. */
function placeOf({ path, start }: ConfigProblem): string {
  let before = '';
  try {
    before = readIfThere(path)?.slice(0, start) ?? '';
  } catch {
    // Not to be read: the problem says so itself.
  }
  const lines = before.split('\n');
  return `${path}:${lines.length}:${lines.at(-1)!.length + 1}`;
}

const slashed = (path: string) => resolve(path).replaceAll('\\', '/');
