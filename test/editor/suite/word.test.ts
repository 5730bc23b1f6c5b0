/** Word documents in the editor: shown read-only with what is found, and copied with comments; what cannot be shown is told. */
import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { wordDraft } from '../wordDraft.mjs';
import { canAnswer, closeEditors, waitFor } from './support';

describe('Word 文档 (gongwen.openWord, gongwen.exportReview)', () => {
  let folder: string;
  const draft = wordDraft('刚才，×书记讲了话。', '墨海文库整理，咨询QQ100200300', '完。');
  const uri = (name: string) => vscode.Uri.file(join(folder, name));
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  const custom = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? input : undefined;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-suite-word-'));
  });
  afterEach(async () => {
    await closeEditors();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens .docx in its own editor, by itself and from the Explorer', async () => {
    write('稿件.docx', draft);
    await vscode.commands.executeCommand('vscode.open', uri('稿件.docx'));
    await waitFor('the editor', () => custom()?.viewType === 'gongwen.word');
    await closeEditors();
    await vscode.commands.executeCommand('gongwen.openWord', uri('稿件.docx'));
    await waitFor('the editor', () => custom()?.viewType === 'gongwen.word');
    assert.deepEqual(new Uint8Array(readFileSync(join(folder, '稿件.docx'))), draft);
  });

  it('opens what other word processors write, to say what can be done', async () => {
    for (const name of ['旧稿.doc', '旧稿.wps', '稿件.odt']) {
      write(name, Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
      await vscode.commands.executeCommand('vscode.open', uri(name));
      await waitFor(name, () => custom()?.viewType === 'gongwen.word' && custom()?.uri.path.endsWith(name));
    }
  });

  it('writes a reviewed copy where the writer says, never over the original', async function () {
    if (!canAnswer) this.skip();
    write('稿件.docx', draft);
    const { showSaveDialog, showWarningMessage, showInformationMessage } = vscode.window;
    let offered: vscode.Uri | undefined;
    let to = uri('批注稿.docx');
    const warned: string[] = [];
    const said: string[] = [];
    Object.assign(vscode.window, {
      showSaveDialog: async (options: vscode.SaveDialogOptions) => {
        offered = options.defaultUri;
        return to;
      },
      showInformationMessage: async (message: string) => {
        said.push(message);
      },
      showWarningMessage: async (message: string) => {
        warned.push(message);
      },
    });
    try {
      await vscode.commands.executeCommand('gongwen.exportReview', uri('稿件.docx'));
      assert.match(said.join(), /批注 \d+ 条，修订 1 处|\d+ comments, 1 tracked changes/);
      assert.match(offered!.path, /稿件.+\.docx$/);
      const copy = unzipSync(readFileSync(join(folder, '批注稿.docx')));
      assert.ok(copy['word/comments.xml']);
      to = uri('稿件.docx');
      await vscode.commands.executeCommand('gongwen.exportReview', uri('稿件.docx'));
      assert.equal(warned.length, 1);
      assert.deepEqual(new Uint8Array(readFileSync(join(folder, '稿件.docx'))), draft);
    } finally {
      Object.assign(vscode.window, { showSaveDialog, showWarningMessage, showInformationMessage });
    }
  });

  it('tells what is no Word document, and writes nothing', async function () {
    if (!canAnswer) this.skip();
    write('旧稿.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    const { showSaveDialog, showErrorMessage } = vscode.window;
    const told: string[] = [];
    Object.assign(vscode.window, {
      showSaveDialog: async () => uri('批注稿.docx'),
      showErrorMessage: async (message: string) => {
        told.push(message);
      },
    });
    try {
      await vscode.commands.executeCommand('gongwen.exportReview', uri('旧稿.docx'));
      assert.match(told.join(), /\.docx/);
      assert.ok(!existsSync(join(folder, '批注稿.docx')));
    } finally {
      Object.assign(vscode.window, { showSaveDialog, showErrorMessage });
    }
  });
});
