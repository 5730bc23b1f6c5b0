import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';

/** 由本文生成台账: the figures that the draft states, as a first table of the house's own facts, in an editor of its own. */
export async function makeLedger(server: Server): Promise<void> {
  const draft = activeDraft();
  if (!draft) return;
  const { text } = await server.request('gongwen/ledger', { uri: draft.uri.toString() });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
}
