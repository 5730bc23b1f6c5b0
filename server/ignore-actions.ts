/**
 * Code actions that leave findings alone: here, in this file, in the workspace, or since a word is the house's own. In Markdown a comment above the line; else a line in
 * `gongwen-ignores.tsv`; for the workspace a level in `gongwen-lint.json`. All are edits, so that they can be looked at and taken back.
 */
import { parse as parseJson } from 'jsonc-parser';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { type IgnoreEntry, ignoreFinding, ignoreRule, insertion } from '../config/ignores.ts';
import { CONFIG_NAME, IGNORES_NAME } from '../config/model.ts';
import { type Finding, familyOf } from '../rules/index.ts';
import { configEdit, fileEdit } from './config-edit.ts';
import type { ServerContext } from './context.ts';
import type { ServedDocument } from './served-document.ts';

type Context = Pick<ServerContext, 'client' | 'host' | 'messages' | 'ruleName' | 'configFiles'>;

/** A quick fix that leaves the text as it is: so a client tells it from those that mend it. */
const IGNORE = `${CodeActionKind.QuickFix}.gongwen.ignore`;

/** The actions for one finding, after its fixes. */
export function ignoreActions(context: Context, document: ServedDocument, finding: Finding): CodeAction[] {
  const { messages, ruleName } = context;
  const title = ruleName(finding.ruleId);
  const here = document.lint.document.format === 'markdown' ? comment(document, finding) : undefined;
  const offers: [string, WorkspaceEdit | undefined][] = [
    [messages.ignoreHere(title), here ?? listed(context, document, finding)],
    [messages.ignoreInFile(title), listed(context, document, finding.ruleId)],
    [messages.ignoreInWorkspace(title), switchedOff(context, document, finding.ruleId)],
  ];
  const word = asWord(context, document, finding);
  if (word) offers.splice(1, 0, word);
  return offers.flatMap(([title, edit]) =>
    edit ? [{ title, kind: IGNORE, ...action(context, title, edit) }] : [],
  );
}

/** For a draft that is no file yet, and has nothing beside it that could say what to leave alone: it is saved first. */
export function savingFirst({ client, messages }: Context, { uri }: ServedDocument): CodeAction[] {
  if (!client.saveFiles) return [];
  const title = messages.saveToIgnore;
  return [{ title, kind: IGNORE, command: { title, command: 'gongwen.saveFiles', arguments: [[uri]] } }];
}

/** Lists must be saved before they hold: a client that can does both, any other applies the edit. */
function action({ client }: Context, title: string, edit: WorkspaceEdit): Partial<CodeAction> {
  const files = (edit.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [change.textDocument.uri] : [],
  );
  return client.saveFiles
    ? { edit, command: { title, command: 'gongwen.saveFiles', arguments: [files] } }
    : { edit };
}

/** `<!-- gongwen-disable-next-line figures/growth -->` above the line of the finding. */
function comment(
  { uri, version, lint: { document } }: ServedDocument,
  { start, ruleId }: Finding,
): WorkspaceEdit {
  const { index, source } = document.paragraphAt(start);
  const indent = /^\s*/.exec(source)![0];
  const at = { line: index, character: 0 };
  const newText = `${indent}<!-- gongwen-disable-next-line ${ruleId} -->\n`;
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: [{ range: { start: at, end: at }, newText }] },
    ],
  };
}

/** A line more in the list of ignores: the one that holds for the document, else a new one beside its configuration or itself. */
function listed(
  context: Context,
  document: ServedDocument,
  what: Finding | string,
): WorkspaceEdit | undefined {
  const place = context.configFiles.placeOf(document.uri, IGNORES_NAME);
  if (!place) return undefined;
  const entry: IgnoreEntry =
    typeof what === 'string'
      ? ignoreRule(place.file, what)
      : ignoreFinding(place.file, document.lint.document, what);
  const added = insertion(place.text ?? '', entry);
  if (!added) return undefined;
  const at = { line: added.line, character: 0 };
  return fileEdit(place.uri, place.text === undefined, [
    { range: { start: at, end: at }, newText: added.text },
  ]);
}

/** `"rules": { "figures/growth": "off" }` in the configuration file that holds for the document, else in a new one. */
function switchedOff(context: Context, document: ServedDocument, ruleId: string): WorkspaceEdit | undefined {
  const place = context.configFiles.placeOf(document.uri, CONFIG_NAME);
  if (!place) return undefined;
  return configEdit(place, [{ at: ['rules', ruleId], value: 'off' }]);
}

/** So many characters a word has at most. */
const LONGEST_WORD = 20;

/** `"words": ["布署科技"]` in the configuration file: offered where what is wrong is a word. */
function asWord(
  context: Context,
  document: ServedDocument,
  finding: Finding,
): [string, WorkspaceEdit] | undefined {
  const word = document.lint.document.slice(finding.start, finding.end).trim();
  const isWord =
    ['wording', 'terms'].includes(familyOf(finding.ruleId)) && /^\p{Script=Han}{2,}$/u.test(word);
  const place =
    isWord && word.length <= LONGEST_WORD && context.configFiles.placeOf(document.uri, CONFIG_NAME);
  if (!place) return undefined;
  const known = parseJson(place.text ?? '{}')?.words;
  const words = Array.isArray(known) ? known : known === undefined ? [] : [known];
  const edit = configEdit(place, [{ at: ['words'], value: [...words, word] }]);
  return edit && [context.messages.addWord(word), edit];
}
