/** Names of adverts: lines that repeat them, and their other appearances in the document. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { groupBy } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { look } from '../../../language/layout/layout.ts';
import { kindSet, Token, tokenOf } from '../../../language/text/scan.ts';
import { type Gathered, wholeLine } from './advert.ts';
import { isBrandable, isFamiliar, isStrange } from './brands.ts';
import { overlapWith } from './overlap.ts';
import { solicitations } from './solicitation.ts';
import type { Place } from './weights.ts';

/** Names that solicit, with a paragraph in which they do. */
export type Names = Map<string, Paragraph>;

/** What no name has: it is letters and Han, in brackets perhaps. */
const NOT_IN_NAMES = kindSet(Token.Digits, Token.Stop, Token.Comma, Token.Blank, Token.Other, Token.Mask);

/** A short line that could be a name, as a one-element list: its text without brackets. */
export const nameLine = defineFact<readonly string[]>('name line', (paragraph) => {
  const length = paragraph.contentEnd - paragraph.contentStart;
  if (length < LEAST_NAME || length > LONGEST_NAME || paragraph.scan.hasAny(NOT_IN_NAMES, 0)) return [];
  if (paragraph.fact(look).length > 0) return [];
  const name = paragraph.content.replace(/^[【[（(]|[】\]）)]$/g, '');
  return isName(name) ? [name] : [];
});

function isName(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const token = tokenOf(text.charCodeAt(i));
    if (token !== Token.Han && token !== Token.Latin) return false;
  }
  return text.length >= LEAST_NAME && isBrandable(text) && !/^第|^[一二三四五六七八九十]/.test(text);
}

/** How often a line that solicits by no word must repeat verbatim; one with any signal twice. */
const REPEATS = 3;

/**
 * Lines that repeat verbatim and hold a name of no known words: with a weak signal (墨香文苑整理), or the name alone – the
 * latter only where one of them stands on the cover or between title and salutation, for names of people and table heads repeat
 * as well. A label of the author's (评标办法要目) has words in it.
 */
export function repeatedNames(
  document: Document,
  place: (paragraph: Paragraph) => Place,
  weak: readonly Paragraph[],
  known: ReadonlyMap<string, Paragraph>,
): { readonly name: string; readonly list: readonly Paragraph[] }[] {
  const found: { name: string; list: readonly Paragraph[] }[] = [];
  for (const list of groupBy(weak, (p) => p.content).values()) {
    if (list.length < 2) continue;
    const name = list[0]!
      .fact(solicitations)
      .flatMap((s) => s.names)
      .find((n) => !isFamiliar(n, list[0]!.language.words));
    if (name !== undefined) found.push({ name, list });
  }
  for (const [name, list] of groupBy(document.paragraphsWith(nameLine), (p) => p.fact(nameLine)[0]!)) {
    if (list.length < REPEATS || known.has(name)) continue;
    if (!list.some((p) => place(p) === 'cover' || place(p) === 'head')) continue;
    if (isStrange(name, list[0]!.language.words)) found.push({ name, list });
  }
  return found;
}

/** Names whose other appearances are looked for, and appearances in one line; no real text has more. */
export const NAMES_SEARCHED = 20;
const APPEARANCES = 100;

/** The other appearances of the names. */
export function addNamed(gathered: Gathered, names: Names): void {
  for (const [name, source] of [...names].slice(0, NAMES_SEARCHED)) {
    const familiar = isFamiliar(name, source.language.words);
    const known = groupBy(gathered.stretches, ({ paragraph }) => paragraph);
    for (const paragraph of gathered.document.paragraphs) {
      if (paragraph.contentEnd - paragraph.contentStart < name.length) continue;
      const ranges = appearances(paragraph.text, name);
      const [first] = ranges;
      if (!first) continue;
      const taken = gathered.lines.get(paragraph);
      const isWhole = first.start <= paragraph.contentStart && first.end >= paragraph.contentEnd;
      // A name that solicits elsewhere proves more than what the line is made of.
      if (isWhole && (!taken || taken.reason.by === 'traits'))
        addNamedLine(gathered, paragraph, first, name, familiar);
      else if (!taken) {
        const isKnown = overlapWith(known.get(paragraph) ?? []);
        const others = ranges.filter((range) => !isKnown(range));
        addNamedStretches(gathered, paragraph, others, name, familiar);
      }
    }
  }
}

/** A line that is nothing but the name, with what decorates it. */
function addNamedLine(
  { lines, place }: Gathered,
  paragraph: Paragraph,
  { start, end }: Range,
  name: string,
  familiar: boolean,
): void {
  const decorated = end - start > name.length;
  if (decorated || !familiar || place(paragraph) !== 'body')
    lines.set(paragraph, wholeLine(paragraph, { by: 'name', name }, !familiar));
}

/** The name within a line: one of familiar words only where it is set apart. */
function addNamedStretches(
  { stretches }: Gathered,
  paragraph: Paragraph,
  ranges: readonly Range[],
  name: string,
  familiar: boolean,
): void {
  const reason = { by: 'name', name } as const;
  for (const range of ranges) {
    if (familiar && !isSetApart(paragraph.text, range, name)) continue;
    stretches.push({ paragraph, ...range, whole: false, side: 'advert', reason, certain: !familiar });
  }
}

/** Where a name stands in a text, with what decorates it. */
function appearances(text: string, name: string): readonly Range[] {
  let at = text.indexOf(name);
  if (at < 0) return [];
  const ranges: Range[] = [];
  while (at >= 0 && ranges.length < APPEARANCES) {
    ranges.push({ start: extendOver(text, at, -1), end: extendOver(text, at + name.length, 1) });
    at = text.indexOf(name, at + name.length);
  }
  return ranges;
}

/** Decorated, and no word to either side: 。【公文之家】. */
function isSetApart(text: string, { start, end }: Range, name: string): boolean {
  return end - start > name.length && isSeamAt(text, start - 1) && isSeamAt(text, end);
}

/** From a name over what decorates it (brackets, dashes, 整理) to either side. */
function extendOver(text: string, from: number, step: 1 | -1): number {
  if (step === 1) {
    const tail = /^(?:独家|原创)?(?:整理|出品|提供|发布|上传)?[】\]）)”"」·\-—|*\s]{0,3}/.exec(
      text.slice(from, from + 10),
    )![0];
    return from + tail.trimEnd().length;
  }
  const head = /[【[（(“"「·\-—|*]{0,3}(?:本文由|由|来源[:：])?$/.exec(
    text.slice(Math.max(0, from - 8), from),
  )![0];
  return from - head.length;
}

function isSeamAt(text: string, i: number): boolean {
  return i < 0 || i >= text.length || tokenOf(text.charCodeAt(i)) !== Token.Han;
}

/** Of a site or an account, in characters: what is shorter is a word, what is longer a sentence. */
const LEAST_NAME = 4;
const LONGEST_NAME = 14;
