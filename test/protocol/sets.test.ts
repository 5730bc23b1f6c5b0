/** Sets in an editor: open documents beside those on disk, judged anew when one of them changes; a folder chosen as one; a ledger made. */
import assert from 'node:assert/strict';
import { createLinter, rules } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';
import { configFilesBy, TestClient } from './client.ts';

const NOTICE = '/稿/通知.txt';
const PLAN = '/稿/方案.txt';
const NOTICE_TEXT = '关于召开2026年全县旅游发展大会的通知\n定于2026年3月5日上午9:00召开全县旅游发展大会。\n';
const PLAN_TEXT = '全县旅游发展大会方案\n会议时间：2026年3月6日上午9:00\n';
const uriOf = (path: string) => `file://${path}`;

describe('protocol: sets', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map([
      [NOTICE, NOTICE_TEXT],
      [PLAN, PLAN_TEXT],
    ]);
    client = await TestClient.start({
      host: {
        loadWords: testWords,
        createLinter: (options) =>
          createLinter({ ...options, rules: rules.filter(({ id }) => id.includes('/set-')) }),
        delays: { sets: 5 },
        configFiles: configFilesBy((path) => files.get(path)),
        drafts: {
          read: (path) => {
            const text = files.get(path);
            return text === undefined ? undefined : new TextEncoder().encode(text);
          },
          list: (folder) =>
            [...files.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.txt')),
          ignoredBy: () => () => false,
        },
      },
    });
  });
  afterEach(() => client.stop());

  it('show the other place in its own file, whether it is open or not', async () => {
    files.set('/稿/gongwen-lint.json', '{ "sets": ["*.txt"] }');
    client.open(uriOf(PLAN), PLAN_TEXT);
    const [found] = await client.diagnostics(uriOf(PLAN));
    assert.equal(found!.code, 'terms/set-meeting');
    assert.deepEqual(found!.relatedInformation![0]!.location, {
      uri: uriOf(NOTICE),
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } },
    });
  });

  it('an edit in one open document takes the finding from another', async () => {
    files.set('/稿/gongwen-lint.json', '{ "sets": ["*.txt"] }');
    client.open(uriOf(PLAN), PLAN_TEXT);
    client.open(uriOf(NOTICE), NOTICE_TEXT);
    assert.equal((await client.diagnostics(uriOf(PLAN))).length, 1);
    client.change(uriOf(NOTICE), { text: NOTICE_TEXT.replace('3月5日', '3月6日') });
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(await client.diagnostics(uriOf(PLAN)), []);
  });

  it('a folder is chosen as one; files that are not open are checked so too', async () => {
    client.open(uriOf(PLAN), PLAN_TEXT);
    assert.deepEqual(await client.diagnostics(uriOf(PLAN)), []);
    await client.request('gongwen/chooseSet', { folder: uriOf('/稿') });
    await client.until(() => client.refreshes > 0);
    assert.equal((await client.diagnostics(uriOf(PLAN))).length, 1);
    const content = Buffer.from(NOTICE_TEXT).toString('base64');
    const checked = await client.request('gongwen/checkFile', { uri: uriOf(NOTICE), content });
    assert.ok(checked.is === 'checked');
    assert.deepEqual(
      checked.diagnostics.map(({ code }) => code),
      ['terms/set-meeting'],
    );
  });

  it('a ledger is made of a draft’s own figures', async () => {
    client.open(uriOf('/稿/总结.txt'), '2025年，全县粮食总产量达到12.6万吨，同比增长2.1%。\n');
    const { text } = await client.request('gongwen/ledger', { uri: uriOf('/稿/总结.txt') });
    assert.deepEqual(text.split('\n').slice(1), [
      '指标\t口径\t时期\t数值\t单位',
      '粮食总产量\t全县\t2025年\t12.6\t万吨',
      '粮食总产量增速\t全县\t2025年\t2.1\t%',
      '',
    ]);
  });
});
