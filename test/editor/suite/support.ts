import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import * as vscode from 'vscode';

/** Of one wait; generous, since only a failing test uses it up. */
const PATIENCE = 10_000;

const extension = vscode.extensions.getExtension('gongwen-lint.gongwen-lint');

/** Opening a draft is what starts the extension; the first test should not pay for the start of its server. */
export async function startExtension(this: Mocha.Context): Promise<void> {
  this.timeout(60_000);
  await untitled('');
  await waitFor('the extension to start', () => extension?.isActive);
  await closeEditors();
}

/**
 * Each extension has a `vscode` object of its own, and the tests share that of the extension they lie in. They cannot
 * answer the questions of a packaged one.
 */
export const canAnswer = __dirname.startsWith(`${extension?.extensionPath}${sep}`);

/** nodejieba is optional; where it did not compile there are no names. A package has the binary beside its worker. */
export const canRecogniseNames = ['', 'dist/names'].some((folder) =>
  existsSync(
    join(extension?.extensionPath ?? '', folder, 'node_modules/nodejieba/build/Release/nodejieba.node'),
  ),
);

/** Asks again and again until the answer is neither undefined nor false, and hands it over. */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens an unsaved document and shows it. */
export async function untitled(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

/** Opens a file of its own and shows it. */
export async function file(name: string, content: string): Promise<vscode.TextDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-suite-'));
  const path = join(folder, name);
  writeFileSync(path, content);
  after(() => rmSync(folder, { recursive: true, force: true }));
  return show(await vscode.workspace.openTextDocument(path));
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes everything without a question about unsaved changes, which nobody would answer. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  // The next draft takes the first free name, Untitled-1: it must not be given a document that is about to go.
  await waitFor(
    'unsaved drafts to be gone',
    () => !vscode.workspace.textDocuments.some((document) => document.isUntitled),
  );
}

/** `numbering/count`; the code may carry a link to the rule's page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings that stand in a document now. */
export function findings(document: vscode.TextDocument, rule: string | RegExp = ''): vscode.Diagnostic[] {
  const matches = (id: string) => (typeof rule === 'string' ? id.startsWith(rule) : rule.test(id));
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'gongwen' && matches(ruleOf(diagnostic)));
}

/** Waits until the findings of a rule (or of a family, `advert/`) cover exactly these texts, in order. */
export async function waitForFindings(
  document: vscode.TextDocument,
  rule: string | RegExp,
  texts: readonly string[],
): Promise<vscode.Diagnostic[]> {
  const covered = () => findings(document, rule).map((finding) => document.getText(finding.range));
  try {
    return await waitFor(`${rule} at ${JSON.stringify(texts)}`, () => {
      const found = covered().sort();
      return JSON.stringify(found) === JSON.stringify([...texts].sort()) && findings(document, rule);
    });
  } catch {
    assert.deepEqual(covered(), texts, `findings of ${rule} in ${JSON.stringify(document.getText())}`);
    return findings(document, rule);
  }
}

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    // Resolves them: an action may bring its edit only when it is chosen.
    100,
  );
}

/** Does what choosing the action in the menu would do. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit)
    assert.ok(await vscode.workspace.applyEdit(action.edit), `“${action.title}” could not be applied`);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
  assert.ok(action.edit || action.command, `“${action.title}” does nothing`);
}

export async function waitForText(document: vscode.TextDocument, text: string): Promise<void> {
  await waitFor('the text to change', () => document.getText() === text).catch(() => {
    assert.equal(document.getText(), text);
  });
}

/** Answers the input boxes that come up while `action` runs; tells what they asked. */
export async function answering<T>(
  answer: (options: vscode.InputBoxOptions) => string | undefined | Promise<string | undefined>,
  action: () => Thenable<T>,
): Promise<vscode.InputBoxOptions[]> {
  const asked: vscode.InputBoxOptions[] = [];
  const original = vscode.window.showInputBox;
  const stub: typeof original = async (options = {}) => {
    asked.push(options);
    return answer(options);
  };
  Object.assign(vscode.window, { showInputBox: stub });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { showInputBox: original });
  }
  return asked;
}

/** Answers the boxes to type into or pick from that come up while `action` runs; tells what they offered at first. */
export async function answeringBoxes<T>(
  answer: (box: vscode.QuickPick<vscode.QuickPickItem>) => vscode.QuickPickItem | undefined,
  action: () => Thenable<T>,
): Promise<(readonly vscode.QuickPickItem[])[]> {
  const offered: (readonly vscode.QuickPickItem[])[] = [];
  const original = vscode.window.createQuickPick;
  const stub = () => {
    const box = original();
    const [typed, accepted] = [new vscode.EventEmitter<string>(), new vscode.EventEmitter<void>()];
    let value = '';
    let picked: readonly vscode.QuickPickItem[] = [];
    Object.defineProperties(box, {
      value: {
        get: () => value,
        set: (text: string) => {
          value = text;
          typed.fire(text);
        },
      },
      selectedItems: { get: () => picked },
      onDidChangeValue: { value: typed.event },
      onDidAccept: { value: accepted.event },
      show: {
        value: () => {
          offered.push(box.items);
          const item = answer(box);
          picked = item ? [item] : [];
          accepted.fire();
        },
      },
    });
    return box;
  };
  Object.assign(vscode.window, { createQuickPick: stub });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { createQuickPick: original });
  }
  return offered;
}

/** Picks the first button of every message that comes up while `action` runs, and after it; tells what they say. */
export async function messages<T>(action: () => Thenable<T>): Promise<string[]> {
  const said: string[] = [];
  const original = vscode.window.showInformationMessage;
  const stub = async (message: string, ...buttons: unknown[]) => {
    said.push(message);
    return buttons[0];
  };
  Object.assign(vscode.window, { showInformationMessage: stub });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { showInformationMessage: original });
  }
  return said;
}

/** Answers the lists that come up while `action` runs, one pick or several as the list wants; tells what they offered. */
export async function picking<T>(
  pick: (
    items: readonly vscode.QuickPickItem[],
    many: boolean,
  ) => vscode.QuickPickItem | undefined | unknown[],
  action: () => Thenable<T>,
): Promise<(readonly vscode.QuickPickItem[])[]> {
  const offered: (readonly vscode.QuickPickItem[])[] = [];
  const original = vscode.window.showQuickPick;
  const stub = async (items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions = {}) => {
    offered.push(items);
    return pick(items, options.canPickMany === true);
  };
  Object.assign(vscode.window, { showQuickPick: stub });
  try {
    await action();
  } finally {
    Object.assign(vscode.window, { showQuickPick: original });
  }
  return offered;
}
