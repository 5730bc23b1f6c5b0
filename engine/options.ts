/**
 * Options of rules: what may be set for a rule beside its level. They are handed to `find` alone. Facts never see them, so that what
 * was read from a paragraph holds under all settings.
 */

/** A value that may be set, with what it is when nothing is. `description`: Chinese, for completion and hover. */
export type OptionSpec<T = unknown> = {
  readonly description: string;
  readonly default: T;
} & (T extends number
  ? { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  : T extends boolean
    ? { readonly type: 'boolean' }
    : T extends readonly string[]
      ? { readonly type: 'strings' }
      : { readonly type: 'integer' | 'boolean' | 'strings' });

/** What a rule lets be set, by name. */
export type OptionSpecs<O> = { readonly [K in keyof O]: OptionSpec<O[K]> };

type AnySpec = OptionSpec<number> | OptionSpec<boolean> | OptionSpec<readonly string[]>;

/** What is wrong with a value given for an option: what it should be. */
export interface BadOption {
  readonly name: string;
  /** Undefined for an option that the rule does not have. */
  readonly expected: string | undefined;
}

/**
 * The options a rule runs with: what was given where it fits, else the default.
 * @returns with them, what was given and does not fit; it never keeps the rest from being used
 */
export function readOptions(
  specs: OptionSpecs<Record<string, unknown>> | undefined,
  given: Readonly<Record<string, unknown>>,
): { options: Readonly<Record<string, unknown>>; bad: readonly BadOption[] } {
  const options: Record<string, unknown> = {};
  const bad: BadOption[] = [];
  for (const [name, spec] of Object.entries(specs ?? {}) as [string, AnySpec][]) {
    options[name] = spec.default;
    if (!Object.hasOwn(given, name)) continue;
    const expected = misfit(spec, given[name]);
    if (expected === undefined) options[name] = given[name];
    else bad.push({ name, expected });
  }
  for (const name of Object.keys(given)) {
    if (!specs || !Object.hasOwn(specs, name)) bad.push({ name, expected: undefined });
  }
  return { options, bad };
}

/** What the value should have been, if it is not that. */
function misfit(spec: AnySpec, value: unknown): string | undefined {
  switch (spec.type) {
    case 'integer': {
      const { minimum, maximum } = spec;
      const fits = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
      return fits ? undefined : `${minimum}–${maximum}`;
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true | false';
    case 'strings': {
      const fits = Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
      return fits ? undefined : '["…", …]';
    }
  }
}
