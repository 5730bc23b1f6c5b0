import type * as vscode from 'vscode';
import type { Kept } from './form.ts';

const KEY = 'gongwen.forms';
/** Forms of older drafts are forgotten. */
const MOST = 50;

/** Half-filled forms by the URI of their draft, in the storage that VS Code keeps for the workspace. */
export class FormStore {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get(uri: string): readonly Kept[] {
    return this.#all().find(([of]) => of === uri)?.[1] ?? [];
  }

  set(uri: string, kept: readonly Kept[]): void {
    const others = this.#all().filter(([of]) => of !== uri);
    void this.#memento.update(KEY, [...(kept.length > 0 ? [[uri, kept]] : []), ...others].slice(0, MOST));
  }

  #all(): readonly (readonly [string, readonly Kept[]])[] {
    return this.#memento.get(KEY, []);
  }
}
