/** The list that a declared count announces, found by the place of the count and by what it and the members say (`announcements.ts`). */
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { ShortList } from '../text/characters.ts';
import { wordsOf } from '../text/pattern.ts';
import { wideTextOf } from '../text/wide.ts';
import {
  announcesStraight,
  announcesWithTail,
  anotherFits,
  asksToFollow,
  goesOnWithout,
  headingEndsWith,
  headingOpensWith,
  isName,
  numbers,
  promises,
  quotesOnly,
  repeats,
  speaksGenerally,
  TAIL,
  tellsOf,
  titles,
  totals,
} from './announcements.ts';
import { dashList, signOf } from './dash-lists.ts';
import { type DeclaredCount, declaredCounts, FORE } from './declared-counts.ts';
import { FAR_OFF, type Listing, listing } from './listing.ts';
import { wordsBegin } from './marks/draft.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import { structure } from './structure.ts';
import { leadsWithThese, sumsUp } from './these.ts';
import { alikeList, captionedList, headedList, LINES, titledList } from './titled-lists.ts';
import { lastUpTo, memberBefore, type Series, type Structure } from './tree.ts';

/** So many lines ahead, blank ones, a list may begin. */
const AHEAD = 3;

/** So many lines ahead, text among them, a list may begin whose members name what is counted. */
const BELOW = 5;
/** So many lines ahead the parts of a speech may begin whose number its opening says. */
const PARTS_BELOW = 12;
/** The farthest that any count looks for a list that has not been found. */
export const FARTHEST = Math.max(PARTS_BELOW, LINES);

/** Finds the lists around a place. */
export class Lists {
  readonly #document: Document;
  readonly #structure: Structure;

  constructor(document: Document) {
    this.#document = document;
    this.#structure = document.model(structure);
  }

  /** The list that the count announces. */
  after(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const found =
      this.#straightBehind(paragraph, count) ??
      this.#leavesBelow(paragraph, count) ??
      this.#underHeading(paragraph, count) ??
      this.#furtherOn(paragraph, count) ??
      this.#dashesBehind(paragraph, count) ??
      this.#titledBelow(paragraph, count) ??
      this.#alikeBelow(paragraph, count) ??
      this.#headsBelow(paragraph, count) ??
      this.#partsBelow(paragraph, count) ??
      this.#pastText(paragraph, count);
    return found && (found.named || !count.things) && !sumsUp(paragraph, count, found.named)
      ? found
      : undefined;
  }

