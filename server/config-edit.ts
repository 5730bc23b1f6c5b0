/** Edits of configuration files: what is written by hand in them, remarks and all, stays. */
import { applyEdits as applyJsonEdits, type JSONPath, modify } from 'jsonc-parser';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/** A value to be put somewhere, or taken away; `inserted`: before what stands there in a list. */
export interface JsonChange {
  readonly at: JSONPath;
  readonly value: unknown;
  readonly inserted?: boolean;
}

/** @param place the file, see `ServedConfigFiles.placeOf`; undefined for an edit that changes nothing */
export function configEdit(
  place: { readonly uri: string; readonly text: string | undefined },
  changes: readonly JsonChange[],
): WorkspaceEdit | undefined {
  const before = place.text ?? '{}\n';
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  let after = before;
  for (const { at, value, inserted = false } of changes)
    after = applyJsonEdits(
      after,
      modify(after, at, value, { formattingOptions, isArrayInsertion: inserted }),
    );
  if (after === before) return undefined;
  const lines = (place.text ?? '').split('\n');
  const end = { line: lines.length - 1, character: lines.at(-1)!.length };
  return fileEdit(place.uri, place.text === undefined, [
    { range: { start: { line: 0, character: 0 }, end }, newText: after },
  ]);
}

/** @param isNew whether the file is to be made first */
export function fileEdit(uri: string, isNew: boolean, edits: TextEdit[]): WorkspaceEdit {
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return {
    documentChanges: isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}
