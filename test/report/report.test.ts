/** Reports show the text and what was found in it, and nothing of a draft becomes markup. */
import assert from 'node:assert/strict';
import { htmlReport } from '../../report/html.ts';
import { markdownReport } from '../../report/markdown.ts';
import { testLinter } from '../support/linter.ts';

const linter = testLinter();
const report = (name: string, text: string) => {
  const linted = linter.open(text, { kind: 'speech' });
  return { name, kind: linted.kind, document: linted.document, findings: linted.findings() };
};

const DRAFT = report(
  '讲话<b>.txt',
  '同志们：\n刚才，×书记作了讲话。\n由50亿元增至60亿元，增长25%。\n<script>alert(1)</script>[详见](http://a.b)',
);

describe('reports', () => {
  it('as HTML have every word of the text, marks where something was found, and notes beside it', () => {
    const html = htmlReport([DRAFT], 'zh');
    const plain = html
      .slice(html.indexOf('class="text"'))
      .replace(/<sup[\s\S]*?<\/sup>/g, '')
      .replace(/<aside>[\s\S]*?<\/aside>/g, '');
    const shown = plain
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    for (const paragraph of DRAFT.document.paragraphs)
      assert.ok(shown.includes(paragraph.source), paragraph.source);
    assert.match(html, /<sup class="error">1<\/sup><mark class="error">×<\/mark>/);
    assert.match(html, /<div class="note error"><b class="error">1 错误<\/b> “×”未填写/);
    assert.match(html, /placeholder\/unfilled/);
  });

  it('as HTML load nothing and run nothing', () => {
    const html = htmlReport([DRAFT], 'en');
    assert.doesNotMatch(html, /<script|<img|<link|href=|src=|<b>\.txt/);
    assert.match(html, /default-src 'none'/);
  });

  it('as Markdown list the findings with their places, escaped', () => {
    const markdown = markdownReport([DRAFT, report('净.txt', '同志们：\n')], 'zh');
    assert.match(markdown, /- 2:4 \*\*错误\*\* “×”未填写/);
    assert.match(markdown, /## 净\\\.txt\n\n讲话稿 · 没有发现问题/);
    assert.doesNotMatch(markdown, /<script|\]\(http/);
  });
});
