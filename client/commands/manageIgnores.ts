import * as vscode from 'vscode';
import type { ListedEntry } from '../../server/protocol.ts';
import { findBelow, IGNORE_LISTS } from '../filesBelow.ts';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';
import { draftEditor } from './activeDraft.ts';
import { saveFiles } from './saveFiles.ts';

type Item = vscode.QuickPickItem & { readonly list?: vscode.Uri; readonly entry?: ListedEntry };

/** Buttons of the list, told apart by identity. */
function buttons() {
  return {
    open: {
      iconPath: new vscode.ThemeIcon('list-unordered'),
      tooltip: vscode.l10n.t('Open the List'),
    },
    revoke: { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Revoke') },
    revokeUnused: {
      iconPath: new vscode.ThemeIcon('clear-all'),
      tooltip: vscode.l10n.t('Revoke All Unused Ones'),
    },
  } satisfies Record<string, vscode.QuickInputButton>;
}

/**
 * 忽略管理: all that is to be left alone, by files, unused ones first. Enter goes to the place in the draft; the buttons open the list that
 * an entry stands in, and revoke it.
 */
export async function manageIgnores(server: Server): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = (await Promise.all(folders.map(({ uri }) => findBelow(uri, IGNORE_LISTS)))).flat();
  const draft = draftEditor()?.document.uri;
  const params = {
    lists: found.map(String),
    ...(draft?.scheme === 'file' && { document: draft.toString() }),
  };
  const use = buttons();
  const read = async () => (await server.request('gongwen/ignores', params)).lists;
  let lists = await read();
  if (lists.every(({ entries }) => entries.length === 0)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is ignored in these folders.'));
    return;
  }
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('What Is Ignored');
  pick.placeholder = vscode.l10n.t('Enter goes to the place; the buttons open the list and revoke');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const show = () => {
    pick.items = lists.flatMap(({ uri, entries }) => itemsOf(vscode.Uri.parse(uri), entries, use));
    const isUnused = lists.some(({ entries }) => entries.some(({ idle }) => idle !== undefined));
    pick.buttons = isUnused ? [use.revokeUnused] : [];
  };
  const revoke = async (which: (entry: ListedEntry, list: vscode.Uri) => boolean) => {
    pick.busy = true;
    for (const { uri, entries } of lists) {
      const list = vscode.Uri.parse(uri);
      await takeOut(
        server,
        list,
        entries.filter((entry) => which(entry, list)),
      );
    }
    lists = await read();
    pick.busy = false;
    show();
  };
  show();
  pick.onDidTriggerButton(() => revoke(({ idle }) => idle !== undefined));
  pick.onDidTriggerItemButton(async ({ button, item: { list, entry } }) => {
    if (!list || !entry) return;
    if (button === use.revoke)
      await revoke((other, of) => other.text === entry.text && of.toString() === list.toString());
    else await openAt(list, new vscode.Range(entry.line, 0, entry.line, entry.text.length));
  });
  pick.onDidAccept(async () => {
    const { list, entry } = pick.selectedItems[0] ?? {};
    pick.hide();
    if (list && entry) await goTo(server, list, entry);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function itemsOf(list: vscode.Uri, entries: readonly ListedEntry[], use: ReturnType<typeof buttons>): Item[] {
  const folder = vscode.Uri.joinPath(list, '..');
  const inOrder = [...entries].sort((a, b) => Number(b.idle !== undefined) - Number(a.idle !== undefined));
  return [
    { label: vscode.workspace.asRelativePath(folder), kind: vscode.QuickPickItemKind.Separator },
    ...inOrder.map((entry) => ({
      label: `${entry.idle ? '$(circle-slash) ' : ''}${plainText(entry.title)}`,
      description: plainText(
        entry.everywhere
          ? vscode.l10n.t('{file}, the whole file', { file: entry.file })
          : `${entry.file} · ${entry.excerpt}`,
      ),
      ...(entry.idle && { detail: entry.idle }),
      buttons: [use.open, use.revoke],
      list,
      entry,
    })),
  ];
}

/** To the draft where it is left alone; where it is no more, to the list. */
async function goTo(server: Server, list: vscode.Uri, entry: ListedEntry): Promise<void> {
  const { range } = await server.request('gongwen/ignorePlace', { uri: entry.uri, line: entry.text });
  if (range) await openAt(vscode.Uri.parse(entry.uri), server.client.protocol2CodeConverter.asRange(range));
  else await openAt(list, new vscode.Range(entry.line, 0, entry.line, entry.text.length));
}

async function openAt(uri: vscode.Uri, selection: vscode.Range): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, { selection, preview: false });
}

/** Takes lines out of a list, by what they read: the list may have changed since it was read. */
async function takeOut(server: Server, list: vscode.Uri, entries: readonly ListedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const gone = new Set(entries.map(({ text }) => text));
  const document = await vscode.workspace.openTextDocument(list);
  const edit = new vscode.WorkspaceEdit();
  for (let i = 0; i < document.lineCount; i++) {
    const line = document.lineAt(i);
    if (gone.has(line.text)) edit.delete(list, line.rangeIncludingLineBreak);
  }
  await vscode.workspace.applyEdit(edit);
  await saveFiles(server, [list.toString()]);
}
