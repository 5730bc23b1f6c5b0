import * as vscode from 'vscode';
import type { AskGroup, AskPlace, FillParams } from '../../server/protocol.ts';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { applyTextEdits, sayMovedOn } from './applyTextEdits.ts';
import { isSwitchedOff } from './switchedOff.ts';

/** Characters shown on either side of a gap in the input box. */
const EXCERPT = 12;
const SEPARATOR = ' · ';

/**
 * 填写占位符: asks for one value per group and puts them into all places at once, as one undo step.
 * An empty answer leaves the group as it is; Escape ends the questions and keeps the answers given.
 * @param uri,group when called from a quick fix: only this group of this document
 */
export async function fillPlaceholders(server: Server, uri?: string, group?: string): Promise<void> {
  const document = uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : activeDraft();
  if (!document || isSwitchedOff(server, document)) return;
  const { groups: all, version } = await server.request('gongwen/asks', { uri: document.uri.toString() });
  const groups = group === undefined ? all : all.filter((g) => g.group === group);
  if (groups.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no placeholders to fill in.'));
    return;
  }

  const values = await askValues(server, document, groups);
  if (values.length === 0) return;
  // A gap on its own is known by its place: an answer must not go to what has moved there while the writer was asked.
  if (document.version !== version) {
    sayMovedOn();
    return;
  }
  const { edits } = await server.request('gongwen/fillEdits', {
    uri: document.uri.toString(),
    version,
    values,
  });
  if (!(await applyTextEdits(server, document, version, edits))) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{places} places filled in; {left} groups left blank.', {
      places: edits.length,
      left: groups.length - values.length,
    }),
  );
}

/** Values by group, in the order asked. While a group is asked for, its places are shown and marked in the editor. */
async function askValues(
  server: Server,
  document: vscode.TextDocument,
  groups: readonly AskGroup[],
): Promise<FillParams['values']> {
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
  const marks = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
  });
  const values: FillParams['values'][number][] = [];
  try {
    for (const [i, group] of groups.entries()) {
      const ranges = group.places.map((place) => server.client.protocol2CodeConverter.asRange(place.range));
      editor.setDecorations(marks, ranges);
      editor.revealRange(ranges[0]!, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      const value = await askValue(group, i + 1, groups.length);
      if (value === undefined) break;
      if (value !== '') values.push({ group: group.group, value });
    }
  } finally {
    marks.dispose();
  }
  return values;
}

/**
 * The value for one group; empty to leave it as it is, `undefined` for Escape. Names that the draft itself says are
 * offered under the box; Enter takes one only when the writer has gone to it.
 */
async function askValue(group: AskGroup, step: number, steps: number): Promise<string | undefined> {
  const title = vscode.l10n.t('Fill In Placeholders ({step}/{steps}): {label}', {
    step,
    steps,
    label: plainText(group.label),
  });
  const about = [
    plainText(excerpt(group.places[0]!)),
    vscode.l10n.t('{count} places', { count: group.places.length }),
    ...group.constraints.map((c) => plainText(c.reason)),
    vscode.l10n.t('empty: leave blank'),
  ].join(SEPARATOR);
  if (group.offers.length > 0) return typeOrPick(group.offers, title, about);
  const value = await vscode.window.showInputBox({
    title,
    prompt: about,
    ignoreFocusOut: true,
    validateInput: (text) => violation(group, text.trim()),
  });
  return value?.trim();
}

/**
 * A box to type into with the offers in a list below. What Enter does stands first: it takes what is typed, or leaves
 * the gap blank, as in the box without offers.
 */
function typeOrPick(offers: readonly string[], title: string, about: string): Promise<string | undefined> {
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

function excerpt({ before, text, after }: AskPlace): string {
  return `“${before.slice(-EXCERPT)}【${text}】${after.slice(0, EXCERPT)}”`;
}

/**
 * What the text itself says against a value: `10个重点项目，仍有×个` cannot be 12. It warns and lets through: the writer may know better than
 * what was read.
 */
function violation(group: AskGroup, value: string): vscode.InputBoxValidationMessage | undefined {
  if (value === '' || !/^\d+(?:\.\d+)?$/.test(value)) return undefined;
  const number = Number(value);
  const broken = group.constraints.find(
    ({ min, max }) => (min !== undefined && number < min) || (max !== undefined && number > max),
  );
  return broken && { message: plainText(broken.reason), severity: vscode.InputBoxValidationSeverity.Warning };
}
