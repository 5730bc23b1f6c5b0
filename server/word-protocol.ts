/** What `gongwen/readWord` and its like speak of: Word documents, which no editor opens as text. */
import type { DocumentKind, Severity } from '../rules/index.ts';

export interface WordParams {
  /** Whose settings hold. */
  readonly uri: string;
  /** The file's bytes, in base 64. */
  readonly content: string;
}

/** Why a document could not be read, in the user's language. */
export interface WordProblem {
  readonly problem: string;
}

/** A paragraph, or the row of a table with tabs between its cells. */
export interface WordLine {
  readonly story: 'body' | 'header' | 'footer' | 'footnote' | 'endnote';
  /** Offset in the document's text, which findings count by. */
  readonly start: number;
  /** With its number; line breaks inside the paragraph are U+000B. */
  readonly text: string;
  readonly row: boolean;
  /** 1–9 for headings, else 0. */
  readonly level: number;
}

export interface WordAnswer {
  readonly kind: DocumentKind;
  readonly lines: readonly WordLine[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly start: number;
    readonly end: number;
    readonly message: string;
    readonly basis: string | undefined;
    readonly evidence: readonly string[];
    /** The text around it. */
    readonly context: string;
  }[];
}

export interface WordQuestionsAnswer {
  readonly questions: readonly {
    readonly group: string;
    readonly label: string;
    /** The gap in the words around it: `【×】书记`. */
    readonly phrase: string;
    /** Where it stands in the text of `gongwen/readWord`, UTF-16 units. */
    readonly places: readonly { readonly start: number; readonly end: number }[];
  }[];
}

export interface FillWordParams extends WordParams {
  readonly values: readonly { readonly group: string; readonly value: string }[];
}

export interface FillWordAnswer {
  /** Base64. */
  readonly content: string;
  readonly filled: number;
  /** Places that could not be written, since Word makes what stands there. */
  readonly open: number;
}

export interface ReviewWordParams extends WordParams {
  readonly author: { readonly name: string; readonly initials: string; readonly date: string };
  /** Which fixes become tracked changes. */
  readonly fixes: 'safe' | 'all' | 'none';
}

export interface ReviewWordAnswer {
  /** The copy's bytes, in base 64. */
  readonly content: string;
  readonly comments: number;
  readonly changes: number;
}
