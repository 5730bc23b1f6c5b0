/** Labels that a template sets before the parts of a document: 标题：…, 正文：, 落款：…. */
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';

interface Label extends Range {
  readonly name: string;
  /** 正文： with nothing behind it: only a template has it so. */
  readonly bare: boolean;
  /** 主体：一、认清形势: the body itself behind it. */
  readonly heads: boolean;
}

export interface PlacedLabel {
  readonly paragraph: Paragraph;
  readonly label: Label;
}

const FIRST = new Characters('标主正落日开结称署发成抄附');
const LABEL =
  /^(标题|主送机关|主送单位|主送|正文|主体|落款|日期|开头|结尾|结语|称谓|署名|发文机关|发文字号|成文日期|抄送机关|附件说明)[：:]/;
/** 标题：二号小标宋: a rule of layout. */
const LAYOUT = /(?:仿宋|宋体|黑体|楷体|[一二三四小]号|字体|居中|行距|磅|应当?|包括|不[得能宜]|一般)/;

const labels = defineFact<readonly Label[]>('part labels', (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (!FIRST.at(text, contentStart)) return [];
  const name = LABEL.exec(text.slice(contentStart, contentStart + 8))?.[1];
  if (name === undefined) return [];
  const end = contentStart + name.length + 1;
  if (LAYOUT.test(text.slice(end, end + 40))) return [];
  return [
    {
      start: contentStart,
      end,
      name,
      bare: end === contentEnd,
      heads: /^一[、是]|^（一）/.test(text.slice(end, end + 3)),
    },
  ];
});

/** A template labels its parts: so many of them, the body among them. */
const PARTS = 3;

/** 主体： with nothing behind it; 主体：分析问题 explains how to write. */
const hasBareBody = (placed: readonly PlacedLabel[]) =>
  placed.some(({ label }) => label.name === '主体' && (label.bare || label.heads));

export const partLabels = defineModel<readonly PlacedLabel[]>('labels of parts', (document) => {
  const placed = document
    .paragraphsWith(labels)
    .map((paragraph) => ({ paragraph, label: paragraph.fact(labels)[0]! }));
  const names = new Set(placed.map(({ label }) => label.name));
  return names.size >= PARTS && (names.has('正文') || hasBareBody(placed)) ? placed : [];
});
