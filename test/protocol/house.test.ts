/** The house's table as an editor sees it: rows as related places, values for gaps, mistakes shown in it, changes at once. */
import assert from 'node:assert/strict';
import { createLinter } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';
import { configFilesBy, FULL, TestClient } from './client.ts';

const DRAFT = 'file:///稿/讲话.txt';
const TABLE = '/稿/本单位.tsv';
const TSV = `姓名	职务
王志强	县委书记
李明	县长

本地
青河县

外地
白水县

指标	口径	时期	数值	单位
地区生产总值	全县	2025年	356.8	亿元
`;

describe('protocol: the house’s table', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map([
      ['/稿/gongwen-lint.json', '{ "house": "本单位.tsv" }'],
      [TABLE, TSV],
    ]);
    client = await TestClient.start({
      capabilities: {
        ...FULL,
        workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      host: {
        loadWords: testWords,
        createLinter: (options) => createLinter(options),
        configFiles: configFilesBy((path) => files.get(path)),
      },
    });
  });
  afterEach(() => client.stop());

  it('a finding shows the row it rests on, in the table', async () => {
    client.open(DRAFT, '白水县的干部群众都知道。');
    const [found, ...more] = await client.diagnostics(DRAFT);
    assert.deepEqual(more, []);
    assert.equal(found!.code, 'terms/other-place');
    assert.deepEqual(found!.relatedInformation, [
      {
        location: {
          uri: `file://${TABLE}`,
          range: { start: { line: 8, character: 0 }, end: { line: 8, character: 3 } },
        },
        message: '本单位资料表：白水县不得出现',
      },
    ]);
  });

  it('a change of the table takes effect in open documents at once; what is wrong in it is shown there', async () => {
    client.open(DRAFT, '白水县的干部群众都知道。');
    assert.equal((await client.diagnostics(DRAFT)).length, 1);
    files.set(TABLE, '外地\n临江市\n\n官职\n县长\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${TABLE}`, type: 2 }] });
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(await client.diagnostics(DRAFT), []);
    const shown = await client.until(() => client.published.find(({ uri }) => uri === `file://${TABLE}`));
    assert.match(String(shown.diagnostics[0]!.message), /表头不认识/);
    assert.deepEqual(shown.diagnostics[0]!.range.start, { line: 3, character: 0 });
  });

  it('a rule that the house defines has a page, and its note in the hover', async () => {
    files.set(
      '/稿/gongwen-lint.json',
      '{ "userRules": { "terms/our-name": { "find": "旧称", "right": "新称", "note": "去年更名" } } }',
    );
    client.open(DRAFT, '旧称的干部群众都知道。');
    const [found] = await client.diagnostics(DRAFT);
    assert.equal(found!.message, '“旧称”应为“新称”：去年更名');
    const hover = await client.hover(DRAFT, { line: 0, character: 1 });
    assert.match(JSON.stringify(hover!.contents), /去年更名/);
    const page = await client.request('gongwen/rulePage', { ruleId: 'terms/our-name' });
    assert.match(page.markdown, /找“旧称”，改为“新称”/);
    const [action] = await client.actions(DRAFT, found!.range);
    assert.equal(client.applied(DRAFT, (await client.resolve(action!)).edit), '新称的干部群众都知道。');
  });

  it('offers what the house knows for gaps', async () => {
    client.open(
      DRAFT,
      '××县委书记×××同志出席，×县长主持。2025年，全县地区生产总值达到××亿元。请×书记讲话，请×县长总结。',
    );
    const { groups } = await client.request('gongwen/asks', { uri: DRAFT });
    const offers = Object.fromEntries(
      groups.map(({ places: [place], offers: values }) => [place!.after.slice(0, 3), values]),
    );
    assert.deepEqual(offers.县长主, ['李']);
    assert.deepEqual(offers.书记讲, ['王']);
    assert.deepEqual(offers['亿元。'], ['356.8']);
  });
});
