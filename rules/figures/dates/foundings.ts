/** Judges anniversaries of what the text itself says the beginning of: 1952年建校以来…2026年，我们迎来建校75周年. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { dates, datesWithin, dateWords } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { eventBefore, IN_YEAR, numberBefore } from './anniversaries.ts';
import type { Placed, Written } from './faults.ts';
import type { Source } from './sources.ts';

const EVENT =
  '(?:建[校厂院县市区镇馆台社会所站局场园行矿港店乡村团]|创刊|创办|创建|创立|开[馆业园]|设[市区县]|解放|通[车航]|投[产运]|办学|撤[县市]设[市区])';
/** Whose: 公司成立, 协会组建. */
const OF = '[\\u4e00-\\u9fff]{2}(?:成立|组建)';
const FOUNDED = new RegExp(
  `^年?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:正式)?(?<event>${EVENT}|(?:成立|组建)(?:[\\u4e00-\\u9fff]{2})??(?=以来|至今|起|[，。、])|${OF}(?=以来|至今))(?!\\d)`,
);
const COUNTED = new RegExp(`(?<event>${EVENT}|(?:迎来|庆祝|正值|恰逢|喜迎)成立|${OF})$`);
/** 公司成立于|1996年. */
const FOUNDED_IN = new RegExp(
  `(?<event>[校厂院馆台站所社场园局矿行店团](?:创建|创办|始建|创立|成立|组建)|${EVENT}|${OF})于$`,
);

/** 迎来成立20周年: of the one founding that is told. */
const BARE = '成立';

/** 设县 and 建县 are one event, and so are 我校创建于 and 建校, 成立公司 and 公司成立. */
function named(event: string): string {
  const said = event.replace(/^(成立|组建)([\u4e00-\u9fff]{2})$/, '$2$1');
  return said
    .replace(/组建$/, BARE)
    .replace(/^设/, '建')
    .replace(/^([校厂院馆台站所社场园局矿行店团])[\u4e00-\u9fff]{2}$/, '建$1');
}

/** 成立, of whatever the text has told the founding of. */
function areOne(kept: string, told: string): boolean {
  const [event, founded] = [named(kept), named(told)];
  if (event === BARE) return founded.endsWith(BARE);
  return founded === event || (founded === BARE && event.endsWith(BARE));
}

interface Founding extends Range {
  readonly event: string;
  readonly year: number;
}

interface Celebrated extends Range {
  readonly event: string;
  readonly stated: Written;
  /** Undefined where the document's date tells it. */
  readonly year: number | undefined;
}

/** 1952年建校. */
const foundings = defineFact<readonly Founding[]>('foundings', { facts: [dates] }, (paragraph) => {
  const found: Founding[] = [];
  for (const { year, numeric } of paragraph.fact(dates)) {
    if (!year || numeric) continue;
    const { text } = paragraph;
    const event =
      FOUNDED.exec(text.slice(year.end, year.end + 14))?.groups?.event ??
      FOUNDED_IN.exec(text.slice(Math.max(0, year.start - 6), year.start))?.groups?.event;
    if (event) found.push({ start: year.start, end: year.end, event, year: year.value });
  }
  return found;
});

/** 庆祝成立: of what the text has told. */
const eventOf = (said: string) =>
  said.endsWith(BARE) && said.length > BARE.length && !/司|会/.test(said) ? BARE : said;

/** 七十周年|校庆: 建校. */
function keptAt(text: string, end: number): string | undefined {
  const whose = /^[校院厂社馆台所店](?=庆)/.exec(text.slice(end, end + 2))?.[0];
  return whose && `建${whose}`;
}

/** 今年迎来|建校, 今天，我们在这里庆祝|建校 */
const THIS_YEAR = /今(?:年|[天日]，?(?:我们|大家)?)[^，。；]{0,10}$/;
const TODAY = 18;
/** 2026年|是“十五五”规划开局之年，也是|集团成立 */
const ALSO = /^(?:既?是|正值|恰逢)[^，。；\d]{2,18}，(?:也|又|更|还)是[^，。；\d]{0,6}$/;
/** How far before the event its year may begin. */
const REACH = 30;

/** 2026年，我们迎来建校75周年. */
const celebrated = defineFact<readonly Celebrated[]>('celebrated', { facts: [dateWords] }, (paragraph) => {
  const { text } = paragraph;
  const found: Celebrated[] = [];
  for (const hit of paragraph.fact(dateWords)) {
    const stated = hit.entry.value === 'anniversary' && numberBefore(text, hit.start);
    if (!stated) continue;
    const said = COUNTED.exec(text.slice(Math.max(0, stated.start - 4), stated.start))?.groups?.event;
    const event = said === undefined ? keptAt(text, hit.end) : eventOf(said);
    // 中国共产党成立: what is known is judged by what is known of it.
    if (event === undefined || eventBefore(text, hit.start)?.event) continue;
    const from = stated.start - (said?.length ?? 0);
    const date = [...datesWithin(paragraph.fact(dates), from - REACH, from)].findLast((d) => d.year);
    const gap = date && text.slice(date.end, from);
    const beside = gap !== undefined && (IN_YEAR.test(gap) || ALSO.test(gap)) ? date?.year : undefined;
    const thisYear = THIS_YEAR.test(text.slice(Math.max(0, from - TODAY), from));
    if (!beside && !thisYear) continue;
    found.push({ start: from, end: hit.end, event, stated, year: beside?.value });
  }
  return found;
});

export function* foundingFaults(document: Document): Generator<Placed> {
  const celebrating = document.paragraphsWith(celebrated);
  if (celebrating.length === 0) return;
  const founded = document
    .paragraphsWith(foundings)
    .flatMap((p) => p.fact(foundings).map((f) => ({ ...f, start: p.start + f.start, end: p.start + f.end })));
  for (const paragraph of celebrating) {
    for (const { start, end, event, stated, year: said } of paragraph.fact(celebrated)) {
      const bases = founded.filter((f) => areOne(event, f.event));
      const base = bases[0];
      const year = said ?? document.model(documentDate)?.year;
      // Two of them: of whose, the text does not say.
      if (!base || !year || bases.some((f) => f.year !== base.year) || year - base.year === stated.value)
        continue;
      const at = { start: base.start, end: base.end };
      const source: Source = { kind: 'founding', ...at, year: base.year, of: event };
      yield {
        paragraph,
        fault: {
          kind: 'anniversary',
          severity: 'warning',
          start,
          end,
          event,
          base: base.year,
          stated,
          year,
          source,
        },
      };
    }
  }
}
