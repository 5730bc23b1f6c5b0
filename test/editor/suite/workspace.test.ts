/** What is about more than the draft in front: lists of ignores, and files that nobody has opened. */
import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  apply,
  canAnswer,
  closeEditors,
  codeActions,
  findings,
  managing,
  messages,
  picking,
  ruleOf,
  waitFor,
  waitForFindings,
} from './support';

let folder: string;
const path = (name: string) => join(folder, name);
const uri = (name: string) => vscode.Uri.file(path(name));
const write = (name: string, text: string | Uint8Array) => writeFileSync(path(name), text);

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Rules of what stands in the list of problems for a file, whoever put it there. */
const listed = (name: string) =>
  vscode.languages
    .getDiagnostics(uri(name))
    .filter(({ source }) => source === 'gongwen')
    .map(ruleOf);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongwen-suite-'));
});
afterEach(async () => {
  await closeEditors();
  rmSync(folder, { recursive: true, force: true });
});

describe('忽略管理 (gongwen.manageIgnores)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });

  it('lists what is ignored with the unused, leads to the place, and takes back', async () => {
    write('讲话.txt', '刚才，×书记讲了话。\n会后，×市长作了安排。\n');
    const draft = await open('讲话.txt');
    const [first] = await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);
    const actions = await codeActions(draft, first!.range, vscode.CodeActionKind.QuickFix);
    await apply(actions.find(({ title }) => title.startsWith('忽略此处'))!);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    // Edits elsewhere do not bring it back.
    await vscode.window.activeTextEditor!.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '同志们：\n'),
    );
    await waitFor('the other to be found a line further down', () => {
      const [left, ...others] = findings(draft, 'placeholder/unfilled');
      return others.length === 0 && left?.range.start.line === 2;
    });

    const manage = () => vscode.commands.executeCommand('gongwen.manageIgnores');
    const [entry] = await managing(manage, async (pick) => {
      await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(1, 0), '　　'));
      pick.accept(pick.items.find(({ description }) => description?.includes('讲话.txt'))!);
    });
    assert.match(entry?.label ?? '', /^[^$]/, 'it is in use');
    await waitFor('the place to be shown', () => {
      const { selection } = vscode.window.activeTextEditor ?? {};
      return selection?.start.line === 1 && selection.start.character === 5;
    });

    // The text that was ignored is mended: the entry is unused, and taken out with all such.
    await vscode.window.activeTextEditor!.edit((edit) => edit.replace(new vscode.Range(1, 5, 1, 6), '张'));
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const [unused] = await managing(manage, async (pick) => {
      assert.equal(pick.buttons.length, 1);
      pick.trigger(pick.buttons[0]!);
      await waitFor('the list to be empty', () => pick.items.every(({ label }) => !label.includes('circle')));
      pick.hide();
    });
    assert.match(unused?.detail ?? '', /没有用到/);
    assert.doesNotMatch(readFileSync(path('gongwen-ignores.tsv'), 'utf8'), /讲话/);
  });
});

describe('检查整个工作区 (gongwen.checkWorkspace, gongwen.checkFolder)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(() => vscode.commands.executeCommand('gongwen.clearChecked'));

  const check = () => messages(() => vscode.commands.executeCommand('gongwen.checkFolder', uri('.')));

  it('lists what is found in files that nobody has opened, and leaves out what is to be left out', async () => {
    const text = '刚才，×书记讲了话。\n';
    write('甲.txt', text);
    // 刚才，×书记讲了话。 in GB18030
    write('乙.txt', Buffer.from('b8d5b2c5a3aca1c1cae9bcc7bdb2c1cbbbb0a1a30a', 'hex'));
    write('readme.md', '# Tool\n\nTODO: ××\n');
    mkdirSync(path('归档'));
    write('归档/丙.txt', text);
    write('.gongwenignore', '归档/\n');
    write('丁.txt', text);
    write('gongwen-lint.json', '{ "ignore": ["丁.txt"] }');

    const said = await check();
    assert.match(said.join(), /^检查了 2 篇文稿：错误 2 处/);
    for (const name of ['甲.txt', '乙.txt']) assert.deepEqual(listed(name), ['placeholder/unfilled'], name);
    for (const name of ['归档/丙.txt', '丁.txt', 'readme.md']) assert.deepEqual(listed(name), [], name);
    assert.equal(vscode.workspace.textDocuments.filter(({ uri }) => uri.path.includes(folder)).length, 0);
  });

  it('holds drafts that are chosen as a set against each other', async () => {
    write(
      '通知.txt',
      '关于召开2024年全市水利工作会议的通知\n定于2024年3月5日上午9:00召开全市水利工作会议。\n',
    );
    write('方案.txt', '全市水利工作会议方案\n会议时间：2024年3月6日上午9:00\n');
    await check();
    for (const name of ['通知.txt', '方案.txt'])
      assert.ok(!listed(name).includes('terms/set-meeting'), `${name}, by itself`);
    await messages(() => vscode.commands.executeCommand('gongwen.checkSet', uri('.')));
    for (const name of ['通知.txt', '方案.txt'])
      assert.ok(listed(name).includes('terms/set-meeting'), `${name}, in the set`);
  });

  it('asks which folder is a set when no folder was clicked', async function () {
    if (!canAnswer) this.skip();
    write('通知.txt', '定于2024年3月5日上午9:00召开全市水利工作会议。\n');
    write('方案.txt', '全市水利工作会议方案\n会议时间：2024年3月6日上午9:00\n');
    const original = vscode.window.showOpenDialog;
    let begun: vscode.Uri | undefined;
    Object.assign(vscode.window, {
      showOpenDialog: async ({ defaultUri }: vscode.OpenDialogOptions) => {
        begun = defaultUri;
        return [uri('.')];
      },
    });
    try {
      await open('通知.txt');
      await messages(() => vscode.commands.executeCommand('gongwen.checkSet'));
    } finally {
      Object.assign(vscode.window, { showOpenDialog: original });
    }
    assert.equal(begun?.fsPath, vscode.Uri.file(folder).fsPath);
    assert.ok(listed('方案.txt').includes('terms/set-meeting'));
  });

  it('leaves a file that is opened to the live check, and takes it up again', async () => {
    write('甲.txt', '刚才，×书记讲了话。\n');
    await check();
    const draft = await open('甲.txt');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.deepEqual(listed('甲.txt'), ['placeholder/unfilled']);
    await closeEditors();
    await waitFor('the file to be listed again', () => listed('甲.txt').length === 1);
  });
});

