/**
 * Word rules that are data: a wrong form, what belongs there, and the neighbourhoods that allow or forbid the match. The rows
 * stand in `data/*.words.tsv` (columns: `wordRules` in scripts/tables.mjs); the automaton finds the wrong forms, and what is left
 * in doubt after the neighbours have been looked at is asked of the dictionary: 会报 in 大会报告 cuts through two words.
 */
import { defineFact, type Fact } from '../../engine/facts.ts';
import type { Fix, Range, Severity } from '../../engine/finding.ts';
import type { WordList } from '../../engine/language.ts';
import { readHits } from './hits.ts';
import { type Context, holds, readContexts } from './neighbours.ts';
import type { PackedRows } from './packed.ts';

/** A row, without what only tests read. */
export interface WordRow {
  readonly wrong: string;
  /** What belongs there; several with `|` between them, none where only the writer knows. */
  readonly right?: string;
  readonly kind: string;
  readonly level?: Severity;
  readonly only?: string;
  readonly unless?: string;
  readonly note?: string;
}

/** A wrong form found. */
export interface WordMatch extends Range {
  readonly row: WordRow;
  readonly severity?: Severity;
  /** It stands in the title of a work or document, which may have been copied as it was. */
  readonly quoted: boolean;
}

/** Longer forms do not come about by chance where two words meet. */
const IN_DOUBT = 3;

/** The matches of a list of word rules in a paragraph, in text order, none within another. */
export function defineWordRules(
  name: string,
  list: WordList,
  rows: PackedRows<WordRow>,
): Fact<readonly WordMatch[]> {
  const conditions = new Map<WordRow, Conditions>();
  const conditionsOf = (row: WordRow) => {
    let known = conditions.get(row);
    if (!known) {
      known = { only: readContexts(row.only), unless: readContexts(row.unless) };
      conditions.set(row, known);
    }
    return known;
  };
  return defineFact<readonly WordMatch[]>(name, { words: [list] }, (paragraph) => {
    const { text } = paragraph;
    return readHits(paragraph.hits(list), ({ start, end, entry }) => {
      const row = rows.at(Number(entry.value));
      const { only, unless } = conditionsOf(row);
      if (unless.some((context) => holds(context, text, start, end))) return undefined;
      if (only.length > 0) {
        // A neighbourhood that is asked for leaves no doubt.
        if (!only.some((context) => holds(context, text, start, end))) return undefined;
      } else if (end - start <= IN_DOUBT && paragraph.language.words.straddles(text, start, end))
        return undefined;
      const quoted = isInTitle(text, start);
      const severity = quoted ? lighter(row.level) : row.level;
      return { start, end, row, quoted, ...(severity && { severity }) };
    });
  });
}

/** What is wrong, in words: “布署”应作“部署”：note. */
export function explainWord({ row: { wrong, right, note } }: WordMatch): string {
  const said = right
    ? `${quote(wrong)}应作${right.split('|').map(quote).join('或')}`
    : `${quote(wrong)}应核对`;
  return note ? `${said}：${note}` : said;
}

/** A fix for each form that may belong there. `safe` only where it is the only one, and nobody else's words are touched. */
export function fixWord({ row, start, end, quoted }: WordMatch, safe: boolean): readonly Fix[] {
  if (!row.right) return [];
  const forms = row.right.split('|');
  return forms.map((text) => ({
    title: `改为${quote(text)}`,
    edits: [{ start, end, text }],
    safe: safe && !quoted && forms.length === 1 && row.level === undefined,
  }));
}

/** In quotation marks; what has some of its own, perhaps without the first (一带一路”战略), has single ones within. */
function quote(word: string): string {
  const opened = word.includes('”') && !word.includes('“') ? `“${word}` : word;
  return `“${opened.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

interface Conditions {
  readonly only: readonly Context[];
  readonly unless: readonly Context[];
}

/** How far the mark that opens a title is looked for. */
const TITLE = 60;

/** Whether a place lies between 《 and 》. */
export function isInTitle(text: string, at: number): boolean {
  const from = Math.max(0, at - TITLE);
  for (let i = at - 1; i >= from; i--) {
    if (text[i] === '》') return false;
    if (text[i] === '《') return true;
  }
  return false;
}

const lighter = (level: Severity | undefined): Severity => (level === 'hint' ? 'hint' : 'info');
