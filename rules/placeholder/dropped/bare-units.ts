/**
 * Measure words that stand bare behind whatever word: 改造燃气管道公里, 节约%—30%, 服务点个. Behind the words that a figure must
 * follow anyway see `lost.ts`. Offsets are relative to the paragraph.
 */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as countedRows } from '../../../generated/placeholder-counted.ts';
import { boundAfter, boundBefore, PHRASE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { BLANKS, Characters, DIGITS, WIDE_DIGITS } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Dropped } from './lost.ts';

/** What a number, or something in its place, ends with: 三公里, 每亩, 近亿元, 以吨计. */
const COUNTED = new Characters(
  ...[DIGITS, WIDE_DIGITS, '.．', '×xXＸ*＊_＿', '%％‰', '/／—~～-：:', BLANKS],
  `${ONE_TO_TEN}〇零百千万亿两几半数余多来壹贰叁肆伍陆柒捌玖拾佰仟`,
  '每各整单逐某那这哪该近超上过逾成按论以计用方吨少',
);
/** 突破亿元, 达万人: one of them is meant. */
const ROUND = /(?:突破|超过|达到|高达|接近|跨越|跨过|达|破|过|比)$/;
/** What leads to a number. */
const LED =
  /(?:达到|增加到|扩大到|提高到|延长到|增至|扩大至|提高至|(?:稳定|保持|控制|维持)在|共计|累计|(?<![要制合节条公契预签])约)$/;
const CLOSES = /^(?:[，。；]|、(?!$)|以[上下]|左右|[和及][\u4e00-\u9fff\d])/;
const PERCENT = new Characters('%％‰');
const STOPS = new Characters('，。；');
const MARKS = new Characters('，。；、');
const PERCENT_CLOSES = /^(?:[，。；、]|[和及—～~-]\s?\d|以[上下内]|左右)/;
const ROUND_UNIT = /^[万亿]/;
/** 5户重点|户, 32户党员中心|户: counted before, and named so. */
const HOUSEHOLDS = /\d户[\u4e00-\u9fff]{2,6}$/;
/** 二至四个班次 */
const COUNTED_ALREADY = /[\d一二两三四五六七八九十几多]个$/;
/** 18万人公里, 10蒸吨: a unit of two words, the first of which has the number. */
const COMPOUND = /[\d０-９百千万亿]\s?[\u4e00-\u9fff]{1,2}$/;
/** How far on either side other figures are looked for. */
const AROUND = 60;

/** What nothing but a figure stands between and the measure: 受理|件, 车位|个. */
const COUNTED_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  countedRows.map(({ measure, words }) => [measure, new Set(words.split(' '))]),
);
const LONGEST_COUNTED = 5;

/** The word before `at` that the measure counts by, as `counted.tsv` has them. */
function countedBefore(text: string, at: number, measure: string): string | undefined {
  const words = COUNTED_BEFORE.get(measure);
  if (!words) return undefined;
  for (let length = LONGEST_COUNTED; length >= 2; length--) {
    const word = text.slice(Math.max(0, at - length), at);
    if (words.has(word)) return word;
  }
  return undefined;
}

/** 受理件, 召开次: `end` lies behind the mark that closes. */
export function readCounted(
  text: string,
  start: number,
  end: number,
  paragraph: Paragraph,
): Dropped | undefined {
  if (paragraph.role === 'table') return undefined;
  const measure = text.slice(start, end - 1);
  const before = text.slice(Math.max(0, start - 8), start);
  if (measure === '项' && ITEMS.test(before)) return undefined;
  const atLeast = AT_LEAST.exec(before)?.[0];
  const frame = atLeast ?? countedBefore(text, start, measure);
  return frame === undefined ? undefined : { start, end: end - 1, frame, measure };
}

/** Whether a number, or a word for how many, stands before the offset. */
export function isCountedAt(text: string, at: number): boolean {
  return COUNTED.at(text, at - 1);
}

/** 七成亩数, 每亩; not 收入完成|亿元. */
function hasNumber(text: string, at: number, before: string): boolean {
  return COUNTED.at(text, at - 1) && !/(?:[完建]成|超过|[土石]方)$/.test(before);
}

