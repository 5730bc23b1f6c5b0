/** How the extension behaves as a guest: what it costs, what it keeps away from, what it adds to VS Code. */
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  beforeDraft,
  canAnswer,
  closeEditors,
  extension,
  file,
  findings,
  messages,
  servers,
  untitled,
  waitFor,
  waitForFindings,
} from './support';

/** Milliseconds of the extension host's time that the start may take. */
const BUDGET = 50;

describe('The start of the extension', () => {
  it('takes little of the extension host’s time', () => {
    const [measured] = performance.getEntriesByName('gongwen:activate') as {
      readonly duration: number;
      readonly detail?: NodeJS.CpuUsage;
    }[];
    assert.ok(measured?.detail);
    const { duration, detail } = measured;
    const spent = (detail.user + detail.system) / 1000;
    console.log(
      `    activation: ${spent.toFixed(1)} ms of the processor’s time, ${duration.toFixed(1)} ms on the clock (budget ${BUDGET} ms)`,
    );
    // On the clock there is also what others do meanwhile on a busy machine; of the processor’s time, what other threads of the host do.
    assert.ok(Math.min(spent, duration) < BUDGET);
  });

  it('and that of server and command line, are nothing that this Node complains of', () => {
    const dist = join(extension!.extensionPath, 'dist');
    for (const program of ['cli.js', 'server.js']) {
      if (!existsSync(join(dist, program))) continue;
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, program), '--version'], {
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' }, program);
      assert.match(stdout, /^\d+\./);
    }
  });

  it('waits for a document, and that of the server for a draft', () => {
    assert.equal(beforeDraft().extensionWasActive, false);
    assert.equal(beforeDraft().servers, 0);
    assert.equal(servers().length, 1);
  });
});

describe('Documents that are no drafts', () => {
  afterEach(closeEditors);

  it('have no findings, and are said to be none', async () => {
    const readme = await untitled('# Tool\n\nTODO: describe $NAME.\nSee `npm install ××`.\n', 'markdown');
    const draft = await untitled('刚才，×书记讲了话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.deepEqual(findings(readme), []);
    if (!canAnswer) return;
    await vscode.window.showTextDocument(readme);
    const said = await messages(() => vscode.commands.executeCommand('gongwen.checkDocument'));
    assert.match(said.join(), /本文件不在检查之列/);
  });

  it('are also those that the globs of the settings leave out', async () => {
    const draft = await file('讲话.txt', '刚才，×书记讲了话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const settings = vscode.workspace.getConfiguration('gongwen');
    try {
      await settings.update('exclude', ['**/讲话.txt'], vscode.ConfigurationTarget.Global);
      await waitForFindings(draft, '', []);
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
      await waitForFindings(draft, 'placeholder/unfilled', ['×']);
      await settings.update('include', ['**/*.md'], vscode.ConfigurationTarget.Global);
      await waitForFindings(draft, '', []);
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('include', undefined, vscode.ConfigurationTarget.Global);
    }
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
  });
});

describe('Keys', () => {
  afterEach(closeEditors);

  it('of ours are nobody else’s', async () => {
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const text = defaults.getText();
    const ours: { key: string; command: string }[] = extension?.packageJSON.contributes.keybindings;
    const commandsOf = (key: string) =>
      [...text.matchAll(/"key":\s*"([^"]+)",\s*"command":\s*"([^"]+)"/g)]
        .filter(([, other]) => other === key)
        .map(([, , command]) => command);
    assert.ok(commandsOf('f8').length > 0, 'the default keys are there to be compared with');
    for (const { key, command } of ours) assert.deepEqual(commandsOf(key), [command], key);
  });

  it('lead from one problem of the document to the next, and round its end', async () => {
    await untitled('×市长讲了话。\n');
    const draft = await untitled('同志们：\n刚才，×书记讲了话。\n会后，×市长作了安排。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);
    const lines: number[] = [];
    for (const command of ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding']) {
      await vscode.commands.executeCommand(`gongwen.${command}`);
      assert.equal(vscode.window.activeTextEditor?.document, draft);
      lines.push(vscode.window.activeTextEditor!.selection.active.line);
    }
    assert.deepEqual(lines, [1, 2, 1, 2]);
  });
});

describe('Settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-suite-'));
  });
  afterEach(async () => {
    await closeEditors();
    rmSync(folder, { recursive: true, force: true });
  });

  it('complete rules with their names and defaults, and underline those that are none', async () => {
    await mkdir(join(folder, '.vscode'));
    const path = join(folder, '.vscode', 'settings.json');
    const text = '{ "gongwen.rules": { "": "off", "no/such-rule": "off" } }';
    writeFileSync(path, text);
    const document = await vscode.workspace.openTextDocument(path);
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(text.indexOf('"":') + 1);
    const item = await waitFor('a rule to be completed', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
        undefined,
        // Descriptions come when an item is resolved.
        1000,
      );
      return items.find(({ label }) => String(label).includes('placeholder/unfilled'));
    });
    const { documentation } = item;
    const said = typeof documentation === 'object' ? documentation.value : documentation;
    assert.match(said ?? '', /默认 error/);
    await waitFor('the unknown rule to be underlined', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ range }) => document.getText(range).includes('no/such-rule')),
    );
  });
});
