/**
 * Numbers and names that were lost: a measure word without its number (下辖个行政村), a level without its name (镇位于…). Which words
 * show it stands in `data/dropped.lexicon.tsv`; this file reads around them. Offsets are relative to the paragraph.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Match } from '../../../engine/rule.ts';
import { boundAfter, boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { wideText } from '../../../language/text/wide.ts';
import { hasFigures, isCountedAt, readBareUnit, readCounted, readCounter } from './bare-units.ts';
import { readDoubtful, withoutLone } from './doubtful.ts';
import { DATE_READERS } from './lost-dates.ts';
import { NAME_READERS } from './lost-names.ts';

const FRAMES = wordList('placeholder.dropped');

/** What is missing: a number before its measure, a name, or a figure of a year. */
export interface Dropped extends Match {
  /** The word the number belongs to: 面积. Empty at the beginning of a clause. */
  readonly frame: string;
  /** The measure word that stands there without its number. */
  readonly measure: string;
  /** What was dropped, where it is no number. */
  readonly lost?: 'name' | 'names' | 'figure' | 'whole' | 'value';
  /** Only beside another of its sentence. */
  readonly doubtful?: true;
}

const COUNTED_NOUNS =
  '事项 项目 乡镇 街道 县区 服务站 行政村 自然村 合作社 服务点 示范点 示范村 基地 工程 小区 社区 党组织 党支部 平台 窗口 产业园 园区 小镇 品牌 片区 街区 景区 市场 公园 场馆 企业 部门 单位 机构 村(?=[未没尚还无不没仍，。；、])';
/** What an office counts: 个县级服务站, 个审批事项. */
const COUNTED = new RegExp(
  String.raw`^(?![把别])(?:(?:省|市|县|乡|镇|村|国家)级[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{0,6}${anyOf(COUNTED_NOUNS)}(?![\u4e00-\u9fff]{0,2}(?:问题|原因)))`,
);
const EVENTS = '检查 会议 培训 活动 宣讲 演练 督查 调研 巡查 整治 行动 座谈会 专题会 调度会 联席会 志愿服务';
const PEOPLE =
  '候选人 委员 队员 专家 代表 学生 党员 干部 群众 人员 职工 农民 老人 儿童 教师 医生 志愿者 劳动力 人才 妇女 残疾人 工人 大学生 民工 骨干';
/** 次专项检查, 名困难学生: what is held, and whom offices help. */
const COUNTED_BY: Readonly<Record<string, RegExp>> = {
  个: COUNTED,
  次: new RegExp(String.raw`^[\u4e00-\u9fff]{0,6}${anyOf(EVENTS)}`),
  名: new RegExp(String.raw`^[\u4e00-\u9fff]{0,6}${anyOf(PEOPLE)}`),
  件: /^(?:民生|惠民|为民|重点|关键|具体)?(?:实事|大事|急事)/,
  所: /^[\u4e00-\u9fff]{0,6}(?:学校|幼儿园|[小中]学|医院|卫生院|敬老院|养老院|福利院|托育园)/,
  起: /^[\u4e00-\u9fff]{0,4}(?:矛盾|纠纷|案件|事故|隐患|投诉)/,
  户: /^(?:群众|农户|村民|居民|脱贫|困难|低保|家庭|企业)/,
  条: new RegExp(
    String.raw`^[\u4e00-\u9fff]{0,6}${anyOf('线路 产业链 公交线 街区 示范带 步道 绿道 生产线 产业路 巷道')}`,
  ),
};

/** 完成|个观测场的改造，新增2套雷达: whatever was made, in a sentence that counts; 还有个问题 is said without a number. */
function isMade(text: string, start: number, end: number): boolean {
  return (
    !/^(?:[还另仍尚现涉]|共(?!设))/.test(text.slice(start, end)) &&
    /^[\u4e00-\u9fff]{2}/.test(text.slice(end, end + 2)) &&
    !/^[大小好新].?$|^(?:样|把|所以|字|头|位)/.test(text.slice(end, end + 2)) &&
    hasFigures(text, start, end)
  );
}

