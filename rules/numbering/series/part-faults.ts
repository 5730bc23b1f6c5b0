/** What is wrong with the numbered parts of a document, or with a reference to one: as data, and in words. */
import { type Evidence, MOST_EVIDENCE, type Range } from '../../../engine/finding.ts';

/** A part that can be referred to, as the text writes it: 附件二, 图3. Absolute. */
export interface Part extends Range {
  readonly value: number;
  readonly label: string;
  /** That it is the last one of its kind is what it is shown for. */
  readonly last?: 'chapter' | 'article';
}

export type NumberedPart = 'attachment' | 'figure' | 'table' | 'attached-figure' | 'attached-table';

export const PART_NAMES: Readonly<Record<NumberedPart, string>> = {
  attachment: '附件',
  figure: '图',
  table: '表',
  'attached-figure': '附图',
  'attached-table': '附表',
};

/** `last` is the label of the last part that there is. */
export type PartFault =
  /** 前四项 behind three. */
  | { readonly kind: 'fewer-items'; readonly count: number }
  /** 前三项 and 后三项, of five. */
  | { readonly kind: 'not-all'; readonly beside: number; readonly sum: number; readonly count: number }
  /** 见附件3, of two. */
  | { readonly kind: 'parts-end'; readonly of: NumberedPart; readonly last: string }
  /** 本办法第四十条, of thirty; 本方案第五部分, of three. */
  | { readonly kind: 'text-ends'; readonly last: string }
  /** 第三条第（三）项, and 第三条 has two. */
  | { readonly kind: 'article-ends'; readonly article: string; readonly last: string }
  /** 本文（五）: of all lists the longest has fewer. */
  | { readonly kind: 'longest-ends'; readonly last: string }
  /** 前述第（五）项: the list above has fewer. */
  | { readonly kind: 'list-ends'; readonly last: string }
  /** 本办法共五章三十二条, and the text has others. */
  | { readonly kind: 'extent'; readonly chapters: number; readonly articles: number }
  /** The list of attachments names more or fewer than are attached. */
  | { readonly kind: 'attached'; readonly listed: number; readonly attached: readonly string[] }
  /** 图1、图3. */
  | { readonly kind: 'caption-break'; readonly of: NumberedPart; readonly expected: number };

/** @param label the reference, or what the parts say of themselves, as written */
export function sayPartFault(label: string, fault: PartFault): string {
  switch (fault.kind) {
    case 'extent':
      return `“${label}”与正文不符：正文有 ${fault.chapters} 章 ${fault.articles} 条`;
    case 'attached':
      return `附件说明列 ${fault.listed} 个附件，文后附 ${fault.attached.length} 个（${fault.attached
        .slice(0, MOST_EVIDENCE)
        .join('、')}）`;
    case 'not-all':
      return `“${label}”连同前 ${fault.beside} 项为 ${fault.sum} 项，前面列了 ${fault.count} 项`;
    case 'caption-break':
      return `“${label}”编号不连续：前一个之后应为“${PART_NAMES[fault.of]}${fault.expected}”`;
    default:
      return `“${label}”不存在：${sayEnd(fault)}`;
  }
}

/** Where the parts end that the reference counts on. */
function sayEnd(
  fault: Exclude<PartFault, { readonly kind: 'extent' | 'attached' | 'not-all' | 'caption-break' }>,
): string {
  switch (fault.kind) {
    case 'fewer-items':
      return `前面只列了 ${fault.count} 项`;
    case 'parts-end':
      return `文中${PART_NAMES[fault.of]}只到“${fault.last}”`;
    case 'text-ends':
      return `全文只到“${fault.last}”`;
    case 'article-ends':
      return `“${fault.article}”只列到“${fault.last}”`;
    case 'longest-ends':
      return `全文只列到“${fault.last}”`;
    case 'list-ends':
      return `前面只列到“${fault.last}”`;
  }
}

const LAST = { chapter: '最后一章', article: '最后一条' };

export function partEvidence(parts: readonly Part[]): Evidence[] {
  return parts.slice(0, MOST_EVIDENCE).map(({ start, end, label, last }) => ({
    start,
    end,
    message: last ? `${LAST[last]}“${label}”` : label,
  }));
}
