import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { acceptOnly, type Edit, type Finding, type Range } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { contentModified } from './errors.ts';
import { headingMoves } from './headings.ts';
import { ignoreActions, savingFirst } from './ignore-actions.ts';
import { isIgnoreList } from './ignore-lists.ts';
import { questionsIn } from './placeholders.ts';
import { offsetAt, offsetsOf, rangeOf, textEdits, touches } from './positions.ts';
import type { DiagnosticData, FillPlaceholdersArguments } from './protocol.ts';
import type { ServedDocument } from './served-document.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;
/** Provided by the client that says so; groups are asked of the server with `gongwen/asks`. */
const FILL_PLACEHOLDERS = 'gongwen.fillPlaceholders';
const REOPEN = 'gongwen.reopenWithEncoding';
const EXPLAIN_RULE = 'gongwen.explainRule';

/** `CodeAction.data` of an action whose edit is computed when it is chosen. */
interface Unresolved {
  readonly uri: string;
  readonly version: number;
  /** `ServedDocument.stamp` of the text it was offered for. */
  readonly stamp: string;
  readonly ruleId: string;
}

/** Quick fixes for the findings at a place, fix-all of a rule, `source.fixAll.gongwen`, and headings moved by a level. */
export function codeActions(server: ServerContext): ServerCapabilities {
  const { connection, client, documents, messages } = server;
  if (!client.codeActionLiterals) return {};

  connection.onCodeAction(async (params, token) => {
    const document = await documents.settled(params.textDocument.uri);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (!document) return [];
    if (isIgnoreList(document.uri) && client.documentChanges)
      return server.ignoreLists.actionsAt(document, params.context.diagnostics);
    if (document.isGarbled) return client.reopenWithEncoding ? [reopening(server, document, params)] : [];
    return document.ask(() => actionsAt(server, document, params));
  });

  if (client.resolveCodeActionEdit) {
    connection.onCodeActionResolve(async (action) => {
      const data = action.data as Unresolved | undefined;
      if (!data) return action;
      const document = await documents.required(data.uri, data.version);
      if (document.stamp !== data.stamp) {
        throw contentModified(messages.moved(data.uri, data.version, document.version));
      }
      return { ...action, edit: fixRule(server, document, data.ruleId) };
    });
  }

  return {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.RefactorRewrite],
      resolveProvider: client.resolveCodeActionEdit,
    },
  };
}

function reopening(
  { messages }: ServerContext,
  { uri }: ServedDocument,
  { context }: CodeActionParams,
): CodeAction {
  const title = messages.reopen;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred: true,
    diagnostics: context.diagnostics.filter(({ source }) => source === SOURCE),
    command: { title, command: REOPEN, arguments: [uri] },
  };
}

function actionsAt(server: ServerContext, document: ServedDocument, params: CodeActionParams): CodeAction[] {
  const { only, triggerKind } = params.context;
  const actions: CodeAction[] = [];
  // Fix-all rewrites the document: never offered unasked (editors ask on save).
  if (only?.some((kind) => contains(kind, FIX_ALL))) {
    const { edits } = document.safeEdits();
    if (edits.length > 0) {
      actions.push({
        title: server.messages.fixAll,
        kind: FIX_ALL,
        edit: workspaceEdit(server, document, edits),
      });
    }
  }
  if (!only || only.some((kind) => contains(kind, CodeActionKind.QuickFix))) {
    for (const action of quickFixes(server, document, params)) actions.push(action);
  }
  // Only when asked for: otherwise every heading had a lightbulb while one writes.
  const asked = only?.some((kind) => contains(kind, CodeActionKind.RefactorRewrite));
  if (asked || (!only && triggerKind !== CodeActionTriggerKind.Automatic)) {
    for (const { title, edits } of headingMoves(
      server,
      document,
      offsetAt(document.lint.document, params.range.start),
    )) {
      const edit = workspaceEdit(server, document, edits);
      actions.push({ title, kind: CodeActionKind.RefactorRewrite, edit });
    }
  }
  return actions;
}

function quickFixes(
  server: ServerContext,
  document: ServedDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const { id, findings } = document.evaluate();
  const at = offsetsOf(document.lint.document, range);
  const actions: CodeAction[] = [];
  const rules = new Set<string>();
  const found = new Set<string>();
  // Below all fixes: to be looked for, not hit upon.
  const ignores: CodeAction[] = [];
  const places = new Set(nearest(findings, at));
  for (const [index, finding] of findings.entries()) {
    if (!places.has(finding)) continue;
    const diagnostic = context.diagnostics.find((d) => isOf(d, finding, `${id}:${index}`, document));
    actions.push(...fixesOf(server, document, finding, diagnostic));
    if (finding.fixes.some(({ safe }) => safe)) rules.add(finding.ruleId);
    found.add(finding.ruleId);
    if (server.client.documentChanges) ignores.push(...ignoreActions(server, document, finding));
  }
  if (found.size > 0 && ignores.length === 0 && document.uri.startsWith('untitled:'))
    ignores.push(...savingFirst(server, document));
  for (const ruleId of rules) {
    const count = findings.filter((f) => f.ruleId === ruleId && f.fixes.some((fix) => fix.safe)).length;
    if (count > 1) actions.push(ruleFix(server, document, ruleId, count));
  }
  return [...actions, ...ignores, ...explanations(server, found)];
}

