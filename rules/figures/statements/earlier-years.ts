/**
 * A rate of growth against the level of the year before, told elsewhere in the document: 去年，渔业收入完成12.46亿元 … 今年，渔业收入完成13.21亿元，增长6.0%.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { spanOf } from '../../../language/dates/spans.ts';
import { measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { changeOf } from '../relations/change.ts';
import type { Relation } from '../relations/relation.ts';
import { between } from '../relations/sentences.ts';
import { DOWN, isDown, OTHER_BASIS, UP } from '../relations/verbs.ts';
import { type Mention, mentions } from './in-tables.ts';
import type { Place } from './listed-sums.ts';

/** A level with what it has grown by, told right behind it. */
interface Grown extends Mention {
  readonly rate: Quantity;
  readonly how: string;
}

export interface WrongGrowth {
  readonly rate: Place;
  readonly now: Place;
  readonly before: Place;
  readonly relation: Relation;
}

const GROWS = new RegExp(
  `^[，、,（(](?:同比|(?:比|较)(?:上年|去年)(?:完成数|执行数|决算数|实绩)?)?(?<how>${UP}|${DOWN})了?$`,
);
/** Told at constant prices, or against a base that has been set anew. */
const REVISED = /增加值|生产总值|产值|GDP|投资|零售|进出口|销售额|营业|用电量/;

const grown = defineFact<readonly Grown[]>('grown levels', { facts: [mentions, measures] }, (paragraph) => {
  const { text } = paragraph;
  const figures = paragraph.fact(measures);
  return paragraph.fact(mentions).flatMap((mention) => {
    const { figure, period, start } = mention.placed.statement;
    if (period === '' || REVISED.test(mention.name)) return [];
    const rate = figures[figures.indexOf(figure) + 1];
    const how = rate?.kind === 'percent' ? GROWS.exec(between(text, figure, rate))?.groups?.how : undefined;
    if (
      how === undefined ||
      OTHER_BASIS.test(text.slice(boundBefore(text, start, SENTENCE_STOPS), rate!.end))
    )
      return [];
    return [{ ...mention, rate: rate!, how }];
  });
});

/** A year that relative words are counted from, where the document does not say its own. */
const ANY_YEAR = 1000;

export function* wrongGrowths(document: Document): Generator<WrongGrowth> {
  const claims = document.paragraphsWith(grown);
  if (claims.length === 0) return;
  const levels = new Map<string, Mention[]>();
  for (const paragraph of document.paragraphsWith(mentions))
    for (const mention of paragraph.fact(mentions))
      levels.set(mention.name, [...(levels.get(mention.name) ?? []), mention]);
  const own = document.model(documentDate)?.year ?? ANY_YEAR;
  for (const paragraph of claims) {
    for (const claim of paragraph.fact(grown)) {
      const before = levelBefore(levels.get(claim.name) ?? [], claim, own);
      const relation = before && relationOf(before.placed.statement.figure, claim);
      if (!relation || relation.holds) continue;
      yield {
        rate: { paragraph, figure: claim.rate },
        now: { paragraph, figure: claim.placed.statement.figure },
        before: { paragraph: before.placed.paragraph, figure: before.placed.statement.figure },
        relation,
      };
    }
  }
}

/** The one level of the same name and place a year earlier, in another paragraph. */
function levelBefore(levels: readonly Mention[], { placed }: Grown, own: number): Mention | undefined {
  const { figure, period, scope } = placed.statement;
  const year = yearOf(period, own);
  if (year === undefined) return undefined;
  const alike = levels.filter(
    ({ placed: { statement } }) =>
      statement.figure.dimension === figure.dimension && isOwn(statement.scope, scope),
  );
  // Several values of one year are of several things.
  const sameYear = alike.filter(({ placed: { statement } }) => yearOf(statement.period, own) === year);
  const earlier = alike.filter(({ placed: { statement } }) => yearOf(statement.period, own) === year - 1);
  const [first] = earlier;
  if (!first || first.placed.paragraph === placed.paragraph) return undefined;
  return sameYear.length === 1 && earlier.length === 1 ? first : undefined;
}

/** Of one place: 全县 may be left out. */
function isOwn(one: string, other: string): boolean {
  return one === other || ((one === '' || other === '') && /^(?:[全我本].)?$/.test(one + other));
}

/** The year of what is told of a whole year; undefined for parts of one. */
function yearOf(period: string, own: number): number | undefined {
  const span = spanOf(period, own);
  return span !== undefined && /^\d+$/.test(span) ? Number(span) : undefined;
}

function relationOf(a: Quantity, { placed, rate, how }: Grown): Relation | undefined {
  const way = { by: 'comparison', base: 'last-year-above' } as const;
  const b = placed.statement.figure;
  return changeOf({ reading: 'earlier-base', a, b, c: rate, rises: !isDown(how), years: 1, way, how });
}
