/**
 * What the server speaks beyond LSP. A client that knows nothing of it needs nothing of it: the requests answer who asks,
 * and what the server would say by itself it says only to a client that announces it ({@link InitializationOptions}).
 *
 * Types only, so that a client takes nothing but `import type` from here:
 *
 *     const answer: Answer<'gongwen/fixAll'> = await client.sendRequest('gongwen/fixAll', params);
 *
 * A request about a document that is not open fails with `RequestFailed`; one that names a version other than the
 * server's fails with `ContentModified` and may be asked again. Edits are those of the version in the answer, never
 * overlap, and go together in one step.
 */
import type { Diagnostic, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Constraint, DocumentKind, PresetName, Severity } from '../rules/index.ts';
import type {
  FillWordAnswer,
  FillWordParams,
  ReviewWordAnswer,
  ReviewWordParams,
  WordAnswer,
  WordParams,
  WordProblem,
  WordQuestionsAnswer,
} from './word-protocol.ts';

export type * from './word-protocol.ts';
export type { PresetName };

/**
 * `initializationOptions` of the client: what it understands, beside its settings (`enable`, `kind`, `preset`, `rules`) if it cannot
 * be asked for them with `workspace/configuration`.
 *
 *     { "gongwen": { "status": true, "fillPlaceholders": true }, "rules": { "advert": "off" } }
 */
export interface InitializationOptions {
  readonly gongwen?: {
    /** Takes the notification `gongwen/status`. Clients that do not would log an error at every evaluation. */
    readonly status?: boolean;
    /** Provides the command `gongwen.fillPlaceholders`. Without it no action leads there. */
    readonly fillPlaceholders?: boolean;
    /** Provides the command `gongwen.explainRule`, given a rule id. */
    readonly explainRule?: boolean;
    /** Provides the command `gongwen.saveFiles`, which saves files by their URIs: settings hold once they are saved. */
    readonly saveFiles?: boolean;
    /** Provides the command `gongwen.reopenWithEncoding`, given the URI of a document that cannot be read as it was opened. */
    readonly reopenWithEncoding?: boolean;
    /** URIs of documents that a server before this one did not survive: given up from the start, until they are closed and opened anew. */
    readonly leftOut?: readonly string[];
  };
}

export interface GongwenRequests {
  /** What only the writer can fill in, in document order. */
  'gongwen/asks': { params: AsksParams; answer: AsksAnswer };
  /** What speaks against values that the writer has in mind. Never a reason to refuse one. */
  'gongwen/doubts': { params: DoubtsParams; answer: DoubtsAnswer };
  /** The edits that put the writer's values into all their places. Places of unknown groups are left alone. */
  'gongwen/fillEdits': { params: FillParams; answer: FillAnswer };
  /** The edits that apply all safe fixes, repeated until nothing is left to fix. */
  'gongwen/fixAll': { params: FixAllParams; answer: FixAllAnswer };
  /** What numbering anew would change: in the selection, in the series at its start, in the document. */
  'gongwen/renumber': { params: RenumberParams; answer: RenumberAnswer };
  /** The report on a document, as text to be saved. */
  'gongwen/report': { params: ReportParams; answer: ReportAnswer };
  /** A table of the figures that a document states, as text: the first of the house's own facts. */
  'gongwen/ledger': { params: LedgerParams; answer: LedgerAnswer };
  /** The edit that notes the kind of a document in its configuration; `auto` takes it back. */
  'gongwen/kindEdit': { params: KindEditParams; answer: KindEditAnswer };
  /** Has the drafts in a folder checked against each other, until the server ends. */
  'gongwen/chooseSet': { params: ChooseSetParams; answer: Record<string, never> };
  /** All rules, for a list to choose from. */
  'gongwen/rulePages': { params: Record<string, never>; answer: RulePagesAnswer };
  /** A rule's page. Fails for an id that no rule has. */
  'gongwen/rulePage': { params: RulePageParams; answer: RulePageAnswer };
  /** Which of many files are worth reading: those that `.gongwenignore` and `.gitignore` leave in. */
  'gongwen/filesToCheck': { params: FilesToCheckParams; answer: FilesToCheckParams };
  /** A file that need not be open, checked as it would be when opened. */
  'gongwen/checkFile': { params: WordParams; answer: CheckFileAnswer };
  /** What is to be left alone, by lists, and whether each entry still leaves anything alone. */
  'gongwen/ignores': { params: IgnoresParams; answer: IgnoresAnswer };
  /** Where an entry of a list leaves something alone. */
  'gongwen/ignorePlace': { params: IgnorePlaceParams; answer: IgnorePlaceAnswer };
  /** A Word document as it is read, and what is found in it. */
  'gongwen/readWord': { params: WordParams; answer: WordAnswer | WordProblem };
  /** A copy of a Word document with comments and tracked changes. */
  'gongwen/reviewWord': { params: ReviewWordParams; answer: ReviewWordAnswer | WordProblem };
  /** What a Word document asks of its writer. */
  'gongwen/wordQuestions': { params: WordParams; answer: WordQuestionsAnswer | WordProblem };
  /** A copy of a Word document with gaps filled in. */
  'gongwen/fillWord': { params: FillWordParams; answer: FillWordAnswer | WordProblem };
}

