import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { canRecogniseNames, closeEditors, file, findings, untitled, waitForFindings } from './support';

const ADVERT = '更多材料请关注公众号酷乐文行';

describe('Findings in the editor', () => {
  afterEach(closeEditors);

  it('appear when a text file is opened', async () => {
    const draft = await file('讲话稿.txt', `同志们：\n刚才，×书记作了重要讲话。\n${ADVERT}\n`);
    const [blank] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    await waitForFindings(draft, /^advert\/(watermark|block)$/, [ADVERT]);
    assert.equal(blank?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(blank?.message ?? '', /\p{Script=Han}/u, 'messages are Chinese');
  });

  it('appear in a document that was never saved', async () => {
    const draft = await untitled('刚才，×书记作了重要讲话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
  });

  it('follow the typing', async () => {
    const draft = await untitled('刚才，张书记作了重要讲话。\n×市长也讲了话。\n');
    const [first] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.equal(first?.range.start.line, 1);

    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.replace(new vscode.Range(0, 3, 0, 4), '×'));
    await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);

    await editor?.edit((edit) => {
      edit.replace(new vscode.Range(0, 3, 0, 4), '张');
      edit.replace(new vscode.Range(1, 0, 1, 1), '王');
    });
    await waitForFindings(draft, 'placeholder/unfilled', []);
  });

  it('are joined by the names left among masked ones, which nodejieba recognises', async function () {
    if (!canRecogniseNames) this.skip();
    const draft = await untitled('×书记、×县长出席会议，×主任主持。\n县委副书记刘大山同志传达了会议精神。\n');
    const [name] = await waitForFindings(draft, 'placeholder/leftover-name', ['刘大山']);
    assert.equal(name?.severity, vscode.DiagnosticSeverity.Information);
  });

  it('leave code in Markdown alone', async () => {
    const draft = await untitled(
      '# 讲话\n\n刚才，×书记讲了话。\n\n```text\n刚才，×市长讲了话。\n```\n',
      'markdown',
    );
    const [finding] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.equal(finding?.range.start.line, 2);
  });

  it('appear in the files of a virtual workspace, not in what can only be looked at', async () => {
    const text = '刚才，×书记作了重要讲话。\n';
    const stat = { type: vscode.FileType.File, ctime: 0, mtime: 0, size: Buffer.byteLength(text) };
    const nowhere = () => new vscode.Disposable(() => {});
    const files: vscode.FileSystemProvider = {
      onDidChangeFile: nowhere,
      watch: nowhere,
      stat: () => stat,
      readDirectory: () => [],
      createDirectory() {},
      readFile: () => Buffer.from(text),
      writeFile() {},
      delete() {},
      rename() {},
    };
    const registered = [
      vscode.workspace.registerFileSystemProvider('gongwen-virtual', files),
      vscode.workspace.registerTextDocumentContentProvider('gongwen-shown', {
        provideTextDocumentContent: () => text,
      }),
    ];
    try {
      const open = async (uri: string) =>
        vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
      const { document: shown } = await open('gongwen-shown:/讲话稿.txt');
      const { document: virtual } = await open('gongwen-virtual:/讲话稿.txt');
      assert.equal(shown.languageId, 'plaintext');
      await waitForFindings(virtual, 'placeholder/unfilled', ['×']);
      assert.deepEqual(findings(shown), []);
      await closeEditors();
    } finally {
      for (const one of registered) one.dispose();
    }
  });

  it('go away when the document is closed', async () => {
    const draft = await file('讲话稿.txt', '刚才，×书记作了重要讲话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    await closeEditors();
    await waitForFindings(draft, '', []);
    assert.deepEqual(findings(draft), []);
  });
});
