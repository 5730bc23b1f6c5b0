import * as vscode from 'vscode';
import type { RenumberChange, RenumberOption } from '../../server/protocol.ts';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';
import { activeDraft, draftEditor } from './activeDraft.ts';
import { applyTextEdits } from './applyTextEdits.ts';

/** Characters of the line shown under a change, and how many of them stand before it. */
const EXCERPT = 40;
const BEFORE = 8;

/**
 * 重新编号: numbers the selection, the series at the caret or the whole document anew, with the references to what
 * changes, as one undo step. Asks which of them where they differ, and shows every change before making any.
 */
export async function renumber(server: Server): Promise<void> {
  const document = activeDraft();
  const selection = draftEditor()?.selection;
  if (!document || !selection) return;
  const { options, version } = await server.request('gongwen/renumber', {
    uri: document.uri.toString(),
    range: server.client.code2ProtocolConverter.asRange(selection),
  });
  if (options.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('All numbers follow each other already.'));
    return;
  }
  const chosen = await choose(options);
  const changes = chosen && (await approve(server, document, chosen.changes));
  if (!changes || changes.length === 0) return;
  const edits = changes.map(({ edit }) => edit);
  if (!(await applyTextEdits(server, document, version, edits))) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{count} numbers changed. One undo brings the text back.', { count: changes.length }),
  );
}

/** What to number; does not ask where all parts come to the same changes. `undefined` for Escape. */
async function choose(options: readonly RenumberOption[]): Promise<RenumberOption | undefined> {
  const edits = new Set(options.map(({ changes }) => JSON.stringify(changes)));
  if (edits.size === 1) return options[0];
  const picked = await vscode.window.showQuickPick(
    options.map((option) => ({ label: nameOf(option.scope), detail: plainText(option.title), option })),
    { title: vscode.l10n.t('Renumber'), placeHolder: vscode.l10n.t('What is to be numbered anew?') },
  );
  return picked?.option;
}

function nameOf(scope: RenumberOption['scope']): string {
  switch (scope) {
    case 'selection':
      return vscode.l10n.t('Selection');
    case 'series':
      return vscode.l10n.t('Series at the cursor');
    case 'document':
      return vscode.l10n.t('Whole document');
  }
}

/**
 * The preview: what each mark will read is shown behind it in the editor, and all changes in a list where the writer
 * can leave some out. (VS Code's refactor preview leaves everything out unless it is ticked one by one.)
 * @returns the changes approved; `undefined` for Escape
 */
async function approve(
  server: Server,
  document: vscode.TextDocument,
  changes: readonly RenumberChange[],
): Promise<RenumberChange[] | undefined> {
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  const items = changes.map((change) => {
    const range = server.client.protocol2CodeConverter.asRange(change.range);
    return {
      label: plainText(`${change.from} → ${change.to}`),
      description: describe(change, range),
      detail: plainText(excerpt(document.lineAt(range.start).text, range.start.character)),
      picked: true,
      range,
      change,
    };
  });
  const marks = vscode.window.createTextEditorDecorationType({
    textDecoration: 'line-through',
    after: { color: new vscode.ThemeColor('gitDecoration.modifiedResourceForeground'), margin: '0 0.5em' },
  });
  editor.setDecorations(
    marks,
    items.map(({ range, change }) => ({ range, renderOptions: { after: { contentText: change.to } } })),
  );
  try {
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Renumber: {count} changes', { count: items.length }),
      placeHolder: vscode.l10n.t('Enter changes what is ticked'),
      canPickMany: true,
      ignoreFocusOut: true,
      onDidSelectItem: (item: (typeof items)[number]) =>
        editor.revealRange(item.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport),
    });
    return picked?.map(({ change }) => change);
  } finally {
    marks.dispose();
  }
}

/** Many marks stand deep in a long paragraph (…；二是…), which its beginning does not show. */
function excerpt(line: string, at: number): string {
  const from = Math.max(0, at - BEFORE);
  return line.slice(from, from + EXCERPT).trim();
}

function describe({ reference }: RenumberChange, { start }: vscode.Range): string {
  const line = start.line + 1;
  return reference
    ? vscode.l10n.t('line {line}, reference', { line })
    : vscode.l10n.t('line {line}', { line });
}
