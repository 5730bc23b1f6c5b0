import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import * as vscode from 'vscode';
import { patient } from '../host/patience.mjs';

/** Milliseconds of one wait, on a machine with nothing else to do. */
const PATIENCE = 10_000;
/** A wait that has looked so seldom was kept from looking: it goes on. */
const LOOKS = 100;

export const extension = vscode.extensions.getExtension('gongwen-lint.gongwen-lint');

/** What ran before it was needed. */
interface BeforeDraft {
  extensionWasActive: boolean;
  /** Language servers behind a document that is no draft. */
  servers: number;
}

/** Each file of tests is bundled by itself, with a copy of this module: what one has measured the others find here. */
const shared = globalThis as { gongwenBefore?: BeforeDraft };

export function beforeDraft(): BeforeDraft {
  assert.ok(shared.gongwenBefore, 'the start has been looked at');
  return shared.gongwenBefore;
}

/** Starts the extension, and then its server, for which the first test should not pay. */
export async function startExtension(this: Mocha.Context): Promise<void> {
  this.timeout(patient(60_000));
  assert.ok(extension, 'the extension is installed');
  const extensionWasActive = extension.isActive;
  await untitled('Nothing in this text is Chinese.\nNo server is needed for it.\n');
  await waitFor('the extension to start', () => extension.isActive);
  shared.gongwenBefore = { extensionWasActive, servers: servers().length };
  await waitForFindings(await untitled('刚才，×书记讲了话。\n'), 'placeholder/unfilled', ['×']);
  await closeEditors();
}

/** Process ids of the language servers that this extension host has started. */
export function servers(): number[] {
  const module = join(extension?.extensionPath ?? '', 'dist', 'server.js');
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(parent) === process.pid && args?.includes(module) ? [Number(pid)] : [];
    });
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
  const from = Date.now();
  for (let looks = 1; ; looks++) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (looks > LOOKS && Date.now() - from > patient(PATIENCE))
      throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens an unsaved document and shows it. */
export async function untitled(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  // The first free name, Untitled-1, may still be that of a draft that is about to go: then its text comes back.
  const fresh = await waitFor('a fresh draft', async () => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    return document.getText() === content && document;
  });
  return show(fresh);
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

/** A list with buttons, as a person has it before them. */
export interface Manager {
  readonly items: readonly vscode.QuickPickItem[];
  readonly buttons: readonly vscode.QuickInputButton[];
  accept(item: vscode.QuickPickItem): void;
  trigger(button: vscode.QuickInputButton): void;
  hide(): void;
}

/** Works the list with buttons that `action` brings up; tells what it offered at first, separators left out. */
export async function managing<T>(
  action: () => Thenable<T>,
  work: (pick: Manager) => Promise<void>,
): Promise<readonly vscode.QuickPickItem[]> {
  const original = vscode.window.createQuickPick;
  let offered: readonly vscode.QuickPickItem[] = [];
  let worked: Promise<void> | undefined;
  const stub = () => {
    const box = original();
    const [accepted, triggered] = [
      new vscode.EventEmitter<void>(),
      new vscode.EventEmitter<vscode.QuickInputButton>(),
    ];
    let picked: readonly vscode.QuickPickItem[] = [];
    const pick: Manager = {
      get items() {
        return box.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
      },
      get buttons() {
        return box.buttons;
      },
      accept(item) {
        picked = [item];
        accepted.fire();
      },
      trigger: (button) => triggered.fire(button),
      hide: () => box.hide(),
    };
    Object.defineProperties(box, {
      selectedItems: { get: () => picked },
      onDidAccept: { value: accepted.event },
      onDidTriggerButton: { value: triggered.event },
      show: {
        value: () => {
          offered = pick.items;
          worked = work(pick);
        },
      },
    });
    return box;
  };
  Object.assign(vscode.window, { createQuickPick: stub });
  try {
    await action();
    await worked;
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
