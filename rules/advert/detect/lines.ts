/**
 * The adverts of a document: which lines are whole adverts, which stretches stand inside a line of the author's.
 *
 * What a paragraph shows by itself (`solicitations`) is joined with where it stands and with whom it names: lines
 * among adverts on a cover page need no word of their own, and a name that solicits once is found wherever it stands.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { difference, groupBy, spliceArray } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout, look } from '../../../language/layout/layout.ts';
import { kindSet, Token, tokenOf } from '../../../language/text/scan.ts';
import { isBrandable, isFamiliar } from './brands.ts';
import { chrome } from './chrome.ts';
import { paywalls } from './paywall-notice.ts';
import { isEmptyLine } from './removal.ts';
import { type Solicitation, solicitations } from './solicitation.ts';

/** An advert: a whole line, or a stretch of one. Offsets relative to the paragraph. */
export interface Advert extends Range {
  readonly paragraph: Paragraph;
  readonly whole: boolean;
  /** What shows it: its own words, or in Chinese what else. See {@link reasonOf}. */
  readonly reason: readonly Solicitation[] | string;
  /** Whether it is certain where the advert begins: the author's own words may run into it. */
  readonly certain: boolean;
}

export interface Adverts {
  /** Runs of two or more whole lines, blank lines between them allowed. */
  readonly blocks: readonly (readonly Advert[])[];
  /** Whole lines that stand alone, and stretches inside lines. */
  readonly single: readonly Advert[];
  /** Put in order when somebody asks. */
  readonly byParagraph: () => ReadonlyMap<Paragraph, readonly Advert[]>;
}

/** With what it was built from, so that typing in the author's own text need not build it again. */
interface Built extends Adverts {
  readonly paragraphs: Paragraph[];
  readonly places: Places;
  /** Those that were looked for in all lines. */
  readonly names: readonly string[];
}

/** A whole line that scores this much is an advert wherever it stands. */
const LINE = 4;
/** Before the title less is enough. */
const LINE_ON_COVER = 3;
/** Inside a line of the author's more is asked for. */
const STRETCH = 5;
/** So many visible characters outside the soliciting clauses still belong to the advert, by place. */
const REST = 4;
const REST_ON_COVER = 12;
/** Longer words before the first signal may be the author's: of a line, and of a stretch inside one. */
const LEAD_OF_LINE = 14;
const LEAD = 6;
/** Longest advert line, UTF-16 units: longer ones are taken apart. */
const LINE_LENGTH = 120;
/** A paragraph this long belongs to the text: what follows the last one is the tail. */
const BODY_LENGTH = 40;
/** A cover line longer than this is looked at as text even among adverts. */
const SLOGAN_LENGTH = 60;

export const adverts = defineModel<Adverts>('adverts', (document, previous) => {
  const places = placesOf(document);
  if (previous && renew(previous as Built, document, places)) return previous;
  const place = (paragraph: Paragraph) => placeAt(places, paragraph.index);
  const lines = new Map<Paragraph, Advert>();
  const inside: { paragraph: Paragraph; solicitation: Solicitation }[] = [];
  const names = new Map<string, Paragraph>();
  for (const paragraph of document.paragraphsWith(solicitations)) {
    const list = paragraph.fact(solicitations);
    const whole = isWholeLine(paragraph, list, place);
    const found = whole ? list : list.filter((s) => s.score >= STRETCH);
    for (const solicitation of found) {
      for (const name of solicitation.names) names.set(name, paragraph);
      if (!whole) inside.push({ paragraph, solicitation });
    }
    if (whole) lines.set(paragraph, wholeLine(paragraph, list));
  }
  addRepeated(document, place, lines, names);
  // With all names known, a stretch that the author's sentence runs into can be cut at the name.
  const stretches = inside
    .filter(({ paragraph }) => !lines.has(paragraph))
    .map(({ paragraph, solicitation }) => stretch(paragraph, solicitation, names));
  if (names.size > 0) addNamed(document, place, names, lines, stretches);
  if (lines.size > 0) addAmong(document, place, lines);
  const { blocks, single } = arrange(document, lines, stretches);
  const built: Built = {
    blocks,
    single,
    byParagraph: () => groupBy([...single, ...blocks.flat()], ({ paragraph }) => paragraph),
    paragraphs: document.paragraphs.slice(),
    places,
    names: [...names.keys()].slice(0, NAMES_SEARCHED),
  };
  return built;
});