const DIVISION =
  '(?:行政村|自然村|自然屯|村|社区|居委会|居民委员会|乡镇|乡|镇|街道|县|区|市|村民小组|村组|小组|党支部|党委|党总支|单位|站所|部门)';

/** What money is for: 拿出元对…奖励. 元旦 and 元宵 are no money. */
const SPENT_ON = '对 用于 用以 支持 资助 购[买置入] 给予 奖励 补[助贴] 帮[扶助] 改[造善] [新修兴]建 建设';

/**
 * What must follow a frame at once to be a bare measure word. The text behind the measure decides (人 in 总人口人，not in
 * 人口人均): each pattern says what may stand there.
 */
const MEASURES: Readonly<Record<string, RegExp>> = {
  area: /(?:万?平方公里|平方千米|万?平方米|万?公顷|万?亩)(?=[，。；、（）(),;\s的]|左右|以上|其中|$)/y,
  length: /(?:公里|千米)(?=[，。；、（）(),;\s的]|处|左右|$)/y,
  divisions: new RegExp(`个(?=${DIVISION}(?:[，。；、（）(),;和及]|$))|(?:户|名)(?=[，。；,;])`, 'y'),
  people: /(?:万余?人|余?人|万名|名|户)(?=[，。；（(,;]|$)|万(?=[，。；])/y,
  casualties: /人(?=[，。；、,;]|以上|以下|$)/y,
  money: /(?:亿元|万元|元)(?=[，。；、（(,;]|$)/y,
  spent: new RegExp(`[百千]?[万亿]?元(?=[，。；、,;]|${anyOf(SPENT_ON)}|$)`, 'y'),
  share: /(?:[%％]|个百分点)(?=[，。；、,;]|以上|左右|$)/y,
  members: /个(?=[，。；：:,;]|$)|支(?=[，。；,;]|$)|户(?=[，。；,;]|$)/y,
};

export const dropped = defineFact<readonly Dropped[]>('dropped-numbers', { words: [FRAMES] }, (paragraph) => {
  const text = wideText(paragraph.text);
  const read = readHits(paragraph.hits(FRAMES), (hit) => readDropped(paragraph, text, hit));
  const found = withoutLone(paragraph, read);
  return found.length === 0 ? found : withCompanions(text, found);
});

/** How far from a dropped number another is looked for that by itself would be no evidence. */
const NEARBY = 40;
/** 人口约万人, 收入达到元. */
const ABOUT = /(?:约为?|达到?|超过|突破)?/y;
/** 面积达万亩: ten thousand of them, as it is said. */
const ROUND = /^(?:达到?|超过|突破)[百千万亿]/;
const COMPANION = new RegExp(
  `(?<=[，、；的](?:约|达|占|宽|高|深|其中[\\u4e00-\\u9fff]{1,4}占?)?)(?:个(?=${DIVISION})|(?:户|人|万人|名|亩|公里|米|平方公里|万元|亿元|[%％])(?=[，。；、（]))`,
  'g',
);

/** 共有户，人，耕地亩: a sentence that has lost one figure has lost them all. */
function withCompanions(text: string, found: readonly Dropped[]): readonly Dropped[] {
  const all = [...found];
  const starts = new Set(found.map((d) => d.start));
  let from = 0;
  for (const { start, end } of found) {
    from = Math.max(from, start - NEARBY);
    const stretch = text.slice(from, end + NEARBY);
    for (const m of stretch.matchAll(COMPANION)) {
      const at = from + m.index;
      const to = at + m[0].length;
      if (!starts.has(at)) all.push({ start: at, end: to, frame: '', measure: m[0] });
    }
    from = end + NEARBY;
  }
  return all.length === found.length ? found : all.sort((a, b) => a.start - b.start);
}

function readDropped(paragraph: Paragraph, text: string, { start, end, entry }: Hit): Dropped | undefined {
  if (entry.value === 'clause') {
    // ，个行政村，: the measure word opens the clause.
    return { start: start + 1, end: start + 2, frame: '', measure: text[start + 1]! };
  }
  const other = OTHERS[entry.value];
  if (other) return other(text, start, end, paragraph);
  const measure = MEASURES[entry.value]!;
  // 常住人口约万人: about how many is not said. 近万人, 超亿元 say it.
  ABOUT.lastIndex = end;
  const about = ABOUT.exec(text)![0].length;
  measure.lastIndex = end + about;
  const m = measure.exec(text);
  if (!m || ROUND.test(text.slice(end, end + 3))) return undefined;
  if (isListed(text, end + about + m[0].length)) return undefined;
  if (entry.value === 'casualties' && isPerson(text, start, end)) return undefined;
  // 单位　2023年　增长％: a line without a comma that ends there is the head of a table.
  if (end + m[0].length >= text.length && !/[，。；]/.test(text.slice(Math.max(0, start - 60), start)))
    return undefined;
  // 单位：平方公里 heads a table; 占地面积（亩） is a label.
  return { start: end + about, end: end + about + m[0].length, frame: entry.word, measure: m[0] };
}

/** 宣告为失踪人, 死亡人的财产: a person in law, not a number of them. */
function isPerson(text: string, start: number, end: number): boolean {
  const sentence = text.slice(Math.max(0, start - 40), end + 8);
  return (
    (/[为是的之、与和宣告该]$/.test(text.slice(Math.max(0, start - 1), start)) &&
      !/\d|死亡人[，、]?失踪/.test(sentence)) ||
    /宣告|代管|登记|失踪人、死亡人/.test(sentence)
  );
}

/** 完成率%、覆盖率%、满意度%: the names of indicators with their unit. */
function isListed(text: string, end: number): boolean {
  return (
    text[end] === '、' &&
    /[%％]/.test(text[end - 1]!) &&
    /^、[^，。；、]{1,14}[%％](?:[、，。；]|$)/.test(text.slice(end, end + 18))
  );
}

/** What makes a word with 余 and 多, or is a number before it. */
const MORE_OF = new Characters(
  `剩其盈结业富多之有节冗残闲空课公许众很太更最大诸繁若年月日天个名元${ONE_TO_TEN}百千万亿几两零〇`,
);
/** Where the number is missing: 党的|大以来, 第|个, |届三中全会, 建党|周年. */
const ORDINAL_AT = /大|周年|届|(?<=第)./;
const INNER_AT = /[%％]|次|人次/;
/** 及第, 门第: words with 第. */
const OTHER_WORDS = new Characters('及门次科宅府落等品');
/** Behind what a congress is named without its number: 在届三中全会上; 历届 and 本届 say which. */
const OF_WHICH = /^[在的和与及、，。；“党据照彻习]?$/;
const LEVEL = new Characters('省市县区州旗乡镇协大');
const SO_MANY = /^多[人名户家件次亩个]$/;
const LED_TO = /(?:达到?|占地|面积|总长|累计|共计|合计|约)$/;

const TIME = /个工作日|个月|分钟|小时|[天日]/;
/** What may stand before a measure of time without its number: 高铁|分钟直达, not 两个|小时直达, 首|个工作日内, 若干|小时内, 高峰|小时内. */
const UNCOUNTED = /(?![个首次下上这末干峰])[\u4e00-\u9fff，]/;

/** Who was to come, came or stayed away. */
const TURNOUT = /应到|实到|到会|请假|缺席|出席/;
const TURNOUT_REACH = 60;

/** 共有|人|，其中党员12人 */
const DIVIDED = /^(?:其中|[男女]|包括|党员)/;

const FIRMS_LED = /^(?:新增|净增|新建|新引进|引进|新认定|入库|现有|共有|拥有|达到|减少|关停)/;

/** A rate is named in so many characters: 森林覆盖率为. */
const RATE_REACH = 16;
const LEAST_RATE = 5;

export type Reader = (text: string, start: number, end: number, paragraph: Paragraph) => Dropped | undefined;

/** The words of the list that hold their measure themselves, or a place from which a name is gone. */
/** 〔2021|〕 */
const BRACKETED_YEAR = /[〔［]\d{4}$/;

const OTHERS: Readonly<Record<string, Reader>> = {
  ...DATE_READERS,
  ...NAME_READERS,
  tail(text, start, end) {
    const word = text.slice(start, end);
    const measure = /(?:[%％]|万元|亿元|万?人次|公里|家次|分钟|小时|个月|.)$/.exec(word)![0];
    if (!/^(?:[，。；、]|$)/.test(text.slice(end, end + 1))) return undefined;
    if (isListed(text, end)) return undefined;
    // The head of a table: 合格率％ at the end of a line without a comma.
    if (end >= text.length && !/[，。；]/.test(text.slice(Math.max(0, start - 60), start))) return undefined;
    return { start: end - measure.length, end, frame: word.slice(0, -measure.length), measure };
  },
  /** 脱贫户户人，: both numbers are gone. 户户人人 is prose. */
  pair(text, start, end) {
    if (!/^(?:[，。；、（(]|$|监测|脱贫|边缘|低保|其中|[，、]?\d)/.test(text.slice(end, end + 2)))
      return undefined;
    const measure = text.slice(end - 2, end) === '户人' ? '户人' : text.slice(end - 1, end);
    return { start: end - measure.length, end, frame: text.slice(start, end - measure.length), measure };
  },
  /** 涉及4.12个乡镇: nobody counts them in fractions, unless they are shares of something. */
  whole(text, start, end) {
    const figure = /\d{1,3}[.．]\d{1,3}$/.exec(text.slice(Math.max(0, start - 8), start))?.[0];
    if (figure === undefined) return undefined;
    const from = start - figure.length;
    if (!/[\u4e00-\u9fff]/.test(text[from - 1] ?? '')) return undefined;
    const clause = text.slice(boundBefore(text, from, SENTENCE_STOPS, 30), from);
    if (/均|每|约|折|相当|比|倍|增|减|版/.test(clause)) return undefined;
    const measure = text.slice(start, end).startsWith('个') ? '个' : text[start]!;
    return { start: from, end: start + measure.length, frame: '', measure: figure + measure, lost: 'whole' };
  },
  /** 覆盖率为，比上年提高1.2个百分点: what the rate is. */
  after(text, start, end) {
    const from = boundBefore(text, start, PHRASE_STOPS, RATE_REACH);
    const frame = text.slice(from, end - 1);
    if (frame.length < LEAST_RATE || !/^[\u4e00-\u9fff]+$/.test(frame)) return undefined;
    return { start: from, end: end - 1, frame, measure: '', lost: 'value' };
  },
  /** 接待游客86万人次，同比增长，实现…: by how much. */
  grown(text, start, end) {
    if (!/\d[^，。；\d]{1,5}$/.test(text.slice(Math.max(0, start - 8), start))) return undefined;
    const frame = text.slice(start + 1, end - 1);
    return { start: start + 1, end: end - 1, frame, measure: '', lost: 'value' };
  },
  /** 全村亩耕地全部流转 */
  land(text, start, _, { language }) {
    if (
      !/[\u4e00-\u9fff][\u4e00-\u9fff](?<!均)$/.test(text.slice(Math.max(0, start - 2), start)) ||
      isCountedAt(text, start)
    )
      return undefined;
    if (!language.words.isBoundary(text, start)) return undefined;
    return { start, end: start + 1, frame: text.slice(start - 2, start), measure: '亩' };
  },
  unit: (text, start, end, paragraph) =>
    readBareUnit(text, start, end, paragraph) ?? readDoubtful(text, start, end, paragraph),
  /** 位居全市第位，, 是2020年的倍，: which place it is, how many times. */
  rank(text, start, end) {
    return { start: start + 1, end: end - 1, frame: text[start]!, measure: text.slice(start + 1, end - 1) };
  },
  /** 办理许可余件，筹资多万元，: more than a number that is gone. 剩余名额, 多家企业 say it all. */
  more(text, start, end, { language }) {
    if (!/[\u4e00-\u9fff]{2}$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
    // 1平方多公里: the number is there.
    if (text.endsWith('平方', start) && /\d/.test(text[start - 3] ?? '')) return undefined;
    if (MORE_OF.at(text, start - 1) || !language.words.isBoundary(text, start)) return undefined;
    if (!/^(?:[，。；、]|以[上下]|$)/.test(text.slice(end, end + 2))) return undefined;
    // 多人受伤, 多件已办结: many, unless a figure is led to.
    if (
      text[start] === '多' &&
      SO_MANY.test(text.slice(start, end)) &&
      !LED_TO.test(text.slice(Math.max(0, start - 4), start))
    )
      return undefined;
    return { start, end, frame: text.slice(start - 2, start), measure: text.slice(start, end) };
  },
  /** 总面积.平方公里, 增长.%: the point of a decimal without its figures. */
  point(text, start, end) {
    if (!/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) return undefined;
    return { start, end, frame: text.slice(Math.max(0, start - 2), start), measure: text.slice(start, end) };
  },
  /** 在市届人大常委会第12次会议上, 第次会议: which of them. 历届人大 and 本届人大 say it. */
  term(text, start) {
    if (text[start] === '第')
      return { start: start + 1, end: start + 2, frame: '第', measure: text[start + 1]! };
    if (start > 0 && !LEVEL.at(text, start - 1)) return undefined;
    return { start, end: start + 1, frame: text[start - 1] ?? '', measure: '届' };
  },
  /** 党的大以来, 第个教师节, 在届三中全会上, 建党周年: which of them. */
  ordinal(text, start, end) {
    const [before, word] = [text[start - 1] ?? '', text.slice(start, end)];
    const at = start + ORDINAL_AT.exec(word)!.index;
    if (word[0] === '第' ? OTHER_WORDS.at(text, start - 1) : word[0] === '届' && !OF_WHICH.test(before))
      return undefined;
    // 建党周年纪念日: each year has one.
    if (word.endsWith('周年') && text.startsWith('纪念日', end)) return undefined;
    return {
      start: at,
      end: at + (word.endsWith('周年') ? 2 : 1),
      frame: text.slice(start, at),
      measure: text.slice(at, at + 1),
    };
  },
  /** 由%提高到56%, 先后次深入一线, 共有人次参加: the first of two figures, or how often. */
  inner(text, start, end) {
    const at = start + INNER_AT.exec(text.slice(start, end))!.index;
    const measure = text[at] === '人' ? '人次' : text[at]!;
    return { start: at, end: at + measure.length, frame: text.slice(start, at), measure };
  },
  /** 合格率达到以上；: of what. 达到以上标准 goes on. */
  bound(text, start, end) {
    const measure = text.slice(end - 3, end - 1);
    return { start: end - 3, end: end - 1, frame: text.slice(start, end - 3), measure };
  },
  /** 连续个暖冬: how many of them. */
  span(text, start, end) {
    return { start: end - 1, end, frame: text.slice(start, end - 1), measure: text[end - 1]! };
  },
  /** （政办发号）: the number of a document; 政发号召 is another word. */
  issue(text, start, end) {
    if (/[召令角称码]/.test(text[end] ?? '')) return undefined;
    // 清办发〔2021〕号
    const year = /^[〕］]/.test(text[start]!)
      ? BRACKETED_YEAR.exec(text.slice(Math.max(0, start - 5), start))
      : '';
    if (year === null) return undefined;
    return { start: end - 1, end, frame: year + text.slice(start, end - 1), measure: '号' };
  },
  /** 必须在分钟内报告, 之日起个工作日内, 提前小时到岗, 高铁分钟直达: how long. */
  time(text, start, end) {
    const word = text.slice(start, end);
    const { 0: measure, index } = TIME.exec(word)!;
    const at = start + index;
    if (index === 0 && (isCountedAt(text, at) || !UNCOUNTED.test(text[at - 1] ?? ''))) return undefined;
    // ，日内瓦
    if (text[end] === '瓦') return undefined;
    return { start: at, end: at + measure.length, frame: word.slice(0, index), measure };
  },
  counter: (text, start, end, paragraph) =>
    readCounter(text, start, end, paragraph) ?? readDoubtful(text, start, end - 1, paragraph),
  counted: (text, start, end, paragraph) =>
    readCounted(text, start, end, paragraph) ?? readDoubtful(text, start, end - 1, paragraph),
  /** 新增规上工业企业家，高新技术企业达到38家: others are counted by 家; 培育企业家 are people. */
  firms(text, start, end) {
    const clause = text.slice(boundBefore(text, start, PHRASE_STOPS, 20), start);
    if (!FIRMS_LED.test(clause) || !/\d家/.test(text.slice(Math.max(0, start - 60), end + 60)))
      return undefined;
    return { start: end - 2, end: end - 1, frame: '企业', measure: '家' };
  },
  /** 立案23件，处分人，移送2人: whom an office has dealt with, in a sentence that counts. 被处分人 is one of them. */
  persons(text, start, end, { language }) {
    if (/[被受应可待拟者]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
    if (!/[计共]$/.test(text.slice(start, end - 2)) && !hasFigures(text, start, end)) return undefined;
    // 按份共有人，其他共有人: who owns a thing with others.
    const owners = text.startsWith('共有', start);
    if (owners && !DIVIDED.test(text.slice(end, end + 2))) return undefined;
    if (!owners && !language.words.isBoundary(text, end - 2)) return undefined;
    return { start: end - 2, end: end - 1, frame: text.slice(start, end - 2), measure: '人' };
  },
  /** 应到党员为名，实到名，请假3人: how many came, beside others that are counted so. */
  turnout(text, start, end) {
    const from = boundBefore(text, start, SENTENCE_STOPS, TURNOUT_REACH);
    const others =
      text.slice(from, start) + text.slice(end, boundAfter(text, end, SENTENCE_STOPS, TURNOUT_REACH));
    if (!TURNOUT.test(others)) return undefined;
    return { start: end - 2, end: end - 1, frame: text.slice(start, end - 2), measure: text[end - 2]! };
  },
  /** 新增个县级服务站: the measure opens what is counted. 还有个问题 is said in the same way, so that the matter must be one of an office. */
  opens(text, start, end, { language }) {
    // 设立个|人独资企业
    if (!language.words.isBoundary(text, end)) return undefined;
    const of = COUNTED_BY[text[end - 1]!]!;
    const isOffices = of.test(text.slice(end, end + 14)) || (of === COUNTED && isMade(text, start, end));
    if (!isOffices || /[没所具含只再占拥]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
    return { start: end - 1, end, frame: text.slice(start, end - 1), measure: text[end - 1]! };
  },
  harm(text, start, end) {
    const at = text.indexOf('人', start);
    const opens = text[start] === '造';
    if (
      !/^[，。；、]/.test(text.slice(end, end + 1)) ||
      (!opens && !/人(?:死亡|遇难|失踪)$/.test(text.slice(Math.max(0, start - 3), start)))
    )
      return undefined;
    return { start: at, end: at + 1, frame: opens ? '造成' : '', measure: '人' };
  },
};
