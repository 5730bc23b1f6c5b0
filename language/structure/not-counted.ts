/** Numbers with a measure word that count no list: parts of longer numbers, thresholds, names of things that have their number for good. */
import { boundBefore, STATEMENT_STOPS } from '../text/bounds.ts';
import { Characters, DIGITS, ShortList } from '../text/characters.ts';
import { HAN_DIGITS, ONE_TO_TEN } from '../text/numerals.ts';

/**
 * Whether a number in front of a list counts none.
 * @param end of the noun behind it
 */
export const countsNone = (
  text: string,
  {
    start,
    measureEnd,
    measure,
  }: { readonly start: number; readonly measureEnd: number; readonly measure: string },
  end: number,
): boolean =>
  isKnownName(text, start, end) ||
  (text[start] === '二' &&
    measure === '类' &&
    !COUNTS_CLASSES.test(text.slice(Math.max(0, start - 2), start))) ||
  // “五个|一批”
  (measure !== '个' && COUNTS_TWICE.test(text.slice(measureEnd, measureEnd + 2))) ||
  isThreshold(text, start, end);

/** 以下为二类口岸: the second class; two of them are 两类, or 分为二类 in older texts. */
const COUNTS_CLASSES = /(?:分[成为]|[共下列等这述有])$/;

/** 第三项, 百分之五点, 1.5个, 二十三项 (its number began before), 每三个, 近三个: not the number of a list. */
const NOT_BEFORE = new Characters(`第之零${HAN_DIGITS}十百千万亿两几数.．%每近约超达前后逾过—－~～-`, DIGITS);
/** 通过|三条途径, 要过|四道关: not 超过三项. */
const isVerb = (text: string, at: number) => text[at] === '过' && !'超多越高'.includes(text[at - 1] ?? '超');
/** 3个至5个, 两到三项: the end of a range. */
const RANGE_MARKS = new Characters('至到或');
const RANGE_BEGINNINGS = new Characters('〇一二两三四五六七八九十个项条点种类', DIGITS);
/** 两种或两种以上, 三至五项: the beginning of one. */
const OPEN_ENDED = new ShortList(['或', '及以上', '和以上', '多']);
const NOT_AFTER = new ShortList([
  ...['百分点', '多', '余', '左右', '以上', '以下', '月', '小时', '工作日', '年', '亿', '万', '半', '来'],
  ...['省', '市', '县', '区', '州'],
]);

/** What has its number for good, and is seldom told one by one. */
const KNOWN_NAMES = new ShortList([
  ...[
    '八项规定',
    '四项基本原则',
    '四种形态',
    '六项纪律',
    '四个意识',
    '四个自信',
    '两个维护',
    '两个确立',
    '三项制度',
  ],
  ...[
    '三个代表',
    '四个全面',
    '三大攻坚战',
    '四项监督',
    '两项法规',
    '五大发展理念',
    '三项改革',
    '八项本领',
    '七种能力',
  ],
]);

/** 违反中央|八项规定|精神典型问题: the name of something stands in a longer one, which the number does not count. */
function isKnownName(text: string, start: number, end: number): boolean {
  const name = KNOWN_NAMES.wordAt(text, start);
  return name !== undefined && (start + name.length < end || name === EIGHT_RULES);
}
/** Nobody lists these. */
const EIGHT_RULES = '八项规定';

/** 三重|一大决策程序, 四议|两公开: a name that counts twice. */
const COUNTS_TWICE = new RegExp(`^[${ONE_TO_TEN}](?![般体流线致次系定是要])[\\u4e00-\\u9fff]`);

/** 至少有下列2项, 具有以下4项标准（至少1项…）: so many of those listed, which may be more. */
const isThreshold = (text: string, start: number, end: number): boolean =>
  LEAST.test(text.slice(Math.max(0, start - LEAST_REACH), start)) || text.startsWith('（至少', end);
const LEAST = /(?:至少|不少于|不低于|任意|任选)[^，。；]{0,5}$/;
const LEAST_REACH = 9;

/** 总书记在全会上以“六个必须”总结…: what others have counted is called by its name, and the writer's own list follows. */
export function isOfLeaders(text: string, start: number): boolean {
  const sentence = text.slice(boundBefore(text, start, STATEMENT_STOPS, LEADERS_REACH), start);
  return LEADERS.test(sentence);
}
const LEADERS_REACH = 60;
const LEADERS = /总书记[^，。；]{0,20}[上中]，?以“$/;

/** 第三项, 1.5个, 三个月, 3个至5个, 两种以上: the number goes on, or is one end of a range. */
export function isPartOfNumber(text: string, start: number, measureEnd: number): boolean {
  return (
    (NOT_BEFORE.at(text, start - 1) && !isVerb(text, start - 1)) ||
    (RANGE_MARKS.at(text, start - 1) && RANGE_BEGINNINGS.at(text, start - 2)) ||
    NOT_AFTER.isAt(text, measureEnd) ||
    OPEN_ENDED.isAt(text, measureEnd) ||
    (RANGE_MARKS.at(text, measureEnd) && RANGE_BEGINNINGS.at(text, measureEnd + 1))
  );
}
