import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

describe('protocol: gongwen/report', () => {
  it('is the text of the document with what was found, named after its file', async () => {
    const client = await TestClient.start();
    const uri = 'file:///%E7%A8%BF/%E8%AE%B2%E8%AF%9D.txt';
    client.open(uri, '×市,其它');
    const html = await client.request('gongwen/report', { uri, format: 'html' });
    assert.equal(html.version, 1);
    assert.match(html.text, /<h1>讲话\.txt<\/h1>/);
    assert.match(html.text, /×<\/mark>/);
    const markdown = await client.request('gongwen/report', { uri, format: 'markdown' });
    assert.match(markdown.text, /^# 校对报告\n\n## 讲话/);
    await client.stop();
  });
});