export interface FilesToCheckParams {
  readonly uris: readonly string[];
}

export type CheckFileAnswer =
  | { readonly is: 'checked'; readonly diagnostics: readonly Diagnostic[] }
  /** By settings, or since it is not Chinese. */
  | { readonly is: 'left-out' }
  /** Why, in the user's language. */
  | { readonly is: 'unreadable'; readonly problem: string };

export interface IgnoresParams {
  /** Lists that the client has found. */
  readonly lists: readonly string[];
  /** A document whose own list is wanted too, wherever it lies. */
  readonly document?: string;
}

export interface IgnoresAnswer {
  readonly lists: readonly { readonly uri: string; readonly entries: readonly ListedEntry[] }[];
}

/** A line of a list of ignores. */
export interface ListedEntry {
  /** From 0, and the whole line as it stands there. */
  readonly line: number;
  readonly text: string;
  /** By its name in the list, and by its URI. */
  readonly file: string;
  readonly uri: string;
  readonly ruleId: string;
  /** Chinese; the id where no rule has it. */
  readonly title: string;
  /** Whether it is about the whole file. */
  readonly everywhere: boolean;
  readonly excerpt: string;
  /** Why it leaves nothing alone any more, in the user's language; absent while it does. */
  readonly idle?: string;
}

export interface IgnorePlaceParams {
  /** Of the file that the entry is about. */
  readonly uri: string;
  /** The entry, as its line reads. */
  readonly line: string;
}

export interface IgnorePlaceAnswer {
  /** The first place; null where there is none any more. */
  readonly range: Range | null;
}

export interface MeantNamesParams {
  readonly uri: string;
  readonly values: readonly string[];
}

export interface GongwenNotifications {
  /** Client to server: names that the writer has filled in. They are his, and never told of as left over from another draft. */
  'gongwen/meantNames': MeantNamesParams;
  /** Server to client, after every evaluation of a document; only to a client that announces `status`. */
  'gongwen/status': StatusParams;
}

export type Params<M extends keyof GongwenRequests> = GongwenRequests[M]['params'];
export type Answer<M extends keyof GongwenRequests> = GongwenRequests[M]['answer'];

export interface AsksParams {
  readonly uri: string;
}

export interface AsksAnswer {
  readonly version: number;
  /** In the order of their first places. */
  readonly groups: readonly AskGroup[];
}

/** Gaps that hold the same value. */
export interface AskGroup {
  readonly group: string;
  /** What belongs there: `surname`, `place`, `percent` …; `date` for one whose year, month and day are gaps of their own. */
  readonly slot: string;
  /** The slot in Chinese, for the input box: `姓氏`. */
  readonly label: string;
  /**
   * What is asked, in words of the draft with the gap in 【】: `【×】书记`, `同比增长【×】%`. The same in every draft that asks the same.
   */
  readonly phrase: string;
  /** In document order, at least one. */
  readonly places: readonly AskPlace[];
  /** Bounds that the text puts on the value, of all places together. */
  readonly constraints: readonly Constraint[];
  /** Values that the draft itself says elsewhere, most frequent first; at most five, often none. */
  readonly offers: readonly string[];
}

export interface AskPlace {
  readonly range: Range;
  /** What stands there now: `××`, `2×`. */
  readonly text: string;
  /** The line around it, cut to some dozens of characters on either side, for a preview. */
  readonly before: string;
  readonly after: string;
}

