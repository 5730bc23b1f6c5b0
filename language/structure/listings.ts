/**
 * The list that a declared count speaks of, found by the place of the count and by what the members say. Longer than other files: most of
 * it is the questions that one search asks of the words around a count, each a few lines with its example.
 */
import type { Document } from '../../engine/document.ts';
import { lowerBound } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../text/bounds.ts';
import { Characters, lastOf, ShortList } from '../text/characters.ts';
import { wordsOf } from '../text/pattern.ts';
import { dashList } from './dash-lists.ts';
import { type DeclaredCount, declaredCounts, FORE } from './declared-counts.ts';
import { wordsBegin } from './marks/draft.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import { structure } from './structure.ts';
import { titledList } from './titled-lists.ts';
import { lastUpTo, type Member, memberBefore, type Series, type Structure } from './tree.ts';

/** A list as a count sees it. */
export interface Listing {
  readonly series: Series;
  /** Those it counts: 以上两项 between the second and the third speaks of two. */
  readonly members: readonly Member[];
  /** The place leaves no doubt that this list is meant. */
  readonly sure: boolean;
  /** It is plain where the list ends. */
  readonly whole: boolean;
  /** Each member names the things: 四场攻坚战, 一要打好…攻坚战. */
  readonly named: boolean;
}

/** So many lines ahead, blank ones, a list may begin. */
export const AHEAD = 3;

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
      this.#underHeading(paragraph, count) ??
      this.#furtherOn(paragraph, count) ??
      this.#dashesBehind(paragraph, count) ??
      this.#titledBelow(paragraph, count);
    return found && !sumsUp(paragraph, count) ? found : undefined;
  }

  /** The list that begins straight after the count's sentence, if the count speaks of it. */
  #straightBehind(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    const next = this.#startingAt(paragraph, count.leadsTo);
    if (next?.first.mark.value !== 1 || goesOnWithout(next, count)) return undefined;
    // 首先，…。下面，…。最后，…, 首先，进行第一项: the others are told in other words.
    if (next.kind === 'first-next' && (next.members[1]?.mark.value ?? 0) === 0) return undefined;
    const named = repeats(next, count);
    if (named || count.points === 'ahead' || numbers(next, count) || titles(paragraph, count, next))
      return listing(next, named);
    if (next.kind === 'sides') return undefined;
    if (count.quoted) return quotesOnly(paragraph, count, next) ? listing(next, false) : undefined;
    if (announcesStraight(paragraph, count, next) || headingEndsWith(paragraph, count, next))
      return listing(next, false);
    if (
      announcesWithTail(paragraph, count, next) ||
      tellsOf(paragraph, count, next) ||
      totals(paragraph, count, next) ||
      headingOpensWith(paragraph, count, next) ||
      (opensWithThese(paragraph.text, count.start, paragraph.contentStart) &&
        announcesThese(paragraph.text, count.sentenceEnd) &&
        speaksGenerally(count))
    )
      return { ...listing(next, false), sure: false };
    return undefined;
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
    if (at < 0 || at - count.end > FORE || CONTRASTS.isIn(paragraph.text, count.end, at)) return undefined;
    const next = this.#startingAt(paragraph, at);
    if (next?.first.mark.value !== 1 || next.members.length < 2 || !repeats(next, count)) return undefined;
    return listing(next, true);
  }

  /** 把握好三个方面。 over paragraphs that begin with ——. */
  #dashesBehind(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (count.leadsTo !== paragraph.contentEnd || count.quoted) return undefined;
    // ——串联采摘基地8个。: an item of the list itself.
    if (paragraph.text.startsWith('——', paragraph.contentStart)) return undefined;
    const tail = count.sentenceEnd - 1 - count.end;
    if (count.points !== 'ahead' && tail > (speaksGenerally(count) ? TAIL : 0)) return undefined;
    const list = dashList(this.#document, paragraph, AHEAD);
    return list && { ...listing(list.series, false), sure: false, whole: list.whole };
  }

  /** 二、做到“四个到位” over paragraphs that begin 认识要到位。. */
  #titledBelow(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    if (!count.inHeading || count.general || count.noun.length < 2) return undefined;
    const list = titledList(this.#document, paragraph, count.noun);
    return list && { ...listing(list, true), sure: list.members.length > 2 };
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

  /** Whether a member is a heading and the paragraph the first with text below it. */
  #isRightBelow({ paragraph: heading, mark }: Member, paragraph: Paragraph): boolean {
    const { paragraphs } = this.#document;
    if (heading === paragraph || !mark.lead || !isStructural(mark.kind)) return false;
    if (heading.content.length > HEADING || /[。；：，]$/.test(heading.content.trimEnd())) return false;
    let above = paragraph.index - 1;
    while (paragraphs[above]!.blank) above--;
    return paragraphs[above] === heading;
  }

  /** The list that 以上三点 sums up: one that ended before it, or that it stands in. */
  before(paragraph: Paragraph, count: DeclaredCount): Listing | undefined {
    let at = paragraph.start + count.start;
    let last = memberBefore(this.#structure, at - 1);
    // 第三条 上述四类人员: what its own number belongs to is not what it sums up.
    if (last?.paragraph === paragraph && last.mark.lead && isStructural(last.mark.kind))
      last = paragraph.start > 0 ? memberBefore(this.#structure, paragraph.start - 1) : undefined;
    // 四、建议 针对以上三个问题，…: the heading just above has told nothing yet; what the one before it has under it is meant.
    const heading = last && this.#isRightBelow(last, paragraph) ? last : undefined;
    if (heading) {
      at = heading.start;
      last = heading.start > 0 ? memberBefore(this.#structure, heading.start - 1) : undefined;
    }
    for (let m = last; m; m = m.series.parent) {
      const { members } = m.series;
      const told = lowerBound(members, at, ({ start }) => start);
      if (told === count.value) return { ...listing(m.series, false), members: members.slice(0, told) };
    }
    // Where a number is far off, what it sums up was told otherwise.
    const bare = heading && standsBare(heading.series) ? heading.series : undefined;
    const nearest = bare ?? last?.series;
    if (!nearest || Math.abs(nearest.members.length - count.value) > FAR_OFF)
      return this.#closing(paragraph, count, last);
    if (heading) {
      if (standsBare(heading.series)) return listing(heading.series, false);
      const list = last!.series;
      return list.parent?.series === heading.series && list.members.length > 1
        ? listing(list, false)
        : undefined;
    }
    // The innermost is meant if it has ended, and the count follows it closely.
    if (paragraph.index - last!.paragraph.index > 1) return this.#closing(paragraph, count, last);
    return last!.series.last.start < at ? listing(last!.series, false) : undefined;
  }

  /** The parts of a speech that 以上三点意见 at the head of its last paragraphs sums up, texts below each; not where any list within them has that number. */
  #closing(paragraph: Paragraph, count: DeclaredCount, last: Member | undefined): Listing | undefined {
    const { text, contentStart } = paragraph;
    if (!last || !speaksGenerally(count) || !CLOSES.test(text.slice(contentStart, count.start)))
      return undefined;
    let top = last;
    while (top.series.parent) top = top.series.parent;
    const { series } = top;
    if (!isStructural(top.mark.kind) || series.last !== top || series.members.length < 2) return undefined;
    if (Math.abs(series.members.length - count.value) > FAR_OFF) return undefined;
    const within = this.#structure.series.some(
      ({ first, members }) => first.start > series.first.start && members.length === count.value,
    );
    return within ? undefined : listing(series, false);
  }
}

