import type * as vscode from 'vscode';
import type { MeantNamesParams } from '../../server/protocol.ts';
import type { Server } from '../server.ts';
import type { Kept, Question } from './form.ts';

const FORMS = 'gongwen.forms';
const NAMES = 'gongwen.meantNames';
/** Of older drafts nothing is kept. */
const MOST = 50;

/** By URI, the latest first. */
type ByDraft<T> = readonly (readonly [uri: string, kept: readonly T[]])[];

const NAMED: ReadonlySet<string> = new Set(['surname', 'person', 'subject', 'place', 'organisation', 'name']);

/**
 * What is kept of forms, in the storage that VS Code has for the workspace: half-filled forms by their draft, and the names that were
 * filled in, which the server must not take for leftovers.
 */
export class FormStore {
  readonly #server: Server;
  readonly #memento: vscode.Memento;

  constructor(server: Server, memento: vscode.Memento) {
    this.#server = server;
    this.#memento = memento;
    server.onDidStart(() => {
      for (const [uri, values] of this.#all<string>(NAMES)) this.#tell(uri, values);
    });
  }

  halfFilled(uri: string): readonly Kept[] {
    return this.#get(FORMS, uri);
  }

  keep(uri: string, answers: readonly Kept[]): void {
    this.#set(FORMS, uri, answers);
  }

  /** Answers have gone into the draft: the names among them are the writer's own. */
  filledIn(
    uri: string,
    questions: readonly Question[],
    values: readonly { group: string; value: string }[],
  ): void {
    const slots = new Map(questions.map(({ group, slot }) => [group, slot]));
    const names = values.filter(({ group }) => NAMED.has(slots.get(group) ?? '')).map(({ value }) => value);
    if (names.length === 0) return;
    this.#set(NAMES, uri, [...new Set([...this.#get<string>(NAMES, uri), ...names])]);
    this.#tell(uri, names);
  }

  #tell(uri: string, values: readonly string[]): void {
    void this.#server.client.sendNotification('gongwen/meantNames', {
      uri,
      values,
    } satisfies MeantNamesParams);
  }

  #get<T>(key: string, uri: string): readonly T[] {
    return this.#all<T>(key).find(([of]) => of === uri)?.[1] ?? [];
  }

  #set<T>(key: string, uri: string, kept: readonly T[]): void {
    const others = this.#all<T>(key).filter(([of]) => of !== uri);
    void this.#memento.update(key, [...(kept.length > 0 ? [[uri, kept]] : []), ...others].slice(0, MOST));
  }

  #all<T>(key: string): ByDraft<T> {
    return this.#memento.get(key, []);
  }
}
