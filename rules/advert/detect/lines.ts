/**
 * The leftovers of a document: which lines are whole leftovers, which stretches stand inside a line of the author's.
 *
 * What a paragraph shows by itself (`solicitations`, `readings`) is joined with where it stands, with whom it names and with what
 * stands beside it: leftovers come in runs, so that a sure line lends to its neighbours, and a name that solicits once is found
 * wherever it stands.
 */
import type { Document } from '../../../engine/document.ts';
import { defineModel, type Fact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { difference, groupBy, spliceArray } from '../../../engine/lists.ts';
import { once } from '../../../engine/once.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout, look } from '../../../language/layout/layout.ts';
import { UTTERANCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, DIGITS, LETTERS } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Advert, type Gathered, neighbour, wholeLine } from './advert.ts';
import { headsList, isInList } from './attached.ts';
import { isBracket } from './brackets.ts';
import { addRead, mayCount } from './by-traits.ts';
import { isContactGiven } from './contact-given.ts';
import { addCredits } from './credits.ts';
import { insets } from './inset.ts';
import { machineStrings } from './machine.ts';
import { addNamed, NAMES_SEARCHED, type Names, nameLine, repeatedNames } from './names.ts';
import { isBareDate, isSlogan } from './office-lines.ts';
import { overlapWith } from './overlap.ts';
import { beginsAmong, moved, type Places, placeAt, placesOf, samePlaces } from './places.ts';
import { readings, speaksToReader } from './reading.ts';
import { isEmptyLine } from './removal.ts';
import { searchTerms } from './search-terms.ts';
import { isSoliciting, isWeak, type Solicitation, solicitations } from './solicitation.ts';
import { sownMarks } from './sown.ts';
import { holdsUntold } from './untold.ts';

export interface Adverts {
  /** Runs of two or more whole lines, an advert among them, blank lines between them allowed. */
  readonly blocks: readonly (readonly Advert[])[];
  /** Whole lines that stand alone or belong to the page, and stretches inside lines. */
  readonly single: readonly Advert[];
  /** Put in order when somebody asks. */
  readonly byParagraph: () => ReadonlyMap<Paragraph, readonly Advert[]>;
}

/** With what it was built from, so that typing in the author's own text need not build it again. */
interface Built extends Adverts {
  readonly paragraphs: Paragraph[];
  /** Of the document when they were these. */
  revision: number;
  places: Places;
  readonly speaks: boolean;
  /** Those that were looked for in all lines. */
  readonly names: readonly string[];
}

/** Inside a line of the author's more is asked for. */
const STRETCH = 5;
/** Longer words before the first signal may be the author's. */
const LEAD = 6;

export const adverts = defineModel<Adverts>('adverts', (document, previous) => {
  const places = placesOf(document);
  if (previous && renew(previous as Built, document, places)) return previous;
  const place = (paragraph: Paragraph) => placeAt(places, paragraph.index);
  const gathered: Gathered = { document, place, lines: new Map(), stretches: [] };
  const names: Names = new Map();
  addSolicitations(gathered, names);
  addMachineStrings(gathered);
  addSown(gathered);
  addRead(gathered, (p) => p.index === places.begin || p.fact(look).length > 0);
  addCredits(gathered);
  if (names.size > 0) addNamed(gathered, names);
  if (gathered.lines.size > 0) {
    addAmong(gathered);
    addListed(gathered);
    addCrumbs(gathered);
  }
  const { blocks, single } = arrange(gathered, isEntitled(document, places));
  const built: Built = {
    blocks,
    single,
    byParagraph: once(() => groupBy([...single, ...blocks.flat()], ({ paragraph }) => paragraph)),
    paragraphs: document.paragraphs.slice(),
    revision: document.revision,
    places,
    speaks: speaksToReader(document),
    names: [...names.keys()].slice(0, NAMES_SEARCHED),
  };
  return built;
});

/** Changed lines up to this number are looked at one by one. */
const RENEWED = 60;

/**
 * Whether the adverts are what they were: the parts of the document begin where they began, and the lines that were changed, have come
 * or gone belong to the body, have no part in any advert, neither before nor now, and part or join none.
 */