/** 以上三点意见，…: how the speaker closes. */
const CLOSES = /^(?:同志们，|各位[^，]{0,4}，)?以上$/;

/** 一、… 二、… 三、… with nothing between them: no text below any. */
function standsBare({ members }: Series): boolean {
  return (
    members.length > 1 &&
    members.every(({ paragraph }, i) => i === 0 || paragraph.index === members[i - 1]!.paragraph.index + 1)
  );
}

/** By so many members a list is off its number that was miscounted. */
const FAR_OFF = 2;

/** Longer than a heading, number and all. */
const HEADING = 40;

function listing(series: Series, named: boolean): Listing {
  return { series, members: series.members, sure: true, whole: true, named };
}

/** 这三个问题; 从扩大供给和抑制浪费两方面: the things were told before the number. */
function sumsUp(
  { text, contentStart }: Paragraph,
  { start, value, points, colon, sentenceEnd }: DeclaredCount,
): boolean {
  if (points === 'ahead') return false;
  // 我就讲这三条：第一条，…: the list follows.
  if (colon && ANNOUNCES_THESE.test(text.slice(Math.max(0, start - 8), start))) return false;
  if (opensWithThese(text, start, contentStart) && announcesThese(text, sentenceEnd)) return false;
  // 等三类机构
  if (/[这那等各]$/.test(text.slice(Math.max(0, start - 1), start))) return true;
  const clause = text.slice(boundBefore(text, start, SENTENCE_STOPS, TOLD_REACH), start);
  return clause.split(/[、和与及]/).length === value && /[、和与及][^的、和与及]{0,30}$/.test(clause);
}