export interface DoubtsParams {
  readonly uri: string;
  readonly values: readonly { readonly group: string; readonly value: string }[];
}

export interface DoubtsAnswer {
  /** Only of groups with any. */
  readonly doubts: readonly {
    readonly group: string;
    /** Chinese, the gravest first. */
    readonly messages: readonly string[];
  }[];
}

export interface FillParams {
  readonly uri: string;
  /** The version the values were chosen for. */
  readonly version: number;
  readonly values: readonly { readonly group: string; readonly value: string }[];
}

export interface FillAnswer {
  readonly version: number;
  /**
   * One for each gap (a date has several); replaces the whole mark with its digits. A unit within the mark stays behind a bare figure.
   */
  readonly edits: TextEdit[];
}

export interface FixAllParams {
  readonly uri: string;
  /** Rule ids (`advert/watermark`) and families (`advert`); all rules when absent. */
  readonly only?: readonly string[];
}

export interface FixAllAnswer {
  readonly version: number;
  /** In document order, minimal; empty when there is nothing to fix. */
  readonly edits: TextEdit[];
  /** Number of fixes in them. */
  readonly fixed: number;
}

export interface RenumberParams {
  readonly uri: string;
  /** The selection; empty for a caret. */
  readonly range: Range;
}

export interface RenumberAnswer {
  readonly version: number;
  /** From the narrowest; those that would change nothing are left out. */
  readonly options: readonly RenumberOption[];
}

export interface RenumberOption {
  readonly scope: 'selection' | 'series' | 'document';
  /** Chinese, says what changes: `重新编号 3 处（“三、”改为“二、”……），引用 1 处一并改`. */
  readonly title: string;
  /** In document order, at least one; they belong together. */
  readonly changes: readonly RenumberChange[];
}

export interface RenumberChange {
  /** Replaces the number only. */
  readonly edit: TextEdit;
  /** The whole mark or reference, `（三）`, and what it reads before and after. */
  readonly range: Range;
  readonly from: string;
  readonly to: string;
  /** Not a mark itself but a place that speaks of one: `见第三条`. */
  readonly reference: boolean;
}

export interface ReportParams {
  readonly uri: string;
  readonly format: 'html' | 'markdown';
}

export interface ReportAnswer {
  readonly version: number;
  readonly text: string;
}

export interface LedgerParams {
  readonly uri: string;
}

export interface LedgerAnswer {
  /** Tab-separated, its first lines a remark and the head. */
  readonly text: string;
}

export interface KindEditParams {
  readonly uri: string;
  readonly kind: DocumentKind | 'auto';
}

export type KindEditAnswer =
  /** `file`: what the edit changes, to be saved, which is when it holds. */
  | { readonly is: 'edit'; readonly edit: WorkspaceEdit; readonly file: string }
  | { readonly is: 'so-already' }
  /** The document was never saved: there is nothing that a configuration could name. */
  | { readonly is: 'no-file' };

export interface ChooseSetParams {
  readonly folder: string;
}

export interface RulePagesAnswer {
  readonly rules: readonly {
    readonly ruleId: string;
    /** Chinese. */
    readonly title: string;
    readonly severity: Severity;
    /** Off unless asked for. */
    readonly preview: boolean;
  }[];
}

export interface RulePageParams {
  readonly ruleId: string;
}

export interface RulePageAnswer {
  readonly title: string;
  readonly markdown: string;
}

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** False for what is no draft: a text without Chinese, a file that the settings leave out. Nothing is shown of it. */
  readonly ours: boolean;
  /** False where checking is switched off; the counts are zero then. */
  readonly enabled: boolean;
  readonly kind: DocumentKind;
  /** How much is told. */
  readonly preset: PresetName;
  /** All findings, those beyond the limit of the list included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What the evaluation took. */
  readonly milliseconds: number;
  /** Names could not be recognised: leftovers among placeholders were not looked for. */
  readonly namesMissing?: true;
}

/** `Diagnostic.data`: names the finding for as long as the document stands. */
export interface DiagnosticData {
  /** Result id of the evaluation and place in its list: `s3k2-1-7:42`. */
  readonly finding: string;
}

/** Arguments of the command `gongwen.fillPlaceholders`, provided by a client that announces `fillPlaceholders`. */
export type FillPlaceholdersArguments = [uri: string, group?: string];
