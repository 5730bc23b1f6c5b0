/** What parts are called: 修渠 of 修渠30公里; and what their names say of them, where `complements.ts` does not tell that they are all there are. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { areOfOneSet, areStates } from './complements.ts';
import { lead } from './sentences.ts';

/** 还有|6个|尚未开工: what the part is stands behind it. */
const STILL = /^(?:另外?|其余)?(?:还|仍|尚|另)有$/;
const STATE = /^(?:[项户家处件个名]?)(?:正在|尚未|未|待|在)[^，。；、\d]{1,6}/;

/** The name of a part is looked for so far back. */
export const LABEL_REACH = 20;

/** The words before a figure, over a bracket in a name: 因公出国（境）费. */
function nameBefore(text: string, part: Quantity): string {
  const before = lead(text, part);
  const open = part.start - before.length - 1;
  const aside = text[open] === '（' && before.slice(0, 5).includes('）');
  return aside ? text.slice(boundBefore(text, open, PHRASE_STOPS, LABEL_REACH), part.start) : before;
}

/** What the part is: the words before its figure. */
export function labelOf(text: string, previousEnd: number, part: Quantity): string {
  const before = nameBefore(text, part);
  const still = STILL.test(before) && STATE.exec(text.slice(part.end, part.end + 8))?.[0];
  if (still) return still;
  return before
    .replace(/^[^，。；]{0,24}(?:其中|分为|(?<!^|[集高初空命])中(?![央心学型等药医层小]))(?=.)/, '')
    .replace(/^(?:包括|包含|有)/, '')
    .replace(/^(?:和|与|及|以及)/, '')
    .replace(/(?:为|是|有|共|达){1,3}$/, '')
    .slice(-(part.start - previousEnd));
}

/** 农林类、水利类 · 东镇、西镇 */
const ALIKE = /[类区镇乡村县市州组](?=共?有?$)/;
const IN_TURN = [
  `第[${ONE_TO_TEN}] \\d{4}年 [一二三四]季度 [上下]半年 [一二三四五]期 (?:国家|乡镇|市县|省市|县乡|[省市县区乡镇村])级`,
  '(?:中央|[省市县区])(?:财政|预算内)?(?:级|资金|补助|配套|投资)',
];
/** 现有|国家级5家: what is said before the first of them. */
const OWNED = '(?:(?:现|已|拥|建|共)有|荣?获得?|荣获|建成|创建|培育|认定|争取)了?';
/** 第一年、第二年 · 2023年、2024年 · 一季度、二季度 · 省级、市级: two of these are enough. */
const SERIES = new RegExp(`^(?:[\\u4e00-\\u9fff]{0,6}${OWNED})?${anyOf(IN_TURN)}`);
const ASPECTS = [
  '党员 团员 女 男 少数民族 学历 大专 本科 硕士 博士 研究生 职称 以[上下] 岁 新增 规[上模] 民间 民营 国有 重点(?!实验室) 高新 示范',
  '青年 老 妇 儿童 未成年 残疾 军 留守 独居 空巢 代表 委员 骨干 先进 贫困 特困 级 脱贫 低保 困难 户籍 农村 城镇 上市 外资 工业 制造 基础设施 人$ 企业$',
];
/** What one thing may be beside another: a member of the party and a woman. */
export const OVERLAPPING = new RegExp(anyOf(ASPECTS));

/** By what persons are counted, each way by itself: 女教师, 本科以上, 35岁以下. */
const PERSONAL = [
  /女/,
  /少数民族/,
  /党员|团员/,
  /岁|青年|老年|中年/,
  /大专|本科|硕士|博士|研究生|学历/,
  /职称|高级|中级|技师/,
];

/** Whether two of the parts are counted by different ways of looking at a person: one may be both. */
export function areAspects(labels: readonly string[]): boolean {
  return PERSONAL.filter((way) => labels.some((label) => way.test(label))).length > 1;
}

/** Whether all are of one series that leaves nothing between its members: years, quarters, levels. */
export function isSeries(labels: readonly string[]): boolean {
  return labels.every((label) => SERIES.test(label));
}

/** Where money comes from. */
const SOURCE = new RegExp(
  anyOf(
    '债券?(?:资金)?$ 缺口(?:资金)?$ 自筹(?:资金)?$ 补助(?:资金)?$ 配套(?:资金)?$ 贷款$ 资本金$ 社会资本$ 拨款$ (?:社会|群众|企业)?筹资$ [省市县区镇乡]级财政$',
    '(?:中央|[省市县区]级?)(?:财政)?资金$ 预算内(?:资金|投资)$',
  ),
);

/** 中央预算内资金、省级配套、|县级自筹|: behind one's own money there is no more. */
export function areAllSources(labels: readonly string[]): boolean {
  return labels.every((label) => SOURCE.test(label)) && /自筹|缺口/.test(labels.at(-1)!);
}

/** Kinds of one thing by what they are for, 产业项目、基础设施项目、民生项目, and not by size, owner or stage. */
export function areClasses(labels: readonly string[]): boolean {
  const noun = labels[0]!.slice(-2);
  return labels.every((label) => label.length > 3 && label.endsWith(noun) && !BY_ASPECT.test(label));
}
const BY_ASPECT = /民间|民营|国有|重点|高新|以[上下]|新增|规[上模]|示范|级|技改|亿元|续建|新建|投产|签约/;

/** Whether all are called by one kind: 农林类、水利类. */
export function areAlike(labels: readonly string[]): boolean {
  const [kind, ...others] = labels.map((label) => ALIKE.exec(label)?.[0]);
  return kind !== undefined && others.every((other) => other === kind);
}

/** Three parts or more that have nothing in common. */
export function areApart(total: Quantity, labels: readonly string[]): boolean {
  if (
    isSeries(labels) ||
    areStates(labels) ||
    areOfOneSet(labels) ||
    labels.every((label) => SOURCE.test(label))
  )
    return true;
  if (labels.length < 3) return false;
  if (areAlike(labels)) return true;
  if (areClasses(labels)) return true;
  if (total.kind !== 'count' && total.kind !== 'place') return false;
  return labels.every((label) => label.length >= 2 && !OVERLAPPING.test(label));
}

/** 供水板块收入|4.6亿元，排污板块收入3.9亿元，其他板块收入1.1亿元: called as all the others are, the first of them. */
export function isSibling(text: string, total: Quantity, labels: readonly string[]): boolean {
  const own = lead(text, total);
  const name = own.slice(-SIBLING);
  return (
    own.length > SIBLING && labels.every((label) => label.endsWith(name)) && !/[总全共年]|合计/.test(own)
  );
}
const SIBLING = 3;
