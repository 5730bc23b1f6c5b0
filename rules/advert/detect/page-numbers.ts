/** Numbers of pages that a print-out has between its lines, glued into a sentence: 来电-1-和来访, 情况— 12 —报县政府. */
import { defineFact } from '../../../engine/facts.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isHan, kindSet, Token } from '../../../language/text/scan.ts';
import type { Chrome } from './chrome.ts';

const FIGURES = kindSet(Token.Digits);
const DASHES = new Characters('-—－–');
const BLANKS = new Characters(' 　');
/** Pages have numbers of so many digits. */
const DIGITS = 3;
/** A shorter line is a label, such as 方案-1-终稿. */
const SENTENCE = 16;

/** 苯基—2—丙酮: the place in the name of a compound. */
const COMPOUND = new Characters('基苯烷烯炔醇醛酮酸酯醚胺腈酚代氧氮硫氯氟溴碘硝羟氨酰甲乙丙丁戊己庚辛');

/** The page numbers inside the sentences of a paragraph. */
export const pageNumbers = defineFact<readonly Chrome[]>(
  'page numbers',
  { tokens: [Token.Digits] },
  ({ scan, text, contentStart, contentEnd, role }) => {
    const found: Chrome[] = [];
    if (role === 'table' || contentEnd - contentStart < SENTENCE) return found;
    for (let i = scan.next(FIGURES, 0); i < scan.count; i = scan.next(FIGURES, i + 1)) {
      if (scan.end(i) - scan.start(i) > DIGITS) continue;
      const start = outOfDashes(text, scan.start(i) - 1, -1) + 1;
      const end = outOfDashes(text, scan.end(i), 1);
      if (start > scan.start(i) || end < scan.end(i)) continue;
      const goesOn = isHan(text.charCodeAt(end)) || end >= contentEnd;
      if (start <= contentStart || !isHan(text.charCodeAt(start - 1)) || !goesOn) continue;
      if (COMPOUND.at(text, start - 1) && COMPOUND.at(text, end)) continue;
      found.push({ start, end, what: 'page number', shown: [text.slice(start, end).trim()] });
    }
    return found;
  },
);

/** The first offset beyond blanks, a dash or two, and blanks again; the far side of `at` where no dash stands there. */
function outOfDashes(text: string, at: number, step: 1 | -1): number {
  let i = at;
  while (BLANKS.at(text, i)) i += step;
  if (!DASHES.at(text, i)) return at - step;
  i += step;
  if (DASHES.at(text, i)) i += step;
  while (BLANKS.at(text, i)) i += step;
  return i;
}