/** 盘活厂房平方米，引进企业9家: a unit that nothing but a number goes before. */
export function readBareUnit(
  text: string,
  start: number,
  end: number,
  paragraph: Paragraph,
): Dropped | undefined {
  const measure = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 6), start);
  if (paragraph.role === 'table') return undefined;
  if (/[\u4e00-\u9fff]…{1,2}$/.test(before)) return readTrailing(text, start, end);
  const ofRow = readOfRow(text, start, end, before);
  if (ofRow) return ofRow;
  if (!/[\u4e00-\u9fff]$/.test(before)) return undefined;
  if (hasNumber(text, start, before)) return undefined;
  if (COMPOUND.test(before) || COUNTED_ALREADY.test(before)) return undefined;
  const after = text.slice(end, end + 8);
  const counted = MARKS.at(after, 0) ? countedBefore(text, start, measure) : undefined;
  if (counted !== undefined) return { start, end, frame: counted, measure };
  if (speaksOfUnit(measure, before, after) || isNoun(measure, text, start)) return undefined;
  // 志愿者人次参与清扫
  if (measure === '人次' && PEOPLE.test(before) && /^(?:参[与加]|开展|深入|走访|投入)/.test(after))
    return { start, end, frame: frameBefore(text, start), measure };
  const closes = /^[%％‰]$/.test(measure) ? PERCENT_CLOSES : CLOSES;
  if (!closes.test(after) || isUnitNamed(text, start, end)) return undefined;
  if (!isLed(text, end, measure, before) && !hasFigures(text, start, end)) return undefined;
  // 田亩, 千家万户: a word of its own.
  if (!paragraph.language.words.isBoundary(text, start)) return undefined;
  return { start, end, frame: frameBefore(text, start), measure };
}

/** 增长7%—%, 分别为92%、%和88%: one of two or more rates, the others of which are told. */
function readOfRow(text: string, start: number, end: number, before: string): Dropped | undefined {
  const measure = text.slice(start, end);
  if (!PERCENT.at(measure, 0)) return undefined;
  if (/\d[%％][—–～~-]{1,2}$/.test(before))
    return { start, end, frame: before.slice(before.search(/\d[%％]/)), measure };
  return /\d[%％]、$/.test(before) && /^[、和，]/.test(text.slice(end, end + 1))
    ? { start, end, frame: '', measure }
    : undefined;
}

/** 投资亿元及以上的项目: a measure of size; 旅游人次、花费: an indicator. */
function speaksOfUnit(unit: string, before: string, after: string): boolean {
  if (ROUND_UNIT.test(unit) && (ROUND.test(before) || /^[及或]?以/.test(after)))
    // GDP总量达到|亿元|，增速9.5%: how it grew is told exactly.
    return !(/达到?$/.test(before) && GROWS.test(after));
  return unit.endsWith('人次') && (/^[、和与及]/.test(after) || /(?:旅游|就诊|客流|参观|门诊)$/.test(before));
}

const GROWS = /^[，；](?:同比|增[长速幅]|其中|比上年|较上年|[稳位]居|居|占)/;

/** 达到亩, 高于城镇个百分点, 争取资金万元，: nothing but a number can stand there. */
function isLed(text: string, end: number, unit: string, before: string): boolean {
  return (
    LED.test(before) ||
    unit === '个百分点' ||
    PERCENT.at(unit, 0) ||
    (STOPS.at(text, end) && !unit.endsWith('次'))
  );
}

/**
 * 晚上的班次, 分批次进行, 活动场次和规模: 班次, 车次, 批次, 场次 are nouns too, but where something was run, and where the clause has counted
 * them (1000多趟返岗车次). 地上彩灯万盏: ten thousand of them, as verse counts.
 */
function isNoun(measure: string, text: string, start: number): boolean {
  const times = /^[班车批场]次$/.test(measure);
  if (!times && measure !== '万盏') return false;
  const clause = text.slice(boundBefore(text, start, PHRASE_STOPS, CLAUSE), start);
  return times
    ? !COUNTS_TIMES.test(clause) || /[\d百千万][余多]?[趟列个班辆]/.test(clause)
    : !MADE.test(clause);
}

/** 加开列车|车次: what says that so many were run. */
const COUNTS_TIMES =
  /新增|增开|加开|增加|开行|开通|发送|加密|检[查测]|抽[查检]|送检|开展|举办|举行|组织|召开|[共达约计]$/;

