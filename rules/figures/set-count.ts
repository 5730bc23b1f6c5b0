import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { saidElsewhere } from '../../language/occasion/evidence.ts';
import { kindred, opponent, type Reading } from '../../language/occasion/set.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import { announcedCounts, type Count, isSameCounted, listedCounts } from './stated/counts.ts';

interface CountMatch extends Match {
  readonly count: Count;
  readonly other: Reading<Count>;
}

/** 部署12项重点任务 in the notice, eleven in the table that belongs to it: a count announced in one document and listed in another. */
export const setCount = defineDocumentRule<CountMatch>({
  id: 'figures/set-count',
  since: '0.3.0',
  severity: 'warning',
  kinds: { law: 'off' },

  *find(document) {
    const companions = document.companions.length > 0 ? kindred(document) : [];
    if (companions.length === 0) return;
    const others = companions.flatMap((companion) =>
      [...announcedCounts(companion.document), ...listedCounts(companion.document)].map((said) => ({
        companion,
        said,
      })),
    );
    for (const count of [...announcedCounts(document), ...listedCounts(document)]) {
      const readings = others.filter(({ said }) => isSameCounted(count, said));
      const other = opponent(count, readings, (a, b) => a.value === b.value);
      if (other) yield { start: count.start, end: count.end, count, other };
    }
  },

  explain(match, document) {
    const { count, other } = match;
    const noun = count.is === 'announced' ? count.noun : other.said.noun;
    const words = saidElsewhere(
      { document, here: match, companion: other.companion, there: other.said },
      `${noun}的数目`,
    );
    const listed = [count, other.said].find(({ is }) => is === 'listed');
    return listed ? { ...words, message: `${words.message}（列出${listed.value}项）` } : words;
  },

  /** Only a number can be put right; what is missing in a list nobody can tell. */
  fix({ start, count, other }) {
    if (count.is === 'listed') return [];
    const { value } = other.said;
    const text = (count.arabic ? `${value}` : writeHanCount(value)) + count.measure;
    return [{ title: `改为“${text}”`, edits: [{ start, end: count.end, text }], safe: false }];
  },
});
