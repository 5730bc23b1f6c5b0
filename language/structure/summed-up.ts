/** The list that a declared count sums up: 以上三点, 这三个方面的问题, the marks and lines before it. */
import type { Document } from '../../engine/document.ts';
import { lowerBound } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { STATEMENT_STOPS } from '../text/bounds.ts';
import { Characters } from '../text/characters.ts';
import { wideTextOf } from '../text/wide.ts';
import { isName, repeats, speaksGenerally } from './announcements.ts';
import { dashListAbove } from './dash-lists.ts';
import type { DeclaredCount } from './declared-counts.ts';
import { FAR_OFF, type Listing, listing } from './listing.ts';
import { isStructural } from './series-marks.ts';
import { structure } from './structure.ts';
import { LINES } from './titled-lists.ts';
import { type Member, memberBefore, type Series, type Structure } from './tree.ts';

/** What stands before a count: see `#toldBefore`. */
interface Told {
  readonly at: number;
  readonly last: Member | undefined;
  readonly heading: Member | undefined;
}

/** Finds the lists before a place. */
export class ListsBefore {
  readonly #document: Document;
  readonly #structure: Structure;

  constructor(document: Document) {
    this.#document = document;
    this.#structure = document.model(structure);
  }

  /** The list that 以上三点 or 这“三早” sums up: one that ended before it, or that it stands in. */
  of(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const found = this.#summedUp(paragraph, count);
    return found && isName(count) && !repeats(found.series, count) ? undefined : found;
  }

  /** Whether a member is a heading and the paragraph the first with text below it. */
  #isRightBelow({ paragraph: heading, mark }: Member, paragraph: Paragraph): boolean {
    if (heading === paragraph || !mark.lead || !isStructural(mark.kind)) return false;
    if (heading.content.length > HEADING || /[。；：，]$/.test(heading.content.trimEnd())) return false;
    return this.#document.lineBefore(paragraph) === heading;
  }

  /** The last member that ends before the offset. */
  #memberBefore(at: number): Member | undefined {
    return at > 0 ? memberBefore(this.#structure, at - 1) : undefined;
  }

  /**
   * What stands before 以上三点: `last`, the last member before `at`, and `heading`, the one that the paragraph begins the text of,
   * if it does. 四、建议 针对以上三个问题，…: that heading has told nothing yet, and what the one before it has under it is meant.
   */
  #toldBefore(paragraph: Paragraph, count: DeclaredCount): Told {
    const at = paragraph.start + count.start;
    let last = this.#memberBefore(at);
    // 第三条 上述四类人员: what its own number belongs to is not what it sums up.
    if (last?.paragraph === paragraph && last.mark.lead && isStructural(last.mark.kind))
      last = this.#memberBefore(paragraph.start);
    return last && this.#isRightBelow(last, paragraph)
      ? { at: last.start, last: this.#memberBefore(last.start), heading: last }
      : { at, last, heading: undefined };
  }

  #summedUp(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const { at, last, heading } = this.#toldBefore(paragraph, count);
    const bare = heading && standsBare(heading.series) ? heading.series : undefined;
    // 以上两项均…, straight below items without text: the last of them is none that it begins the text of.
    const below = bare && OPENS_BACK.test(wideTextOf(paragraph).slice(paragraph.contentStart, count.start));
    if (below && bare.last === heading && Math.abs(bare.members.length - count.value) <= FAR_OFF)
      return listing(bare, false);
    for (let m = last; m; m = m.series.parent) {
      const { members } = m.series;
      const told = lowerBound(members, at, ({ start }) => start);
      if (told === count.value) return { ...listing(m.series, false), members: members.slice(0, told) };
    }
    const sure = this.#dashesAbove(paragraph, count) ?? namedByAll(heading ?? last, at, count);
    if (sure) return sure;
    return this.#nearest(paragraph, count, { at, last, heading }, bare);
  }

  /** The list nearest above, whose number the count has wrong. @param bare headings without text, if the paragraph stands below these */
  #nearest(
    paragraph: Paragraph,
    count: DeclaredCount,
    { at, last, heading }: Told,
    bare: Series | undefined,
  ): Listing | undefined {
    // Where a number is far off, what it sums up was told otherwise.
    const nearest = bare ?? last?.series;
    if (!nearest || Math.abs(nearest.members.length - count.value) > FAR_OFF)
      return this.#closing(paragraph, count, last);
    if (bare) return listing(bare, false);
    if (heading) {
      const list = last!.series;
      const isOfHeadings = list.parent?.series === heading.series && list.members.length > 1;
      return isOfHeadings ? listing(list, false) : undefined;
    }
    // The innermost is meant if it has ended, and the count follows it closely.
    if (paragraph.index - last!.paragraph.index > 1) return this.#closing(paragraph, count, last);
    if (isOfThoseBefore(paragraph, count, last!)) return undefined;
    return last!.series.last.start < at ? listing(last!.series, false) : undefined;
  }

  /** 以上三条原则， straight below paragraphs that begin with ——. */
  #dashesAbove(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (!(speaksGenerally(count) || POINTS.at(count.measure, 0))) return undefined;
    if (count.start - paragraph.contentStart > OPENING) return undefined;
    const series = dashListAbove(this.#document, paragraph, LINES);
    if (!series || Math.abs(series.members.length - count.value) > FAR_OFF) return undefined;
    return { ...listing(series, false), sure: false };
  }

  /** The parts of a speech that 以上三点意见 at the head of its last paragraphs sums up, texts below each; not where any list within them has that number. */
  #closing(paragraph: Paragraph, count: DeclaredCount, last: Member | undefined): Listing | undefined {
    const { text, contentStart } = paragraph;
    const opening = text.slice(contentStart, count.start);
    if (!last || !speaksGenerally(count) || !CLOSES.test(opening)) return undefined;
    let top = last;
    while (top.series.parent) top = top.series.parent;
    const { series } = top;
    // 三、保障措施 针对上述四项任务，…: the parts of the one before it.
    if (ABOUT.test(opening) && ARRANGES.test(top.paragraph.content)) return undefined;
    if (!isStructural(top.mark.kind) || series.last !== top || series.members.length < 2) return undefined;
    if (Math.abs(series.members.length - count.value) > FAR_OFF) return undefined;
    const within = this.#structure.series.some(
      ({ first, members }) => first.start > series.first.start && members.length === count.value,
    );
    return within ? undefined : listing(series, false);
  }
}

