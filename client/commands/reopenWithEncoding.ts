import * as vscode from 'vscode';

/** The usual encoding of Chinese Windows; GBK and GB2312 are parts of it. */
const ENCODING = 'gb18030';

/** `workspace.openTextDocument` since VS Code 1.100. */
type OpenIn = (uri: vscode.Uri, options: { encoding: string }) => Thenable<vscode.TextDocument>;

/** Opens a file in the encoding that it is written in. Where VS Code cannot be told which, or it is yet another, the writer is asked by VS Code. */
export async function reopenWithEncoding(uri: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await vscode.window.showTextDocument(document, { preview: false });
  if ('encoding' in document && !document.isDirty) {
    const reopened = await (vscode.workspace.openTextDocument as OpenIn)(document.uri, {
      encoding: ENCODING,
    });
    if (!reopened.getText().includes('\ufffd')) return;
  }
  await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
}
