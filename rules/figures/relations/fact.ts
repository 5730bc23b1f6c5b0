/** The relations of a paragraph, read once for all rules of the family. */
import { defineFact } from '../../../engine/facts.ts';
import type { Edit, Fix } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Explanation } from '../../../engine/rule.ts';
import { measures, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { writeHanNumber } from '../../../language/text/numerals.ts';
import {
  readBalance,
  readCurrent,
  readRolledOver,
  readSaving,
  readSettled,
  readSheet,
  readTotals,
} from './accounts.ts';
import { readAgreedShares } from './agreed-shares.ts';
import { readAmong } from './among.ts';
import { readApart } from './apart.ts';
import { readAverage, readAverageBefore, readDensity, readPrice } from './averages.ts';
import { readAverageOverTime } from './averages-over-time.ts';
import { readBaseInBracket } from './bases-in-brackets.ts';
import { readBeside } from './beside.ts';
import { readBins } from './bins.ts';
import { readBreakdowns } from './breakdown.ts';
import { readChain } from './chains.ts';
import { readChangedTo, readChangeNearby } from './changes-nearby.ts';
import { readBalanced, readTotalOfClauses } from './clauses.ts';
import { readColumns } from './columns.ts';
import { readCompared, readNamedBase, readTimesOf } from './compared.ts';
import { readConversion } from './conversions.ts';
import { readCopies } from './copies.ts';
import { Cue, cuesIn } from './cues.ts';
import { readDefinitions } from './definitions.ts';
import { readEachOfFunds } from './each-of-funds.ts';
import { readEarlierBase, readGrownTo } from './earlier-base.ts';
import { readExcepted } from './excepted.ts';
import { readFullRate } from './full-rate.ts';
import { readGapBeside, readGapInPoints } from './gaps-in-points.ts';
import { readExceeded, readExceededBy, readOverOrShort, readOverPlan } from './goals.ts';
import { readIncrease, readIncreaseOfTotal } from './increases.ts';
import { readIndustries } from './industries.ts';
import { readLaterWhole, readRateOfLater } from './later-whole.ts';
import { readLeftOver } from './left-over.ts';
import { readLimit, readPassed } from './limits.ts';
import { readLots } from './lots.ts';
import { readClaimFirst, readMove, readYears } from './moves.ts';
import { readNamedDifferences } from './named-differences.ts';
import { readNamedRatios } from './named-ratios.ts';
import { readBothNamed, readNamedShares, readNamedSums } from './named-shares.ts';
import { readNamedTotals } from './named-totals.ts';
import { readPartings } from './partings.ts';
import { readParts } from './parts.ts';
import { readPerThousand, readRatePer } from './per-thousand.ts';
import { readMonthsAdded, readPeriods, readSharedOut } from './periods.ts';
import { readPortions } from './portions.ts';
import {
  readDivided,
  readEach,
  readEachDay,
  readEachGiven,
  readEachOf,
  readHarvest,
  readInEach,
} from './products.ts';
import { readProductNearby } from './products-nearby.ts';
import { readIncomes } from './proportions.ts';
import { readRanks } from './ranks.ts';
import { readRateOfDue } from './rate-of-due.ts';
import { readRateOfGoal } from './rate-of-goal.ts';
import { readRate, readRateOfBracket, readRateOfDone } from './rates.ts';
import { readRateOfAct } from './rates-of-acts.ts';
import { type Alternative, middle, type Relation, rounded, shown, written } from './relation.ts';
import { readRespectiveBase, readRespectiveDifferences, readRespectiveThan } from './respective-base.ts';
import { readRestOfEarlier } from './rests-of-earlier.ts';
import { readRisenAndFallen } from './risen-and-fallen.ts';
import { readRoles } from './roles.ts';
import { readScores } from './scores.ts';
import { type Sentence, sentences } from './sentences.ts';
import { readShares } from './share.ts';
import { readSharesOfEarlier } from './shares-of-earlier.ts';
import { readSharesOfParts } from './shares-of-parts.ts';
import { readSharesWithin } from './shares-within.ts';
import { readSiblingShares } from './sibling-shares.ts';
import { readSigns } from './signs.ts';
import { readSoManyOfEach } from './so-many-of-each.ts';
import { readTotal } from './total.ts';
import { readTrend } from './trends.ts';
import { readVotes, readVotesBelow } from './votes.ts';
import { readAddedSince, readHouseholds, readNew, readSubset } from './wholes.ts';
import { wordsOf } from './words.ts';
import { readYearsInTurn } from './years-in-turn.ts';

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
    const rated = figures.some(isRate);
    for (const reader of OF_LINES) {
      if (figures.length < (reader.least ?? 0) || (reader.rated && !rated)) continue;
      reader.read(text, reader.ofAll ? all : figures, found);
    }
    return found.length === 0 ? [] : distinct(found);
  },
);

function isRate({ kind }: Quantity): boolean {
  return kind === 'percent' || kind === 'point' || kind === 'ratio';
}