function renew(previous: Built, document: Document, places: Places): boolean {
  const { paragraphs, names } = previous;
  if (previous.speaks !== speaksToReader(document)) return false;
  const { from, removed, added } = difference(
    paragraphs,
    document.paragraphs,
    document.alikeSince(previous.revision),
  );
  if (removed.length > RENEWED || added.length > RENEWED) return false;
  // Where a part begins in a line that is gone, nobody can tell where it begins now.
  if (removed.length !== added.length && beginsAmong(previous.places, from, removed.length)) return false;
  if (!samePlaces(moved(previous.places, from + removed.length, added.length - removed.length), places))
    return false;
  const isApart = (p: Paragraph) =>
    p.fact(solicitations).length === 0 &&
    p.fact(nameLine).length === 0 &&
    !p.fact(readings).some((reading) => mayCount(reading, 'body')) &&
    p.fact(machineStrings).length === 0 &&
    p.fact(sownMarks).length === 0 &&
    p.fact(insets).length === 0 &&
    p.fact(searchTerms).length === 0 &&
    !headsList(p) &&
    !TITLE_OF_TEXT.test(p.content) &&
    !names.some((name) => p.text.includes(name));
  const isBody = (of: Places) => (p: Paragraph, i: number) => placeAt(of, from + i) === 'body' && isApart(p);
  // A line that comes or goes in a list of attachments parts those below it from their head, or joins them to it.
  const at = document.paragraphs[from];
  if (at && (isInList(document, at) || isBehindAdvert(previous, document, at))) return false;
  if (removed.every(isEmptyLine) !== added.every(isEmptyLine)) return false;
  if (!removed.every(isBody(previous.places)) || !added.every(isBody(places))) return false;
  spliceArray(paragraphs, from, removed.length, added);
  previous.revision = document.revision;
  previous.places = places;
  return true;
}

/** Whether a line follows a leftover: it may be one of the titles that this lists. */
function isBehindAdvert(previous: Built, document: Document, at: Paragraph): boolean {
  const before = neighbour(document, at, -1);
  return (
    before !== undefined &&
    (previous
      .byParagraph()
      .get(before)
      ?.some(({ whole }) => whole) ??
      false)
  );
}

/** Lines and stretches whose words solicit, and lines that repeat; with whom they name. */
function addSolicitations({ document, place, lines, stretches }: Gathered, names: Names): void {
  const inside: { paragraph: Paragraph; solicitation: Solicitation }[] = [];
  for (const paragraph of document.paragraphsWith(solicitations)) {
    const list = paragraph.fact(solicitations);
    const whole = isSoliciting(paragraph, list, place(paragraph) === 'cover');
    const found = whole ? list : list.filter((s) => s.score >= STRETCH);
    for (const name of found.flatMap((solicitation) => solicitation.names)) names.set(name, paragraph);
    if (whole)
      lines.set(
        paragraph,
        wholeLine(paragraph, { by: 'words', found: list }, !list.every(isAccount) && !holdsUntold(paragraph)),
      );
    else inside.push(...found.map((solicitation) => ({ paragraph, solicitation })));
  }
  const weak = document.paragraphsWith(solicitations).filter((p) => !lines.has(p) && isWeak(p));
  for (const { name, list } of repeatedNames(document, place, weak, names)) {
    if (list.some((p) => lines.has(p))) continue;
    names.set(name, list[0]!);
    for (const p of list) lines.set(p, wholeLine(p, { by: 'repeats', count: list.length }, false));
  }
  // With all names known, a stretch that the author's sentence runs into can be cut at the name.
  for (const { paragraph, solicitation } of inside) {
    if (!lines.has(paragraph) && !isContactGiven(paragraph.text, solicitation))
      stretches.push(stretch(paragraph, solicitation, names));
  }
}

/** 工作QQ群：12345678: an account and nothing that offers anything may be the author's own. */
const isAccount = ({ signals }: Solicitation) =>
  signals.every(({ closed, entry: { word } }) => closed && !/^(?:免费|加|添加)/.test(word));

/** A stretch inside a line; where the author's sentence runs into it, it begins at the name, if that is known. */
function stretch(paragraph: Paragraph, s: Solicitation, names: Names): Advert {
  const advert: Advert = {
    paragraph,
    start: s.start,
    end: s.end,
    whole: false,
    side: 'advert',
    reason: { by: 'words', found: [s] },
    certain: standsApart(paragraph, s) || ACCOUNT_UNIT.isIn(paragraph.text, s.start, s.end),
  };
  if (s.lead <= LEAD) return advert;
  for (const name of names.keys()) {
    const at = paragraph.text.indexOf(name, s.start + 1);
    // 请关注公众号“笔尖乡村”: the quotation is part of what names it.
    if (at >= 0 && at < s.end && !QUOTES.at(paragraph.text, at - 1)) return { ...advert, start: at };
  }
  return { ...advert, certain: false };
}