/** 这四个问题，要引起重视：第一，…: the first word of the paragraph, and its sentence leads to the list. */
const opensWithThese = (text: string, start: number, contentStart: number) =>
  start - 1 === contentStart && text[contentStart] === '这';
const announcesThese = (text: string, sentenceEnd: number) => text[sentenceEnd - 1] === '：';

const ANNOUNCES_THESE = /(?:讲|说|谈|提|强调|把握|做到|抓好|注意|记住|落实|就是|[是有])(?:好|了|住)?这$/;

/** How far before the number what it counts may have been told. */
const TOLD_REACH = 60;

/** 四种类型：一是…。二是…。还有两类…: the list is not all; nor is 三种情况：一是…，二是…，还有少数…. */
function goesOnWithout({ last, members }: Series, { value }: DeclaredCount): boolean {
  const { paragraph, mark } = last;
  const rest = paragraph.text.slice(mark.end, mark.end + 200);
  if (members.length === value - 1 && /[，；。](?:还有|另有|再有|再就是|此外还|最后)/.test(rest)) return true;
  return /(?:还有|另有|此外|另外|其余|剩下)[^。]{0,8}[一二两三四五六七八九十几\d]/.test(rest);
}

/** 安排了三场。我们面临的又何止是三场？: what follows is another list. */
const CONTRASTS = new ShortList(wordsOf('何止 不止 岂止 远不 不只 不仅 但 却 ？'));

/** Between the number and the end of its sentence: 有三个维度值得注意。 */
const TAIL = 16;

/** What says that parts follow, and not what they are. */
const GENERAL_NOUNS = wordsOf(
  '方面 层面 层次 角度 维度 环节 关键 重点 难点 要点 亮点 痛点 原因 特点 特征 问题 考虑 考量 变化 因素 体会',
  '启示 任务 举措 措施 做法 要求 优势 成效 成绩 经验 不足 短板 弱项 工作 意见 建议 事 抓手 原则 关系 文章',
  '硬仗 突破 转变 提升 到位 结合 统一 坚持 目标 方向 途径 路径 办法 思路 看法 想法 感受 认识 希望 内容 情况',
  '部分 阶段 步骤 条件 标准 底线 保障 挑战 机遇 矛盾 风险 领域 话',
);
const GENERAL = new ShortList(GENERAL_NOUNS);
const GENERAL_ENDS = new Characters(lastOf(GENERAL_NOUNS));

/** 方面, 维度值得注意, 重点工作. 美丽海湾16个 counts what was named before it. */
function speaksGenerally({ noun, general, measure }: DeclaredCount): boolean {
  if (general) return noun !== '' || measure !== '个';
  if (GENERAL.isAt(noun, 0)) return true;
  return GENERAL_ENDS.at(noun, noun.length - 1) && GENERAL_NOUNS.some((word) => noun.endsWith(word));
}

/** What a text looks at one after the other. */
const SIDES = new ShortList(wordsOf('方面 层面 层次 角度 维度 环节'));

/** Where the number with what it counts ends, so far as that is known: 三个维度|值得注意, 四个方面|着手. */
export function wordsEnd({ end, noun, measure, numberEnd }: DeclaredCount): number {
  const behind = numberEnd + measure.length;
  const side = SIDES.wordAt(noun, 0);
  const rest = noun.slice(side?.length ?? 0);
  if ((side === undefined && !measure.endsWith('方面')) || /^(?:的?工作|$)/.test(rest)) return end;
  return behind + (side?.length ?? 0);
}

/** A sentence that tells what is to be done, or how something is made up. */
const ANNOUNCERS = new ShortList(
  wordsOf(
    '要 抓 做 把握 处理 突出 坚持 围绕 着力 着重 重点 主要 实施 开展 推进 完成 办 打好 打赢 落实 提出 实现',
    '强化 注意 归纳 概括 采取',
  ),
);

/** 河道整治工程: a longer noun has the rest of its sentence in it. */
const SHORT_NOUN = 7;

/** What is still to be done, or told in what follows. */
const PLANS = new ShortList(
  wordsOf(
    '要 抓 做好 做到 办好 把握 处理好 突出 坚持 围绕 着力 着重 重点 主要 从 有 存在 分 注意 在于 归纳 概括 打好 打赢 强化 实现 采取',
  ),
);

/**
 * 抓好三项工作：, 原因有三个方面。: the sentence ends with the number and what it counts, and the list follows. Where a full
 * stop ends it, the number must be one of things that lists tell.
 */
