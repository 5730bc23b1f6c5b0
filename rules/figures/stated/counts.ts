/**
 * How many of something a document announces (部署12项重点任务), and how many its lists hold (重点任务清单 over a table, or over 1. 2. 3.):
 * what the documents of one set must agree in. Ranges are absolute.
 */
import type { Document } from '../../../engine/document.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isRule, tables } from '../../../language/layout/tables.ts';
import { declaredCounts } from '../../../language/structure/declared-counts.ts';
import { isStructural } from '../../../language/structure/series-marks.ts';
import { structure } from '../../../language/structure/structure.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

export interface Count extends Range {
  readonly is: 'announced' | 'listed';
  /** What is counted; of a list its label, which ends in that. */
  readonly noun: string;
  /** 项, 件; empty of a list. */
  readonly measure: string;
  readonly value: number;
  /** Of what is announced: whether the number is in digits. */
  readonly arabic: boolean;
}

/** Shorter nouns (工作, 问题) are of many things. */
const NOUN = 4;
/** What says that the number is of all there are. */
const ANNOUNCING = [
  '确定 明确 部署 提出 安排 梳理 列出 分解 形成 确立 印发 制定 落实 推进 完成 抓好 实施 办好 共 全[省市县区镇乡]',
  '今年 年度',
];
const ANNOUNCES = new RegExp(`${anyOf(ANNOUNCING)}(?:了|的|出|为|全[省市县区镇乡])?$`);
/** Of these a document may tell several sets. */
const VAGUE = /^(?:方面|具体|主要|重要|重点)?(?:工作|措施|要求|问题|意见|建议|内容|环节|方面)/;

export function announcedCounts(document: Document): Count[] {
  const found: Count[] = [];
  for (const paragraph of document.paragraphsWith(declaredCounts)) {
    const { text, start: by, language } = paragraph;
    for (const { start, numberEnd, value, measure, noun: behind, quoted, arabic } of paragraph.fact(
      declaredCounts,
    )) {
      const noun = leadingNoun(behind, language.words);
      if (quoted || noun.length < NOUN || VAGUE.test(noun)) continue;
      if (!ANNOUNCES.test(text.slice(Math.max(0, start - 10), start))) continue;
      found.push({
        is: 'announced',
        noun,
        measure,
        value,
        arabic,
        start: by + start,
        end: by + numberEnd + measure.length,
      });
    }
  }
  return found;
}

/** 重点任务 of 重点任务要逐项落实. */
function leadingNoun(text: string, words: Words): string {
  let end = 0;
  for (const word of words.segment(text)) {
    const letters = text.slice(word.start, word.end);
    if (!/^(?:n|vn|an|a|b|j|l|s)/.test(word.tag) || /^(?:清单|一览表|台账|表)$/.test(letters)) break;
    end = word.end;
  }
  return text.slice(0, end);
}

/** Labels are short, and the list follows soon. */
const LABEL = 30;
const NEXT = 3;
const LABEL_ENDS =
  /(?:任务)?(?:清单|一览表|分工表|分解表|安排表|责任表|台账|表)?(?:（[^（）]{0,16}）)?(?:如下)?[：:]?$/;
const LABEL_BEGINS = new RegExp(
  String.raw`^(?:附件|附表)?\d{0,2}[：:.、\s]{0,3}(?:[（(]?[${ONE_TO_TEN}]{1,3}[）)、.]{1,2})?`,
);
const TOTAL = /合\s{0,4}计|总\s{0,4}计|小\s{0,4}计/;

export function listedCounts(document: Document): Count[] {
  const { paragraphs } = document;
  const found: Count[] = [];
  const add = (first: Paragraph, value: number) => {
    for (let i = first.index - 1; i >= 0 && i >= first.index - NEXT; i--) {
      const line = paragraphs[i]!;
      if (line.blank) continue;
      const label = labelOf(line);
      if (label.length < NOUN) return;
      const start = line.start + line.contentStart;
      found.push({
        is: 'listed',
        noun: label,
        measure: '',
        value,
        arabic: true,
        start,
        end: line.start + line.contentEnd,
      });
      return;
    }
  };
  for (const table of tables(document, NEXT)) {
    const rows = table
      .slice(1)
      .filter((row) => !isRule(row) && !row.cells.some(({ text }) => TOTAL.test(text)));
    const numbers = rows.map(({ cells }) => Number(cells[0]!.text));
    // A table that is not numbered may have rows that belong together.
    if (numbers.every((number, i) => number === i + 1)) add(table[0]!.paragraph, rows.length);
  }
  for (const { kind, members, first } of document.model(structure).series)
    if (isStructural(kind) && members.length > 1) add(first.paragraph, members.length);
  return found;
}

function labelOf(line: Paragraph): string {
  const { content } = line;
  if (content.length > LABEL || /[。；，]/.test(content)) return '';
  return content
    .replace(LABEL_BEGINS, '')
    .replace(/（[^（）]{0,16}）$/, '')
    .replace(LABEL_ENDS, (end) => (end.startsWith('任务') ? '任务' : ''));
}

/** Whether the two are of the same things. */
export function isSameCounted(a: Count, b: Count): boolean {
  if (a.is === 'listed') return b.is === 'announced' && a.noun.endsWith(b.noun);
  return b.is === 'listed' ? b.noun.endsWith(a.noun) : a.noun === b.noun && a.measure === b.measure;
}