/** Whether a bracket holds a stretch, or sentences of its own: 这次，小编给大家带来图解，大家… is a clause of what somebody writes. */
function standsApart({ text, contentStart, contentEnd }: Paragraph, { start, end }: Range): boolean {
  if (isBracket(text, start)) return true;
  const begins = start <= contentStart || UTTERANCE_STOPS.at(text, start - 1);
  return begins && (end >= contentEnd || UTTERANCE_STOPS.at(text, end - 1) || UTTERANCE_STOPS.at(text, end));
}

const QUOTES = new Characters('“「【《');

/** What an account has. */
const ACCOUNT_UNIT = new Characters(DIGITS, LETTERS);

/** Strings that no one types. */
function addMachineStrings({ document, lines, stretches }: Gathered): void {
  const reason = { by: 'garbage' } as const;
  for (const paragraph of document.paragraphsWith(machineStrings)) {
    if (lines.has(paragraph)) continue;
    for (const { start, end } of paragraph.fact(machineStrings)) {
      if (start <= paragraph.contentStart && end >= paragraph.contentEnd)
        lines.set(paragraph, wholeLine(paragraph, reason, true, 'page'));
      else stretches.push({ paragraph, start, end, whole: false, side: 'page', reason, certain: true });
    }
  }
}

/** Marks that a site has sown between the characters of a text, and lines of its own that it has set into one. */
function addSown(gathered: Gathered): void {
  const { document, stretches } = gathered;
  // The first and last of these characters may be the author's.
  for (const paragraph of document.paragraphsWith(sownMarks))
    addWithin(gathered, paragraph, sownMarks, paragraph.fact(machineStrings), { by: 'sown' });
  for (const paragraph of document.paragraphsWith(insets)) {
    const known = stretches.filter((s) => s.paragraph === paragraph);
    addWithin(gathered, paragraph, insets, known, { by: 'inset' });
  }
  for (const paragraph of document.paragraphsWith(searchTerms)) {
    const known = stretches.filter((s) => s.paragraph === paragraph);
    addWithin(gathered, paragraph, searchTerms, known, { by: 'search' });
  }
}

/** Stretches of a line that is no advert, but for those that are known. */
function addWithin(
  { lines, stretches }: Gathered,
  paragraph: Paragraph,
  fact: Fact<readonly Range[]>,
  known: readonly Range[],
  reason: Advert['reason'],
): void {
  if (lines.has(paragraph)) return;
  const isKnown = overlapWith(known);
  for (const { start, end } of paragraph.fact(fact))
    if (!isKnown({ start, end }))
      stretches.push({
        paragraph,
        start,
        end,
        whole: false,
        // What is set into a sentence is the page's, unless it offers something.
        side: reason.by === 'search' ? 'advert' : 'page',
        reason,
        certain: false,
      });
}

/**
 * Lines that are adverts by the company they keep: on the cover all between two adverts, elsewhere what stands directly
 * at an advert and is only a date or carries a signal too weak by itself.
 */
function addAmong(gathered: Gathered): void {
  addSlogans(gathered);
  for (const line of [...gathered.lines.keys()]) {
    addBeside(gathered, line, 1);
    addBeside(gathered, line, -1);
  }
}

/** Lines of a few words between the adverts on the cover. */
function addSlogans({ document, place, lines }: Gathered): void {
  const cover = [...lines.keys()].filter((p) => place(p) === 'cover').map((p) => p.index);
  for (let i = Math.min(...cover) + 1; i < Math.max(...cover); i++) {
    const p = document.paragraphs[i]!;
    // What closes with a full stop is said by the text that the adverts stand in.
    if (!p.blank && !lines.has(p) && isSlogan(p) && !CLOSED.test(p.content))
      lines.set(p, wholeLine(p, { by: 'neighbours', as: 'slogan' }, false));
  }
}

/** Dates and weak signals on one side of an advert, one after the other. */
function addBeside({ document, place, lines }: Gathered, line: Paragraph, step: 1 | -1): void {
  for (let p = neighbour(document, line, step); p && !lines.has(p); p = neighbour(document, p, step)) {
    if (place(p) === 'body') return;
    const date = isBareDate(p);
    if (!date && !isWeak(p) && !isBetween(document, p, lines)) return;
    // Behind the text a date may be that of the document.
    const certain = date && place(p) !== 'tail';
    lines.set(p, wholeLine(p, { by: 'neighbours', as: date ? 'date' : 'line' }, certain));
  }
}

