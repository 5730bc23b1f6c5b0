/** Whether parts make up their whole by what they are called: 合格 and 不合格, 男 and 女, 甲、乙 and 其他. */
import { rows } from '../../../generated/figures-complements.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';

/** Each part by its wordings. */
const SETS = rows.map(({ parts }) => parts.split('；').map((part) => part.split('|')));
const REST = /^(?:其[他它余]|另外|剩余|余下)|[及和]其他(?:费用|支出)?$/;
const NOT = /^(?:尚)?(?:不|未|非|无|没有?)/;
/** What may stand before a name: 已参保, 其中男性. */
const BEFORE = /^(?:其中|已经?|有|为|是)+/;

/** What has been done, is being done and is still to be done: 已除险, 正在施工, 尚未开工. */
const STATES = [
  /^(?:其中)?(?:已|完成)/,
  /^(?:其中)?(?:正在|在建|正)/,
  /^(?:其中)?(?:尚|还|仍)?(?:未|待|没有)/,
];

/** Whether each part is in a state of its own: none of them can be counted twice. */
export function areStates(labels: readonly string[]): boolean {
  const states = labels.map((label) => STATES.findIndex((state) => state.test(label)));
  return labels.length > 1 && !states.includes(-1) && new Set(states).size === states.length;
}

/** Any name of a part in a set. */
const NAMES = new ShortList(SETS.flat(2));

/** Labels as they stand before the figures of the parts. */
export function areComplete(labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  if (REST.test(labels.at(-1)!) || areSteps(labels)) return true;
  const [first, second] = labels;
  if (labels.length === 2 && (isNegation(first!, second!) || isSplit(first!, second!))) return true;
  return (
    labels.every((label) => NAMES.isIn(label, 0, label.length)) &&
    SETS.some(
      (set) =>
        set.length === labels.length &&
        new Set(labels.map((label) => memberOf(set, label))).size === set.length &&
        labels.every((label) => memberOf(set, label) >= 0),
    )
  );
}

/** 高级教师、一级教师、二级及以下教师: a scale of three steps or more, down to its end. */
function areSteps(labels: readonly string[]): boolean {
  return labels.length > 2 && /及以下/.test(labels.at(-1)!) && labels.every((label) => STEP.test(label));
}
const STEP = /级|[职学]|本科|大专|硕士|博士|科员/;

/** Whether labels name parts of one set, not all of it: one thing is not two of them. */
export function areOfOneSet(labels: readonly string[]): boolean {
  if (!labels.every((label) => NAMES.isIn(label, 0, label.length))) return false;
  return SETS.some((set) => {
    const members = labels.map((label) => memberOf(set, label));
    return !members.includes(-1) && new Set(members).size === members.length;
  });
}

/** What joins the names of two or three things before their number: 第一书记|和|工作队员. */
const JOINTS = new Characters('、和与及暨');

/** Whether the words before a whole end with the names of all its parts, joined: 第一书记和工作队员176名，其中第一书记58名、工作队员118名. */
export function areNamedBefore(words: string, labels: readonly string[]): boolean {
  let end = words.length;
  for (let i = labels.length - 1; i >= 0; i--) {
    const name = labels[i]!.replace(BEFORE, '');
    if (name.length < SHORTEST_NAME || !words.endsWith(name, end)) return false;
    end -= name.length;
    if (i > 0 && !JOINTS.at(words, --end)) return false;
  }
  return labels.length > 1;
}
const SHORTEST_NAME = 2;

const SPAN_OF_YEARS = new RegExp(`(?<years>[${ONE_TO_TEN}]|\\d)年[^，。；、\\d]{0,16}$`);

/** Whether labels are the years of a span told before the whole, one after the other: 三年改造60条，其中2026年20条、2027年20条、2028年20条. */
export function areYearsOf(words: string, labels: readonly string[]): boolean {
  const years = SPAN_OF_YEARS.exec(words)?.groups?.years;
  if (years === undefined || (readHanNumber(years, 0)?.value ?? Number(years)) !== labels.length)
    return false;
  const first = Number(labels[0]!.slice(0, 4));
  return labels.every((label, i) => label === `第${ONE_TO_TEN[i]}年` || label.startsWith(`${first + i}年`));
}

const ORDERS = [ONE_TO_TEN, 'ABCDEF', 'ＡＢＣＤＥＦ', '甲乙丙丁戊', 'ⅠⅡⅢⅣⅤ'];
const LEAST_NUMBERED = 3;

