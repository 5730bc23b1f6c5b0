/**
 * Which characters of Markdown are prose, compared with a CommonMark parser. Only Han characters and gaps (×) are
 * compared: what the marks around them are is nobody's business but the renderer's.
 */
import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { testLinter } from '../support/linter.ts';

const SAMPLES: Readonly<Record<string, string>> = {
  'headings, lists and quotes':
    '# 标题\n\n正文×。\n\n- 一项\n- [ ] 待办\n1. 编号\n2) 编号\n\n> 引文\n> 续行\n\n## 小结 ##\n',
  'front matter': '---\ntitle: 标题\n---\n\n正文\n\n---\n\n后文\n',
  'a rule at the top is no front matter without an end': '甲\n\n---\n\n乙\n',
  fences:
    '前\n\n```text\n代码×\n```\n\n中\n\n~~~\n代码\n```\n仍是代码\n~~~\n\n````md\n```\n嵌套\n```\n````\n\n后\n',
  'a fence with too few marks does not close': '````\n代码\n```\n代码\n````\n\n正文\n',
  'a fence never closed': '正文\n\n```\n代码\n\n还是代码\n',
  'an inline run of backticks is no fence': '``` 代码 ``` 之后是正文\n',
  'indented code': '正文\n\n    代码\n\n正文\n',
  'code spans': '先`代码`后，``有`反引号``后，`没有结束\n',
  'code spans of unlike length': '`甲``乙`丙``丁\n\n`戊``己\n\n```庚`辛``壬```癸\n',
  comments: '前<!-- 注释 -->后\n\n<!-- 整行\n多行\n-->\n\n正文\n\n<!-- 一 --><!-- 二 -->\n\n末\n',
  links: '见[链接](http://a.b/×?名=值)和[带题](u "标题")及![图说](图.png)。\n',
  'links with brackets in the target': '见[链接](http://a/（二）_(三))后\n',
  // Known difference: a label in Chinese ([链接][编号]) is read as prose, as only its definition elsewhere tells that it is one.
  'reference links': '见[链接][1]。\n\n[编号]: http://a/×\n',
  autolinks: '网址<http://a.b/中文×>结束\n',
  'inline HTML': '<span title="标题">正文</span>与<br/>换行\n',
  'less than is prose': '甲<乙，丙>丁，3<5。\n',
  emphasis: '**强调**与*轻*和__重__以及×*×*×\n',
  escapes: '\\*不是强调\\*，\\`不是代码\\`，\\[不是链接\\](乙)\n',
  'escaped backslash before code': '\\\\`代码`正文\n',
  'list with continuation': '- 一项\n\n  续段\n\n- 二项\n  续行\n',
  'table-like lines': '| 甲 | 乙 |\n| --- | --- |\n| ×  | 丙 |\n',
  CRLF: '# 标题\r\n\r\n```\r\n代码\r\n```\r\n\r\n正文×\r\n',
};

const linter = testLinter();

interface Node {
  readonly type: string;
  readonly alt?: string | null;
  readonly position?: { start: { offset?: number }; end: { offset?: number } };
  readonly children?: readonly Node[];
}

/** Offsets of compared characters inside text nodes (and in the text of images). */
function proseOf(text: string): Set<number> {
  const prose = new Set<number>();
  const add = (start: number, end: number) => {
    for (let i = start; i < end; i++) if (isCompared(text[i]!)) prose.add(i);
  };
  const walk = (node: Node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    // The text of <http://…> is its target.
    if (node.type === 'link' && text[start] === '<') return;
    if (node.type === 'text') add(start, end);
    if (node.type === 'image' && node.alt) add(start + 2, start + 2 + node.alt.length);
    for (const child of node.children ?? []) walk(child);
  };
  walk(
    fromMarkdown(text, {
      extensions: [frontmatter()],
      mdastExtensions: [frontmatterFromMarkdown()],
    }) as Node,
  );
  return prose;
}

function isCompared(character: string): boolean {
  return /[\u4e00-\u9fff×]/.test(character);
}

/** The text with what is not prose taken out, for a readable difference. */
function show(text: string, prose: Set<number>): string {
  return [...text].map((c, i) => (isCompared(c) && !prose.has(i) ? '·' : c)).join('');
}

describe('Markdown: what is prose', () => {
  for (const [name, text] of Object.entries(SAMPLES)) {
    it(name, () => {
      const ours = new Set<number>();
      for (const p of linter.open(text, { format: 'markdown' }).document.paragraphs) {
        for (let i = 0; i < p.text.length; i++) if (isCompared(p.text[i]!)) ours.add(p.start + i);
      }
      assert.equal(show(text, ours), show(text, proseOf(text)));
    });
  }
});