/** 农村公路……公里: the dots stand for the number. */
function readTrailing(text: string, start: number, end: number): Dropped | undefined {
  if (!(/^[%％‰]$/.test(text.slice(start, end)) ? PERCENT_CLOSES : CLOSES).test(text.slice(end, end + 8)))
    return undefined;
  let from = start;
  while (text[from - 1] === '…') from--;
  return { start: from, end, frame: frameBefore(text, from), measure: text.slice(from, end) };
}

/** 不少于次: whatever is counted, a number comes first. */
const AT_LEAST = /不得?(?:少于|低于|超过|多于)$|至少$/;

/** 服务点个，配备网格员人: a counter behind the very noun that it counts. `end` lies behind the mark that closes. */
export function readCounter(
  text: string,
  start: number,
  end: number,
  paragraph: Paragraph,
): Dropped | undefined {
  const before = text.slice(Math.max(0, start - 8), start);
  if (HOUSEHOLDS.test(before)) return undefined;
  const counted = readCounted(text, start, end, paragraph);
  if (counted) return counted;
  // 新增市场主体……户，: the dots stand for the number.
  if (/[\u4e00-\u9fff]…{1,2}$/.test(before)) return readTrailing(text, start, end - 1);
  const measure = text.slice(start, end - 1);
  const atLeast = AT_LEAST.exec(before)?.[0];
  if (atLeast !== undefined) return { start, end: end - 1, frame: atLeast, measure };
  if (!/[\u4e00-\u9fff]{2}$/.test(before) || COUNTED.at(text, start - 1) || paragraph.role === 'table')
    return undefined;
  const ofPeople = OF_PEOPLE.has(measure);
  if (measure === '人' && LED_PEOPLE.test(before) && hasFigures(text, start, end))
    return { start, end: end - 1, frame: frameBefore(text, start), measure };
  // 随迁子女约|名|，: 公约人, 预约人 are people.
  if (ofPeople && LED.test(before) && (measure === '名' || !before.endsWith('约')))
    return { start, end: end - 1, frame: frameBefore(text, start), measure };
  if (ofPeople && !PEOPLE.test(before)) return undefined;
  if (!ofPeople && measure !== '个' && (LED.test(before) || REACHED.test(before)) && STOPS.at(text, end - 1))
    return { start, end: end - 1, frame: frameBefore(text, start), measure };
  const { words } = paragraph.language;
  const frame = nounCounted(text, start, end, words) ?? listCounted(text, start, end, words);
  return frame === undefined ? undefined : { start, end: end - 1, frame, measure };
}

/** The noun right before a counter, where it counts such. */
function nounCounted(text: string, start: number, end: number, words: Words): string | undefined {
  const before = text.slice(Math.max(0, start - 8), start);
  const unit = text.slice(start, end - 1);
  // 国家，条件，: most of them end a word, which is asked for before the clause is cut.
  const ofPeople = OF_PEOPLE.has(unit) && PEOPLE.test(before);
  if (!ofPeople && words.has(text.slice(start - 1, end - 1))) return undefined;
  const clause = text.slice(boundBefore(text, start, PHRASE_STOPS, CLAUSE), start);
  const made = MADE.test(clause) || (OF_PEOPLE.has(unit) && DEALT_WITH.test(clause));
  if (!made && !hasFigures(text, start, end)) return undefined;
  if (!words.isBoundary(text, start) || endsName(unit, before, clause)) return undefined;
  const noun = wordBefore(text, start, words) ?? (PEOPLE.exec(before) ?? BUILT.exec(before))?.[0];
  if (noun === undefined) return undefined;
  if (unit === '处' && isOffice(text.slice(end - 1, end + 8), made ? undefined : (words.tagOf(noun) ?? 'v')))
    return undefined;
  return isCountable(noun, unit, words) || (made && MENDED.has(noun)) ? noun : undefined;
}