/** 一分厂、二分厂、三分厂 · A级、B级、C级: from the first on, and one after the other. */
export function areNumbered(labels: readonly string[]): boolean {
  if (labels.length < LEAST_NUMBERED) return false;
  // 评为|A级: what is said before the first of them.
  const order = ORDERS.find((marks) => labels[1]!.startsWith(marks[1]!));
  const name = labels[1]!.slice(1);
  return (
    order !== undefined &&
    name !== '' &&
    labels[0]!.endsWith(order[0]! + name) &&
    labels.every((label, i) => i === 0 || label === order[i]! + name)
  );
}

const BELOW = /(?<!\d)(\d{1,6})(岁|人|亩|万元|平方米)(?:及?以下|以内)$/;
const ABOVE = /(?<!\d)(\d{1,6})(岁|人|亩|万元|平方米)(?:及?以上)$/;

/** 60岁以下, 60岁及以上, in either order. */
function isSplit(a: string, b: string): boolean {
  const [below, above] = BELOW.test(a) ? [BELOW.exec(a), ABOVE.exec(b)] : [BELOW.exec(b), ABOVE.exec(a)];
  return below !== null && above !== null && below[1] === above[1] && below[2] === above[2];
}

/** 未通过 of 通过, and of 审核通过. */
function negates(negation: string, said: string): boolean {
  const act = negation.replace(NOT, '');
  return (
    NOT.test(negation) &&
    act.length > 0 &&
    !NOT.test(said) &&
    (act === said || (act.length > 1 && said.endsWith(act)))
  );
}

/** 参保, 未参保, in either order. */
export function isNegation(a: string, b: string): boolean {
  const [x, y] = [a, b].map((label) => label.replace(BEFORE, '')) as [string, string];
  return negates(y, x) || negates(x, y);
}

/** The part of the set that a label names, by the longest of the wordings in it: 不合格 is not 合格. */
function memberOf(set: readonly (readonly string[])[], label: string): number {
  let member = -1;
  let longest = 0;
  for (const [i, wordings] of set.entries()) {
    for (const wording of wordings) {
      if (wording.length > longest && label.includes(wording)) {
        member = i;
        longest = wording.length;
      }
    }
  }
  return member;
}

/** 村（社区）, 县（市、区）, 乡镇街道: two kinds of place or more that are counted together. */
const KIND = '(?:[市县区乡镇村居旗]|社区|街道)';
const KINDS = new RegExp(
  `^(?<first>[省市县区乡镇村]{1,2})(?:[（(](?<others>${KIND}(?:、${KIND})*)[）)]|(?<other>街道|社区))`,
);

/** Whether parts are called by the kinds that the noun of their whole names: 187个|村（社区）, 村156个、社区31个. */
export function areKindsOf(noun: string, labels: readonly string[]): boolean {
  const { first, other, others = other } = KINDS.exec(noun)?.groups ?? {};
  if (first === undefined) return false;
  const kinds = [first, ...others!.split('、')];
  return (
    kinds.length === labels.length && kinds.every((kind) => labels.some((label) => label.endsWith(kind)))
  );
}

/** 1至6月 is 上半年. */
const MONTHS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)1月?[至到—－–~-]3月/, '一季度'],
  [/(?<!\d)1月?[至到—－–~-]6月/, '上半年'],
  [/(?<!\d)1月?[至到—－–~-]9月/, '前三季度'],
  [/(?<!\d)1月?[至到—－–~-]12月/, '全年'],
];

/** What longer periods are made up of; the shorter ones in their order. */
export const MADE_UP_OF: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['上半年', ['一季度', '二季度']],
  ['前三季度', ['一季度', '二季度', '三季度']],
  ['前三季度', ['上半年', '三季度']],
  ['下半年', ['三季度', '四季度']],
  ['全年', ['一季度', '二季度', '三季度', '四季度']],
  ['全年', ['上半年', '下半年']],
  ['全年', ['前三季度', '四季度']],
  ['一季度', ['1月', '2月', '3月']],
  ['二季度', ['4月', '5月', '6月']],
  ['三季度', ['7月', '8月', '9月']],
  ['四季度', ['10月', '11月', '12月']],
];

/** Whether labels that begin with periods are all that a text on the longer period names: 上半年…，其中一季度…、二季度…. */
export function makeUp(whole: string, labels: readonly string[]): boolean {
  const months = MONTHS.find(([pattern]) => pattern.test(whole))?.[1];
  return MADE_UP_OF.some(
    ([period, parts]) =>
      (whole.includes(period) || period === months) &&
      parts.length === labels.length &&
      parts.every((part, i) => labels[i]!.replace(/^第/, '').startsWith(part)),
  );
}
