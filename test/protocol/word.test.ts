import assert from 'node:assert/strict';
import { printText, WordDocument } from '../../docx/index.ts';
import { createLinter } from '../../rules/index.ts';
import { item, makeDocx, numbering, p } from '../docx/support.ts';
import { testWords } from '../support/linter.ts';
import { TestClient } from './client.ts';

const URI = 'file:///a.docx';
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('protocol: Word documents', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({ host: { createLinter, loadWords: testWords } });
  });
  afterEach(() => client.stop());

  const draft = makeDocx({
    body: `${item('总体要求')}${p(['刚才，', '×', '书记讲了话。'])}${p('墨海文库整理，咨询QQ100200300')}${p('完。')}`,
    parts: { numbering: numbering([['chineseCounting', '%1、']]) },
  });

  it('are shown as they are read, with what is found', async () => {
    const answer = await client.request('gongwen/readWord', { uri: URI, content: base64(draft) });
    assert.ok('lines' in answer);
    assert.equal(answer.lines[0]!.text, '一、总体要求');
    const { start, end } = answer.findings.find(({ ruleId }) => ruleId === 'placeholder/unfilled')!;
    const line = answer.lines[1]!;
    assert.equal(line.text.slice(start - line.start, end - line.start), '×');
  });

  it('are reviewed into a copy', async () => {
    const author = { name: '公文校对', initials: '校', date: '2026-01-31T08:00:00Z' };
    const answer = await client.request('gongwen/reviewWord', {
      uri: URI,
      content: base64(draft),
      author,
      fixes: 'safe',
    });
    assert.ok('content' in answer);
    assert.ok(answer.comments >= 2);
    const copy = new WordDocument(new Uint8Array(Buffer.from(answer.content, 'base64')));
    assert.equal(printText(copy), '一、\t总体要求\n刚才，×书记讲了话。\n完。\n');
  });

  it('are filled in, into a copy', async () => {
    const content = base64(draft);
    const asked = await client.request('gongwen/wordQuestions', { uri: URI, content });
    assert.ok('questions' in asked);
    const [surname] = asked.questions;
    const values = [{ group: surname!.group, value: '王' }];
    const answer = await client.request('gongwen/fillWord', { uri: URI, content, values });
    assert.ok('content' in answer);
    assert.deepEqual([answer.filled, answer.open], [1, 0]);
    const copy = new WordDocument(new Uint8Array(Buffer.from(answer.content, 'base64')));
    assert.match(printText(copy), /刚才，王书记讲了话。/);
  });

  it('that cannot be read are told with what can be done', async () => {
    const answer = await client.request('gongwen/readWord', {
      uri: URI,
      content: base64(Buffer.from('%PDF-1.7')),
    });
    assert.ok('problem' in answer);
    assert.match(answer.problem, /PDF/);
  });
});
