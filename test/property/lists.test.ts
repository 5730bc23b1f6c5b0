/** Lists and groups that follow edits: what they would be if they were made anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defineFact } from '../../engine/facts.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import { syncTo } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { applyEdits } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';
import { edits, place, texts } from './generators.ts';

const linter = testLinter();

/** The characters of a line that are said of something: here, of themselves. */
const characters = defineFact<readonly string[]>(
  'toy characters',
  ({ text }) => text.match(/[×一二三、]/g) ?? [],
);

interface Said {
  readonly paragraph: Paragraph;
  readonly character: string;
  readonly at: number;
}

function keyed(): GroupedEntries<Said> {
  return new GroupedEntries(
    (paragraph) => paragraph.fact(characters).map((character, at) => ({ paragraph, character, at })),
    ({ character }) => character,
  );
}

function plain({ groups }: GroupedEntries<Said>) {
  const said = [...groups].map(([key, group]) => [key, group.map((s) => `${s.paragraph.index} ${s.at}`)]);
  return Object.fromEntries(said) as Record<string, string[]>;
}

describe('lists that follow edits', () => {
  it('are what they would be anew', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(edits, fc.boolean()), { maxLength: 8 }), (initial, sequence) => {
        const { document } = linter.open(initial);
        const kept = [...document.paragraphs];
        let revision = document.revision;
        const groups = keyed();
        groups.syncTo(document, characters);
        let text = initial;
        for (const [edit, looked] of sequence) {
          const placed = place(edit, text);
          text = applyEdits(text, [placed]);
          document.edit([placed]);
          // Not everything is asked for at every revision.
          if (!looked) continue;
          const before = [...kept];
          const { from, removed, added } = syncTo(kept, document.paragraphs, document.alikeSince(revision));
          ({ revision } = document);
          assert.deepEqual(kept, document.paragraphs);
          before.splice(from, removed.length, ...added);
          assert.deepEqual(before, document.paragraphs);
          groups.syncTo(document, characters);
          const anew = keyed();
          anew.syncTo(document, characters);
          assert.deepEqual(plain(groups), plain(anew));
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
