/**
 * The shape of a rule. Finding, explaining and fixing are separate functions, readable apart:
 * `find` says where (and carries what it saw in the match), `explain` says it to the writer, `fix` mends it.
 */
import type { Document } from './document.ts';
import type { Fact } from './facts.ts';
import type { Ask, Evidence, Fix, Range, Severity } from './finding.ts';
import type { OptionSpecs } from './options.ts';
import type { Paragraph } from './paragraph.ts';

/** 讲话稿 · 报告、总结 · 公文（通知、请示…） · 法律法规 · 其他 */
export type DocumentKind = 'speech' | 'report' | 'official' | 'law' | 'general';

export const DOCUMENT_KINDS: readonly DocumentKind[] = ['speech', 'report', 'official', 'law', 'general'];

/** What `find` yields: a place, and whatever else `explain` and `fix` need. */
export interface Match extends Range {
  /** Differs from the rule's severity in this one place. */
  readonly severity?: Severity;
}

export interface Explanation {
  /** Chinese: what is wrong, with its evidence: `前文称“四场攻坚战”，其后只列出 3 项`. */
  readonly message: string;
  readonly evidence?: readonly Evidence[];
  /** Standard and clause, where it differs from place to place; else the rule's `basis`. */
  readonly basis?: string;
}

interface RuleBase<M extends Match, O> {
  /** `family/name`; the rule lives in `rules/<family>/<name>.ts` beside its page `<name>.md`. */
  readonly id: string;
  readonly severity: Severity;
  /** Where the severity differs by document kind; `off` for kinds in which the rule has no say. */
  readonly kinds?: Partial<Record<DocumentKind, Severity | 'off'>>;
  readonly basis?: string;
  /** Has not earned its severity yet: off unless it is set by name, or previews are asked for. */
  readonly preview?: true;
  /** Finds nothing before names are recognised in the text (`engine/names.ts`). */
  readonly needsNames?: true;
  /**
   * What is written next may settle it: a list goes on, a bracket is closed, a line becomes another. An editor withholds it while its
   * place is being written.
   */
  readonly awaitsMore?: true;
  /** What may be set for it; handed to `find`. */
  readonly options?: OptionSpecs<O>;
  /** The version of the product that brought it. */
  readonly since: string;
  explain(match: M, at: never): Explanation;
}

/** Judges one paragraph by itself; its findings are kept with the paragraph. Offsets are relative to the paragraph. */
export interface ParagraphRule<M extends Match, O = unknown> extends RuleBase<M, O> {
  readonly scope: 'paragraph';
  /** The fact that all findings come from: where it is empty, as it is for most lines, `find` is not even called. */
  readonly reads?: Fact<readonly unknown[]>;
  /** Which entries of that fact findings come from, where not from all: without one of these `find` is not called either. */
  readonly among?: (entry: never) => boolean;
  find(paragraph: Paragraph, options: O): Iterable<M>;
  explain(match: M, paragraph: Paragraph): Explanation;
  fix?(match: M, paragraph: Paragraph): readonly Fix[];
  ask?(match: M, paragraph: Paragraph): Ask;
}

/**
 * Judges the facts of all paragraphs, again when something has changed that it has asked the document for. It may look at the text
 * around what facts tell it, and never walks all text. Offsets are the document's.
 */
export interface DocumentRule<M extends Match, O = unknown> extends RuleBase<M, O> {
  readonly scope: 'document';
  find(document: Document, options: O): Iterable<M>;
  explain(match: M, document: Document): Explanation;
  fix?(match: M, document: Document): readonly Fix[];
  ask?(match: M, document: Document): Ask;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds rules of all match types
export type Rule = ParagraphRule<any, any> | DocumentRule<any, any>;

/** The version in which rules came that do not say so. */
const FIRST = '0.1.0';

type Defined<R extends { scope: unknown; since: unknown }> = Omit<R, 'scope' | 'since'> &
  Partial<Pick<R, 'since'>>;

/** Infers the types of match and options, so that `explain` and `fix` see what `find` yields. */
export function defineParagraphRule<M extends Match, O = unknown>(
  rule: Defined<ParagraphRule<M, O>>,
): ParagraphRule<M, O> {
  return { scope: 'paragraph', since: FIRST, ...rule };
}

/** Infers the types of match and options, so that `explain` and `fix` see what `find` yields. */
export function defineDocumentRule<M extends Match, O = unknown>(
  rule: Defined<DocumentRule<M, O>>,
): DocumentRule<M, O> {
  return { scope: 'document', since: FIRST, ...rule };
}

/** `placeholder` of `placeholder/unfilled`. */
export function familyOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf('/'));
}