/** 救生圈60个、抛绳器|套|，: what is counted in a row, the item before it, or the one behind it, having its figure. */
function listCounted(text: string, start: number, end: number, words: Words): string | undefined {
  const unit = text.slice(start, end - 1);
  if (OF_PEOPLE.has(unit) || !OF_GOODS.has(unit)) return undefined;
  const from = boundBefore(text, start, PHRASE_STOPS, LONGEST_ITEM + 1);
  const noun = text.slice(from, start);
  if (!/^[\u4e00-\u9fff]{2,9}$/.test(noun) || !words.isBoundary(text, start)) return undefined;
  if (endsName(unit, text.slice(Math.max(0, start - 8), start), noun)) return undefined;
  for (let length = 1; length <= 3; length++)
    if (words.has(text.slice(start - length, end - 1))) return undefined;
  const isBehind = /\d[余多]?[万亿]?[\u4e00-\u9fff]{1,3}[、，]$/.test(
    text.slice(Math.max(0, from - 8), from),
  );
  const isBefore = /^[、，][\u4e00-\u9fff]{2,10}\d/.test(text.slice(end - 1, end + 12));
  return isBehind || isBefore ? frameBefore(text, start) : undefined;
}
const LONGEST_ITEM = 9;
/** What goods and works are counted by, and hardly any word ends in. */
const OF_GOODS = new Set([
  '头',
  '尾',
  '米',
  '枚',
  '棵',
  '册',
  '块',
  '箱',
  '间',
  '套',
  '辆',
  '艘',
  '盏',
  '栋',
  '幢',
  '株',
  '座',
  '件',
]);

/** Whether a measure word is the end of a word or a name: 换新|天|, 优秀等|次|, 调度|台|, 靠近齿轮|处|, 法定代表|人|, 孟女士|家|. */
export function endsName(unit: string, before: string, clause: string): boolean {
  switch (unit) {
    case '天':
      return !/(?:天数|达到?|历时|工期|用时|天气)$/.test(before);
    case '次':
      return GRADES.at(before, before.length - 1);
    case '台':
      return STATIONS.test(before);
    case '处':
      return LOCATED.test(clause) || SECTIONS.test(clause) || SPOTS.test(before);
    case '间':
      return LOCATED.test(clause) || ROOMS.test(before);
    case '箱':
      return CASES.test(before);
    case '人':
      return before.endsWith('代表');
    case '家':
      return PERSONS.test(before);
    default:
      return false;
  }
}

/**
 * Whether 处 is an office: one of a list of them (国际合作与交流处、外国语学院), or named by what it does (市建筑监理处).
 * @param behind the text from 处 on
 * @param tag of the noun before it
 */
function isOffice(behind: string, tag: string | undefined): boolean {
  return OFFICES.test(behind) || tag?.startsWith('v') === true;
}

const OFFICES = /^、[\u4e00-\u9fff]{1,6}(?:[处部科室院所]|中心)/;
/** What makes a word with 次: 等次, 层次, 位次. */
const GRADES = new Characters('等层档名位频梯依主目序版座');
/** A clause is no longer. */
const CLAUSE = 24;
const MAKES = '完成 新增 新建 新发展 改建 建成 培育 引进 打造 创建 认定 关停 取缔 排查';
/** 培育家庭农场家, 完成危房改造户: what an office has made, so many of it; no other figure need vouch for that. */
const MADE = new RegExp(`^(?:(?:今年|全年|共|累计|已|目前)(?:以来)?){0,2}${anyOf(MAKES)}`);
const OF_PEOPLE = new Set(['人', '名']);
/** 处分党员干部人: with whom an office deals, so many of them. */
const DEALT_WITH = new RegExp(
  `^${anyOf('处分 问责 追责 表彰 培训 慰问 走访 帮扶 资助 救助 选派 招聘 招录')}`,
);
/** 检查项, 评分项: what lists of them are made of. */
const ITEMS = /(?:(?:专[业项]|[化类的控])检查|评分|加分|扣分|否决|测评|指标|配置|功能|可选|必选)$/;
/** Whose home 家 is. */
const PERSONS =
  /(?:女士|先生|老人|大爷|大娘|大妈|大姐|奶奶|爷爷|师傅|书记|老师|同志|战友|邻居|亲戚|村民|老乡)$/;
/** What is done at a 台 that is no machine. */
const STATIONS =
  /(?:调度|服务|操作|控制|工作|展示|咨询|导诊|观景|监控|指挥|管理|信息|瞭望|受理|基准|观测|监测|测量)$/;
/** What says where: 在…处, 位于…处. */
const LOCATED = /[在于距离至从经][\u4e00-\u9fff]{1,12}$|位于|靠近|临近|连接|穿越/;
/** 门口路段|处, 售货|处: a spot by what is there or done there. */
const SPOTS =
  /(?:路[段口]|街口|门[口前]|信号灯|拐[弯角]|转[弯角]|交[叉界汇]|[售取领]货|售[票后]|收[银费]|[公印盖签骑][章字名缝]|落款)$/;
