/**
 * From nodejieba's words to names of people, places and organisations.
 *
 * jieba tags a third of its dictionary as names, 文明 and 明白 as people, 英雄 and 上市 as places, and gives
 * names that it does not know (its hidden Markov model only finds where they begin and end) no tag at all. So
 * a tag is a hint here and a name needs evidence beside it: a title or a label for a person, an administrative
 * suffix or a list for a place, a place in front and a body word behind for an organisation. What has no such
 * evidence is left out: a missed name costs an offer, a false one the reader's trust.
 */

import type { Name } from '../../../engine/names.ts';
import { findOrganisations } from './organisations.ts';
import { findPeople } from './people.ts';
import { findPlaces } from './places.ts';
import { Apart, type NameLexicon, type TaggedWord, type Token, tokensOf } from './tokens.ts';

export type { NameLexicon, TaggedWord } from './tokens.ts';

/**
 * Names in several texts that belong together, such as the paragraphs of a draft: a person introduced in one
 * is recognised in the others without title.
 *
 * @param tag cuts and tags one text; the words joined must be the text
 * @returns names of each text in order, without overlaps
 */
export function recogniseNames(
  texts: readonly string[],
  tag: (text: string) => readonly TaggedWord[],
  lexicon: NameLexicon,
): Name[][] {
  const perText = texts.map((text) => {
    const tokens = tokensOf(text, tag(text));
    return { text, tokens, names: namesOf(text, tokens, lexicon) };
  });
  // Names of two characters turn up inside other words too often to be looked for.
  const people = new Set(
    perText
      .flatMap(({ names }) => names.filter((name) => name.kind === 'person' && name.text.length > 2))
      .map((name) => name.text),
  );
  return perText.map(({ text, tokens, names }) => withRepeated(text, tokens, names, people));
}

function namesOf(text: string, tokens: readonly Token[], lexicon: NameLexicon): Name[] {
  const places = findPlaces(tokens, lexicon);
  const organisations = findOrganisations(tokens, places, lexicon);
  const people = findPeople(tokens, lexicon);
  // Of names that overlap, the one with the stronger evidence stays.
  const kept = new Apart();
  for (const found of [...organisations, ...people, ...places]) kept.add(found);
  return kept.found
    .map(({ from, end, kind }) => {
      const start = tokens[from]!.start;
      return { start, end, text: text.slice(start, end), kind };
    })
    .sort((a, b) => a.start - b.start);
}

/** Adds further occurrences of people known by name, where they begin and end with words. */
function withRepeated(text: string, tokens: readonly Token[], names: Name[], people: Set<string>): Name[] {
  const edges = new Set([0, ...tokens.map(({ end }) => end)]);
  const all = [...names];
  const taken = new Uint8Array(text.length);
  for (const { start, end } of names) taken.fill(1, start, end);
  for (const person of people) {
    for (let start = text.indexOf(person); start >= 0; start = text.indexOf(person, start + person.length)) {
      const end = start + person.length;
      if (!edges.has(start) || !edges.has(end)) continue;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      all.push({ start, end, text: person, kind: 'person' });
    }
  }
  return all.length === names.length ? names : all.sort((a, b) => a.start - b.start);
}
