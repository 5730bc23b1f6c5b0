import * as vscode from 'vscode';
import { fillIn, questionsOf } from '../form/asking.ts';
import { edited, opened, type Question, renewed } from '../form/form.ts';
import { FormPanel } from '../form/formPanel.ts';
import type { FormStore } from '../form/formStore.ts';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { sayMovedOn } from './applyTextEdits.ts';
import { isSwitchedOff } from './switchedOff.ts';

/** Characters shown on either side of a gap in the input box. */
const EXCERPT = 12;
const SEPARATOR = ' · ';

/**
 * 填写占位符: opens the form of the draft; from a quick fix, one box for one question.
 * @param uri,group when called from a quick fix: this question of this document
 */
export async function fillPlaceholders(
  server: Server,
  context: vscode.ExtensionContext,
  store: FormStore,
  uri?: string,
  group?: string,
): Promise<void> {
  const document = uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : activeDraft();
  if (!document || isSwitchedOff(server, document)) return;
  if (group === undefined) await FormPanel.open(server, context, store, document);
  else await fillOne(server, store, document, group);
}

/** The light way: the value for one question, into all its places. The text may be edited while the box is open. */
async function fillOne(
  server: Server,
  store: FormStore,
  document: vscode.TextDocument,
  group: string,
): Promise<void> {
  const questions = await questionsOf(server, document);
  const question = questions?.find((one) => one.group === group);
  if (!question) {
    sayMovedOn();
    return;
  }
  let form = opened([question]);
  const { id } = form.entries[0]!;
  const following = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document) return;
    const changes = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    form = edited(form, changes);
  });
  try {
    const value = await askFor(server, document, question);
    if (!value) return;
    await fillIn(server, store, document, (now) => {
      const entry = renewed(form, now).entries.find((one) => one.id === id);
      return entry ? [{ group: entry.group, value }] : [];
    });
  } finally {
    following.dispose();
  }
}

/** Asks while the places are marked and in sight. Undefined for Escape. */
async function askFor(
  server: Server,
  document: vscode.TextDocument,
  question: Question,
): Promise<string | undefined> {
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  const marks = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
  });
  try {
    const ranges = question.places.map(
      ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
    );
    editor.setDecorations(marks, ranges);
    // The box is at the top: what it asks about must not be behind it.
    editor.revealRange(ranges[0]!, vscode.TextEditorRevealType.InCenter);
    return await typeOrPick(server, document, question);
  } finally {
    marks.dispose();
  }
}

/** A box to type into; names that the draft itself says are in a list below. */
async function typeOrPick(
  server: Server,
  document: vscode.TextDocument,
  { group, label, places, constraints, offers }: Question,
): Promise<string | undefined> {
  const title = vscode.l10n.t('Fill In Placeholder: {label}', { label: plainText(label) });
  const about = [
    plainText(excerpt(places[0]!)),
    ...(places.length > 1 ? [vscode.l10n.t('{count} places', { count: places.length })] : []),
    ...constraints.map(({ reason }) => plainText(reason)),
  ].join(SEPARATOR);
  if (offers.length > 0) return pick(offers, title, about);
  const value = await vscode.window.showInputBox({
    title,
    prompt: about,
    ignoreFocusOut: true,
    async validateInput(text) {
      const values = [{ group, value: text }];
      const { doubts } = await server.request('gongwen/doubts', { uri: document.uri.toString(), values });
      const message = doubts[0]?.messages[0];
      // The writer may know better than what was read.
      return message && { message: plainText(message), severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
  return value?.trim();
}

/** What Enter does stands first in the list: it takes what is typed, or nothing. */
function pick(offers: readonly string[], title: string, about: string): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<vscode.QuickPickItem & { offer?: string }>();
  const list = () => {
    const typed = box.value.trim();
    box.items = [
      typed === ''
        ? { label: vscode.l10n.t('Leave Blank') }
        : // The placeholder is gone by now; what the value is for still has to be seen.
          {
            label: plainText(typed),
            description: vscode.l10n.t('as typed'),
            detail: about,
            alwaysShow: true,
          },
      // All of them each time: an item that the writer has in hand keeps its place.
      ...offers.map((offer) => ({
        label: plainText(offer),
        description: vscode.l10n.t('named in this document'),
        offer,
      })),
    ];
  };
  Object.assign(box, { title, placeholder: about, ignoreFocusOut: true });
  list();
  return new Promise((resolve) => {
    box.onDidChangeValue(list);
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]?.offer ?? box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      // After an answer this says nothing new.
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

function excerpt({ before, text, after }: Question['places'][number]): string {
  return `“${before.slice(-EXCERPT)}【${text}】${after.slice(0, EXCERPT)}”`;
}
