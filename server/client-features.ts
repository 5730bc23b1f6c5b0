import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, as far as the server behaves differently for it. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly pullConfiguration: boolean;
  readonly registerConfigurationChanges: boolean;
  /** Files may be watched by patterns that the server names. */
  readonly watchFiles: boolean;
  /** Tells of workspace folders that come and go. */
  readonly workspaceFolders: boolean;
  /** Edits may carry the version they are for. */
  readonly documentChanges: boolean;
  /** The client understands code actions; without, only commands, which the server has none of. */
  readonly codeActionLiterals: boolean;
  readonly resolveCodeActionEdit: boolean;
  readonly preferredCodeActions: boolean;
  readonly markdownHover: boolean;
  /** Shows pale text at the caret that a key takes. */
  readonly inlineCompletion: boolean;
  /** The outline may be a tree. */
  readonly hierarchicalSymbols: boolean;
  /** More folding ranges than this the client does not want. */
  readonly foldingRangeLimit: number;
  /** Takes `gongwen/status`. */
  readonly status: boolean;
  /** Provides the command `gongwen.fillPlaceholders`. */
  readonly fillPlaceholders: boolean;
  /** Provides the command `gongwen.explainRule`. */
  readonly explainRule: boolean;
  /** Provides the command `gongwen.saveFiles`. */
  readonly saveFiles: boolean;
  /** Provides the command `gongwen.reopenWithEncoding`. */
  readonly reopenWithEncoding: boolean;
  /** URIs of documents that a server before this one did not survive. */
  readonly leftOut: readonly string[];
}

/** Reads them from what the client said at `initialize`; what it did not say it cannot do. */
export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  // Of any shape: some clients put other things there.
  const own = (initializationOptions as InitializationOptions | null | undefined)?.gongwen;
  const { workspace, textDocument } = capabilities as ClientCapabilities;
  const pull = textDocument?.diagnostic;
  const push = textDocument?.publishDiagnostics;
  // Before 3.18 what a diagnostic may hold was said of pushed ones only.
  const diagnostic = pull?.relatedInformation === undefined ? push : pull;
  const codeAction = textDocument?.codeAction;
  return {
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostic?.relatedInformation === true,
    codeDescription: (pull?.codeDescriptionSupport ?? push?.codeDescriptionSupport) === true,
    pullConfiguration: workspace?.configuration === true,
    registerConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolveCodeActionEdit:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes('edit') === true,
    preferredCodeActions: codeAction?.isPreferredSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    inlineCompletion: textDocument?.inlineCompletion !== undefined,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingRangeLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    status: own?.status === true,
    fillPlaceholders: own?.fillPlaceholders === true,
    explainRule: own?.explainRule === true,
    saveFiles: own?.saveFiles === true,
    reopenWithEncoding: own?.reopenWithEncoding === true,
    leftOut: Array.isArray(own?.leftOut) ? own.leftOut : [],
  };
}