/** Changed lines up to this number are looked at one by one. */
const RENEWED = 8;

/**
 * Whether the adverts are what they were: no line has come or gone, the parts of the document begin where they began, and
 * the lines that were changed belong to the body and have no part in any advert, neither before nor now.
 */
function renew(previous: Built, document: Document, places: Places): boolean {
  const { paragraphs, names } = previous;
  const { from, removed, added } = difference(paragraphs, document.paragraphs);
  if (removed.length !== added.length || added.length > RENEWED) return false;
  if (!samePlaces(previous.places, places)) return false;
  const isApart = (p: Paragraph) =>
    p.fact(solicitations).length === 0 &&
    p.fact(nameLine).length === 0 &&
    !names.some((name) => p.text.includes(name));
  for (const [i, after] of added.entries()) {
    const before = removed[i]!;
    if (placeAt(places, from + i) !== 'body' || isEmptyLine(before) !== isEmptyLine(after)) return false;
    if (!isApart(before) || !isApart(after)) return false;
  }
  spliceArray(paragraphs, from, removed.length, added);
  return true;
}

function isWholeLine(
  paragraph: Paragraph,
  list: readonly Solicitation[],
  place: (paragraph: Paragraph) => Place,
): boolean {
  const cover = place(paragraph) === 'cover';
  return (
    totalScore(list) >= (cover ? LINE_ON_COVER : LINE) &&
    list[0]!.rest <= (cover ? REST_ON_COVER : REST) &&
    (cover || list[0]!.lead <= LEAD_OF_LINE) &&
    paragraph.contentEnd - paragraph.contentStart <= LINE_LENGTH
  );
}

function totalScore(list: readonly Solicitation[]): number {
  return list.reduce((sum, s) => sum + s.score, 0);
}

function wholeLine(paragraph: Paragraph, reason: Advert['reason']): Advert {
  return {
    paragraph,
    start: paragraph.contentStart,
    end: paragraph.contentEnd,
    whole: true,
    reason,
    certain: true,
  };
}

/** Chinese, what shows an advert: `“咨询QQ”`. */
export function reasonOf({ paragraph: { text }, reason }: Advert): string {
  if (typeof reason === 'string') return reason;
  const words = reason.flatMap((s) => s.signals).map(({ start, end }) => text.slice(start, end).trim());
  return [...new Set(words)]
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join('、');
}

type Place = 'cover' | 'head' | 'body' | 'tail';

/** Where the parts of a document begin and end, by index. */
interface Places {
  /** Lines before this one are the cover. */
  readonly coverEnd: number;
  /** Lines between these two are the head. */
  readonly title: number;
  readonly opening: number;
  /** Lines behind this one are the tail. */
  readonly body: number;
}

function samePlaces(a: Places, b: Places): boolean {
  return a.coverEnd === b.coverEnd && a.title === b.title && a.opening === b.opening && a.body === b.body;
}

/** Before the title, between title and text, behind the last long paragraph, or in the body. */
function placeAt({ coverEnd, title, opening, body }: Places, index: number): Place {
  if (index < coverEnd) return 'cover';
  if (index > title && index < opening) return 'head';
  return index > body ? 'tail' : 'body';
}

function placesOf(document: Document): Places {
  const { salutation } = document.model(layout);
  // A line may look like a title and be an advert for reports.
  const title = document
    .paragraphsWith(look)
    .find((p) => p.fact(look)[0]!.is === 'title' && p.fact(solicitations).length === 0);
  const begin = title ?? salutation ?? unnamedTitle(document);
  const opening = title ? firstBody(document, title, salutation) : 0;
  return {
    coverEnd: begin && begin.index <= COVER_LINES ? begin.index : 0,
    title: title ? title.index : document.paragraphs.length,
    opening,
    body: lastBody(document),
  };
}

