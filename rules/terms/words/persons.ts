/** Who is named where a name can be told: behind a post (县长王海峰), before one (王海峰县长), before 同志. Ranges are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isNameEnd } from '../../../language/names/person-names.ts';
import { isSurname } from '../../../language/names/surnames.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { isHanRun } from '../../../language/text/scan.ts';

const POSTS = wordList('terms.posts');
const ADDRESSES = wordList('terms.addresses');

/** A full name of three characters: shorter ones are as often parts of words. */
export interface NamedPerson extends Range {
  readonly name: string;
  /** The post it stands with; undefined with 同志 alone. */
  readonly post: string | undefined;
}

const LENGTH = 3;

export const namedPersons = defineFact<readonly NamedPerson[]>(
  'named persons',
  { words: [POSTS, ADDRESSES] },
  (paragraph) => {
    const found = new Map<number, NamedPerson>();
    for (const hit of paragraph.hits(POSTS)) {
      for (const start of [hit.end, hit.start - LENGTH]) {
        const person = personAt(paragraph, start, hit);
        if (person) found.set(start, person);
      }
    }
    for (const hit of paragraph.hits(ADDRESSES)) {
      const start = hit.start - LENGTH;
      const person = found.has(start) ? undefined : personAt(paragraph, start, undefined);
      if (person) found.set(start, person);
    }
    return [...found.values()].sort((a, b) => a.start - b.start);
  },
);

/**
 * What stands at `start` as a name of three characters would, with the post of a hit. Given names that are words too (海峰) count: what is
 * no name has no second one that is mistaken for it.
 */
function personAt({ text }: Paragraph, start: number, post: Hit | undefined): NamedPerson | undefined {
  const end = start + LENGTH;
  if (start < 0 || !isSurname(text[start]) || !isHanRun(text, start, end)) return undefined;
  // Before a post the name ends where the post begins, whatever may follow a name elsewhere.
  if (end !== post?.start && !isNameEnd(text, end)) return undefined;
  return { start, end, name: text.slice(start, end), post: post && text.slice(post.start, post.end) };
}
