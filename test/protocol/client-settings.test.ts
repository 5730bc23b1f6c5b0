/** What a client sets in the words of the configuration file: it means the same there, stands below all files, and is relative to its own folder. */
import assert from 'node:assert/strict';
import { createLinter } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';
import { configFilesBy, FULL, TestClient } from './client.ts';

const TEXT = '白水县的干部群众都知道，老城管委会布署了工作。\n';
const EAST = 'file:///东/讲话.txt';
const WEST = 'file:///西/讲话.txt';

describe('protocol: settings of the client', () => {
  let client: TestClient;
  let files: Map<string, string>;
  let settings: Map<string, Record<string, unknown>>;
  beforeEach(async () => {
    files = new Map([
      ['/东/本单位.tsv', '外地\n白水县\n'],
      ['/西/本单位.tsv', '外地\n临江市\n'],
      ['/西/规则.tsv', '规则\t类型\t内容\t改为\nterms/our-name\t用词\t老城管委会\t古城管委会\n'],
    ]);
    settings = new Map();
    client = await TestClient.start({
      capabilities: {
        ...FULL,
        workspace: {
          ...FULL.workspace,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      initialize: {
        workspaceFolders: ['file:///东', 'file:///西'].map((uri) => ({ uri, name: uri })),
      },
      configuration: (uri) => settings.get(uri) ?? null,
      host: {
        loadWords: testWords,
        createLinter: (options) => createLinter(options),
        configFiles: configFilesBy((path) => files.get(path)),
      },
    });
  });
  afterEach(() => client.stop());

  const codes = async (uri: string) => {
    if (!client.texts.has(uri)) client.open(uri, TEXT);
    return (await client.diagnostics(uri)).map(({ code, severity }) => `${code} ${severity}`);
  };
  const change = async () => {
    const { refreshes } = client;
    client.configure(null);
    await client.until(() => client.refreshes > refreshes);
  };

  it('tables, packs and rules of the user hold as those of a file do, in each folder its own', async () => {
    assert.deepEqual(await codes(EAST), ['wording/typo 1']);
    settings.set(EAST, { house: ['本单位.tsv'] });
    settings.set(WEST, {
      house: ['本单位.tsv'],
      rulePacks: ['规则.tsv'],
      rules: { 'terms/our-name': 'hint' },
      words: ['布署了'],
    });
    await change();
    assert.deepEqual(await codes(EAST), ['terms/other-place 2', 'wording/typo 1']);
    assert.deepEqual(await codes(WEST), ['terms/our-name 4']);
    // A table that is named is watched.
    files.set('/西/本单位.tsv', '外地\n白水县\n');
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///西/本单位.tsv', type: 2 }],
    });
    await client.until(() => client.refreshes > 1);
    assert.deepEqual(await codes(WEST), ['terms/other-place 2', 'terms/our-name 4']);
  });

  it('the file stands above the client, what neither takes from the other stays', async () => {
    settings.set(EAST, {
      brands: ['云起公文网'],
      rules: { wording: 'hint', 'terms/own': { options: { except: ['老城管委会'] } } },
      userRules: { 'terms/own': { find: '管委会' }, 'terms/other': { find: '群众', level: 'info' } },
    });
    assert.deepEqual(await codes(EAST), ['terms/other 3', 'wording/typo 4']);
    files.set(
      '/东/gongwen-lint.json',
      JSON.stringify({
        extends: 'team.json',
        rules: { 'terms/own': 'hint' },
        overrides: [{ files: '讲话*', rules: { 'wording/typo': 'off' } }],
      }),
    );
    files.set('/东/team.json', '{ "userRules": { "terms/other": { "find": "干部", "level": "error" } } }');
    await change();
    // A level leaves options as they are; the definition of the team has taken the place of the client's.
    assert.deepEqual(await codes(EAST), ['terms/other 1']);
  });

  it('a set is one of the folder it is set for; drafts that were never saved have none', async () => {
    settings.set(EAST, { sets: ['*.txt'], userRules: { 'terms/own': { find: '管委会' } } });
    settings.set('untitled:Untitled-1', settings.get(EAST)!);
    assert.deepEqual(await codes(EAST), ['terms/own 2', 'wording/typo 1']);
    client.open('untitled:Untitled-1', TEXT);
    assert.equal((await client.diagnostics('untitled:Untitled-1')).length, 2);
  });

  it('what is wrong is said once, by the name of the setting; what is wrong in a table shows in the table', async () => {
    files.set('/东/本单位.tsv', '官职\n县长\n');
    settings.set(EAST, {
      house: ['本单位.tsv', '没有.tsv'],
      userRules: { 'terms/own': { pattern: '(?<=甲)乙' }, 'mine/x': { find: '甲' } },
      rules: { 'terms/owm': 'off' },
      sets: 3,
    });
    await codes(EAST);
    const said = await client.until(() => client.said[0]);
    assert.deepEqual(
      said.split('\n').map((line) => line.replace(/[，：；].*/, '')),
      [
        '设置 gongwen.house[1]',
        '设置 gongwen.sets 的值 3 无效',
        '设置 gongwen.userRules["terms/own"].pattern',
        '设置 gongwen.userRules["mine/x"]',
        '设置 gongwen.rules["terms/owm"] 不是任何规则或规则族',
      ],
    );
    assert.match(said, /userRules\["mine\/x"\]：“mine\/x”不能作规则的名称，没有这一类/);
    const shown = await client.until(() =>
      client.published.find(({ uri }) => uri === 'file:///东/本单位.tsv'),
    );
    assert.match(String(shown.diagnostics[0]!.message), /表头不认识/);
  });

  it('what is wrong in one folder stays shown while another is looked at, and goes with its file', async () => {
    files.set('/东/gongwen-lint.json', '{ "kid": "law" }');
    await codes(EAST);
    await codes(WEST);
    const shown = () => client.published.findLast(({ uri }) => uri === 'file:///东/gongwen-lint.json');
    assert.equal(shown()!.diagnostics.length, 1);
    files.delete('/东/gongwen-lint.json');
    client.configure(null);
    await client.until(() => shown()!.diagnostics.length === 0);
  });

  it('rules of the user have pages, and are in the list to choose from', async () => {
    settings.set(EAST, { userRules: { 'terms/own': { find: '管委会', note: '用全称' } } });
    await codes(EAST);
    const { rules } = await client.request('gongwen/rulePages', {});
    assert.ok(rules.some(({ ruleId }) => ruleId === 'terms/own'));
    const { markdown } = await client.request('gongwen/rulePage', { ruleId: 'terms/own' });
    assert.match(markdown, /用全称/);
  });
});