  /** The list that begins straight after the count's sentence, if the count speaks of it. */
  #straightBehind(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const next = this.#startingAt(paragraph, count.leadsTo);
    if (next?.first.mark.value !== 1 || goesOnWithout(next, count)) return undefined;
    if (anotherFits(paragraph, count, next)) return undefined;
    // 首先，…。下面，…。最后，…, 首先，进行第一项: the others are told in other words.
    if (next.kind === 'first-next' && (next.members[1]?.mark.value ?? 0) === 0) return undefined;
    const named = repeats(next, count);
    if (isName(count)) return named ? listing(next, named) : undefined;
    if (named || count.points === 'ahead' || numbers(next, count) || titles(paragraph, count, next))
      return listing(next, named);
    if (next.kind === 'sides') return undefined;
    if (count.quoted) return quotesOnly(paragraph, count, next) ? listing(next, false) : undefined;
    if (announcesStraight(paragraph, count, next) || headingEndsWith(paragraph, count, next))
      return listing(next, false);
    if (
      announcesWithTail(paragraph, count, next) ||
      asksToFollow(paragraph, count, next) ||
      tellsOf(paragraph, count, next) ||
      totals(paragraph, count, next) ||
      headingOpensWith(paragraph, count, next) ||
      (leadsWithThese(paragraph.text, paragraph.contentStart, count) && speaksGenerally(count))
    )
      return { ...listing(next, false), sure: false };
    return undefined;
  }

  /** 四个方面的问题，制定措施11条。 over （一） to （四）, each with 1. 2. 3.: the other number is that of the list, this one of all below it. */
  #leavesBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const next = this.#startingAt(paragraph, count.leadsTo);
    if (!next?.first.mark.lead || !/^[条项个件]$/.test(count.measure)) return undefined;
    const beside = paragraph
      .fact(declaredCounts)
      .some(({ value, sentenceEnd }) => sentenceEnd === count.sentenceEnd && value === next.members.length);
    if (!beside || count.value === next.members.length) return undefined;
    const lists = next.members.flatMap(({ children }) => children);
    const single = next.members.every(({ children: [list, other] }) => list?.first.mark.lead && !other);
    const members = lists.flatMap((list) => list.members);
    if (!single || Math.abs(members.length - count.value) > FAR_OFF) return undefined;
    return { ...listing(next, false), members, sure: false };
  }

  /** A heading that states the number: 二、打好四场攻坚战, with 一要打好…攻坚战 … under it. */
  #underHeading(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (!count.inHeading || count.general) return undefined;
    // The heading is the outermost member around that begins this paragraph.
    let member = memberBefore(this.#structure, paragraph.start + count.start);
    while (member && !(member.paragraph === paragraph && member.mark.lead)) member = member.series.parent;
    const list = member?.children.find((s) => s.members.length > 1 && repeats(s, count));
    return list && listing(list, true);
  }

  /** 打好“五大攻坚战”。重点抓好以下工作：, and each member names an 攻坚战: other sentences stand between. */
  #furtherOn(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (count.general || count.noun.length < 2) return undefined;
    const first = paragraph.fact(seriesMarks).find((mark) => mark.start >= count.end);
    const at = first?.value === 1 ? first.start : first ? -1 : paragraph.contentEnd;
    if (at < 0 || at - count.end > FORE || CONTRASTS.isIn(wideTextOf(paragraph), count.end, at))
      return undefined;
    const next =
      this.#startingAt(paragraph, at) ?? (at === paragraph.contentEnd ? this.#below(paragraph) : undefined);
    if (next?.first.mark.value !== 1 || next.members.length < 2 || !repeats(next, count)) return undefined;
    if (anotherFits(paragraph, count, next)) return undefined;
    return listing(next, true);
  }

  /** 坚持五个并重。 and two lines that say how earnestly, above 一是坚持城乡并重: the first list below, past lines of text. */
  #below({ index }: Paragraph): Series | undefined {
    const { paragraphs } = this.#document;
    for (let i = index + 1; i < paragraphs.length && i <= index + BELOW; i++) {
      const line = paragraphs[i]!;
      if (line.fact(seriesMarks).length > 0) return this.#beginningAt(line.start + wordsBegin(line));
    }
    return undefined;
  }

  /** 把握好三个方面。 over paragraphs that begin with ——. */
  #dashesBehind(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (count.leadsTo !== paragraph.contentEnd) return undefined;
    // ——串联采摘基地8个。: an item of the list itself.
    if (signOf(paragraph) !== undefined) return undefined;
    const list = dashList(this.#document, paragraph, AHEAD);
    // ——学习有感 below the title: a list of one is none.
    if (!list || list.series.members.length === 1) return undefined;
    const named = repeats(list.series, count);
    const tail = count.sentenceEnd - 1 - count.end;
    if (!named && count.points !== 'ahead' && tail > (speaksGenerally(count) ? TAIL : 0)) return undefined;
    // “五个坚持”： what it is called after stands in each of them, or others follow.
    if (count.quoted && !named) return undefined;
    return { ...listing(list.series, false), sure: false, whole: list.whole };
  }

  /** 二、做到“四个到位” over paragraphs that begin 认识要到位。; 实施三大行动。 over lines like 产业跃升行动, each with text below it. */
  #titledBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const { general, noun, inHeading, leadsTo, value } = count;
    if (general || !(inHeading || leadsTo === paragraph.contentEnd)) return undefined;
    if (noun.length < 2 && !isQuotedWord(wideTextOf(paragraph), count)) return undefined;
    const list = titledList(this.#document, paragraph, noun);
    if (list && (inHeading || Math.abs(list.members.length - value) <= FAR_OFF))
      return { ...listing(list, true), sure: inHeading && list.members.length > 2 };
    const captions = captionedList(this.#document, paragraph, noun);
    if (!captions || Math.abs(captions.members.length - value) > FAR_OFF) return undefined;
    return { ...listing(captions, true), sure: false };
  }

  /** 提出以下三点要求： over paragraphs that begin 各单位要…. */
  #alikeBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (!isPromisedBelow(paragraph, count)) return undefined;
    const list = alikeList(this.#document, paragraph);
    return list && { ...listing(list, false), sure: false };
  }

  /** 主要做了以下三项工作： over lines like 抓改革，激活动能, each with text below it. */
  #headsBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (!isPromisedBelow(paragraph, count)) return undefined;
    const list = headedList(this.#document, paragraph);
    if (!list || Math.abs(list.members.length - count.value) > FAR_OFF) return undefined;
    return { ...listing(list, false), sure: false };
  }

  /** 我讲四点意见。去年的情况，…, some lines of text, and 一、: the parts of the speech, if nothing between them is listed or announced. */
  #partsBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const { index } = paragraph;
    if (
      count.points !== 'ahead' ||
      !isOfSpeech(wideTextOf(paragraph), count) ||
      paragraph.fact(seriesMarks).length > 0
    )
      return undefined;
    const { paragraphs } = this.#document;
    for (let i = index + 1; i < paragraphs.length && i <= index + PARTS_BELOW; i++) {
      const line = paragraphs[i]!;
      if (line.fact(seriesMarks).length > 0) {
        const series = this.#beginningAt(line.start + wordsBegin(line));
        return series && isOfParts(series, count) ? { ...listing(series, false), sure: false } : undefined;
      }
      if (line.fact(declaredCounts).some(({ points }) => points !== 'none')) return undefined;
    }
    return undefined;
  }

  /** 要从三个方面破难。 and what has led to it, above 第一，…: the list below, where nothing between is counted or listed and it has nearly so many. */
  #pastText(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const { index } = paragraph;
    if (!promises(paragraph, count)) return undefined;
    const { paragraphs } = this.#document;
    const end = Math.min(paragraphs.length, index + PARTS_BELOW);
    for (let i = index + 1, texts = 0; i < end && texts <= TEXTS; i++) {
      const line = paragraphs[i]!;
      if (line.blank) continue;
      if (line.fact(seriesMarks).length > 0) {
        const series = this.#beginningAt(line.start + wordsBegin(line));
        return series && isPromised(series, count) ? { ...listing(series, false), sure: false } : undefined;
      }
      if (line.fact(declaredCounts).length > 0) return undefined;
      texts++;
    }
    return undefined;
  }

  /** The series whose first mark stands at the offset or, at the paragraph's end, leads the next one with text. */
  #startingAt(paragraph: Paragraph, offset: number): Series | undefined {
    if (offset < 0) return undefined;
    if (offset < paragraph.contentEnd) return this.#beginningAt(paragraph.start + offset);
    const { paragraphs } = this.#document;
    for (let i = paragraph.index + 1; i < paragraphs.length && i <= paragraph.index + AHEAD; i++) {
      const next = paragraphs[i]!;
      if (!next.blank) return this.#beginningAt(next.start + wordsBegin(next));
    }
    return undefined;
  }

  #beginningAt(offset: number): Series | undefined {
    const series = lastUpTo(this.#structure.series, offset, (s) => s.first.start);
    return series?.first.start === offset ? series : undefined;
  }
}

