/**
 * One figure with two digits that changed places: 登记党员12350名 in one paragraph, 登记党员12530名 in another. What two statements are of
 * is not asked farther than the word before them and the unit: that two long figures of one name differ in just that is no chance.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import { isPlain, measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { lead } from '../relations/sentences.ts';
import { SCOPES, TIME } from './headlines.ts';
import {
  type Contradiction,
  contradiction,
  contradictions,
  type Placed,
  type Statement,
} from './statements.ts';

/** Shorter figures may differ so by chance. */
const LEAST_DIGITS = 5;
const VERBS = /(?:[达到了为是有共现约至]|完成|实现|突破|全[县市区镇省]|组织){1,6}$/;
/** Figures that are several by nature, or of another time. */
const MANY = /其中|分别|上年|去年|前年|同期|预计|目标|计划/;
const NAME = 2;
const NOUN = 4;

/** Long figures by name: what stands before them, or what they count. */
const longFigures = defineFact<readonly Statement[]>('long figures', { facts: [measures] }, (paragraph) => {
  const { text } = paragraph;
  const found: Statement[] = [];
  for (const figure of paragraph.fact(measures)) {
    const digits = digitsOf(text, figure);
    if (figure.kind !== 'people' && figure.kind !== 'count' && figure.kind !== 'place') continue;
    if (digits.length < LEAST_DIGITS || figure.han || !isPlain(figure) || figure.approximation !== 'exact')
      continue;
    const before = lead(text, figure, 24);
    if (MANY.test(before)) continue;
    const sentence = text.slice(boundBefore(text, figure.start, STATEMENT_STOPS), figure.start);
    const scope = SCOPES.exec(sentence)?.[0].slice(1) ?? '';
    const period = [...sentence.matchAll(TIME)].at(-1)?.[0] ?? '';
    const name = before.replace(VERBS, '').slice(-NAME);
    const noun = /^[\u4e00-\u9fff]{2,4}/
      .exec(text.slice(figure.unitEnd, figure.unitEnd + NOUN))?.[0]
      .slice(0, NAME);
    for (const key of new Set([name, noun])) {
      if (key === undefined || !/^[\u4e00-\u9fff]{2}$/.test(key)) continue;
      const start = figure.start - before.length;
      found.push({
        key: `${figure.dimension} ${key}`,
        figure,
        start,
        way: 'said',
        scope,
        period,
        goal: false,
      });
    }
  }
  return found;
});

export const transposedDigits = defineModel<readonly Contradiction[]>('transposed digits', (document) => [
  ...transposedIn(document),
]);

function* transposedIn(document: Document): Generator<Contradiction> {
  const seen = new Map<string, Placed[]>();
  // What is worded alike has been told.
  const told = new Set(document.model(contradictions).map(({ statement }) => statement.figure));
  for (const paragraph of document.paragraphsWith(longFigures)) {
    for (const statement of paragraph.fact(longFigures)) {
      const { figure } = statement;
      const sorted = [...digitsOf(paragraph.text, figure)].sort().join('');
      const key = `${statement.key} ${sorted}`;
      const group = seen.get(key) ?? [];
      const other = group.find(
        (placed) =>
          placed.paragraph !== paragraph &&
          mayAgree(placed.statement, statement) &&
          areTransposed(textOf(placed), textOf({ paragraph, statement })),
      );
      if (other && !told.has(figure)) {
        told.add(figure);
        yield contradiction({ paragraph, statement }, other);
      }
      group.push({ paragraph, statement });
      seen.set(key, group);
    }
  }
}

/** Of one time and place, as far as either says. */
function mayAgree(a: Statement, b: Statement): boolean {
  const same = (x: string, y: string) => x === y || x === '' || y === '';
  return same(a.scope, b.scope) && same(a.period, b.period);
}

function textOf({ paragraph, statement }: Placed): string {
  const { digits } = statement.figure;
  return paragraph.text.slice(digits.start, digits.end);
}

function digitsOf(text: string, { digits }: Quantity): string {
  return text.slice(digits.start, digits.end).replace(/\D/g, '');
}

/** Whether the one is the other with two neighbouring digits changed. */
function areTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  if (at < 0 || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  return a.slice(at + 2) === b.slice(at + 2);
}
