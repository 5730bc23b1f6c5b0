/**
 * gongwen-lint as a library: text in, findings out. All offsets are UTF-16 units, as JavaScript counts characters of a string.
 *
 *     import { lint, open } from 'gongwen-lint';
 *     for (const { message, start, end } of lint(text)) …
 *
 * What is handed back is plain data and stays as it is whatever happens to the text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TookTooLong, within } from '../host/time-limit.ts';
import {
  applyEdits,
  contextOf,
  createLinter,
  type Document,
  type Finding as EngineFinding,
  type LintedDocument,
  loadWords,
  rules as productRules,
  rulePage,
  safeEdits,
} from '../rules/index.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
/** What a rule may be set to; `on` is the severity that the rule has by itself. */
export type Level = Severity | 'off' | 'on';
/** 讲话稿 · 报告 · 公文 · 法律法规 · 其他 */
export type Kind = 'speech' | 'report' | 'official' | 'law' | 'general';

/** From `start` up to `end`, which is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces a range. */
export interface Edit extends Range {
  readonly text: string;
}

/** A fix: its edits belong together; a `safe` one cannot change the meaning. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule says of a place in the text. */
export interface Finding extends Range {
  /** `family/name` */
  readonly ruleId: string;
  readonly severity: Severity;
  /** In Chinese. */
  readonly message: string;
  /** Other places that support it. */
  readonly evidence: readonly (Range & { readonly message: string })[];
  /** Standard and clause, where the rule rests on one. */
  readonly basis?: string;
  readonly fixes: readonly Fix[];
  /** What the place is known by, whatever is edited elsewhere: for {@link Options.ignores}. */
  readonly context: string;
}

export interface Options {
  /** `plain` by default. */
  readonly format?: 'plain' | 'markdown';
  /** Detected by default. */
  readonly kind?: Kind;
  /** How much is told: `recommended` by default. */
  readonly preset?: 'recommended' | 'strict';
  /** Rules in preview too. */
  readonly preview?: boolean;
  /** By rule id or family; the rule id wins. */
  readonly rules?: Readonly<
    Record<string, Level | { readonly level?: Level; readonly options?: Readonly<Record<string, unknown>> }>
  >;
  /** Findings to leave alone, by their `context`; `*` for all of the rule. */
  readonly ignores?: readonly { readonly ruleId: string; readonly context: string }[];
  /**
   * How many milliseconds one call may take; without it, as long as it takes. Then it throws an error whose `name` is `TookTooLong`,
   * and an open text throws it at each further call: what was cut off is of no use any more.
   */
  readonly timeLimit?: number;
}

/** A text that is checked as it is edited: an edit costs what it touches, not the whole. */
export interface OpenText {
  readonly text: string;
  /** The kind that is set, or else the one the text shows. */
  readonly kind: Kind;
  /**
   * Applies edits. All ranges are of the text as it was before, and none overlaps another.
   * @throws RangeError for a range that is not in the text, or overlaps another; nothing is changed then
   */
  update(edits: readonly Edit[]): void;
  /** In the order of the text. */
  findings(): readonly Finding[];
}

/** A rule of the product. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly basis?: string;
  /** Off unless it is set, or previews are asked for. */
  readonly preview: boolean;
  /** The page of the rule, in Markdown. */
  readonly page: string;
}

let linter: ReturnType<typeof createLinter> | undefined;

/** Made at the first text. */
function shared(): ReturnType<typeof createLinter> {
  linter ??= createLinter({
    words: () => loadWords(readFileSync(join(__dirname, 'words.bin'))),
    // A mistake of ours: whoever calls is to know that the check was not whole.
    onRuleError: (ruleId, error) => {
      throw new Error(`rule ${ruleId} failed`, { cause: error });
    },
  });
  return linter;
}

/** All findings of a text, in its order. */
export function lint(text: string, options: Options = {}): readonly Finding[] {
  return open(text, options).findings();
}

/** Opens a text for edits. */
export function open(text: string, options: Options = {}): OpenText {
  const limited = limiter(options);
  const linted = limited(() => shared().open(text, options));
  const { document } = linted;
  return {
    get text() {
      return document.text;
    },
    get kind() {
      return limited(() => linted.kind);
    },
    update: (edits) => limited(() => linted.update(edits)),
    findings: () => limited(() => plain(linted)),
  };
}

/** What runs the calls that belong together: none after one that took too long. */
function limiter({ timeLimit }: Options): <T>(run: () => T) => T {
  if (timeLimit === undefined) return (run) => run();
  let cutOff: TookTooLong | undefined;
  return (run) => {
    if (cutOff) throw cutOff;
    try {
      return within(timeLimit, run);
    } catch (error) {
      if (error instanceof TookTooLong) cutOff = error;
      throw error;
    }
  };
}

/** The text with all safe fixes applied, and how many there were. */
export function fix(text: string, options: Options = {}): { readonly text: string; readonly fixed: number } {
  return limiter(options)(() => {
    const linter = shared();
    const { edits, fixed } = safeEdits(linter, linter.open(text, options));
    return { text: applyEdits(text, edits), fixed };
  });
}

/** All rules, in the order of their families. */
export const rules: readonly RuleInfo[] = productRules.map(({ id, severity, basis, preview }) => {
  const page = rulePage(id);
  return {
    id,
    title: page?.title ?? id,
    summary: page?.summary ?? '',
    severity,
    ...(basis !== undefined && { basis }),
    preview: preview ?? false,
    page: page?.markdown ?? '',
  };
});

/** Findings put their words together when they are read, and only until the next edit. */
function plain(linted: LintedDocument): readonly Finding[] {
  return linted.findings().map((finding) => copyOf(finding, linted.document));
}

function copyOf(
  { ruleId, severity, start, end, message, evidence, basis, fixes }: EngineFinding,
  document: Document,
): Finding {
  return {
    ruleId,
    severity,
    start,
    end,
    message,
    evidence: evidence.map((e) => ({ start: e.start, end: e.end, message: e.message })),
    ...(basis !== undefined && { basis }),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
    context: contextOf(document, { start, end }),
  };
}
