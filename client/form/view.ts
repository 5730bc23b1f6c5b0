/** The form as its page shows it, in the user's language. */
import * as vscode from 'vscode';
import type { Entry, Form } from './form.ts';
import type { Item, Section, View, Words } from './messages.ts';
import type { Frame } from './page.ts';
import { VALUES_NAME } from './values.ts';

/** Units of the line shown on either side of a gap. */
const EXCERPT = 28;

export function viewOf(
  { entries }: Form,
  doubts: ReadonlyMap<string, readonly string[]>,
  document: vscode.TextDocument,
): View {
  const filled = entries.filter(({ answer }) => answer.trim() !== '').length;
  return {
    items: entries.map((entry) => itemOf(entry, doubts.get(entry.group) ?? [], document)),
    progress: vscode.l10n.t('{filled} of {count} answered', { filled, count: entries.length }),
  };
}

function itemOf(entry: Entry, doubts: readonly string[], document: vscode.TextDocument): Item {
  const { id, slot, label, answer, offers, places } = entry;
  const { before, text, after, start } = places[0]!;
  const line = document.positionAt(start).line + 1;
  return {
    id,
    section: sectionOf(slot),
    label,
    answer,
    origin: originOf(entry),
    doubts: answer.trim() === '' ? [] : doubts,
    offers,
    before: before.slice(-EXCERPT),
    mark: text,
    after: after.slice(0, EXCERPT),
    where:
      places.length === 1
        ? vscode.l10n.t('line {line}', { line })
        : vscode.l10n.t('line {line} and others, {count} places', { line, count: places.length }),
  };
}

function originOf({ origin }: Entry): string {
  switch (origin) {
    case 'kept':
      return vscode.l10n.t('kept from last time');
    case 'file':
      return vscode.l10n.t('from {file}', { file: VALUES_NAME });
    default:
      return '';
  }
}

const SECTIONS: Readonly<Record<string, Section>> = {
  surname: 'people',
  person: 'people',
  subject: 'people',
  place: 'places',
  road: 'places',
  'road-number': 'places',
  organisation: 'places',
  year: 'dates',
  month: 'dates',
  day: 'dates',
  date: 'dates',
  number: 'figures',
  percent: 'figures',
  money: 'figures',
  ordinal: 'figures',
  session: 'figures',
  'document-number': 'figures',
};

function sectionOf(slot: string): Section {
  return SECTIONS[slot] ?? 'other';
}

/** Words of the page that stand still. */
export function frameWords({ uri }: vscode.TextDocument): Frame {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return {
    language: vscode.env.language,
    title: vscode.l10n.t('Fill In: {name}', { name }),
    hint: vscode.l10n.t(
      'Enter: next. Shift+Enter: back. Alt+Enter: to the text. Ctrl+Enter: fill in. Esc: close, nothing is filled in and the answers are kept.',
    ),
    apply: vscode.l10n.t('Fill In'),
    save: vscode.l10n.t('Save Values for Other Drafts'),
    close: vscode.l10n.t('Close'),
  };
}

/** Words that the page puts together. */
export function pageWords({ uri }: vscode.TextDocument): Words {
  return {
    uri: uri.toString(),
    sections: {
      people: vscode.l10n.t('People'),
      places: vscode.l10n.t('Places and organisations'),
      dates: vscode.l10n.t('Dates'),
      figures: vscode.l10n.t('Figures'),
      other: vscode.l10n.t('Other'),
    },
    jump: vscode.l10n.t('Show in the text'),
    nothing: vscode.l10n.t('Nothing is left to fill in.'),
  };
}
