import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { NONE } from '../../engine/lists.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { rows } from '../../generated/wording-near-misses.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { defineWordRules } from '../../language/text/word-rules.ts';
import { faults } from './words/faults.ts';
import { slipsIn } from './words/slips.ts';
import { isNamed, type SoundAlike } from './words/sound-alikes.ts';

const lookAlikes = defineWordRules('look-alikes', wordList('wording.near-misses'), rows);

/** What looks like a frequent word, what an expression loses a character to, and what sounds like a frequent phrase, where no row of the tables knows better. */
const nearMisses = defineFact<readonly SoundAlike[]>('near misses', (paragraph) => {
  const looks = paragraph.fact(lookAlikes);
  const slips = slipsIn(paragraph);
  if (looks.length + slips.length === 0) return NONE;
  const found: SoundAlike[] = looks
    .filter(({ start, end }) => !isNamed(paragraph.text, start, end))
    .map(({ start, end, row, severity }) => ({
      start,
      end,
      wrong: row.wrong,
      right: row.right!,
      ...(severity && { severity }),
    }));
  const told: Range[] = [...found, ...paragraph.fact(faults)];
  // The longer tell more: 疫情放控 before 放控.
  for (const slip of slips) {
    // 青政议〔2026〕2号: the code of an organ.
    if (paragraph.text[slip.end] === '〔') continue;
    if (told.some(({ start, end }) => slip.start < end && start < slip.end)) continue;
    found.push(slip);
    told.push(slip);
  }
  return found;
});

/** 不确订性 for 不确定性, 疫情放控 for 疫情防控, 全面从治党 for 全面从严治党: no words, but one slip away from frequent ones. */
export const nearMiss = defineParagraphRule<SoundAlike>({
  id: 'wording/near-miss',
  severity: 'info',
  kinds: { law: 'off' },

  reads: nearMisses,
  find: (paragraph) => paragraph.fact(nearMisses),

  explain: ({ wrong, right }) => ({ message: `没有“${wrong}”的说法，是否“${right}”之误` }),

  fix: ({ start, end, right }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false },
  ],
});
