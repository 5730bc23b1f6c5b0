import * as vscode from 'vscode';
import type { Form, Place } from './form.ts';

/**
 * Shows the form in the draft: the gaps it asks about, the one asked at present, and answers behind the gaps they will replace. The answers are
 * inlay hints: unlike what a decoration puts behind a place, the text wraps around them.
 */
export class Marks implements vscode.Disposable, vscode.InlayHintsProvider {
  readonly #open = vscode.window.createTextEditorDecorationType({
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #current = vscode.window.createTextEditorDecorationType({
    border: '2px solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #answered = vscode.window.createTextEditorDecorationType({
    textDecoration: 'line-through',
    opacity: '0.6',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  readonly #provider = vscode.languages.registerInlayHintsProvider(
    [{ language: 'plaintext' }, { language: 'markdown' }],
    this,
  );
  #hints: readonly vscode.InlayHint[] = [];
  #document: vscode.TextDocument | undefined;

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    if (document !== this.#document) return [];
    return this.#hints.filter(({ position }) => range.contains(position));
  }

  /** @param current the question that the writer is at */
  show(document: vscode.TextDocument, { entries }: Form, current: number | undefined): void {
    const rangeOf = ({ start, end }: Place) =>
      new vscode.Range(document.positionAt(start), document.positionAt(end));
    const open: vscode.Range[] = [];
    const asked: vscode.Range[] = [];
    const answered: vscode.Range[] = [];
    const hints: vscode.InlayHint[] = [];
    for (const { id, places, answer } of entries) {
      const value = answer.trim();
      for (const place of places) {
        const range = rangeOf(place);
        if (id === current) asked.push(range);
        else if (value === '') open.push(range);
        if (value === '') continue;
        answered.push(range);
        hints.push(new vscode.InlayHint(range.end, value));
      }
    }
    this.#document = document;
    this.#hints = hints;
    this.#changed.fire();
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.#open, open);
      editor.setDecorations(this.#current, asked);
      editor.setDecorations(this.#answered, answered);
    }
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
    for (const type of [this.#open, this.#current, this.#answered]) type.dispose();
  }
}