/** Titles of kinds of texts that the layout does not know: 心得体会, 先进事迹材料, 党课. */
const UNNAMED =
  /^[^。；：，！]{4,50}(?:心得体会|学习体会|党课|党课讲稿|事迹|材料|倡议书|承诺书|思考|启示|感悟|提纲|制度|规划|纲要|预案|清单|手册|合同|协议|申请书|建议|提案|议程|解读|综述)(?:（[^）]{1,10}）)?$/;

function unnamedTitle(document: Document): Paragraph | undefined {
  for (const p of document.paragraphs.slice(0, COVER_LINES)) {
    if (
      !p.blank &&
      p.contentEnd - p.contentStart <= SLOGAN_LENGTH &&
      UNNAMED.test(p.content) &&
      !isAdvertised(p)
    )
      return p;
  }
  return undefined;
}

/** A cover page does not go on forever, nor do the lines under a title. */
const COVER_LINES = 40;
const HEAD_LINES = 10;

/** Index of the line with which the text begins: the salutation, else the first long paragraph behind the title. */
function firstBody(document: Document, title: Paragraph, salutation: Paragraph | undefined): number {
  if (salutation && salutation.index > title.index) return salutation.index;
  for (let i = title.index + 1; i <= title.index + HEAD_LINES; i++) {
    const p = document.paragraphs[i];
    if (p && p.contentEnd - p.contentStart >= BODY_LENGTH && !isAdvertised(p)) return i;
  }
  return title.index;
}

/** Index of the last paragraph that is the text's own by its length and shows no advert; the document's last if none. */
function lastBody(document: Document): number {
  const { paragraphs } = document;
  for (let i = paragraphs.length - 1; i >= 0 && i > paragraphs.length - COVER_LINES; i--) {
    const p = paragraphs[i]!;
    if (p.contentEnd - p.contentStart >= BODY_LENGTH && !isAdvertised(p)) return i;
  }
  return paragraphs.length;
}

function isAdvertised(paragraph: Paragraph): boolean {
  return (
    paragraph.fact(solicitations).length > 0 ||
    paragraph.fact(paywalls).length > 0 ||
    paragraph.fact(chrome).length > 0
  );
}

/** A stretch inside a line; where the author's sentence runs into it, it begins at the name, if that is known. */
function stretch(paragraph: Paragraph, s: Solicitation, names: ReadonlyMap<string, Paragraph>): Advert {
  const advert = {
    paragraph,
    start: s.start,
    end: s.end,
    whole: false,
    reason: [s],
    certain: true,
  };
  if (s.lead <= LEAD) return advert;
  for (const name of names.keys()) {
    const at = paragraph.text.indexOf(name, s.start + 1);
    if (at >= 0 && at < s.end) return { ...advert, start: at };
  }
  return { ...advert, certain: false };
}

const NO_NAMES: readonly string[] = [];

/** What no name has: it is letters and Han, in brackets perhaps. */
const NOT_IN_NAMES = kindSet(Token.Digits, Token.Stop, Token.Comma, Token.Blank, Token.Other, Token.Mask);

/** A short line that could be a name, as a one-element list: its text without brackets. */
const nameLine = defineFact<readonly string[]>('name line', (paragraph) => {
  const length = paragraph.contentEnd - paragraph.contentStart;
  if (length < 4 || length > 14 || paragraph.scan.hasAny(NOT_IN_NAMES, 0)) return NO_NAMES;
  if (paragraph.fact(look).length > 0) return NO_NAMES;
  const name = paragraph.content.replace(/^[【[（(]|[】\]）)]$/g, '');
  return isName(name) ? [name] : NO_NAMES;
});

function isName(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const token = tokenOf(text.charCodeAt(i));
    if (token !== Token.Han && token !== Token.Latin) return false;
  }
  return text.length >= 4 && isBrandable(text) && !/^第|^[一二三四五六七八九十]/.test(text);
}

