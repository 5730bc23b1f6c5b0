/**
 * All that a document states by indicator, whose and when, in its text and its tables: what a ledger, or another document of one set,
 * may say otherwise. Only what is said plainly is read: no goals, no parts, nothing of anyone else.
 */
import type { Document } from '../../../engine/document.ts';
import { defineModel } from '../../../engine/facts.ts';
import type { HouseName } from '../../../engine/house.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { type Span, spanOf } from '../../../language/dates/spans.ts';
import { layout } from '../../../language/layout/layout.ts';
import { ownPlace } from '../../../language/names/own-names.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { mentions, tableFigures, whenAndWhose } from '../statements/in-tables.ts';
import { CLAUSE_REACH, type Placed } from '../statements/statements.ts';

export interface Stated extends Owned {
  readonly placed: Placed;
  /** Undefined where nothing near says when. */
  readonly span: Span | undefined;
  /** In the base unit of the figure's dimension; below nought for a rate that falls. */
  readonly low: number;
  readonly high: number;
}

/** An indicator and whose it is. */
export interface Owned {
  /** 规模以上工业增加值, 地区生产总值. */
  readonly name: string;
  /** How the indicator has moved is what is told, not where it stands. */
  readonly isRate: boolean;
  /** 县 of 全县 and 我县; empty where not said. */
  readonly level: string;
}

export const statedFigures = defineModel<readonly Stated[]>('stated figures', (document) => {
  const own = ownNames(document);
  const found: Stated[] = [];
  const add = (placed: Placed, rate?: Rate) => {
    const { key, scope, period, figure } = placed.statement;
    const { low, high } = rate?.falls ? { low: -figure.high, high: -figure.low } : figure;
    const owned = rate ? ownedBy(rate.name, scope, own, true) : ownedBy(key, scope, own);
    found.push({ placed, span: spanIn(document, placed.paragraph, period), low, high, ...owned });
  };
  for (const paragraph of document.paragraphsWith(quantities)) {
    const levels = paragraph.fact(mentions).map(({ placed }) => placed);
    for (const placed of levels) add(placed);
    for (const rate of ratesIn(paragraph, levels)) add(rate.placed, rate);
  }
  for (const placed of tableFigures(document)) add(placed);
  return found;
});

/** Whether two are of one indicator and of one owner: 全县 may be left out, 全市 is someone else. */
export function isSameOwned(one: Owned, other: Owned): boolean {
  if (one.name !== other.name || one.isRate !== other.isRate) return false;
  return one.level === other.level || one.level === '' || other.level === '';
}

/**
 * @param own names of the place itself, which stand for 全县
 * @param isRate whether what is told of the indicator is known to be its rate; else its name may say so, 地区生产总值增速
 */
export function ownedBy(called: string, scope: string, own: readonly string[], isRate = false): Owned {
  const saysRate = !isRate && called.endsWith(RATE);
  const written = saysRate ? called.slice(0, -RATE.length) : called;
  const place = own.find((name) => written.startsWith(name) && written.length > name.length);
  const name = (place === undefined ? written : written.slice(place.length)).replace(/^的/, '');
  const named = own.includes(scope) ? scope.at(-1)! : undefined;
  const level =
    named ?? /^[全我本](.)$/.exec(scope)?.[1] ?? (place && /[省市县区州旗镇乡村]$/.exec(place)?.[0]) ?? '';
  // 城镇, 规模以上: part of what is measured.
  const part = scope === '' || named !== undefined || /^[全我本].$/.test(scope) ? '' : scope;
  return { name: name.startsWith(part) ? name : part + name, isRate: isRate || saysRate, level };
}

function ownNames(document: Document): readonly string[] {
  const place = document.model(ownPlace)?.place;
  const forms = ({ full, short }: HouseName) => [full, ...short];
  return [...(document.house?.places.flatMap(forms) ?? []), ...(place === undefined ? [] : [place])];
}

/** A figure that tells how an indicator has moved. */
interface Rate {
  readonly name: string;
  readonly falls: boolean;
  readonly placed: Placed;
}

const MOVES =
  /^(.{0,30}?)(?:按可比价格?计算)?(?:同比|比上年|较上年|比去年|较去年)?(增长|增|提高|上升|下降|减少|降低|减|降)了?$/;
/** How near behind the level its movement stands: 356.8亿元，|同比增长6.5%. */
const NEAR = 2;

function* ratesIn(paragraph: Paragraph, levels: readonly Placed[]): Generator<Rate> {
  const { text } = paragraph;
  for (const figure of paragraph.fact(quantities)) {
    if (figure.kind !== 'percent' || figure.approximation !== 'exact' || figure.rangeWith !== undefined)
      continue;
    const start = boundBefore(text, figure.start, PHRASE_STOPS, CLAUSE_REACH);
    const [, named = '', verb = ''] = MOVES.exec(text.slice(start, figure.start)) ?? [];
    if (verb === '' || /目标|力争|预期|确保|将|要|预计/.test(named)) continue;
    const falls = /[下减降]/.test(verb[0]!);
    const level = levels.find(
      ({ statement }) => start >= statement.figure.end && start - statement.figure.end <= NEAR,
    );
    if (named === '' && level) {
      const { key, scope, period } = level.statement;
      yield { name: indicatorOf(key), falls, placed: rated(paragraph, figure, start, key, scope, period) };
    } else if (named.length > 3) {
      const { name, scope, period } = whenAndWhose(named);
      const when = period || text.slice(boundBefore(text, start, SENTENCE_STOPS, CLAUSE_REACH), start);
      if (/^[\u4e00-\u9fff]{3,20}$/.test(name) && !/目标|力争|预期|其中/.test(when))
        yield { name: indicatorOf(name), falls, placed: rated(paragraph, figure, start, name, scope, when) };
    }
  }
}

function rated(
  paragraph: Paragraph,
  figure: Quantity,
  start: number,
  key: string,
  scope: string,
  period: string,
): Placed {
  return { paragraph, statement: { key, way: 'said', scope, period, goal: false, figure, start } };
}

const RATE = '增速';

/** 地区生产总值 of 地区生产总值增长率, 地区生产总值增幅. */
export function indicatorOf(name: string): string {
  return name.replace(/(?:同比)?(?:增速|增长率|增幅|增长)$/, '');
}

/** 地区生产总值增速 */
export function nameOf({ name, isRate }: Owned): string {
  return isRate ? name + RATE : name;
}

/** How many lines above may hold the heading that says when. */
const ABOVE = 60;
const HEADING = 42;

/** When, by the sentence, else by the heading above, else by the document. */
function spanIn(document: Document, paragraph: Paragraph, period: string): Span | undefined {
  const own = ownYear(document);
  const said = spanOf(period, own);
  if (said !== undefined) return said;
  for (let i = paragraph.index - 1; i >= 0 && i >= paragraph.index - ABOVE; i--) {
    const line = document.paragraphs[i]!;
    if (line.blank || line.contentEnd - line.contentStart > HEADING || /[。；]/.test(line.content)) continue;
    const [first, more] = line.fact(dates).filter(({ year }) => year);
    if (!first) continue;
    // A heading of several years says nothing of one.
    return more ? undefined : spanOf(line.content, undefined);
  }
  return undefined;
}

/** The year of the title, else of the date that the document bears. */
export function ownYear(document: Document): number | undefined {
  const titled = document
    .model(layout)
    .title?.fact(dates)
    .find(({ year }) => year)?.year?.value;
  return titled ?? document.model(documentDate)?.year;
}