function announcesStraight(paragraph: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  const { text } = paragraph;
  if (hasRival(paragraph, count)) return false;
  // 落实中央八项规定，一要…: a comma announces only what a list can tell.
  if (text[count.end] === '，') return count.colon && (speaksGenerally(count) || isTold(count, first));
  if (count.colon)
    return count.noun !== '' || count.measure !== '个' || /[有为是分]$/.test(text.slice(0, count.start));
  if (count.end !== count.sentenceEnd - 1 || text[count.end] !== '。') return false;
  // 有十个乡镇。一是…: a list of one is none.
  if (first.series.members.length === 1) return false;
  if (first.mark.kind === 'first-next') return speaksGenerally(count);
  const clause = boundBefore(text, count.start, PHRASE_STOPS);
  // Headings below may be of something else: 部署5项工作。 一、主要成绩
  const general =
    speaksGenerally(count) || (count.noun === '' && /[有为是]$/.test(text.slice(0, count.start)));
  if (first.mark.lead && isStructural(first.mark.kind))
    return PLANS.isIn(text, clause, count.start) && (general || count.noun.length <= SHORT_NOUN);
  return general || (ANNOUNCERS.isIn(text, clause, count.start) && count.noun.length <= SHORT_NOUN);
}

/** 有三个好处，一是…: few words, of which 一是 says what they are. 四大攻坚行动，一是… says how they are done. */
function isTold({ noun, measure }: DeclaredCount, { mark }: Member): boolean {
  if (mark.kind !== 'verb' || mark.word !== '是' || measure === '大') return false;
  return noun !== '' && noun.length <= 4 && !KNOWN.isAt(noun, 0);
}

/** 八项规定精神, 四项基本原则: what has its number for good. */
const KNOWN = new ShortList(wordsOf('规定 基本 责任 纪律 精神 制度 机制'));

/** Larger numbers of things are not told one by one in a line. */
const TOLD = 6;
/** What is counted, and what happened to it. */
const PLACES = new Characters('省市县区镇乡村组户家人');
const TELLING = new ShortList(wordsOf('有 从 应 存在 面临 指出 看到 给 留下'));

/** 总有两个突出印象。一是…。二是…: few things of any kind, and a list of words straight behind them. */
function tellsOf(paragraph: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  const { text } = paragraph;
  const { kind } = first.mark;
  if ((kind !== 'verb' && kind !== 'ordinal') || first.series.members.length === 1) return false;
  // 有三个镇受灾。一是抢修道路…
  if (PLACES.at(count.noun, 0)) return false;
  if (count.value > TOLD || count.end !== count.sentenceEnd - 1 || text[count.end] !== '。') return false;
  const clause = boundBefore(text, count.start, PHRASE_STOPS);
  return TELLING.isIn(text, clause, count.start) && !hasRival(paragraph, count);
}

/** 四个方面20条措施, 抓好三件大事，办好五件实事: another number that the list may be of. */
function hasRival(paragraph: Paragraph, count: DeclaredCount): boolean {
  const { text } = paragraph;
  const sentence = boundBefore(text, count.start, SENTENCE_STOPS);
  const clause = boundBefore(text, count.start, PHRASE_STOPS);
  return paragraph
    .fact(declaredCounts)
    .some(
      (other) =>
        other.start < count.start &&
        other.start >= sentence &&
        !other.quoted &&
        (other.start >= clause || (!count.colon && other.arabic === count.arabic)),
    );
}

/** 从三个方面入手，全面推进。 */
function announcesWithTail(
  { text, contentEnd }: Paragraph,
  count: DeclaredCount,
  { first }: Series,
): boolean {
  const { end, sentenceEnd, measure, noun } = count;
  if (!measure.endsWith('方面') && SIDES.wordAt(noun, 0) === undefined) return false;
  if (sentenceEnd - 1 - end > TAIL) return false;
  if (first.series.members.length === 1) return false;
  // 即抓好产业、抓好生态: the sentence tells them itself.
  if (/[一二三四五六七八九十\d、即]/.test(text.slice(end, sentenceEnd))) return false;
  if (sentenceEnd > contentEnd || !/[。：]/.test(text[sentenceEnd - 1]!)) return false;
  return !isStructural(first.mark.kind) && first.mark.kind !== 'first-next';
}

/**
 * 抓好“三项任务”：一是…, 按照“四步工作法”推进：一是…: the quotation is the number and its noun, and the list follows in its sentence.
 * 增强“四个意识”：一是加强学习… tells how, not what: the noun must be one of parts that follow.
 */
