/** Labels that a template sets before the parts of a document: 标题：…, 正文：, 落款：…. */
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';

interface Label extends Range {
  readonly name: string;
  /** 正文： with nothing behind it: only a template has it so. */
  readonly bare: boolean;
  /** 主体：一、认清形势: the body itself behind it. */
  readonly heads: boolean;
  /** 称呼：各位领导, 开场：大家好: who is addressed. */
  readonly addresses: boolean;
}

export interface PlacedLabel {
  readonly paragraph: Paragraph;
  readonly label: Label;
}

const FIRST = new Characters('致讲演标题主正落日开结称署发成抄附导引');
const OF_DOCUMENTS =
  '标题 题目 主送机关 主送单位 主送 正文 落款 日期 署名 发文机关 发文字号 成文日期 抄送机关 附件说明';
const OF_SPEECHES = '主体 开头 结尾 结语 结束语 开场白? 称谓 称呼 导语 引言 引语';
const LABEL = new RegExp(`^(?:致辞|讲话|发言|演讲|主持)?(${anyOf(OF_DOCUMENTS, OF_SPEECHES)})[：:]`);
/** 标题：二号小标宋: a rule of layout. */
const LAYOUT = /(?:仿宋|宋体|黑体|楷体|[一二三四小]号|字体|居中|行距|磅|应当?|包括|不[得能宜]|一般)/;

/** Whom a speech greets. */
const ADDRESSED = /各位|大家好|亲爱的|尊敬|同[志学]们|朋友们|来宾|代表们/;

const labels = defineFact<readonly Label[]>('part labels', (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (!FIRST.at(text, contentStart)) return [];
  const label = LABEL.exec(text.slice(contentStart, contentStart + 8));
  if (!label) return [];
  const name = label[1]!;
  const end = contentStart + label[0].length;
  if (LAYOUT.test(text.slice(end, end + 40))) return [];
  return [
    {
      start: contentStart,
      end,
      name,
      bare: end === contentEnd,
      heads: /^一[、是]|^（一）/.test(text.slice(end, end + 3)),
      addresses: /^[称开]/.test(name) && ADDRESSED.test(text.slice(end, end + 12)),
    },
  ];
});

/** A template labels its parts: so many of them, the body among them. */
const PARTS = 3;

/** 主体： with nothing behind it; 主体：分析问题 explains how to write. */
const hasBareBody = (placed: readonly PlacedLabel[]) =>
  placed.some(({ label }) => label.name === '主体' && (label.bare || label.heads));

/** 开场白： … 结束语：, each on a line of its own; 称呼：各位领导 with such a label. */
const isOfSpeech = (placed: readonly PlacedLabel[]) => {
  const ends = new Set(
    placed.filter(({ label }) => OF_SPEECH.test(label.name)).map(({ label }) => label.name),
  );
  const bare = placed.filter(({ label }) => label.bare && OF_SPEECH.test(label.name));
  return (
    (ends.size >= 2 && bare.length === placed.length) ||
    (ends.size >= 1 && placed.some(({ label }) => label.addresses))
  );
};
const OF_SPEECH = /^(?:开场白?|开头|结尾|结束语)$/;

export const partLabels = defineModel<readonly PlacedLabel[]>('labels of parts', (document) => {
  const placed = document
    .paragraphsWith(labels)
    .map((paragraph) => ({ paragraph, label: paragraph.fact(labels)[0]! }));
  const names = new Set(placed.map(({ label }) => label.name));
  const ofDocument = names.size >= PARTS && (names.has('正文') || hasBareBody(placed));
  return ofDocument || (names.size > 1 && isOfSpeech(placed)) ? placed : [];
});
