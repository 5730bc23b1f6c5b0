import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { type PairTrouble, pairTroubles } from '../../language/punctuation/pairs.ts';
import { Characters } from '../../language/text/characters.ts';

type Straight = Extract<PairTrouble, { kind: 'straight' }>;

interface StraightQuotes extends Match {
  readonly places: readonly Straight[];
}

const QUOTES = new Characters('"\'＂＇');
const DOUBLE = new Characters('"＂');

/** Straight quotation marks in Chinese text. GB/T 15834—2011 4.8, 5.1. */
export const straightQuote = defineParagraphRule<StraightQuotes>({
  id: 'punctuation/straight-quote',
  awaitsMore: true,
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.8.2',

  reads: pairTroubles,
  *find(paragraph) {
    for (const places of gather(straightIn(paragraph)))
      yield { start: places[0]!.start, end: places[0]!.end, places };
  },

  explain({ places }, { text }) {
    const [first] = places;
    if (places.length === 1) {
      const said = text.slice(first!.start, first!.end);
      return {
        message: {
          pair: `${said} 用的是直引号，中文用弯引号“ ”`,
          close: `前引号是“，后引号用了直的 ${said}，应为 ”`,
          alone: '此处有一个直引号，中文用弯引号“ ”，且没有与它成对的',
        }[first!.as],
      };
    }
    return {
      message: `本段有 ${places.length} 处直引号，中文用弯引号“ ”`,
      evidence: alsoHere(places, '此处同'),
    };
  },

  fix({ places }, paragraph) {
    const { text } = paragraph;
    const paired = places.filter((place) => place.as !== 'alone');
    if (paired.length === 0) return [];
    const edits = paired.flatMap(({ start, end, as }) => {
      if (as === 'close') return [{ start, end, text: '”' }];
      const [open, close] = isQuoted(paragraph, start) ? '‘’' : '“”';
      return [
        { start, end: start + 1, text: open! },
        { start: end - 1, end, text: close! },
      ];
    });
    // A single mark may be an apostrophe, and one that goes with a curved mark is a guess.
    const safe = places.every(
      ({ start, end, as }) => as !== 'alone' && DOUBLE.at(text, start) && QUOTES.at(text, end - 1),
    );
    return [{ title: '改为弯引号', edits, safe }];
  },
});

/** How far back a quotation may have begun. */
const LONGEST = 300;

/** Whether a double quotation mark is open at the offset: one that closes a straight one ('九大战略“) opens nothing. */
function isQuoted(paragraph: Paragraph, at: number): boolean {
  const closing = new Set(straightIn(paragraph).map(({ end }) => end - 1));
  for (let i = at - 1; i >= Math.max(0, at - LONGEST); i--) {
    if (paragraph.text[i] === '”') return false;
    if (paragraph.text[i] === '“' && !closing.has(i)) return true;
  }
  return false;
}

const straightIn = (paragraph: Paragraph) =>
  paragraph
    .fact(pairTroubles)
    .filter((trouble) => trouble.kind === 'straight')
    .filter(({ start, end }) => end - start > 1 || !isSeconds(paragraph.text, start));

/** 34°15'26": behind minutes and figures it is no quotation mark. */
function isSeconds(text: string, at: number): boolean {
  return SECONDS.test(text.slice(Math.max(0, at - SECONDS_REACH), at));
}
const SECONDS = /[′'’]\d{1,2}(?:\.\d{1,3})?$/;
const SECONDS_REACH = 8;
