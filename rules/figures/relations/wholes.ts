/**
 * Parts that exceed their whole: 共30家，其中国企45家 · 75处隐患中，已销号102处 · 54户37人.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { ShortList } from '../../../language/text/characters.ts';
import { meets } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Relation } from './relation.ts';
import { between, isRateOf, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

/** The gap before a part is no longer. */
const LONGEST_AMONG = 30;
/** One of these stands before every part that is read. */
const AMONG_WORDS = new ShortList(
  '其中 包括 有 中 里 已 共 累计 开工 竣工 投产 完成 建成 整改 办结 办复 解决 采纳 立案 化解 销号 落实 发现 检出 查出 评 女 少数'.split(
    ' ',
  ),
);

const AMONG = /^[^。；\d]{0,14}[，,（(、](?:其中|包括)[，：,]?[^，。；、\d）)]{0,12}$/;
/** Of another time, or of what was not there before; 年产值 is of the things themselves, and so are 网上 and 规上. */
const OF_OTHER_TIME =
  /年(?!产|营|销|主营|纳税|收入)|(?<![网线规限以])上(?![级市])|新(?!型|兴|能源|材料|技术)/;
const STILL = /^[^，。；、\d]{0,12}(?<!在内)[，,](?:其中)?(?:仍|尚|还|目前|已|只|仅)有$/;
const REMAINS = /^[未没尚已在处不达超完通，。；]/;
/** 预付|27万元，尚有115.5万元未付: what is left is left of more. */
const DEALT = /(?:预付|支付|已[付交还收])[^，。；\d]{0,8}$/;
/** 75处|隐患中，已销号|102处, without a noun of its own behind it. */
const WITHIN = /^[^，。；、\d]{1,14}[中里][，,]?[^，。；、\d]{0,12}$/;
/**
 * 56个项目中，有|65个已经竣工: nothing but 有 between, and what was done to them behind, so that they are of the same thing; 86个已建成的站点
 * are of another.
 */
const OF_THEM =
  /^[^，。；、\d]{1,14}[中里][，,]?(?:今年|去年|当年|本次|本轮|截至目前)?(?:(?:已|还|仍|尚|目前|现|只|仅)?有)?$/;
const DONE =
  /^(?:[未没尚已在处不]|竣工|投产|开工|建成|完工|启动|落地|完成|达标|通过|合格)(?![^，。；、]{0,12}的)/;