/** 低压配电|箱, 垃圾|箱: what it is for makes it a thing of its own. */
const CASES =
  /(?:[配变][电压]|开关|控制|电[控表]|信号|消[防火]|垃圾|工具|意见|举报|投票|急救|周转|保温|[接分]线)$/;
/** 省档案馆信息技术|处: whose office it is stands before. */
const SECTIONS = /(?:档案馆|改革委|委员会|[厅局署院办]|公司|集团|大学|学院)[\u4e00-\u9fff]{2,8}$/;
/** What is a place among others with 间 (田地间), and a room by what is done in it (工作间); houses are counted by 间. */
const ROOMS = /(?:田地|天地|山水|林地|草地|乡野|[堆丛群]|设备|配电|值班|卫生|[工操制洗更储收].)$/;
/** What is done to houses and places. */
const MENDED = new Set(['改造', '整治', '修缮', '搬迁', '改厕', '加固', '复垦']);

/** Verbs that lead to a number. */
const LEADS = new Set(
  '达到 增至 增加到 扩大到 提高到 发展到 减少到 扩展到 突破 超过 完成 新增 共有 现有 建成 新建 约 共计 累计 合计'.split(
    ' ',
  ),
);
/** 免费开放达|天: not 到达|处, 直达|家. */
const REACHED = /[\u4e00-\u9fff]{2}(?<![到抵直通表传发转下])达$/;

/** 受灾群众转移安置达|人: not 文化达人. */
const LED_PEOPLE = /(?:人[口员数次]|安置|培训|就业|参[与加训]|受益|惠及|转移|覆盖|累计|总计|已|共|最高)达$/;

/** Whom 人 and 名 count; behind other nouns they make a word: 合伙人, 项目名. */
export const PEOPLE =
  /(?:[渔牧村居移灾选]民|员|师|职工|学生|[校业考新究]生|教授|民工|劳动力|群众|干部|代表|骨干|志愿者|党员|民警|医生|教师|选手|人才)$/;

/** What is written and counted by 篇. */
const WRITINGS = /(?:文|稿|道|讯|信息|简报|专报|报告|材料|作品|新闻|案例|体会|评论|随笔|日记|书评)$/;

/** What compounds that no dictionary has end with: 阅览点, 污水处理站. */
const BUILT = /[\u4e00-\u9fff][点站室馆厂院校所房库塘池桥渠井坝棚园场店线机车灯]$/;

type Words = Paragraph['language']['words'];

/** The word that ends at an offset, of two to four characters; undefined where the dictionary has none there: 等次 and names of places end so. */
function wordBefore(text: string, at: number, words: Words): string | undefined {
  for (let length = 4; length >= 2; length--) {
    const word = text.slice(at - length, at);
    if (word.length === length && words.has(word) && words.isBoundary(text, at - length)) return word;
  }
  return undefined;
}

function isCountable(noun: string, unit: string, words: Words): boolean {
  if (LEADS.has(noun)) return unit !== '人' && unit !== '名';
  if (unit === '人' || unit === '名') return PEOPLE.test(noun);
  // 开篇、智造篇: the part of a work.
  if (unit === '篇') return WRITINGS.test(noun);
  return /^(?:n|nz|nl|vn)$/.test(words.tagOf(noun) ?? 'n');
}

/** 接待游客人次、床位张: a row of indicators with their units, as the head of a table names them. */
function isUnitNamed(text: string, start: number, end: number): boolean {
  return (
    /(?:单位|计量|折合|以|按)[^，。；]{0,6}$/.test(text.slice(Math.max(0, start - 8), start)) ||
    (text[end] === '、' && /^、[^，。；、\d]{2,14}(?:[、，。；]|$)/.test(text.slice(end, end + 18)))
  );
}

/** Whether the sentence counts anything else: what has lost one figure has others. */
export function hasFigures(text: string, start: number, end: number): boolean {
  const left = text.slice(boundBefore(text, start, SENTENCE_STOPS, AROUND), start);
  const right = text.slice(end, boundAfter(text, end, SENTENCE_STOPS, AROUND));
  return /[\d０-９]/.test(left) || /[\d０-９]/.test(right);
}

export function frameBefore(text: string, at: number): string {
  return /[\u4e00-\u9fff]{1,4}$/.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? '';
}
