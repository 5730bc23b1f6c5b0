/** The readers of relations, by what they wait for: those of a line, and those of a sentence with their cues. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { readBalance, readRolledOver, readSaving, readSettled, readSheet, readTotals } from './accounts.ts';
import { readAgreedShares } from './agreed-shares.ts';
import { readAmong } from './among.ts';
import { readApart } from './apart.ts';
import { readAverage, readAverageBefore, readDensity, readPrice } from './averages.ts';
import { readAverageOverTime } from './averages-over-time.ts';
import { readBaseBehind } from './base-behind.ts';
import { readBaseInBracket } from './bases-in-brackets.ts';
import { readBeside } from './beside.ts';
import { readBins } from './bins.ts';
import { readBreakdowns } from './breakdown.ts';
import { readAddedTo, readChain } from './chains.ts';
import { readChangedTo, readChangeNearby } from './changes-nearby.ts';
import { readBalanced, readFirstOfList, readTotalOfClauses } from './clauses.ts';
import { readColumns } from './columns.ts';
import { readCompared, readNamedBase, readTimesOf } from './compared.ts';
import { readConversion } from './conversions.ts';
import { readCopies } from './copies.ts';
import { Cue, cuesIn } from './cues.ts';
import { readDefinitions } from './definitions.ts';
import { readEachOfFunds } from './each-of-funds.ts';
import { readEarlierBase, readGrownTo } from './earlier-base.ts';
import { readExcepted } from './excepted.ts';
import { readAllDone, readFullRate, readRateOfUndone } from './full-rate.ts';
import { readGapBeside, readGapInPoints } from './gaps-in-points.ts';
import { readGapToldApart } from './gaps-told-apart.ts';
import { readExceeded, readExceededBy, readOverOrShort, readOverPlan } from './goals.ts';
import { readIncrease, readIncreaseOfTotal } from './increases.ts';
import { readIndustries } from './industries.ts';
import { readLaterWhole, readRateOfLater } from './later-whole.ts';
import { readLeftOver } from './left-over.ts';
import { readLimit, readPassed } from './limits.ts';
import { readLots } from './lots.ts';
import { readClaimFirst, readMove, readYears } from './moves.ts';
import { readNamedChanges } from './named-changes.ts';
import { readNamedDifferences } from './named-differences.ts';
import { readNamedRatios } from './named-ratios.ts';
import { readBothNamed, readNamedShares, readNamedSums, readSharesWithinNamed } from './named-shares.ts';
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
  readEachMakes,
  readEachOf,
  readHarvest,
  readInEach,
} from './products.ts';
import { readProductNearby } from './products-nearby.ts';
import { readIncomes, readNarrowings } from './proportions.ts';
import { readRanks } from './ranks.ts';
import { readRateOfDue } from './rate-of-due.ts';
import { readRateOfGoal } from './rate-of-goal.ts';
import { readRate, readRateOfBracket, readRateOfDone } from './rates.ts';
import { readRateOfAct } from './rates-of-acts.ts';
import { readRateOfSplit } from './rates-of-splits.ts';
import type { Relation } from './relation.ts';
import { readRent } from './rents.ts';
import { readRespectiveBase, readRespectiveDifferences, readRespectiveThan } from './respective-base.ts';
import { readRestOfEarlier } from './rests-of-earlier.ts';
import { readRisenAndFallen } from './risen-and-fallen.ts';
import { readRoles } from './roles.ts';
import { readScores } from './scores.ts';
import type { Sentence } from './sentences.ts';
import { readShares } from './share.ts';
import { readSharesByName } from './shares-by-name.ts';
import { readSharesOfEarlier } from './shares-of-earlier.ts';
import { readSharesOfParts } from './shares-of-parts.ts';
import { readSharesWithin } from './shares-within.ts';
import { readSiblingShares } from './sibling-shares.ts';
import { readSigns } from './signs.ts';
import { readSoManyOfEach } from './so-many-of-each.ts';
import { readSoldPrice } from './sold.ts';
import { readCurrent } from './surpluses.ts';
import { readTotal } from './total.ts';
import { readTrend } from './trends.ts';
import { readUnderConstruction } from './under-construction.ts';
import { readVotes, readVotesBelow } from './votes.ts';
import { readAddedSince, readHouseholds, readNew, readSubset } from './wholes.ts';
import { readYearsInTurn } from './years-in-turn.ts';

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
  { ofAll: true, least: 2, read: readNarrowings },
  { rated: true, ofAll: true, read: readShares },
  { rated: true, read: readBreakdowns },
  { rated: true, read: readNamedShares },
  { rated: true, least: 3, read: readBothNamed },
  { rated: true, least: 3, read: readSharesWithinNamed },
  { rated: true, least: 4, read: readSiblingShares },
  { rated: true, least: 3, read: readSharesOfEarlier },
  { read: readNamedSums },
  { read: readBeside },
  { least: 3, read: readBaseBehind },
  { least: 3, read: readEarlierBase },
  { rated: true, least: 3, read: readGrownTo },
  { read: readAverageBefore },
  { read: readTotalOfClauses },
  { least: 4, read: readFirstOfList },
  { read: readSettled },
  { least: 3, read: readAddedTo },
  { read: readCurrent },
  { read: readRolledOver },
  { least: 3, read: readPerThousand },
  { read: readRatePer },
  { read: readDefinitions },
  { read: readAmong },
  { least: 3, read: readPartings },
  { rated: true, least: 3, read: readNamedRatios },
  { least: 3, read: readNamedTotals },
  { least: 3, read: readSoldPrice },
  { least: 3, read: readNamedDifferences },
  { least: 4, read: readIndustries },
  { rated: true, least: 3, read: readRateOfGoal },
  { rated: true, least: 3, read: readRateOfDue },
  { rated: true, least: 3, read: readRateOfAct },
  { least: 3, read: readRestOfEarlier },
  { least: 3, read: readVotesBelow },
  { least: 4, read: readScores },
  { rated: true, least: 3, read: readChangeNearby },
  { least: 3, read: readNamedChanges },
  { rated: true, least: 2, read: readGapToldApart },
  { rated: true, least: 4, read: readSharesByName },
];

/** What the figures of a line say of each other, over its sentences; `all` with those that count nothing. */
export function readLine(
  text: string,
  all: readonly Quantity[],
  figures: readonly Quantity[],
  found: Relation[],
): void {
  const rated = figures.some(isRate);
  for (const reader of OF_LINES) {
    if (figures.length < (reader.least ?? 0) || (reader.rated && !rated)) continue;
    reader.read(text, reader.ofAll ? all : figures, found);
  }
}

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
  { cues: Cue.total, read: readRent },
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
  { cues: Cue.price | Cue.total, read: readEachMakes },
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
  { cues: Cue.percent | Cue.rate, read: readAllDone },
  { cues: Cue.percent | Cue.rate, read: readRateOfSplit },
  { cues: Cue.percent | Cue.rate | Cue.left, read: readRateOfUndone },
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

/** What the figures of a sentence say of each other. */
export function readSentence(text: string, sentence: Sentence, found: Relation[]): void {
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
  if (length > 2 && (cues & Cue.left) !== 0) readUnderConstruction(text, sentence, found);
  if (length > 2) readRoles(text, sentence, found);
}