/** How often a line that solicits by no word must repeat verbatim; one with any signal twice. */
const REPEATS = 3;

/**
 * Lines that repeat verbatim: with a weak signal (墨香文苑整理), or made of no known words – the latter only where one
 * of them stands on the cover or between title and salutation, for names of people and table heads repeat as well.
 */
function addRepeated(
  document: Document,
  place: (paragraph: Paragraph) => Place,
  lines: Map<Paragraph, Advert>,
  names: Map<string, Paragraph>,
): void {
  const weak = document.paragraphsWith(solicitations).filter((p) => !lines.has(p) && isWeak(p));
  for (const list of groupBy(weak, (p) => p.content).values()) {
    if (list.length < 2) continue;
    for (const p of list) lines.set(p, wholeLine(p, repeats(list.length)));
    for (const name of list[0]!.fact(solicitations).flatMap((s) => s.names)) names.set(name, list[0]!);
  }
  for (const [name, list] of groupBy(document.paragraphsWith(nameLine), (p) => p.fact(nameLine)[0]!)) {
    if (list.length < REPEATS || names.has(name)) continue;
    if (!list.some((p) => place(p) === 'cover' || place(p) === 'head')) continue;
    if (isFamiliar(name, list[0]!.language.words)) continue;
    names.set(name, list[0]!);
    for (const p of list) lines.set(p, wholeLine(p, repeats(list.length)));
  }
}

function repeats(count: number): string {
  return `此行原样出现${count}次`;
}

/** Names whose other appearances are looked for, and appearances in one line; no real text has more. */
const NAMES_SEARCHED = 20;
const APPEARANCES = 100;

/** The other appearances of the names. */
function addNamed(
  document: Document,
  place: (paragraph: Paragraph) => Place,
  names: ReadonlyMap<string, Paragraph>,
  lines: Map<Paragraph, Advert>,
  stretches: Advert[],
): void {
  for (const [name, source] of [...names].slice(0, NAMES_SEARCHED)) {
    const familiar = isFamiliar(name, source.language.words);
    const reason = `“${name}”在别处的广告中署名`;
    for (const paragraph of document.paragraphs) {
      if (paragraph.contentEnd - paragraph.contentStart < name.length) continue;
      const ranges = appearances(paragraph.text, name);
      if (ranges.length === 0 || lines.has(paragraph)) continue;
      const [{ start, end }] = ranges as [Range];
      if (start <= paragraph.contentStart && end >= paragraph.contentEnd) {
        const set = end - start > name.length || place(paragraph) !== 'body';
        if (set || !familiar) lines.set(paragraph, wholeLine(paragraph, reason));
        continue;
      }
      const known = stretches.filter((s) => s.paragraph === paragraph);
      for (const range of ranges) {
        if (familiar && !isSetApart(paragraph.text, range, name)) continue;
        if (known.some((s) => s.start < range.end && range.start < s.end)) continue;
        stretches.push({ paragraph, ...range, whole: false, reason, certain: true });
      }
    }
  }
}

const NOWHERE: readonly Range[] = [];

/** Where a name stands in a text, with what decorates it. */
function appearances(text: string, name: string): readonly Range[] {
  let at = text.indexOf(name);
  if (at < 0) return NOWHERE;
  const ranges: Range[] = [];
  while (at >= 0 && ranges.length < APPEARANCES) {
    ranges.push({ start: extendOver(text, at, -1), end: extendOver(text, at + name.length, 1) });
    at = text.indexOf(name, at + name.length);
  }
  return ranges;
}

/** Decorated, and no word to either side: 。【公文之家】. */
function isSetApart(text: string, { start, end }: Range, name: string): boolean {
  return end - start > name.length && isSeamAt(text, start - 1) && isSeamAt(text, end);
}

