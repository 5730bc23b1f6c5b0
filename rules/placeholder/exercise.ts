import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { alsoHere } from '../../engine/habits.ts';
import type { LexiconEntry } from '../../engine/language.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { placeholders } from '../../language/blanks/placeholders.ts';
import { wordList } from '../../language/text/lexicon.ts';

const WORDS = wordList('placeholder.exercise');
/** So many different words show it, one that nothing else says among them. */
const LEAST_WORDS = 2;
/** Fewer marks are told one by one. */
const LEAST_MARKS = 5;

interface Exercise extends Match {
  readonly marks: readonly Range[];
}

const examined = defineFact<readonly LexiconEntry[]>(
  'words of examinations',
  { words: [WORDS] },
  (paragraph) => paragraph.hits(WORDS).map(({ entry }) => entry),
);

/**
 * The marks of a question or a case for study, where X县 is nobody's gap: told once, in place of each (`rules/precedence.ts`). A
 * speech or a report is none, whatever it speaks of.
 */
export const exercise = defineDocumentRule<Exercise>({
  id: 'placeholder/exercise',
  severity: 'info',
  kinds: { speech: 'off', report: 'off', law: 'off' },
  since: '0.10.0',

  *find(document) {
    if (!isExamined(document) && !isLettered(document)) return;
    const marks = document
      .paragraphsWith(placeholders)
      .flatMap((p) =>
        p.fact(placeholders).map(({ start, end }) => ({ start: p.start + start, end: p.start + end })),
      );
    const [first] = marks;
    if (first && marks.length >= LEAST_MARKS) yield { ...first, marks };
  },

  explain({ marks }) {
    return {
      message: `这是试题、案例一类的材料，以字母、“×”代替的名称和数字共 ${marks.length} 处，多为有意隐去，不再逐处列出`,
      evidence: alsoHere(marks, '此处同'),
    };
  },
});

function isExamined(document: Document): boolean {
  const words = new Set(document.paragraphsWith(examined).flatMap((p) => p.fact(examined)));
  return words.size >= LEAST_WORDS && [...words].some(({ value }) => value === 'sure');
}

/** So many places and units that are told apart by letters are called so on purpose. */
const LEAST_LETTERS = 3;
const LETTERED = /^[A-Z]{1,2}$/;
const NAMED: ReadonlySet<string> = new Set(['place', 'organisation']);

/** With so many of them the other marks, 在x村 or 胡xx, are names that are kept back too. */
const MANY_LETTERS = 5;

/** D市, F县, X街道: a text whose marks are letters, several of them, and hardly any else, is a case that names nobody. */
function isLettered(document: Document): boolean {
  const letters = new Set<string>();
  let others = false;
  for (const paragraph of document.paragraphsWith(placeholders)) {
    for (const { mark, slot } of paragraph.fact(placeholders)) {
      if (LETTERED.test(mark) && mark !== 'XX' && NAMED.has(slot)) letters.add(mark);
      else others = true;
    }
  }
  letters.delete('X');
  return letters.size >= (others ? MANY_LETTERS : LEAST_LETTERS);
}
