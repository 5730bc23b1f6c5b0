/** What the form and the single box ask of the server, with positions as offsets of the editor's document. */
import type * as vscode from 'vscode';
import { applyIfUnchanged, sayMovedOn } from '../commands/applyTextEdits.ts';
import type { Server } from '../server.ts';
import type { Question } from './form.ts';
import type { FormStore } from './formStore.ts';

/** The questions of the document as it stands; undefined when it was edited while the server answered. */
export async function questionsOf(
  server: Server,
  document: vscode.TextDocument,
): Promise<Question[] | undefined> {
  const { groups, version } = await server.request('gongwen/asks', { uri: document.uri.toString() });
  if (version !== document.version) return undefined;
  return groups.map(({ places, ...group }) => ({
    ...group,
    places: places.map(({ range, ...place }) => {
      const at = server.client.protocol2CodeConverter.asRange(range);
      return { ...place, start: document.offsetAt(at.start), end: document.offsetAt(at.end) };
    }),
  }));
}

/** So often is asked anew when the text changes between question and answer. */
const TRIES = 5;

/**
 * Puts values in, as one step to undo. The text may have changed since the values were given: they go where `valuesNow` says, for the
 * questions as they stand now. Says so when nothing could be done.
 * @returns how many places were filled in
 */
export async function fillIn(
  server: Server,
  store: FormStore,
  document: vscode.TextDocument,
  valuesNow: (questions: readonly Question[]) => readonly { group: string; value: string }[],
): Promise<number> {
  const uri = document.uri.toString();
  for (let tries = 0; tries < TRIES; tries++) {
    const { version } = document;
    const questions = await questionsOf(server, document);
    if (!questions || version !== document.version) continue;
    const values = valuesNow(questions);
    if (values.length === 0) break;
    const { edits } = await server.request('gongwen/fillEdits', { uri, version, values });
    if (await applyIfUnchanged(server, document, version, edits)) {
      store.filledIn(uri, questions, values);
      const filled = new Set(values.map(({ group }) => group));
      return questions.reduce((sum, { group, places }) => sum + (filled.has(group) ? places.length : 0), 0);
    }
  }
  sayMovedOn();
  return 0;
}
