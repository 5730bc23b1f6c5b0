/**
 * A change that names what has changed, the two levels told before it among others: 今年巡查16批次，走访渔户73户。去年巡查12批次，走访渔户49户。巡查批次增加4批次，走访户数增长
 * 49% · 发生事故23起、死亡9人。去年同期发生29起、死亡12人，事故起数下降20.7%，死亡人数下降25%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { changeOf, isReversed } from './change.ts';
import { isTold, middle, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { DOWN, isDown, mayBeReal, OTHER_BASIS, RATE_NOUNS, UP } from './verbs.ts';

const CLAIM = new RegExp(
  [
    '^(?:今年|本年|全年|其中|\\d{4}年)?(?<name>[\\u4e00-\\u9fff]{2,12}?)',
    '(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?(?:净|共|累计)?',
    `(?<how>${UP}|${DOWN}|${RATE_NOUNS}|多|少)(?:了|为|达到?)?$`,
  ].join(''),
);
const CLAIM_ENDS = new Characters(UP, DOWN, RATE_NOUNS, '多少了为达到');
/** A figure of what is none of the two: a change, a goal, one of several. */
const NO_LEVEL =
  /(?:增加?|减少?|增长|下降|提高|降低|上升|多|少)$|目标|计划|预计|力争|其中|分别|各(?![类级种项])|平均|均|占|每/;
const PAST = /上年|去年|同期|上一年/;
/** The levels stand so near before. */
const REACH = 150;
const MOST = 12;
/** So far from what it should be a change is of something else. */
const SLIP = 0.6;
const NOUN = 5;

export function readNamedChanges(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const c = figures[i]!;
    if (!CLAIM_ENDS.at(text, c.start - 1) || !isPlain(c)) continue;
    const { name, how } = CLAIM.exec(lead(text, c))?.groups ?? {};
    if (name === undefined || how === undefined || isTold(found, c)) continue;
    const ends = endsOf(text, figures, i, name);
    if (!ends || OTHER_BASIS.test(text.slice(ends.from, c.end)) || mayBeReal(name, ends.b)) continue;
    const { a, b } = ends;
    const rises = !isDown(how);
    if (isReversed(a, b, rises)) continue;
    const way = { by: 'comparison', base: 'above' } as const;
    const relation = changeOf({ reading: 'years', a, b, c, rises, years: 1, way, how });
    if (!relation || isFarOff(middle(relation.expected), c.value)) continue;
    found.push({ ...relation, doubtful: true });
  }
}

function isFarOff(expected: number, said: number): boolean {
  return Math.abs(expected - said) > Math.max(Math.abs(expected), said) * SLIP;
}

interface Ends {
  readonly a: Quantity;
  readonly b: Quantity;
  readonly from: number;
}

/** The one level of last year and the one of this year that are called so, before figure `i`. */
function endsOf(text: string, figures: readonly Quantity[], i: number, name: string): Ends | undefined {
  const c = figures[i]!;
  const levels = figures
    .slice(Math.max(0, i - MOST), i)
    .filter((q) => c.start - q.start < REACH && isLevel(text, q, c) && isCalled(text, q, name));
  const year = yearOf(text, c);
  const past = levels.filter((q) => isPast(text, q) || (year !== undefined && yearOf(text, q) === year - 1));
  const others = levels.filter((q) => !past.includes(q));
  const ofYear = others.filter((q) => year !== undefined && yearOf(text, q) === year);
  const now = ofYear.length > 0 ? ofYear : others;
  const [[a, other], [b, another]] = [past, now];
  if (!a || !b || other || another || a.unit !== b.unit || a.scale !== b.scale) return undefined;
  return { a, b, from: Math.min(a.start, b.start) };
}

function isLevel(text: string, q: Quantity, c: Quantity): boolean {
  if (q.kind === 'percent' || !isPlain(q) || q.value <= 0) return false;
  return (c.kind === 'percent' || c.dimension === q.dimension) && !NO_LEVEL.test(lead(text, q));
}

/** 走访户数 of 走访渔户|73户, 事故起数 of 发生|29起. */
function isCalled(text: string, q: Quantity, name: string): boolean {
  if (q.unit !== '' && (name.endsWith(`${q.unit}数`) || (q.unit.length > 1 && name.endsWith(q.unit))))
    return true;
  const noun = /^[\u4e00-\u9fff]{0,5}/.exec(text.slice(q.unitEnd, q.unitEnd + NOUN))![0];
  return sharesPair(name, `${lead(text, q)}${q.unit}`) || (noun.length > 1 && sharesPair(name, noun));
}

/** 2026年|项目数: the year told last before a figure, in its sentence. */
function yearOf(text: string, q: Quantity): number | undefined {
  const said = text.slice(boundBefore(text, q.start, FULL_STOP, REACH), q.start);
  const year = [...said.matchAll(YEAR)].at(-1)?.[1];
  return year === undefined ? undefined : Number(year);
}
const YEAR = /(20\d\d)年/g;

/** Whether its sentence, up to it, says that it is of the year before. */
function isPast(text: string, q: Quantity): boolean {
  return PAST.test(text.slice(boundBefore(text, q.start, FULL_STOP, REACH), q.start));
}