describe('A draft in GB18030', () => {
  it('is one problem, and is opened in its own encoding by the fix', async () => {
    // 刚才，×书记讲了话。
    write('讲话.txt', Buffer.from('b8d5b2c5a3aca1c1cae9bcc7bdb2c1cbbbb0a1a30a', 'hex'));
    const draft = await open('讲话.txt');
    const [problem] = await waitFor('the one problem', () => {
      const all = findings(draft);
      return all.length === 1 && /GB18030/.test(all[0]!.message) && all;
    });
    const [fix] = await codeActions(draft, problem!.range, vscode.CodeActionKind.QuickFix);
    await apply(fix!);
    const reopened = await vscode.workspace.openTextDocument(uri('讲话.txt'));
    await waitFor('the text to be read', () => reopened.getText() === '刚才，×书记讲了话。\n');
    await waitForFindings(reopened, 'placeholder/unfilled', ['×']);
  });
});

describe('按填写值填写这些文稿 (gongwen.fillSet)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });

  it('fills the drafts of a set that are picked, shows before what goes where, and undoes one by one', async () => {
    write('gongwen-values.tsv', '【×】书记\t张\n【×】市\t榆林\n');
    const texts = {
      '讲话.txt': '刚才，×书记代表×市作了讲话。\n',
      '通知.txt': '会议由×书记主持，各部门参加。\n',
      '方案.txt': '会议在×市召开，由×局长负责。\n',
      '其他.txt': '会议强调，要抓好落实。\n',
    };
    for (const [name, text] of Object.entries(texts)) write(name, text);
    let said: string[] = [];
    const [offered] = await picking(
      (items) => items.filter(({ label }) => !label.includes('方案')),
      async () => {
        said = await messages(() => vscode.commands.executeCommand('gongwen.fillSet', uri('.')));
      },
    );
    assert.deepEqual(
      offered!.map(({ label, detail }) => [label.split('/').at(-1), detail?.split('　').length]),
      [
        ['方案.txt', 1],
        ['讲话.txt', 2],
        ['通知.txt', 1],
      ],
    );
    assert.match(offered![1]!.detail!, /【张】书记.*【榆林】市/);
    assert.match(said.join(), /已在 2 篇文稿里填写 3 处/);
    const textOf = async (name: string) => (await vscode.workspace.openTextDocument(uri(name))).getText();
    assert.equal(await textOf('讲话.txt'), '刚才，张书记代表榆林市作了讲话。\n');
    assert.equal(await textOf('通知.txt'), '会议由张书记主持，各部门参加。\n');
    assert.equal(await textOf('方案.txt'), texts['方案.txt']);
    assert.equal(readFileSync(path('讲话.txt'), 'utf8'), texts['讲话.txt'], 'saved by the writer');
    await vscode.window.showTextDocument(uri('讲话.txt'));
    await vscode.commands.executeCommand('undo');
    await waitFor('the text to be back', async () => (await textOf('讲话.txt')) === texts['讲话.txt']);
    assert.equal(await textOf('通知.txt'), '会议由张书记主持，各部门参加。\n');
  });

  it('says so when there is nothing to fill in', async () => {
    write('讲话.txt', '刚才，×书记讲了话。\n');
    const said = await messages(() => vscode.commands.executeCommand('gongwen.fillSet', uri('.')));
    assert.match(said.join(), /没有 gongwen-values\.tsv 中有值可填的空/);
  });
});

describe('检查这些文稿 (gongwen.checkFolder), cancelled', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });

  it('stops behind the file it is at, and keeps what it has found', async () => {
    for (const name of ['1.txt', '2.txt', '3.txt']) write(name, '刚才，×书记讲了话。\n');
    const cancelled = new vscode.CancellationTokenSource();
    const original = vscode.window.withProgress;
    const task = ((_: unknown, run: Parameters<typeof original>[1]) =>
      run(
        {
          report({ message }: { message?: string }) {
            if (message?.startsWith('2/3')) cancelled.cancel();
          },
        },
        cancelled.token,
      )) as typeof original;
    Object.assign(vscode.window, { withProgress: task });
    try {
      const said = await messages(() => vscode.commands.executeCommand('gongwen.checkFolder', uri('.')));
      assert.match(said.join(), /2 篇/);
    } finally {
      Object.assign(vscode.window, { withProgress: original });
    }
    assert.deepEqual(['1.txt', '2.txt', '3.txt'].map(listed), [
      ['placeholder/unfilled'],
      ['placeholder/unfilled'],
      [],
    ]);
    await vscode.commands.executeCommand('gongwen.clearChecked');
  });
});
