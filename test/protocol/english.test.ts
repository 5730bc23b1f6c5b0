/** A client whose user reads English is told everything in English; one whose user reads Chinese costs nobody the reading of it. */
import assert from 'node:assert/strict';
import { createLinter, rulePage } from '../../rules/index.ts';
import type { Answer } from '../../server/protocol.ts';
import { book, HAN, unquoted } from '../support/english.ts';
import { testWords } from '../support/linter.ts';
import { TestClient } from './client.ts';

const A = 'file:///a.txt';
const TEXT = '今年收入由50亿元增至60亿元，增长25%。全市×个项目开工。全县新建二个文化广场，引进二家企业。\n';

describe('protocol: English', () => {
  let client: TestClient;
  let read: number;
  const start = (locale: string) =>
    TestClient.start({
      initialize: { locale },
      host: {
        createLinter: (options) => createLinter({ ...options, words: testWords }),
        rulePage,
        phrasebook() {
          read++;
          return book;
        },
      },
    });
  beforeEach(() => {
    read = 0;
  });
  afterEach(() => client.stop());

  it('in findings, fixes, hovers, names of rules and reports', async () => {
    client = await start('en-GB');
    client.open(A, TEXT);
    const diagnostics = await client.diagnostics(A);
    assert.ok(diagnostics.length >= 3);
    const said: string[] = diagnostics.map(({ message }) => String(message));
    for (const { range } of diagnostics) {
      said.push(...(await client.actions(A, range)).map(({ title }) => title));
    }
    const { rules } = await client.connection.sendRequest<Answer<'gongwen/rulePages'>>(
      'gongwen/rulePages',
      {},
    );
    said.push(...rules.map((rule) => rule.title));
    const { title } = await client.connection.sendRequest<Answer<'gongwen/rulePage'>>('gongwen/rulePage', {
      ruleId: 'figures/growth',
    });
    said.push(title);
    for (const text of said) assert.doesNotMatch(unquoted(text), HAN, text);
    assert.ok(said.includes('Placeholder not filled in'));
    const { text } = await client.connection.sendRequest<Answer<'gongwen/report'>>('gongwen/report', {
      uri: A,
      format: 'markdown',
    });
    assert.match(text, /From, to and growth disagree/);
  });

  it('which is not read for who reads Chinese', async () => {
    client = await start('zh-cn');
    client.open(A, TEXT);
    const diagnostics = await client.diagnostics(A);
    assert.match(String(diagnostics[0]!.message), /^由50亿元增至60亿元应为增长20%/);
    assert.equal(read, 0);
  });
});
