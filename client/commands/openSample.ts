import * as vscode from 'vscode';

/** 打开样稿: a draft with something wrong of every kind, as an unsaved document that nobody minds being changed. */
export async function openSample({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(extensionUri, 'samples', '讲话稿.txt');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