/** Finds what one form of words says of the figures of a line. */
interface LineReader {
  /** Whether there must be a rate among them. */
  readonly rated?: true;
  /** With fewer of them, those that count nothing aside, it has nothing to say. */
  readonly least?: number;
  /** Whether it is given those that count nothing as well: places in a ranking, years. */
  readonly ofAll?: true;
  readonly read: (text: string, figures: readonly Quantity[], found: Relation[]) => void;
}

/** Of two that say the same the first is kept. */
const OF_LINES: readonly LineReader[] = [
  { rated: true, ofAll: true, read: readIncreaseOfTotal },
  { rated: true, read: readSigns },
  { ofAll: true, read: readRanks },
  { ofAll: true, least: 2, read: readIncomes },
  { rated: true, ofAll: true, read: readShares },
  { rated: true, read: readBreakdowns },
  { rated: true, read: readNamedShares },
  { rated: true, least: 3, read: readBothNamed },
  { rated: true, least: 4, read: readSiblingShares },
  { rated: true, least: 3, read: readSharesOfEarlier },
  { read: readNamedSums },
  { read: readBeside },
  { least: 3, read: readEarlierBase },
  { rated: true, least: 3, read: readGrownTo },
  { read: readAverageBefore },
  { read: readTotalOfClauses },
  { read: readSettled },
  { read: readCurrent },
  { read: readRolledOver },
  { least: 3, read: readPerThousand },
  { read: readRatePer },
  { read: readDefinitions },
  { read: readAmong },
  { least: 3, read: readPartings },
  { rated: true, least: 3, read: readNamedRatios },
  { least: 4, read: readNamedTotals },
  { least: 3, read: readNamedDifferences },
  { least: 4, read: readIndustries },
  { rated: true, least: 3, read: readRateOfGoal },
  { rated: true, least: 3, read: readRateOfDue },
  { rated: true, least: 3, read: readRateOfAct },
  { least: 3, read: readRestOfEarlier },
  { least: 3, read: readVotesBelow },
  { least: 4, read: readScores },
  { rated: true, least: 3, read: readChangeNearby },
];

/** Finds what one form of words says of figure `i` and those around it. */
interface FigureReader {
  /** All of these must be in the sentence. */
  readonly cues: number;
  readonly read: (text: string, sentence: Sentence, i: number, found: Relation[]) => void;
}

/** What is said of how figures change. */
const CHANGES: readonly FigureReader[] = [
  { cues: Cue.percent | Cue.change, read: readIncrease },
  { cues: Cue.than, read: readNamedBase },
  { cues: Cue.from | Cue.change, read: readClaimFirst },
  { cues: Cue.than, read: readCompared },
  { cues: Cue.times, read: readTimesOf },
  { cues: Cue.from, read: readMove },
  { cues: Cue.year | Cue.change, read: readYears },
  { cues: Cue.year | Cue.change | Cue.respective, read: readYearsInTurn },
  { cues: Cue.percent | Cue.above, read: readGapInPoints },
  { cues: Cue.above, read: readGapBeside },
  { cues: Cue.percent | Cue.respective | Cue.change, read: readRespectiveBase },
  { cues: Cue.percent | Cue.respective | Cue.than, read: readRespectiveThan },
  { cues: Cue.percent | Cue.converted | Cue.change, read: readBaseInBracket },
  { cues: Cue.percent | Cue.change | Cue.than, read: readRespectiveDifferences },
  { cues: Cue.change, read: readChangedTo },
];