/** 相关文章：, 您可能感兴趣的：: what a page lists other texts under. */
const LISTS_OTHERS = new RegExp(
  `^.{0,6}${anyOf('相关 推荐 热门 感兴趣 猜你(?:还|可能)? 延伸 拓展 往期 更多')}[^，。；]{0,6}${anyOf('文章 阅读 推荐 范文 文档 喜欢 回顾 内容 想看 在看')}[】]?[：:]?$`,
);
const KINDS_OF_TEXTS =
  '总结 报告 讲话稿? 发言稿? 计划 方案 体会 致辞 主持词 材料 汇报 倡议书 演讲稿 党课 述职';
/** ·学校安全工作总结, 述职报告（最新）: the title of a text. */
const TITLE_OF_TEXT = new RegExp(
  `^[·•●\\d、.．\\s-]{0,4}[^，。；：！？]{4,40}${anyOf(KINDS_OF_TEXTS)}(?:[（(][^（）()]{1,10}[）)])?$`,
);
const MOST_OTHERS = 20;

/** The titles of other texts below the heading of their list. */
function addListed({ document, place, lines }: Gathered): void {
  for (const line of [...lines.keys()]) {
    if (place(line) === 'body' || !LISTS_OTHERS.test(line.content)) continue;
    const titles: Paragraph[] = [];
    for (
      let p = neighbour(document, line, 1);
      p && titles.length < MOST_OTHERS;
      p = neighbour(document, p, 1)
    ) {
      if (lines.has(p)) continue;
      if (!TITLE_OF_TEXT.test(p.content)) break;
      titles.push(p);
    }
    // Above the text the last of them is its own.
    if (place(line) !== 'tail') titles.pop();
    for (const p of titles) lines.set(p, wholeLine(p, { by: 'neighbours', as: 'line' }, false, 'page'));
  }
}

/** 领导讲话 >> 局办讲话, and 局办讲话 on a line of its own: the heading of the column that the path above leads to. */
function addCrumbs({ document, place, lines }: Gathered): void {
  for (const line of [...lines.keys()]) {
    const column = COLUMN.exec(line.content)?.[1];
    const next = column === undefined || place(line) === 'body' ? undefined : neighbour(document, line, 1);
    if (next && !lines.has(next) && next.content === column)
      lines.set(next, wholeLine(next, { by: 'neighbours', as: 'line' }, false, 'page'));
  }
}
/** What a path ends in that is too short for a title. */
const COLUMN = /[>›»]\s{0,3}([^\s>›»]{2,6})$/;

/** A line of a few words behind the text, with leftovers on both sides. */
function isBetween(document: Document, paragraph: Paragraph, lines: ReadonlyMap<Paragraph, Advert>): boolean {
  if (!isSlogan(paragraph) || CLOSED.test(paragraph.content)) return false;
  const before = neighbour(document, paragraph, -1);
  const behind = neighbour(document, paragraph, 1);
  return before !== undefined && behind !== undefined && lines.has(before) && lines.has(behind);
}

const CLOSED = /[。；]$/;

/** Whether the title of the text is known: else one of the lines of the cover may be it. */
const isEntitled = (document: Document, { begin }: Places) =>
  begin >= 0 && document.model(layout).salutation?.index !== begin;

/** Whether the advert says so itself: what stands between two of these is no part of a page that frames the title. */
const speaksOut = ({ certain, reason: { by } }: Advert) => certain && (by === 'words' || by === 'name');

/** Runs of lines with an advert among them are blocks; parts of the page are told of one by one. */
function arrange(
  { document, place, lines, stretches }: Gathered,
  entitled: boolean,
): Pick<Adverts, 'blocks' | 'single'> {
  const blocks: Advert[][] = [];
  const single: Advert[] = [...stretches];
  let run: Advert[] = [];
  const close = () => {
    const [first, last] = [run[0], run[run.length - 1]];
    // On the cover of a text whose title is known nothing of the author's stands between two adverts.
    if (entitled && first && last && speaksOut(first) && speaksOut(last) && place(last.paragraph) === 'cover')
      run = run.map((line) => ({ ...line, certain: true }));
    if (run.length > 1 && run.some(({ side }) => side === 'advert')) blocks.push(run);
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