/** The fixes of one finding, and its gap to be filled in. */
function fixesOf(
  server: ServerContext,
  document: ServedDocument,
  finding: Finding,
  diagnostic: Diagnostic | undefined,
): CodeAction[] {
  const { client, messages } = server;
  const common: Pick<CodeAction, 'kind' | 'diagnostics'> = {
    kind: CodeActionKind.QuickFix,
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
  };
  const preferred = finding.fixes.find((fix) => fix.safe);
  const actions: CodeAction[] = finding.fixes.map((fix) => ({
    ...common,
    title: fix.title,
    edit: workspaceEdit(server, document, fix.edits),
    ...(fix === preferred && client.preferredCodeActions ? { isPreferred: true } : {}),
  }));
  if (finding.ask && client.fillPlaceholders) {
    const title = messages.fillPlaceholder(messages.slot(finding.ask.slot, finding.ask.label));
    const args: FillPlaceholdersArguments = [document.uri, questionOf(document, finding)];
    actions.push({ ...common, title, command: { title, command: FILL_PLACEHOLDERS, arguments: args } });
  }
  return actions;
}

function explanations(server: ServerContext, ruleIds: ReadonlySet<string>): CodeAction[] {
  if (!server.client.explainRule) return [];
  return [...ruleIds].map((ruleId) => {
    const title = server.messages.explainRule(server.ruleName(ruleId));
    const command = { title, command: EXPLAIN_RULE, arguments: [ruleId] };
    return { title, kind: CodeActionKind.QuickFix, command };
  });
}

/** “Fix all of this rule”; the edit of all of them is computed when the action is chosen, if the client can wait. */
function ruleFix(server: ServerContext, document: ServedDocument, ruleId: string, count: number): CodeAction {
  const title = server.messages.fixRule(server.ruleName(ruleId), count);
  const action: CodeAction = { title, kind: CodeActionKind.QuickFix };
  if (server.client.resolveCodeActionEdit) {
    const { uri, version, stamp } = document;
    return { ...action, data: { uri, version, stamp, ruleId } satisfies Unresolved };
  }
  return { ...action, edit: fixRule(server, document, ruleId) };
}

function fixRule(server: ServerContext, document: ServedDocument, ruleId: string): WorkspaceEdit {
  return workspaceEdit(server, document, document.safeEdits(acceptOnly([ruleId])).edits);
}

/** Bound to the version where the client can check it. */
function workspaceEdit(
  server: ServerContext,
  document: ServedDocument,
  edits: readonly Edit[],
): WorkspaceEdit {
  const { uri, version } = document;
  const changes = textEdits(document.lint.document, edits);
  return server.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/**
 * The findings that a caret or a selection is about: those it shares a character with. Where it has none in common with any, those it
 * touches: a caret behind a mark is at the mark, but not where another begins.
 */
function nearest(findings: readonly Finding[], at: Range): Finding[] {
  const caret = at.start === at.end ? { start: at.start, end: at.end + 1 } : at;
  const inside = findings.filter(({ start, end }) =>
    start === end ? touches({ start, end }, at) : start < caret.end && caret.start < end,
  );
  return inside.length > 0 ? inside : findings.filter((finding) => touches(finding, at));
}

/** The group that a gap is asked for in: a year may be asked as part of a date. */
function questionOf(document: ServedDocument, { start, ask }: Finding): string {
  const question = questionsIn(document).find(({ places }) =>
    places.some((place) => place.start <= start && start < place.end),
  );
  return question?.group ?? ask!.group;
}

/** Kinds are a tree: `source` contains `source.fixAll.gongwen`. */
function contains(kind: string, other: string): boolean {
  return kind === '' || kind === other || other.startsWith(`${kind}.`);
}

/** Whether the client's diagnostic shows this finding: by its name, or by rule and range for one from before an edit. */
function isOf(diagnostic: Diagnostic, finding: Finding, name: string, document: ServedDocument): boolean {
  if ((diagnostic.data as DiagnosticData | undefined)?.finding === name) return true;
  if (diagnostic.source !== SOURCE || diagnostic.code !== finding.ruleId) return false;
  const { start, end } = rangeOf(document.lint.document, finding);
  const range = diagnostic.range;
  return (
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}