function quotesOnly({ text }: Paragraph, count: DeclaredCount, { first, members }: Series): boolean {
  const { start, end, sentenceEnd, leadsTo, noun, measure } = count;
  // “八个坚持、八个反对”，一靠教育，…
  if (text[start - 1] !== '“') return false;
  if (first.mark.kind !== 'verb' && first.mark.kind !== 'ordinal') return false;
  // A list of one is none.
  if (members.length === 1 || first.mark.lead || first.start - first.paragraph.start !== leadsTo)
    return false;
  if (
    !(speaksGenerally(count) || measure === '件' || (measure === '步' && noun.endsWith('法'))) ||
    KNOWN.isAt(noun, 0)
  )
    return false;
  // 办好“五件实事”。一是…
  if (measure === '件' && text.slice(end, sentenceEnd) === '”。') return true;
  return /^”(?:推进|开展|实施|进行)?[：，]$/.test(text.slice(end, sentenceEnd));
}

/** 三、抓好五项重点工作 straight above its own list （一）（二）…: the heading ends with the number and what it counts. */
function headingEndsWith(paragraph: Paragraph, count: DeclaredCount, next: Series): boolean {
  const heading = next.parent;
  return (
    heading !== undefined &&
    heading.paragraph === paragraph &&
    heading.mark.lead &&
    next.first.mark.lead &&
    (count.noun !== '' || count.measure !== '个') &&
    count.end >= paragraph.contentEnd - 1 &&
    !/[（(共]/.test(paragraph.text[count.start - 1] ?? '')
  );
}

/** 二、突出四个重点，提升工作质效 straight above its own list: the heading's only number, of something general, ends its first clause. */
function headingOpensWith(paragraph: Paragraph, count: DeclaredCount, next: Series): boolean {
  const { text, contentStart } = paragraph;
  const heading = next.parent;
  if (!count.inHeading || text[count.end] !== '，' || !next.first.mark.lead || !speaksGenerally(count))
    return false;
  if (heading?.paragraph !== paragraph || !heading.mark.lead || next.members.length === 1) return false;
  const clause = Math.max(contentStart, boundBefore(text, count.start, PHRASE_STOPS));
  return PLANS.isIn(text, clause, count.start) && paragraph.fact(declaredCounts).length === 1;
}

/** 四、重点任务（共6项） above 1. to 5.: the sum of its list, if that has nearly so many; parts of one with 23 are something else. */
function totals(
  { text, contentEnd }: Paragraph,
  { start, end, value, measure, inHeading }: DeclaredCount,
  next: Series,
): boolean {
  const { length } = next.members;
  return (
    inHeading &&
    /^[项条件]$/.test(measure) &&
    /[（(]共?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    end === contentEnd - 1 &&
    next.first.mark.lead &&
    next.kind === 'arabic' &&
    length >= 3 &&
    Math.abs(length - value) <= 2
  );
}

/** 分三步走。第一步，…: the members are numbered by what is counted. */
function numbers({ first }: Series, { measure, noun }: DeclaredCount): boolean {
  const { kind, word } = first.mark;
  return kind === 'ordinal' && word !== '' && `${measure}${noun}`.startsWith(word);
}

/** 2024年十件民生实事, a line of its own straight above the ten: a title that is nothing but the things and their number. */
function titles({ text, contentStart, contentEnd }: Paragraph, count: DeclaredCount, next: Series): boolean {
  const { length } = next.members;
  return (
    count.measure === '件' &&
    count.noun.length >= 2 &&
    count.end === contentEnd &&
    contentEnd - contentStart <= 30 &&
    !/[，。；]/.test(text) &&
    next.first.mark.lead &&
    // A plan for ten things may have four parts.
    length >= 3 &&
    Math.abs(length - count.value) <= 2
  );
}

/** How far into a member its counted noun is looked for. */
const CLAUSE = 24;

/**
 * Whether each member names what is counted: 四场攻坚战。一要打好招商引资攻坚战。 A member that repeats the number
 * (第一节 “四个自信”的由来) speaks of all of them.
 */
function repeats(series: Series, { noun, measure }: DeclaredCount): boolean {
  if (noun.length < 2) return false;
  return series.members.every(({ paragraph, mark }, i) => {
    const next = series.members[i + 1];
    const end = next?.paragraph === paragraph ? next.mark.start : paragraph.text.length;
    const clause = paragraph.text.slice(mark.end, Math.min(mark.end + CLAUSE, end));
    const at = clause.indexOf(noun);
    if (at < 0 || /[。；！？]/.test(clause.slice(0, at))) return false;
    return !(
      clause.slice(0, at).endsWith(measure) &&
      /[一二两三四五六七八九十\d]/.test(clause[at - measure.length - 1] ?? '')
    );
  });
}
