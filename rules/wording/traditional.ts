import type { Document } from '../../engine/document.ts';
import type { Fix } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { hasOneForm, simplify } from '../../language/text/traditional.ts';
import { faults } from './words/faults.ts';
import { convertedWords, residue, traditionalRuns } from './words/residue.ts';

interface TraditionalMatch extends Match {
  readonly traditional: string;
  readonly simplified: string;
  /** The converted text has a word there, and the characters no other form. */
  readonly sure: boolean;
  /** All of the text is traditional: this is the one finding for it. */
  readonly throughout?: true;
}

/** 規範 for 规范: traditional characters that a conversion left in a simplified text. */
export const traditional = defineDocumentRule<TraditionalMatch>({
  id: 'wording/traditional',
  severity: 'warning',
  basis: '《通用规范汉字表》（国发〔2013〕23号）',

  *find(document) {
    const { paragraphs, throughout } = document.model(residue);
    if (throughout) {
      const { index, start, contentStart, contentEnd, content } = paragraphs[0]!;
      const all = { traditional: content, simplified: '', sure: false, throughout: true as const };
      if (index >= 0) yield { start: start + contentStart, end: start + contentEnd, ...all };
      return;
    }
    for (const paragraph of paragraphs) yield* runsOf(paragraph);
    for (const paragraph of document.paragraphsWith(faults)) {
      for (const { start, end, row } of convertedWords(paragraph)) {
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        yield { ...at, traditional: row.wrong, simplified: row.right ?? '', sure: true };
      }
    }
  },

  explain({ traditional, simplified, throughout }, document) {
    if (throughout)
      return {
        message: `全文用的是繁体字（${document.model(residue).characters}个），公文应使用规范汉字`,
      };
    return { message: `“${traditional}”是繁体字或异体字，应作“${simplified}”` };
  },

  fix({ start, end, simplified, sure, throughout }, document) {
    if (throughout) return [{ title: '全文转为简体', edits: [...allEdits(document)], safe: false }];
    return [{ title: `改为“${simplified}”`, edits: [{ start, end, text: simplified }], safe: sure }];
  },
});

function* runsOf(paragraph: Paragraph): Iterable<TraditionalMatch> {
  const { text, start: at } = paragraph;
  for (const { start, end } of paragraph.fact(traditionalRuns)) {
    // A character that is spoken of: “廳”字.
    if (end - start === 1 && /[“‘「（]/.test(text[start - 1] ?? '') && /[”’」）]/.test(text[end] ?? ''))
      continue;
    const traditional = text.slice(start, end);
    const range = { start: at + start, end: at + end };
    yield { ...range, traditional, simplified: simplify(traditional), sure: isSure(paragraph, start, end) };
  }
}

/** Whether no other text can be meant: one form for each character, and no name among the words that come out. */
function isSure({ text, language }: Paragraph, start: number, end: number): boolean {
  if (!hasOneForm(text.slice(start, end))) return false;
  const from = Math.max(0, start - REACH);
  const clause = simplify(text.slice(from, Math.min(text.length, end + REACH)));
  return language.words
    .segment(clause)
    .filter((word) => word.start < end - from && word.end > start - from)
    .every((word) => word.end - word.start > 1 && !word.tag.startsWith('nr'));
}

/** What a word needs around it to be cut out rightly. */
const REACH = 6;

function* allEdits(document: Document): Iterable<Fix['edits'][number]> {
  for (const paragraph of document.model(residue).paragraphs) {
    for (const { start, end } of paragraph.fact(traditionalRuns)) {
      const text = simplify(paragraph.text.slice(start, end));
      yield { start: paragraph.start + start, end: paragraph.start + end, text };
    }
  }
}
