/** gongwen-lint.json as an editor sees it: over its own settings, at once, with what is wrong shown where it stands. */
import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { applyTextEdits, configFilesBy, FULL, on, TestClient } from './client.ts';

const DRAFT = 'file:///稿/讲话.txt';
const CONFIG = '/稿/gongwen-lint.json';
const TEXT = '×市,其它';

describe('protocol: gongwen-lint.json', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map();
    client = await TestClient.start({
      capabilities: {
        ...FULL,
        workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      host: {
        configFiles: configFilesBy((path) => files.get(path)),
      },
    });
  });
  afterEach(() => client.stop());

  const found = async () =>
    (await client.diagnostics(DRAFT)).map(({ code, severity }) => `${code} ${severity}`);
  const write = (path: string, text: string) => {
    files.set(path, text);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${path}`, type: 2 }] });
  };

  it('is watched by its name alone', async () => {
    await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
  });

  it('wins over the client’s settings, and takes effect in open documents when it changes', async () => {
    client.configuration = () => ({ rules: { 'placeholder/blank': 'hint' } });
    client.open(DRAFT, TEXT);
    assert.ok((await found()).includes('placeholder/blank 4'));
    write(CONFIG, '{ "rules": { "placeholder": "warning" } }');
    await client.until(() => client.refreshes > 0);
    assert.ok((await found()).includes('placeholder/blank 2'));
    write(CONFIG, '{ "ignore": ["*.txt"] }');
    await client.until(() => client.refreshes > 1);
    assert.deepEqual(await found(), []);
  });

  it('with a mistake has it shown in the file, until it is mended; the rest holds', async () => {
    files.set(CONFIG, '{ "kind": "poem",\n"rules": { "placeholder": "info" } }');
    client.open(DRAFT, TEXT);
    assert.ok((await found()).includes('placeholder/blank 3'));
    const shown = () => client.published.filter(({ uri }) => uri === `file://${CONFIG}`);
    const [first] = (await client.until(() => shown()[0])).diagnostics;
    assert.match(String(first!.message), /“kind”应为 auto/);
    assert.deepEqual(first!.range, { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } });
    write(CONFIG, '{ "kind": "report" }');
    await client.until(() => client.refreshes > 0);
    await found();
    assert.deepEqual(shown().at(-1)!.diagnostics, []);
  });

  /** What the edits of an action leave in a file, worked out as a client would. */
  const written = (action: CodeAction, uri: string) => {
    for (const change of action.edit!.documentChanges!) {
      if (!('textDocument' in change) || change.textDocument.uri !== uri) continue;
      const before = files.get(uri.slice('file://'.length)) ?? client.texts.get(uri)?.text ?? '';
      return applyTextEdits(before, change.edits as TextEdit[]);
    }
    return undefined;
  };
  const ignoring = async (uri: string, title: RegExp) =>
    (await client.actions(uri, on(0, 0))).find((action) => title.test(action.title))!;

  it('an action leaves a finding alone, here or in the file: a line in the list of ignores', async () => {
    client.open(DRAFT, TEXT);
    const before = await found();
    const here = await ignoring(DRAFT, /^忽略此处/);
    const list = written(here, 'file:///稿/gongwen-ignores.tsv')!;
    assert.match(list, /^#.*\n讲话\.txt\tplaceholder\/blank\t[0-9a-f]{16}\t×\n$/);
    write('/稿/gongwen-ignores.tsv', list);
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(
      await found(),
      before.filter((one) => !one.startsWith('placeholder/blank')),
    );

    files.delete('/稿/gongwen-ignores.tsv');
    write(CONFIG, '{}');
    await client.until(() => client.refreshes > 1);
    await found();
    const file = await ignoring(DRAFT, /^本文件不再报告/);
    assert.match(written(file, 'file:///稿/gongwen-ignores.tsv')!, /\tplaceholder\/blank\t\*\t\n$/);
  });

  it('an action switches a rule off for all: a level in the configuration, whose comments stay', async () => {
    files.set(CONFIG, '{\n  // 我们的设定\n  "kind": "report"\n}\n');
    client.open(DRAFT, TEXT);
    await found();
    const action = await ignoring(DRAFT, /gongwen-lint\.json/);
    const text = written(action, `file://${CONFIG}`)!;
    assert.match(
      text,
      /\/\/ 我们的设定\n {2}"kind": "report",\n {2}"rules": \{\n {4}"placeholder\/blank": "off"/,
    );
    write(CONFIG, text);
    await client.until(() => client.refreshes > 0);
    assert.ok(!(await found()).some((one) => one.startsWith('placeholder/blank')));
  });

  it('an action adds a word to those of the house, within which nothing is found', async () => {
    files.set(CONFIG, '{ "words": ["云岭"] }');
    client.open(DRAFT, '其它事项的事项,其它');
    const before = (await found()).filter((one) => one.startsWith('wording/choice')).length;
    assert.ok(before > 0);
    const action = await ignoring(DRAFT, /“其它”是本单位的用词/);
    const text = written(action, `file://${CONFIG}`)!;
    assert.deepEqual(JSON.parse(text).words, ['云岭', '其它']);
    write(CONFIG, text);
    await client.until(() => client.refreshes > 0);
    assert.ok(!(await found()).some((one) => one.startsWith('wording/choice')));
  });

  it('in Markdown an action leaves a finding alone by a comment', async () => {
    client.open('untitled:a.md', TEXT, { languageId: 'markdown' });
    await client.diagnostics('untitled:a.md');
    const action = await ignoring('untitled:a.md', /^忽略此处/);
    const text = written(action, 'untitled:a.md')!;
    assert.equal(text, `<!-- gongwen-disable-next-line placeholder/blank -->\n${TEXT}`);
  });

  it('and the client’s globs leave files out; what is left out is no draft', async () => {
    const ours = () => client.statuses.at(-1)?.ours;
    client.configuration = () => ({ exclude: ['归档/**'] });
    client.open(DRAFT, TEXT);
    assert.ok((await found()).length > 0);
    assert.equal(ours(), true);
    client.configuration = () => ({ exclude: ['稿/*.txt'] });
    client.configure(null);
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(await found(), []);
    assert.equal(ours(), false);
    client.configuration = () => ({ include: ['**/讲话.*'], exclude: [] });
    client.configure(null);
    await client.until(() => client.refreshes > 1);
    assert.ok((await found()).length > 0);
  });

  it('is nothing to documents that are no files', async () => {
    files.set(CONFIG, '{ "rules": { "placeholder": "off" } }');
    client.open('untitled:a', TEXT);
    assert.ok((await client.diagnostics('untitled:a')).length > 0);
  });

  it('a draft that was never saved has nothing beside it to note an ignore in: it is saved first', async () => {
    await client.stop();
    client = await TestClient.start({
      capabilities: FULL,
      initialize: { initializationOptions: { gongwen: { saveFiles: true } } },
      host: { configFiles: configFilesBy((path) => files.get(path)) },
    });
    client.open('untitled:a', TEXT);
    await client.diagnostics('untitled:a');
    const actions = await client.actions('untitled:a', on(0, 0, 4));
    const saving = actions.filter(({ title }) => title === '要忽略，先保存文稿…');
    assert.deepEqual(
      saving.map(({ edit, command }) => [edit, command?.command, command?.arguments]),
      [[undefined, 'gongwen.saveFiles', [['untitled:a']]]],
    );
    client.open(DRAFT, TEXT);
    await client.diagnostics(DRAFT);
    const titles = (await client.actions(DRAFT, on(0, 0, 4))).map(({ title }) => title);
    assert.ok(!titles.includes('要忽略，先保存文稿…'));
  });
});