/** 用好四个“快”, “三个一”行动: a word of one character that is quoted. */
const isQuotedWord = (text: string, { quoted, numberEnd, measure }: DeclaredCount) =>
  quoted || text[numberEnd + measure.length] === '“';

/** 我讲三点意见, 提几点要求: what a speaker is going to say. */
const isOfSpeech = (text: string, { start, noun, measure }: DeclaredCount) =>
  (measure === '点' || measure === '个方面' || SPOKEN.isAt(noun, 0)) &&
  SPEAKS.test(text.slice(Math.max(0, start - 6), start));
const SPOKEN = new ShortList(wordsOf('意见 要求 建议 想法 看法 体会 希望 问题'));
const SPEAKS = /[讲谈提说](?:出|以下|如下)?$|强调(?:以下)?$/;

/** 一、 二、 三、, each a heading of its own that stands below nothing. */
function isOfParts({ first, parent, kind, members }: Series, { value }: DeclaredCount): boolean {
  return (
    kind === 'han' &&
    first.mark.lead &&
    first.mark.value === 1 &&
    parent === undefined &&
    members.length > 1 &&
    Math.abs(members.length - value) <= FAR_OFF
  );
}

/** 提出以下三点要求：, 主要做了三项工作。: a general number at the end of its paragraph, of what the lines below it tell. */
const isPromisedBelow = (paragraph: Paragraph, count: DeclaredCount): boolean =>
  count.leadsTo === paragraph.contentEnd &&
  speaksGenerally(count) &&
  (count.points === 'ahead' || promises(paragraph, count));

/** So many lines of text may stand between a number and its list. */
const TEXTS = 1;

/** 第一 or 一是 at the heads of paragraphs, nearly so many. */
function isPromised({ first, members, kind }: Series, { value }: DeclaredCount): boolean {
  return (
    first.mark.lead &&
    first.mark.value === 1 &&
    kind !== 'sides' &&
    !isStructural(kind) &&
    members.length > 1 &&
    Math.abs(members.length - value) <= FAR_OFF
  );
}

/** 安排了三场。我们面临的又何止是三场？: what follows is another list. */
const CONTRASTS = new ShortList(wordsOf('何止 不止 岂止 远不 不只 不仅 其中 但 却 ？'));
