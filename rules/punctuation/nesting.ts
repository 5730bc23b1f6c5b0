import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isQuotedAbove } from '../../language/layout/broken-lines.ts';
import {
  BRACKETS,
  DOUBLE_QUOTES,
  PAIRS,
  type PairTrouble,
  pairTroubles,
  SINGLE_QUOTES,
  SINGLE_TITLES,
  TITLES,
} from '../../language/punctuation/pairs.ts';

type Outer = Extract<PairTrouble, { kind: 'outer' }>;
type Nested = Outer | Extract<PairTrouble, { kind: 'nested' }>;

interface NestedMatch extends Match {
  /** Where it is, relative to its paragraph. */
  readonly nested: Nested;
  readonly paragraph: Paragraph;
}

/** What a pair inside another of its shape becomes. */
const INNER: Readonly<Record<number, string>> = {
  0: PAIRS[SINGLE_QUOTES],
  [TITLES]: '〈〉',
  [BRACKETS]: '〔〕',
};
/** What a pair that has none around it becomes. */
const OUTER: Readonly<Record<number, string>> = {
  [SINGLE_QUOTES]: PAIRS[DOUBLE_QUOTES],
  [SINGLE_TITLES]: PAIRS[TITLES],
};
const CLAUSES: Readonly<Record<number, string>> = {
  0: 'GB/T 15834—2011 4.8.3.4',
  [TITLES]: 'GB/T 15834—2011 4.15.3.5',
  [BRACKETS]: 'GB/T 15834—2011 4.9.3.6',
};

/** Pairs inside pairs of their own shape, and single title marks outside: outside double, inside single. */
export const nesting = defineDocumentRule<NestedMatch>({
  id: 'punctuation/nesting',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.8.3.4；4.15.3.5',

  *find(document) {
    for (const paragraph of document.paragraphsWith(pairTroubles))
      for (const nested of paragraph.fact(pairTroubles)) {
        if (nested.kind !== 'outer' && (nested.kind !== 'nested' || INNER[nested.pair] === undefined))
          continue;
        if (nested.kind === 'outer' && isQuotedAlready(nested, document, paragraph)) continue;
        const { start, end } = nested.kind === 'outer' ? nested : nested.inner;
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        // Brackets in brackets are to be avoided where they can be, no more.
        const isHint = nested.kind === 'nested' && nested.pair === BRACKETS;
        yield { ...at, nested, paragraph, ...(isHint ? { severity: 'hint' as const } : {}) };
      }
  },

  explain({ nested, paragraph, start, end }, document) {
    if (nested.kind === 'outer' && nested.pair === SINGLE_QUOTES)
      return {
        message: '引号最外层用双引号，单引号只用在双引号里面',
        basis: 'GB/T 15834—2011 4.8.2、4.8.3.4',
      };
    if (nested.kind === 'outer')
      return { message: '单书名号只用在书名号里面，最外层用《》', basis: CLAUSES[TITLES]! };
    const { outer, pair } = nested;
    const [open, close] = INNER[pair]!;
    const said = document.slice(start, end);
    const shown = said.length > 24 ? `${said.slice(0, 10)}…${said.slice(-10)}` : said;
    return {
      message: `${PAIRS[pair]} 里又套了 ${PAIRS[pair]}：${shown} 的外层已是同形的，内层用 ${open}${close}`,
      evidence: [
        { start: paragraph.start + outer.start, end: paragraph.start + outer.end, message: '外层从这里起' },
      ],
      basis: CLAUSES[pair]!,
    };
  },

  fix({ nested, start, end }) {
    const { kind } = nested;
    const [open, close] = kind === 'outer' ? OUTER[nested.pair]! : INNER[nested.pair]!;
    return [
      {
        title: `${kind === 'outer' ? '外层' : '内层'}改为 ${open}${close}`,
        edits: [
          { start, end: start + 1, text: open! },
          { start: end - 1, end, text: close! },
        ],
        // Of four quotation marks two may be turned wrong; the marks of titles are not confused so.
        safe: kind === 'outer' || nested.pair === TITLES,
      },
    ];
  },
});

/** ‘模糊’ in a quotation that a line above opens. */
const isQuotedAlready = ({ pair, start }: Outer, document: Document, paragraph: Paragraph): boolean =>
  pair === SINGLE_QUOTES && isQuotedAbove(document, paragraph, start);
