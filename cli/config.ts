/** `gongwen-lint.json` on the command line: found upward from each file, or given with `--config`; options on the line win over it. */
import { dirname, relative, resolve } from 'node:path';
import type { IgnoreList } from '../config/ignores.ts';
import { type ConfigProblem, IGNORES_NAME } from '../config/model.ts';
import { ConfigFiles, type Effective } from '../config/resolve.ts';
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { readIfThere } from '../host/config-text.ts';
import { familyOf, type Ignore, type RuleSetting, rules, type Settings } from '../rules/index.ts';
import type { Messages } from './messages.ts';
import type { GivenSettings } from './options.ts';
import type { ListedFile } from './outcome.ts';

/** What holds for the files of one run. Each configuration file is read once, and what is wrong in it told once. */
export class CommandLineConfig {
  readonly #files = new ConfigFiles(readIfThere, [...rules, ...DOCUMENT_RULES]);
  readonly #told = new Set<string>();
  readonly #given: GivenSettings;
  readonly #complain: (line: string) => void;
  readonly #messages: Messages;

  readonly #baseline: { readonly path: string; readonly list: IgnoreList } | undefined;

  /** @param complain takes a line about a mistake in a configuration file */
  constructor(given: GivenSettings, messages: Messages, complain: (line: string) => void) {
    this.#given = given;
    this.#messages = messages;
    this.#complain = complain;
    const { baseline } = given;
    this.#baseline =
      baseline === undefined
        ? undefined
        : { path: absolute(baseline), list: this.#files.ignoreList(absolute(baseline)) };
  }

  /**
   * @param path as given on the command line
   * @returns with what holds, the ids of the rules that users define for the file, those among them that `--only` leaves out
   */
  of(path: string): Effective & { readonly userRules: readonly string[] } {
    const { config, kind, preset, preview, only, rules: switches } = this.#given;
    const effective = this.#files.effective(absolute(path), {
      ...(config !== undefined && { config: config && absolute(config) }),
    });
    if (effective.file !== undefined) this.#tell(effective.file);
    const { ignores: near = [], ownRules: own = [], ...settings } = effective.settings;
    const ownRules = only ? own.filter(({ id }) => only.includes(id) || only.includes(familyOf(id))) : own;
    const ignores = this.#given.noIgnore ? [] : [...near, ...this.#noted(path)];
    return {
      ...effective,
      userRules: own.map(({ id }) => id),
      settings: {
        ...settings,
        ...(ownRules.length > 0 && { ownRules }),
        ...(ignores.length > 0 ? { ignores } : {}),
        ...(this.#given.noIgnore && { suppressions: false }),
        ...(kind !== undefined && { kind }),
        ...(preset !== undefined && { preset }),
        ...(preview && { preview }),
        rules: { ...withoutSwitched(settings.rules ?? {}, switches), ...switches },
      },
    };
  }

  /** The lists of ignores that hold for a file, and its name in them. */
  listsOf(path: string): ListedFile[] {
    if (this.#given.noIgnore) return [];
    const near = this.of(path).ignores;
    const baseline = this.#baseline && {
      list: this.#baseline.path,
      file: nameFrom(this.#baseline.path, path),
    };
    return [...(near ? [near] : []), ...(baseline ? [baseline] : [])];
  }

  /** The list that findings in a file are to be added to, there or not. */
  listFor(path: string): ListedFile {
    if (this.#baseline) return { list: this.#baseline.path, file: nameFrom(this.#baseline.path, path) };
    const [own, here] = [absolute(path), absolute('.')];
    const root = own.startsWith(`${here}/`) ? here : own.slice(0, own.lastIndexOf('/')) || '/';
    const { path: list, file } = this.#files.placeOf(own, IGNORES_NAME, root);
    return { list, file };
  }

  #noted(path: string): readonly Ignore[] {
    return this.#baseline?.list.of(nameFrom(this.#baseline.path, path)) ?? [];
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

/** The name of a file in a list, which may stand anywhere. */
function nameFrom(list: string, path: string): string {
  return relative(dirname(list), resolve(path)).replaceAll('\\', '/');
}

/** The whole path, with slashes: how configuration and lists name files. */
export function absolute(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}