/** From a name over what decorates it (brackets, dashes, 整理) to either side. */
function extendOver(text: string, from: number, step: 1 | -1): number {
  if (step === 1) {
    const tail = /^(?:独家|原创)?(?:整理|出品|提供|发布|上传)?[】\]）)”"」·\-—|*\s]{0,3}/.exec(
      text.slice(from, from + 10),
    )![0];
    return from + tail.trimEnd().length;
  }
  const head = /[【[（(“"「·\-—|*]{0,3}(?:本文由|由|来源[:：])?$/.exec(
    text.slice(Math.max(0, from - 8), from),
  )![0];
  return from - head.length;
}

function isSeamAt(text: string, i: number): boolean {
  return i < 0 || i >= text.length || tokenOf(text.charCodeAt(i)) !== Token.Han;
}

/**
 * Lines that are adverts by the company they keep: on the cover all between two adverts, elsewhere what stands directly
 * at an advert and is only a date or carries a signal too weak by itself.
 */
function addAmong(
  document: Document,
  place: (paragraph: Paragraph) => Place,
  lines: Map<Paragraph, Advert>,
): void {
  const { paragraphs } = document;
  const cover = [...lines.keys()].filter((p) => place(p) === 'cover').map((p) => p.index);
  for (let i = Math.min(...cover) + 1; i < Math.max(...cover); i++) {
    const p = paragraphs[i]!;
    if (!p.blank && !lines.has(p) && isSlogan(p)) lines.set(p, wholeLine(p, '夹在标题前的广告之间'));
  }
  for (const line of [...lines.keys()]) {
    for (const step of [1, -1] as const) {
      for (let p = neighbour(document, line, step); p && !lines.has(p); p = neighbour(document, p, step)) {
        if (!(place(p) !== 'body' && (isBareDate(p) || isWeak(p)))) break;
        lines.set(p, wholeLine(p, isBareDate(p) ? '网页日期，紧接广告' : '紧接广告'));
      }
    }
  }
}

/** The next line with text in a direction. */
function neighbour(document: Document, from: Paragraph, step: 1 | -1): Paragraph | undefined {
  let i = from.index + step;
  while (document.paragraphs[i] && isEmptyLine(document.paragraphs[i]!)) i += step;
  return document.paragraphs[i];
}

/** Not what belongs on a genuine cover: title, security and urgency, docket, masthead, draft marks, date, organ. */
function isSlogan(paragraph: Paragraph): boolean {
  const { content } = paragraph;
  return (
    content.length <= SLOGAN_LENGTH &&
    paragraph.fact(look).length === 0 &&
    paragraph.fact(paywalls).length === 0 &&
    paragraph.fact(chrome).length === 0 &&
    !/〔|〕|文件$|简报|特急|加急|平急|绝密|机密|秘密|内部|★|稿[）)]?$|第.{0,6}[号期]|年.{1,3}月/.test(
      content,
    ) &&
    !/(?:委员会|人民政府|办公室|党委|局|厅|中心)$/.test(content)
  );
}

function isBareDate(paragraph: Paragraph): boolean {
  return (
    paragraph.contentEnd - paragraph.contentStart <= 10 &&
    /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}$/.test(paragraph.content)
  );
}

/** Has a signal and little else. */
function isWeak(paragraph: Paragraph): boolean {
  const list = paragraph.fact(solicitations);
  return (
    list.length > 0 &&
    list[0]!.rest <= REST_ON_COVER &&
    paragraph.contentEnd - paragraph.contentStart <= SLOGAN_LENGTH
  );
}

function arrange(
  document: Document,
  lines: ReadonlyMap<Paragraph, Advert>,
  stretches: readonly Advert[],
): Pick<Adverts, 'blocks' | 'single'> {
  const blocks: Advert[][] = [];
  const single: Advert[] = [...stretches];
  let run: Advert[] = [];
  const close = () => {
    if (run.length > 1) blocks.push(run);
    else single.push(...run);
    run = [];
  };
  const ordered = [...lines.values()].sort((a, b) => a.paragraph.index - b.paragraph.index);
  for (const line of ordered) {
    const last = run[run.length - 1];
    if (last && neighbour(document, last.paragraph, 1) !== line.paragraph) close();
    run.push(line);
  }
  close();
  return { blocks, single };
}