/** 68个|产业项目开工|71个 */
const WORKS = '项目 任务 工程 隐患 问题 事项 案件 实事';
const WORK_DONE = '开工 完工 竣工 投产 完成 建成 整改 办结 销号 交付';
const OF_WORK = new RegExp(
  String.raw`^[^，。；、\d]{0,8}${anyOf(WORKS)}(?:现|目前)?(?:已|全部)?${anyOf(WORK_DONE)}$`,
);
/** 排查出的36处|风险点，已整治|41处; 收到来信36件|，办结|41件 */
const SETTLED = '整改 办结 办复 解决 采纳 立案 化解 销号 落实';
const DEALT_WITH = new RegExp(
  String.raw`^[^，。；、\d]{0,10}[，,](?:(?:现|目前)?已(?:全部)?[^，。；、\d]{2,6}|${anyOf(SETTLED)})$`,
);
const FINDS = '排查 梳理 发现 查摆 交办 受理 收到 收集 登记 征集 摸排 反馈 转办 接到 (?:确定|列入|承诺)的';
const FOUND = new RegExp(String.raw`${anyOf(FINDS)}[^，。；、\d]{0,6}$`);
/** 对全市86家|危化企业开展“回头看”，已检查|92家 */
const IN_CAMPAIGN = new RegExp(
  [
    String.raw`^[^，。；、\d]{2,10}(?:开展|进行|实施|组织)[^，。；、\d]{0,12}[，,]`,
    String.raw`(?:现|目前|共|累计)?已?(?:全部)?[^，。；、\d]{2,4}$`,
  ].join(''),
);
/** 代表280名，女代表|96名 */
const SOME_PERSONS = /^[，,](?:其中)?(?:女|妇女|少数民族|非中共)[^，。；、\d]{0,6}$/;
/** What is looked at, and what is found. */
const CHECKED = /(?:抽[查检测取样]|检查|检测|送检|督查|走访|调查|测评|体检)[^，。；、\d]{0,12}$/;
const FAULTY = /^[^，。；、\d]{0,8}[，,](?:其中|共)?(?:发现|检出|查出|评[为定出])[^，。；、\d]{1,10}$/;
/** Of what these count one place may have several. */
const MANY_EACH = new Set(['个', '处', '项', '条', '起', '件', '种', '次']);
const AIMED_AT = /对(?:全[省市县区镇乡]|辖区|[^，。；、\d]{0,4}内|所有)?(?:的|共)?$/;
/** 小（1）型, 二级裁判员: a class by its number. */
const CLASS = /[（(][\d一二三四五][）)]/;
const NEXT_WITHIN = /^[、，,][^，。；、\d]{1,12}$/;
/** In a list behind 其中, with 、 alone: a comma may begin something else. */
const NEXT_AMONG = /^[^，。；、\d（）()]{0,6}、[^，。；、\d]{1,12}$/;
const ENDS = /^[，。；、）,]|^$/;
/** 规划总投资|1.8亿元，其中每年投资|6000万元 */
const OF_ALL_YEARS = /总(?:投资|投入|额|规模|资金)[^，。；、\d]{0,6}$/;
const YEARLY = /^[，,（(](?:其中)?[，：:,]?(?:每年|年均)[^，。；、\d]{0,10}$/;
const OTHER = /[年月周日]均|平均|人均|每|增长|增加|减少|新增|净增|净流|净额|净利|净收|同比/;

/** 新增专利授权86件|，其中发明专利|92件: of those that are new. */
const NEWLY_THERE = /^[，,（(]其中(?!.{0,12}(?:[累总共现达]|存量))/;

export function readSubset(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures, start } = sentence;
  const whole = figures[i]!;
  // 61公斤级比赛中: a class, and no whole.
  if (i + 1 === figures.length || !adds(whole) || text[whole.unitEnd] === '级') return;
  // 销量5642吨，完成计划的91%，增长8.5%，其中…: the rates between them are the whole's own.
  let at = i + 1;
  while (at < figures.length && (isRateOf(text, figures, at) || isWorthOf(text, figures, at))) at++;
  const part = figures[at];
  const before = figures[at - 1]!;
  if (!part || part.start - before.end > LONGEST_AMONG || !AMONG_WORDS.isIn(text, before.end, part.start))
    return;
  const said = text.slice(Math.max(start, whole.start - 16), whole.start);
  if (OTHER.test(NEWLY_THERE.test(between(text, before, part)) ? said.replace('新增', '') : said)) return;
  const gap = between(text, before, part);
  if (BECOMES.test(gap) || OF_ANOTHER.test(text.slice(part.unitEnd, part.unitEnd + 14))) return;
  // 代表176人，其中…一线代表20人，女职工41人: of all of them.
  if (SOME_PERSONS.test(gap) && part.low > whole.high && hasWholeBefore(figures, i, part)) return;
  const told = oneOf(text, whole, part, gap);
  if (told) pushSubset({ whole, part, among: true }, found);
  else if (told === undefined && WITHIN.test(gap) && !/其中/.test(gap))
    readWithin(text, figures, whole, at, found);
  else if (told === undefined) readAmong(text, sentence, i, at, found);
}

/** 其中市级|1200万元|专项中列支300万元: out of a whole of its own. */
const OF_ANOTHER = /^[^，。；、\d]{1,8}[中内里](?:列支|安排|支出|支付|解决|调剂|统筹|划拨|承担)/;

/** 鉴定费|1300元（庭审中变更为|2000元）: what the figure has become, and no part of it. */
const BECOMES = /(?:变更|调整|更改|修改|更正|改|调[增减]|追加|增加|减少)(?:为|至|到)[^，。；、\d]{0,4}$/;

/** 开工项目|6个，总投资|18.6亿元，其中…: what all of them cost is told between. */
function isWorthOf(text: string, figures: readonly Quantity[], i: number): boolean {
  const figure = figures[i]!;
  if (figure.kind !== 'money' || figures[i - 1]!.kind !== 'count') return false;
  return (
    WORTH.test(between(text, figures[i - 1]!, figure)) &&
    /^[，,]/.test(text.slice(figure.end, figure.end + 1))
  );
}

const WORTH = /^[，,](?:计划|估算|概算|项目)?总?(?:投资|金额|资金|投入|标的)[额量]?(?:为|达到?|共|约)?$/;

const NAMED_ANEW = /[中里][，,]?[^，。；、\d]{1,12}的[\u4e00-\u9fff]{2,10}$/;

/** 36个村中，已有27个通了宽带、5个…: each a part, as long as the list goes on. */
function readWithin(
  text: string,
  figures: readonly Quantity[],
  whole: Quantity,
  at: number,
  found: Relation[],
): void {
  // 8个枢纽中，新开工的数据中心|项目近|70个: things of another name.
  if (whole.unit === '个' && NAMED_ANEW.test(between(text, figures[at - 1]!, figures[at]!))) return;
  for (let k = at; k < figures.length; k++) {
    const part = figures[k]!;
    if (part.unit !== whole.unit || !adds(part) || !ENDS.test(text.slice(part.end, part.end + 1))) return;
    if (k > at && !NEXT_WITHIN.test(between(text, figures[k - 1]!, part).replace(CLASS, ''))) return;
    pushSubset({ whole, part, among: true }, found);
  }
}

/** 120家，其中规上30家、限上18家; 120家，尚有30家未…: figure `i`, and its parts from figure `at` on. */
function readAmong(text: string, sentence: Sentence, i: number, at: number, found: Relation[]): void {
  const { figures } = sentence;
  const [whole, part] = [figures[i]!, figures[at]!];
  const gap = between(text, figures[at - 1]!, part);
  const isAmong = AMONG.test(gap) && !OF_OTHER_TIME.test(gap);
  if (isAmong) pushPairs(sentence, i, at, found);
  const isRest = STILL.test(gap) && REMAINS.test(text.slice(part.unitEnd)) && !DEALT.test(lead(text, whole));
  if (!isAmong && !isRest) return;
  if (gap.includes('包括') && areOther(text, gap, part)) return;
  if (part.dimension !== whole.dimension || part.kind === 'duration' || !adds(part)) return;
  if (part.low > whole.high && hasWholeBefore(figures, i, part)) return;
  pushSubset({ whole, part, among: !isRest }, found);
  if (isAmong) pushNextAmong(text, figures, i, at + 1, found);
}

/** 120家，其中规上30家、|限上18家|: the parts of figure `i` from figure `from` on. */
function pushNextAmong(
  text: string,
  figures: readonly Quantity[],
  i: number,
  from: number,
  found: Relation[],
): void {
  const whole = figures[i]!;
  for (let k = from; k < figures.length; k++) {
    const part = figures[k]!;
    if (part.dimension !== whole.dimension || !adds(part)) return;
    if (!NEXT_AMONG.test(between(text, figures[k - 1]!, part))) return;
    if (part.low > whole.high && hasWholeBefore(figures, i, part)) return;
    pushSubset({ whole, part, among: true }, found);
  }
}

/** 4个实验|环节，包括|15个实验|步骤: things of another name, of which each of the whole may have several. */
function areOther(text: string, gap: string, part: Quantity): boolean {
  const whole = /^[\u4e00-\u9fff]{2,12}/.exec(gap)?.[0];
  const own = /^[\u4e00-\u9fff]{2,12}(?=[，。；、）])/.exec(text.slice(part.unitEnd, part.unitEnd + 13))?.[0];
  if (!whole || !own || !/^[个项]$/.test(part.unit)) return false;
  return whole.slice(-2) !== own.slice(-2);
}

/**
 * Whether the part is what was done to some of the whole, or what is spent of it in a year; undefined where the words say neither, false
 * where they do and the two are of different things.
 */
function oneOf(text: string, whole: Quantity, part: Quantity, gap: string): boolean | undefined {
  const alike = part.unit === whole.unit && adds(part);
  const closed = ENDS.test(text.slice(part.end, part.end + 1));
  if (OF_ALL_YEARS.test(lead(text, whole)) && YEARLY.test(gap))
    return part.dimension === whole.dimension && adds(part);
  if (/年均|平均|人均|每|累计/.test(gap)) return false;
  if (OF_THEM.test(gap) && DONE.test(behindNoun(text, gap, part.unitEnd))) return alike;
  if (part.unit === whole.unit && DEALT_WITH.test(gap) && FOUND.test(lead(text, whole)))
    return alike && closed;
  if (IN_CAMPAIGN.test(gap) && AIMED_AT.test(lead(text, whole))) return alike && closed;
  const isSome = OF_WORK.test(gap) || isSomeOfThem(text, whole, part, gap);
  return alike && closed && isSome ? true : undefined;
}

/** 代表280名|，女代表|96名 · 抽查门店85家|，发现存在问题的|26家 */
function isSomeOfThem(text: string, whole: Quantity, part: Quantity, gap: string): boolean {
  return (whole.kind === 'people' && SOME_PERSONS.test(gap)) || isFaulty(text, whole, part, gap);
}

/** 抽查|经营单位85家|，发现存在问题的|26家: some of what was looked at, counted as it is. */
function isFaulty(text: string, whole: Quantity, part: Quantity, gap: string): boolean {
  if (!FAULTY.test(gap) || !CHECKED.test(lead(text, whole))) return false;
  return gap.endsWith('的') || !MANY_EACH.has(part.unit);
}

/** What is behind the unit, or behind the noun that says again of what: 56个|贫困村中，有|61个|村|通过验收. */
function behindNoun(text: string, gap: string, at: number): string {
  const noun = gap.slice(0, Math.max(gap.indexOf('中'), gap.indexOf('里')));
  const again = [3, 2, 1].find((n) => n <= noun.length && text.startsWith(noun.slice(-n), at)) ?? 0;
  return text.slice(at + again, at + again + 16);
}

/** 总量21.6万户，较年初净增1.1万户，其中企业6.2万户: a figure farther back may be the whole that 其中 is about. */
function hasWholeBefore(figures: readonly Quantity[], i: number, part: Quantity): boolean {
  return figures.slice(0, i).some((q) => q.dimension === part.dimension && adds(q) && q.high >= part.low);
}

/** 新增12家|，总数达到|96家 */
const NEW = /(?:新增|净增|新建|新认定|新培育)[^，。；、\d]{0,14}$/;
const TOTALS = '累计 总数 总量 总计 [全现] 使 保有量';
const THEN_TOTAL = new RegExp(
  String.raw`^[^，。；、\d]{0,4}[，,]${anyOf(TOTALS)}[^，。；、\d]{0,10}(?:达到?|增至|增加到|有|为)了?$`,
);

/** 新增12家，总数达到10家: what is new is part of what there is. */
export function readNew(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [part, whole] = [figures[i]!, figures[i + 1]];
  if (!whole || part.dimension !== whole.dimension || !adds(part) || !adds(whole)) return;
  if (!NEW.test(lead(text, part)) || !THEN_TOTAL.test(between(text, part, whole))) return;
  found.push(newPart(part, whole));
}

/** 新开工2个，|比上年增加|3个 */
const ADDED_SINCE = /^[，、,（(](?:比|较)(?:上年|去年|前年|年初)(?:同期)?(?:多|增加|新增|净增)了?$/;

/** 开工2个，比上年增加3个: there are as many as were added at least. */
export function readAddedSince(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [whole, part] = [figures[i]!, figures[i + 1]];
  // Of money other years may be meant; nothing at all has grown by nothing.
  if (whole.kind === 'money' && whole.value > 0) return;
  if (part?.dimension !== whole.dimension || !adds(part) || !adds(whole)) return;
  if (!ADDED_SINCE.test(between(text, whole, part)) || CHANGED.test(lead(text, whole))) return;
  // 21.4万亩，其中……，瓜菜0.8万亩，比上年增加0.9万亩: what was added may be said of the whole that has parts.
  if (hasWholeBefore(figures, i, part)) return;
  found.push(newPart(part, whole));
}

/** 减少|5起，比上年多|6起: how it moved is no level. */
const CHANGED = /[增减升降][加少长幅]?了?$/;

function newPart(part: Quantity, whole: Quantity): Relation {
  return {
    rule: 'subset',
    reading: 'subset',
    claimed: whole,
    members: [part],
    expected: { low: part.low, high: Infinity },
    bound: true,
    says: { is: 'new part', part, whole },
    holds: whole.high >= part.low,
    alternatives: [],
  };
}

interface Subset {
  readonly whole: Quantity;
  readonly part: Quantity;
  readonly among: boolean;
}

/** What is said to be part of a whole must not exceed it. */
export function pushSubset({ whole, part, among }: Subset, found: Relation[]): void {
  found.push({
    rule: 'subset',
    reading: 'subset',
    claimed: part,
    members: [whole],
    expected: { low: 0, high: whole.high },
    bound: true,
    says: { is: 'part', part, whole, among },
    holds: !(part.low > whole.high) || meets(part, whole),
    alternatives: [],
  });
}

/** 126户418人，其中低保户54户437人: each with its own kind. */
function pushPairs({ figures }: Sentence, i: number, at: number, found: Relation[]): void {
  const [w1, w2, p1, p2] = [figures[i - 1], figures[i]!, figures[at]!, figures[at + 1]];
  if (!w1 || !touches(w1, w2)) return;
  // 1850户3210人，其中单人户2030户
  if (p1.dimension === w1.dimension && w1.dimension !== w2.dimension && adds(w1) && adds(p1))
    pushSubset({ whole: w1, part: p1, among: true }, found);
  if (!p2 || !touches(p1, p2)) return;
  if (w1.dimension !== p1.dimension || w2.dimension !== p2.dimension) return;
  if (adds(w2) && adds(p2)) pushSubset({ whole: w2, part: p2, among: true }, found);
}

function touches(a: Quantity, b: Quantity): boolean {
  return a.unitEnd === b.digits.start;
}

/** 54户37人: no household is without people. */
export function readHouseholds(_: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [households, people] = [figures[i]!, figures[i + 1]];
  if (households.unit !== '户' || people?.kind !== 'people' || !touches(households, people)) return;
  if (!adds(households) || !adds(people)) return;
  found.push({
    rule: 'subset',
    reading: 'households',
    claimed: people,
    members: [households],
    expected: { low: households.value, high: Infinity },
    bound: true,
    says: { is: 'households', households, people },
    holds: people.high >= households.low,
    alternatives: [],
    doubtful: true,
  });
}
