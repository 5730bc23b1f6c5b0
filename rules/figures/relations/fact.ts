/** The relations of a paragraph, read once for all rules of the family. */
import { defineFact } from '../../../engine/facts.ts';
import type { Edit, Fix, Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Explanation } from '../../../engine/rule.ts';
import { measures, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { writeHanCount } from '../../../language/text/numerals.ts';
import { readLine, readSentence } from './readers.ts';
import { type Alternative, middle, type Relation, rounded, shown, written } from './relation.ts';
import { sentences } from './sentences.ts';
import { wordsOf } from './words.ts';

export const relations = defineFact<readonly Relation[]>(
  'figure-relations',
  { facts: [quantities] },
  (paragraph) => {
    const all = paragraph.fact(quantities);
    const figures = paragraph.fact(measures);
    // Places in a ranking may be all there is; they come in twos.
    if (figures.length === 0 && all.length < 2) return [];
    const { text } = paragraph;
    const found: Relation[] = [];
    if (figures.length > 1) for (const one of paragraph.fact(sentences)) readSentence(text, one, found);
    readLine(text, all, figures, found);
    return found.length === 0 ? [] : distinct(found);
  },
);

/** A figure is told once that it is wrong: what one reading has said, or what holds by another way of the same reading, is not said again. */
function distinct(relations: readonly Relation[]): readonly Relation[] {
  // Of each who is voted on there are other votes for as many voters.
  const at = ({ reading, claimed, members }: Relation) =>
    (reading === 'votes' ? members[0]! : claimed).digits.start;
  const key = (relation: Relation) => `${relation.reading} ${at(relation)}`;
  const saying = (relation: Relation) =>
    `${relation.bound ? relation.says.is : relation.rule} ${at(relation)}`;
  const right = new Set(relations.filter(({ holds }) => holds).map(key));
  const said = new Set<string>();
  const wrongWholes = new Set(relations.flatMap((r) => (r.rule === 'sum' && !r.holds ? [r.claimed] : [])));
  return relations.filter((relation) => {
    if (relation.holds) return true;
    // Of all its parts a whole is said to be wrong, not each part to be too large for it.
    if (relation.reading === 'subset' && wrongWholes.has(relation.members[0]!)) return false;
    if (right.has(key(relation)) || said.has(saying(relation))) return false;
    said.add(saying(relation));
    return true;
  });
}

export interface RelationMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'warning';
  readonly relation: Relation;
}

/** The relations of one rule that do not hold. */
export function broken(paragraph: Paragraph, rule: Relation['rule']): readonly RelationMatch[] {
  const found: RelationMatch[] = [];
  for (const relation of paragraph.fact(relations)) {
    if (relation.rule !== rule || relation.holds) continue;
    found.push({
      ...rangeOfRelation(relation),
      relation,
      ...(relation.doubtful ? { severity: 'warning' } : {}),
    });
  }
  return found;
}

/** The figure that does not follow from the others, with its sign. */
export function rangeOfRelation({ claimed: { digits, unitEnd, value } }: Relation): Range {
  return { start: value < 0 ? digits.start - 1 : digits.start, end: unitEnd };
}

/** What is said of a relation; `text` is that which its offsets are of. */
type Told = Pick<RelationMatch, 'relation'>;
type Text = Pick<Paragraph, 'text'>;

/** 由50亿元增至60亿元应为增长20%，文中为25%（(60−50)÷50） */
export function explainRelation({ relation }: Told, { text }: Text): Explanation {
  const { claimed, members, bound } = relation;
  const { premise, should = '', formula } = wordsOf(text, relation);
  const said = written(text, claimed);
  const message = bound
    ? `${premise}（${formula}）`
    : `${premise}${should}${shown(text, relation)}，文中为${said}（${formula}）`;
  return {
    message,
    evidence: members.map((m) => ({
      start: m.digits.start,
      end: m.unitEnd,
      message: `算式中的 ${written(text, m)}`,
    })),
  };
}

/** One suggestion for each figure that may be the wrong one, the claimed one first; then for each wording. */
export function fixRelation({ relation }: Told, { text }: Text): readonly Fix[] {
  const { claimed, bound, expected, alternatives, rewordings = [] } = relation;
  const open = bound || !Number.isFinite(expected.high);
  const all = open ? alternatives : [{ figure: claimed, value: middle(expected) }, ...alternatives];
  return [
    ...rewordings.map((edits) => reworded(edits, text)),
    ...all.flatMap((alternative) => refigured(alternative, text)),
  ];
}

/** 把“增加”改为“减少” */
function reworded(edits: readonly Edit[], text: string): Fix {
  const shownEdits = edits.map((edit) => {
    const said = text.slice(edit.start, edit.end);
    return edit.text === '' ? `删去“${said}”` : `把“${said}”改为“${edit.text}”`;
  });
  return { title: shownEdits.join('，'), edits: [...edits], safe: false };
}

function refigured({ figure, value }: Alternative, text: string): Fix[] {
  // No other fraction comes of a percentage.
  if (figure.dimension === 'fraction') return [];
  const digits =
    slipOfPen(text.slice(figure.digits.start, figure.digits.end), value / figure.scale) ??
    digitsFor(figure, value);
  if (digits === undefined || digits === text.slice(figure.digits.start, figure.digits.end)) return [];
  const start = figure.value < 0 ? figure.digits.start - 1 : figure.digits.start;
  return [
    {
      title: `把“${written(text, figure)}”改为“${digits}${text.slice(figure.digits.end, figure.unitEnd)}”`,
      edits: [{ start, end: figure.digits.end, text: digits }],
      safe: false,
    },
  ];
}

/** How far, of its value, a slip of the pen may be from what the other figures come to: they are rounded themselves. */
const NEAR = 5e-4;

/**
 * Digits that were perhaps meant, where one too many was typed or two changed places: 52418.6 for 2418.6. Undefined where none of
 * them comes near enough to the value.
 */
function slipOfPen(written: string, value: number): string | undefined {
  if (!/^\d{4,}(?:\.\d+)?$|^\d{2,}\.\d+$/.test(written)) return undefined;
  const near = (digits: string) => Math.abs(Number(digits) - value) <= Math.abs(value) * NEAR;
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '.') continue;
    const without = written.slice(0, i) + written.slice(i + 1);
    if (near(without)) return without.replace(/^0+(?=\d)/, '');
    const next = written[i + 1];
    if (next === undefined || next === '.') continue;
    const swapped = written.slice(0, i) + next + written[i]! + written.slice(i + 2);
    if (near(swapped)) return swapped;
  }
  return undefined;
}

/** The value as digits in the way the figure is written; undefined where that way cannot write it. */
function digitsFor(figure: Quantity, value: number): string | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  if (!figure.han) return rounded(value, figure);
  const whole = Math.round(value / figure.scale);
  return figure.unit.includes('分之') || whole < 1 || whole > 9999 ? undefined : writeHanCount(whole);
}