/** 围绕以上四个“聚焦” behind （一）聚焦… to （五）聚焦…: each member is what is counted. */
function namedByAll(last: Member | undefined, at: number, count: DeclaredCount): Listing | undefined {
  for (let m = last; m; m = m.series.parent) {
    const { series } = m;
    if (series.last.start >= at || Math.abs(series.members.length - count.value) > FAR_OFF) continue;
    if (repeats(series, count)) return listing(series, true);
  }
  return undefined;
}

/** 以上四项活动: whatever they are called. */
const POINTS = new Characters('项条点');
/** 以上三条原则, 对以上三条原则: a number stands so near to where its paragraph begins. */
const OPENING = 4;

/** 三是联合用药，即同时服用上述两类药物: what the last member says of those before it. */
const isOfThoseBefore = (paragraph: Paragraph, { start, value }: DeclaredCount, last: Member): boolean =>
  last.paragraph === paragraph &&
  value === last.mark.value - 1 &&
  STATEMENT_STOPS.next(paragraph.text, last.mark.end, start) === start;

/** 以上三点意见，…: how the speaker closes. */
const CLOSES = /^(?:同志们，|各位[^，]{0,4}，)?(?:以上|(?:针对|围绕|对)(?:以上|上述))$/;
/** 针对上述四项任务，… */
const ABOUT = /^[针围对]/;
/** What follows tasks: how they are seen to. */
const ARRANGES = /保障|组织|领导|要求|步骤|实施|安排|建议|对策|打算/;

const OPENS_BACK = /^(?:以上|上述|前述)$/;

/** 一、… 二、… 三、… with nothing between them: no text below any. */
function standsBare({ members }: Series): boolean {
  return (
    members.length > 1 &&
    members.every(({ paragraph }, i) => i === 0 || paragraph.index === members[i - 1]!.paragraph.index + 1)
  );
}

/** Longer than a heading, number and all. */
const HEADING = 40;