/** What is said of parts and wholes. */
const PARTS: readonly FigureReader[] = [
  { cues: 0, read: readParts },
  { cues: Cue.total, read: readTotal },
  { cues: Cue.papers, read: readCopies },
  { cues: Cue.papers, read: readLots },
  { cues: Cue.percent | Cue.share, read: readSharesWithin },
  { cues: Cue.period, read: readPeriods },
  { cues: Cue.period, read: readSharedOut },
  { cues: Cue.period, read: readMonthsAdded },
  { cues: Cue.outgo, read: readBalance },
  { cues: Cue.outgo | Cue.total, read: readTotals },
  { cues: Cue.saved, read: readSaving },
  { cues: Cue.sheet, read: readSheet },
  { cues: Cue.converted, read: readConversion },
  { cues: Cue.percent | Cue.share, read: readPortions },
  { cues: Cue.percent | Cue.share, read: readLaterWhole },
  { cues: Cue.percent | Cue.share, read: readRateOfLater },
  { cues: Cue.exceeds, read: readExceeded },
  { cues: Cue.exceeds, read: readOverOrShort },
  { cues: Cue.exceeds, read: readApart },
  { cues: Cue.apart, read: readExcepted },
  { cues: Cue.percent | Cue.exceeds, read: readExceededBy },
  { cues: Cue.percent | Cue.exceeds, read: readOverPlan },
  { cues: Cue.among, read: readSubset },
  { cues: Cue.among | Cue.change, read: readRisenAndFallen },
  { cues: Cue.fresh, read: readNew },
  { cues: Cue.than | Cue.change, read: readAddedSince },
  { cues: Cue.household, read: readHouseholds },
  { cues: Cue.average, read: readAverage },
  { cues: Cue.average, read: readAverageOverTime },
  { cues: Cue.price, read: readDensity },
  { cues: Cue.price | Cue.total, read: readEach },
  { cues: Cue.price | Cue.total, read: readEachOf },
  { cues: Cue.price, read: readEachDay },
  { cues: Cue.price | Cue.total, read: readSoManyOfEach },
  { cues: Cue.average, read: readHarvest },
  { cues: Cue.total, read: readEachGiven },
  { cues: Cue.price, read: readDivided },
  { cues: Cue.price, read: readInEach },
  { cues: Cue.price, read: readEachOfFunds },
  { cues: Cue.price, read: readProductNearby },
  { cues: Cue.rate, read: readRate },
  { cues: Cue.percent | Cue.rate, read: readRateOfBracket },
  { cues: Cue.percent | Cue.rate | Cue.left, read: readRateOfDone },
  { cues: Cue.left, read: readLeftOver },
  { cues: Cue.chain, read: readChain },
  { cues: Cue.percent | Cue.rate | Cue.left, read: readFullRate },
  { cues: Cue.within, read: readLimit },
  { cues: Cue.passed, read: readPassed },
];

interface Due {
  readonly changes: readonly FigureReader[];
  readonly parts: readonly FigureReader[];
}

/** By cues; the same few hundred come again and again. */
const due = new Map<number, Due>();

/** The readers that have something to look for in a sentence with the cues. */
function dueFor(cues: number): Due {
  let known = due.get(cues);
  if (!known) {
    const isDue = (reader: FigureReader) => (cues & reader.cues) === reader.cues;
    known = { changes: CHANGES.filter(isDue), parts: PARTS.filter(isDue) };
    due.set(cues, known);
  }
  return known;
}

const TREND_CUES = Cue.year | Cue.change;

function readSentence(text: string, sentence: Sentence, found: Relation[]): void {
  const { length } = sentence.figures;
  const cues = cuesIn(text, sentence);
  const { changes, parts } = dueFor(cues);
  for (let i = 0; i < length; i++) for (const { read } of changes) read(text, sentence, i, found);
  for (let i = 0; i < length; i++) for (const { read } of parts) read(text, sentence, i, found);
  if ((cues & Cue.outgo) !== 0) readBalanced(text, sentence, found);
  if (length > 5) readColumns(text, sentence, found);
  if (length > 5) readBins(text, sentence, found);
  if (length > 2 && (cues & TREND_CUES) === TREND_CUES) readTrend(text, sentence, found);
  if ((cues & Cue.divided) !== 0) readAgreedShares(text, sentence, found);
  if ((cues & Cue.price) !== 0) readPrice(text, sentence, found);
  if ((cues & Cue.vote) !== 0) readVotes(text, sentence, found);
  if (length > 2 && (cues & Cue.percent) !== 0) readSharesOfParts(text, sentence, found);
  if (length > 2) readRoles(text, sentence, found);
}

/** A figure is told once that it is wrong: what one reading has said, or what holds by another way of the same reading, is not said again. */
function distinct(relations: readonly Relation[]): readonly Relation[] {
  const key = ({ rule, bound, reading, claimed }: Relation, by: string) =>
    `${bound ? reading : by || rule} ${claimed.digits.start}`;
  const right = new Set(relations.filter(({ holds }) => holds).map((r) => key(r, r.reading)));
  const said = new Set<string>();
  const wrongWholes = new Set(relations.flatMap((r) => (r.rule === 'sum' && !r.holds ? [r.claimed] : [])));
  return relations.filter((relation) => {
    if (relation.holds) return true;
    // Of all its parts a whole is said to be wrong, not each part to be too large for it.
    if (relation.reading === 'subset' && wrongWholes.has(relation.members[0]!)) return false;
    if (right.has(key(relation, relation.reading)) || said.has(key(relation, ''))) return false;
    said.add(key(relation, ''));
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
    const { digits, unitEnd, value } = relation.claimed;
    const start = value < 0 ? digits.start - 1 : digits.start;
    found.push({ start, end: unitEnd, relation, ...(relation.doubtful ? { severity: 'warning' } : {}) });
  }
  return found;
}

/** 由50亿元增至60亿元应为增长20%，文中为25%（(60−50)÷50） */
export function explainRelation({ relation }: RelationMatch, { text }: Paragraph): Explanation {
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
export function fixRelation({ relation }: RelationMatch, { text }: Paragraph): readonly Fix[] {
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
  return figure.unit.includes('分之') || whole < 1 || whole > 9999
    ? undefined
    : whole === 2
      ? '两'
      : writeHanNumber(whole);
}
