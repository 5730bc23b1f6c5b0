import * as vscode from 'vscode';
import { findBelow, TEXT_DRAFTS } from '../filesBelow.ts';
import { fillIn, questionsOf } from '../form/asking.ts';
import { opened } from '../form/form.ts';
import type { FormStore } from '../form/formStore.ts';
import { VALUES_NAME, valuesFor } from '../form/values.ts';
import { valuesOfDraft } from '../form/valuesFile.ts';
import type { Server } from '../server.ts';

/** What the values file tells for one draft. */
interface Told {
  readonly document: vscode.TextDocument;
  /** By the group of the question. */
  readonly values: ReadonlyMap<string, string>;
  readonly item: vscode.QuickPickItem;
}

/**
 * 按填写值填写一套文稿: what `gongwen-values.tsv` tells for the drafts of a set goes into all of them at once. First a list of what would go
 * where, draft by draft; each that is picked is filled in as one step to undo, shown, and left to be saved.
 */
export async function fillSet(
  server: Server,
  store: FormStore,
  places: readonly vscode.Uri[],
): Promise<void> {
  const told: (Told & vscode.QuickPickItem)[] = [];
  for (const uri of await draftsIn(places)) {
    const one = await toldFor(server, await vscode.workspace.openTextDocument(uri));
    if (one) told.push({ ...one, ...one.item });
  }
  if (told.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No draft here has a gap that {file} has a value for.', { file: VALUES_NAME }),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(told, {
    canPickMany: true,
    matchOnDetail: true,
    placeHolder: vscode.l10n.t('Drafts to fill in, and what goes into them'),
  });
  let filled = 0;
  let drafts = 0;
  for (const { document, values } of picked ?? []) {
    await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
    const places = await fillIn(server, store, document, (questions) =>
      questions.flatMap(({ group }) => {
        const value = values.get(group);
        return value === undefined ? [] : [{ group, value }];
      }),
    );
    filled += places;
    if (places > 0) drafts++;
  }
  if (drafts === 0) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{places} places filled in, in {drafts} drafts. One undo each brings the text back.', {
      places: filled,
      drafts,
    }),
  );
}

/** Drafts of text among the files and in the folders. */
async function draftsIn(places: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const place of places) {
    const { type } = await vscode.workspace.fs.stat(place);
    const inside = type & vscode.FileType.Directory ? await findBelow(place, TEXT_DRAFTS) : [place];
    for (const uri of inside) found.set(uri.toString(), uri);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function toldFor(server: Server, document: vscode.TextDocument): Promise<Told | undefined> {
  const questions = await questionsOf(server, document);
  if (!questions) return undefined;
  const told = valuesFor(opened(questions), await valuesOfDraft(document.uri));
  if (told.size === 0) return undefined;
  const entries = [...told];
  return {
    document,
    values: new Map(entries.map(([{ group }, value]) => [group, value])),
    item: {
      label: vscode.workspace.asRelativePath(document.uri),
      description: vscode.l10n.t('{places} places', {
        places: entries.reduce((sum, [{ places }]) => sum + places.length, 0),
      }),
      detail: entries.map(([{ phrase }, value]) => phrase.replace(/【[^【】]*】/, `【${value}】`)).join('　'),
      picked: true,
    },
  };
}
