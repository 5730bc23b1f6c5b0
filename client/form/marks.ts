import * as vscode from 'vscode';
import type { Form, Place } from './form.ts';

/** Shows the form in the draft: the gaps it asks about, the one asked at present, and answers behind the gaps they will replace. */
export class Marks implements vscode.Disposable {
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
    after: { color: new vscode.ThemeColor('gitDecoration.addedResourceForeground'), margin: '0 0.2em' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  /** @param current the question that the writer is at */
  show(document: vscode.TextDocument, { entries }: Form, current: number | undefined): void {
    const rangeOf = ({ start, end }: Place) =>
      new vscode.Range(document.positionAt(start), document.positionAt(end));
    const open: vscode.Range[] = [];
    const asked: vscode.Range[] = [];
    const answered: vscode.DecorationOptions[] = [];
    for (const { id, places, answer } of entries) {
      const value = answer.trim();
      for (const place of places) {
        const range = rangeOf(place);
        if (id === current) asked.push(range);
        else if (value === '') open.push(range);
        if (value !== '') answered.push({ range, renderOptions: { after: { contentText: value } } });
      }
    }
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.#open, open);
      editor.setDecorations(this.#current, asked);
      editor.setDecorations(this.#answered, answered);
    }
  }

  dispose(): void {
    for (const type of [this.#open, this.#current, this.#answered]) type.dispose();
  }
}
