/**
 * How a count speaks of the list behind it: by what it counts, by the words it stands in, as a heading of the list, or by what each member
 * says. Each question is a few lines with its example; `listings.ts` asks them in turn.
 */
import type { Paragraph } from '../../engine/paragraph.ts';
import { boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../text/bounds.ts';
import { Characters, lastOf, ShortList } from '../text/characters.ts';
import { wordsOf } from '../text/pattern.ts';
import { wideTextOf } from '../text/wide.ts';
import { type DeclaredCount, declaredCounts } from './declared-counts.ts';
import { isStructural, seriesMarks } from './series-marks.ts';
import type { Member, Series } from './tree.ts';

/** 四种类型：一是…。二是…。还有两类…: the list is not all; nor is 三种情况：一是…，二是…，还有少数…. */
export function goesOnWithout({ last, members }: Series, { value }: DeclaredCount): boolean {
  const { paragraph, mark } = last;
  const rest = wideTextOf(paragraph).slice(mark.end, mark.end + 200);
  if (members.length === value - 1 && /[，；。](?:还有|另有|再有|再就是|此外还|最后)/.test(rest)) return true;
  // 另外还有经费短缺、制度滞后两个方面: several at once.
  if (members.length < value && /[，；。](?:另外|此外)，?还(?:有|存在)/.test(rest)) return true;
  return /(?:还有|另有|此外|另外|其余|剩下)[^。]{0,8}[一二两三四五六七八九十几\d]/.test(rest);
}

/** Between the number and the end of its sentence: 有三个维度值得注意。 */
export const TAIL = 16;

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
export function speaksGenerally({ noun, general, measure }: DeclaredCount): boolean {
  if (general) return noun !== '' || measure !== '个';
  if (GENERAL.isAt(noun, 0)) return true;
  return GENERAL_ENDS.at(noun, noun.length - 1) && GENERAL_NOUNS.some((word) => noun.endsWith(word));
}

/** What a text looks at one after the other. */
const SIDES = new ShortList(wordsOf('方面 层面 层次 角度 维度 环节 篇章 板块'));

/** 以上两项|均需空腹, 上述三类车辆|应当…: what is said of the things begins behind them. */
const SAID = /均|没有|都(?!市)|已|应[当该由]|必须|(?<![申邀])请|由(?!来)/;

/** Where the number with what it counts ends, so far as that is known: 三个维度|值得注意, 四个方面|着手. */
export function wordsEnd({ end, noun, measure, numberEnd, points }: DeclaredCount): number {
  const behind = numberEnd + measure.length;
  const said = points === 'back' && behind + noun.length === end ? noun.search(SAID) : -1;
  if (said >= 0) return behind + said;
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
export function announcesStraight(paragraph: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  const text = wideTextOf(paragraph);
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
  return noun !== '' && noun.length <= FEW && !KNOWN.isAt(noun, 0);
}

/** 八项规定精神, 四项基本原则: what has its number for good. */
const KNOWN = new ShortList(wordsOf('规定 基本 责任 纪律 精神 制度 机制'));

/** Larger numbers of things are not told one by one in a line. */
const TOLD = 6;
/** What is counted, and what happened to it. */
const PLACES = new Characters('省市县区镇乡村组户家人');
const TELLING = new ShortList(wordsOf('有 从 应 存在 面临 指出 看到 给 留下'));

/** 总有两个突出印象。一是…。二是…: few things of any kind, and a list of words straight behind them. */
export function tellsOf(paragraph: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  const text = wideTextOf(paragraph);
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
  const text = wideTextOf(paragraph);
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

/** 共四个方面、12项任务。（一）… to （四）: of two numbers in a sentence the nearer one is that of the list. */
export function anotherFits(paragraph: Paragraph, count: DeclaredCount, { members }: Series): boolean {
  const off = ({ value }: DeclaredCount) => Math.abs(value - members.length);
  return paragraph
    .fact(declaredCounts)
    .some((other) => other.sentenceEnd === count.sentenceEnd && off(other) < off(count));
}

/** 从三个方面入手，全面推进。 */
export function announcesWithTail(paragraph: Paragraph, count: DeclaredCount, { first }: Series): boolean {
  const { contentEnd } = paragraph;
  const text = wideTextOf(paragraph);
  const { end, sentenceEnd, measure, noun } = count;
  if (!measure.endsWith('方面') && SIDES.wordAt(noun, 0) === undefined) return false;
  if (sentenceEnd - 1 - end > TAIL) return false;
  if (first.series.members.length === 1) return false;
  // 即抓好产业、抓好生态: the sentence tells them itself.
  if (/[一二三四五六七八九十\d、即]/.test(text.slice(end, sentenceEnd))) return false;
  if (sentenceEnd > contentEnd || !/[。：]/.test(text[sentenceEnd - 1]!)) return false;
  return !isStructural(first.mark.kind) && first.mark.kind !== 'first-next';
}

/** 确定了五条措施，请各单位对照执行。 over （一） to （四）: the paragraph's only number, of what is to be done, and who is to do it. */
export function asksToFollow(
  paragraph: Paragraph,
  count: DeclaredCount,
  { first, members }: Series,
): boolean {
  const { end, sentenceEnd, value, leadsTo } = count;
  return (
    leadsTo === paragraph.contentEnd &&
    speaksGenerally(count) &&
    first.mark.lead &&
    first.mark.kind !== 'han' &&
    members.length > 1 &&
    Math.abs(members.length - value) <= 2 &&
    ASKS.test(wideTextOf(paragraph).slice(end, sentenceEnd)) &&
    paragraph.fact(declaredCounts).length === 1
  );
}
const ASKS = /^，(?:请|望|要求|各)[^。；：]{2,24}[。：]$/;

/**
 * 抓好“三项任务”：一是…, 按照“四步工作法”推进：一是…: the quotation is the number and its noun, and the list follows in its sentence.
 * 增强“四个意识”：一是加强学习… tells how, not what: the noun must be one of parts that follow.
 */
export function quotesOnly(paragraph: Paragraph, count: DeclaredCount, { first, members }: Series): boolean {
  const text = wideTextOf(paragraph);
  const { start, end, sentenceEnd, leadsTo, noun, measure } = count;
  // “八个坚持、八个反对”，一靠教育，…
  if (text[start - 1] !== '“') return false;
  if (first.mark.kind !== 'verb' && first.mark.kind !== 'ordinal') return false;
  // A list of one is none.
  if (members.length === 1 || first.mark.lead || first.start - first.paragraph.start !== leadsTo)
    return false;
  if (
    !(
      speaksGenerally(count) ||
      measure === '件' ||
      tellsOnes(count, members) ||
      (measure === '步' && noun.endsWith('法'))
    ) ||
    KNOWN.isAt(noun, 0)
  )
    return false;
  // 办好“五件实事”。一是…
  if (measure === '件' && text.slice(end, sentenceEnd) === '”。') return true;
  return /^”(?:推进|开展|实施|进行)?[：，]$/.test(text.slice(end, sentenceEnd));
}

/** “六个一”：一是一套制度，二是一支队伍: one of each. */
const tellsOnes = ({ measure, noun }: DeclaredCount, members: readonly Member[]) =>
  measure === '个' &&
  noun === '一' &&
  members.every(({ paragraph, mark }) => wideTextOf(paragraph)[mark.end] === '一');

/** 三、抓好五项重点工作 straight above its own list （一）（二）…: the heading ends with the number and what it counts. */
export function headingEndsWith(paragraph: Paragraph, count: DeclaredCount, next: Series): boolean {
  const heading = next.parent;
  return (
    heading !== undefined &&
    heading.paragraph === paragraph &&
    heading.mark.lead &&
    next.first.mark.lead &&
    (count.noun !== '' || count.measure !== '个') &&
    count.end >= paragraph.contentEnd - 1 &&
    !/[（(共]/.test(wideTextOf(paragraph)[count.start - 1] ?? '')
  );
}

/** 二、突出四个重点，提升工作质效 straight above its own list: the heading's only number, of something general, ends its first clause. */
export function headingOpensWith(paragraph: Paragraph, count: DeclaredCount, next: Series): boolean {
  const text = wideTextOf(paragraph);
  const heading = next.parent;
  if (!count.inHeading || text[count.end] !== '，' || !next.first.mark.lead || !speaksGenerally(count))
    return false;
  if (heading?.paragraph !== paragraph || !heading.mark.lead || next.members.length === 1) return false;
  return plansIn(paragraph, count) && paragraph.fact(declaredCounts).length === 1;
}

/** Whether the clause before the number says what is to be done, or how something is made up. */
function plansIn(paragraph: Paragraph, { start }: DeclaredCount): boolean {
  const { contentStart } = paragraph;
  const text = wideTextOf(paragraph);
  return PLANS.isIn(text, Math.max(contentStart, boundBefore(text, start, PHRASE_STOPS)), start);
}

/** The paragraph's only number, of something general, in a sentence that plans or owns up, and no list of the paragraph's own. */
export function promises(paragraph: Paragraph, count: DeclaredCount): boolean {
  if (count.points === 'back' || count.quoted) return false;
  if (!speaksGenerally(count) && !count.measure.endsWith('方面')) return false;
  return (
    plansIn(paragraph, count) &&
    paragraph.fact(declaredCounts).length === 1 &&
    paragraph.fact(seriesMarks).every(({ start }) => start < count.start)
  );
}

/** 四、重点任务（共6项） above 1. to 5.: the sum of its list, if that has nearly so many; parts of one with 23 are something else. */
export function totals(
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

/** 分三步走。第一步，…, 五项议题。议题一：…, 三个篇章 over 第一篇章 …: the members are numbered by what is counted. */
export function numbers({ first }: Series, { measure, noun }: DeclaredCount): boolean {
  const { kind, word } = first.mark;
  if ((kind !== 'ordinal' && kind !== 'part') || word === '') return false;
  return `${measure}${noun}`.startsWith(word) || noun.startsWith(word);
}

/**
 * 2024年十件民生实事, 支持民宿发展的六条措施, a line of its own straight above the list: a title that ends with the things and their
 * number.
 */
export function titles(
  { text, contentStart, contentEnd }: Paragraph,
  count: DeclaredCount,
  next: Series,
): boolean {
  const { length } = next.members;
  return (
    (count.measure === '件'
      ? count.noun.length >= 2
      : TITLED.at(count.measure, 0) && speaksGenerally(count)) &&
    count.end === contentEnd &&
    contentEnd - contentStart <= LONGEST_HEADING &&
    !/[，。；]/.test(text) &&
    next.first.mark.lead &&
    // A plan for ten things may have four parts.
    length >= 3 &&
    Math.abs(length - count.value) <= 2
  );
}

/** 十条措施, 五点意见, 三大举措 in a title. */
const TITLED = new Characters('条点项招大');

/** “四清”, “五提升”: no word stands between the number and what each of them does. */
export const isName = ({ quoted, measure, noun }: DeclaredCount) => quoted && measure === '' && noun !== '';

/** “三清”: 清垃圾 清淤泥 清路障; “三治”: 自治强基 法治保障 德治教化. */
function beginWith({ members }: Series, verb: string): boolean {
  // 一查水压: the verb is the mark's.
  if (members.length > 1 && members.every(({ mark }) => mark.word === verb)) return true;
  const places = members.map(({ paragraph: { text }, mark }) =>
    text
      .slice(mark.end, mark.end + TITLE)
      .replace(/^[\s　“]+/, '')
      .indexOf(verb),
  );
  return places.length > 1 && places.every((at) => at >= 0 && at === places[0]);
}
/** So far into its title each member has the word. */
const TITLE = 4;

/** How far into a member its counted noun is looked for. */
const CLAUSE = 24;

/**
 * Whether each member names what is counted: 四场攻坚战。一要打好招商引资攻坚战。 A member that repeats the number
 * (第一节 “四个自信”的由来) speaks of all of them.
 */
export function repeats(series: Series, count: DeclaredCount): boolean {
  const { noun, measure, quoted } = count;
  // 四个方面的问题，…: （一）政治方面 （二）作风方面
  if (measure.endsWith('方面') && eachNames(series, '方面', '个')) return true;
  if (isName(count) && (noun.length === 1 || MUST.at(noun, 0))) return beginWith(series, noun.at(-1)!);
  if (/^(?:事项|议题|汇报)/.test(noun)) return series.members.every(isOnAgenda);
  // “五个新”: each of them is called new.
  return (
    (noun.length > 1 || (noun.length === 1 && quoted && measure === '个' && noun !== '一')) &&
    eachNames(series, noun, measure)
  );
}

/** “五必查”: what must be done is 查. */
const MUST = new Characters('必要须应');

/** 1.关于购置车辆事宜。 审议了年度预算。 */
const isOnAgenda = ({ paragraph: { text }, mark }: Member) => ON_AGENDA.isAt(text, mark.end);
const ON_AGENDA = new ShortList(wordsOf('关于 研究 审议 听取 讨论 通报 传达 学习'));

function eachNames(series: Series, noun: string, measure: string): boolean {
  return series.members.every(({ paragraph, mark }, i) => {
    const next = series.members[i + 1];
    const end = next?.paragraph === paragraph ? next.mark.start : wideTextOf(paragraph).length;
    const clause = wideTextOf(paragraph).slice(mark.end, Math.min(mark.end + CLAUSE, end));
    const at = clause.indexOf(noun);
    if (at < 0 || /[。；！？]/.test(clause.slice(0, at))) return false;
    return !(
      clause.slice(0, at).endsWith(measure) &&
      /[一二两三四五六七八九十\d]/.test(clause[at - measure.length - 1] ?? '')
    );
  });
}

/** Characters of a noun that says next to nothing of what it counts: 好处, 突出问题. */
const FEW = 4;
/** In characters. */
const LONGEST_HEADING = 30;
