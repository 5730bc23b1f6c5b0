/** Indicators that every report names, and names again: what a clause says of one of them, of whom and when. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Statement } from './statements.ts';

export const HAN_DIGIT = `[${ONE_TO_TEN}]`;

const HEADLINES = [
  '地区生产总值 国内生产总值 一般公共预算(?:总)?收入 一般公共预算支出 固定资产投资 社会消费品零售总额 规模以上工业增加值',
  '规上工业增加值 工业总产值 进出口总[额值] (?:城镇|农村|全体)?(?:常住)?居民人均可支配收入 常住人口 户籍人口 粮食(?:总)?产量',
  '存款余额 贷款余额 游客接待量 旅游(?:总|综合)?收入 城镇新增就业 粮食播种面积 实际利用外资',
];
const HEADLINE = new RegExp(`(${anyOf(HEADLINES)})(?:[（(]GDP[）)])?(?:完成|实现|达到?|为|突破)*$`);
export const SCOPES = /全[国省市县区州旗镇乡]|[我本][国省市县区州旗镇乡]|[省市县区]本级/;
export const TIME = new RegExp(
  anyOf(
    String.raw`\d{4}年(?:底|末|\d{1,2}月(?:份|底|末)?|上半年|下半年|前三季度|[一二三四]季度)?`,
    '今年 去年 前年 明年 上年 上半年 下半年 前三季度 [一二三四]季度',
    String.raw`\d{1,2}[—-]\d{1,2}月份? \d{1,2}月份 “?${HAN_DIGIT}{1,3}五”?(?:时期|期间|末) 五年 五年来`,
  ),
  'g',
);
/** What has not come to pass, or is the other end of a movement. */
export const NOT_NOW =
  /目标|计划|力争|预期|确保|争取|到20\d\d|将|由|从|比|较|突破|增加到|提高到|增长到|增至|分别|其中/;

/** 地区生产总值|由2020年的205.6亿元增加到: the later end is what there is now. */
const HEADLINE_MOVED = new RegExp(
  `(${anyOf(HEADLINES)})(?:由|从)[^，。；、]{3,24}(?:增加|增长|提高|提升|扩大|跃升)(?:到|至)$`,
);
/** What {@link HEADLINE} ends with. */
const HEADLINE_ENDS = new Characters('值入出资额口量业积）)成现到达为破至');

const NOT_YET = /目标|计划|力争|预期|确保|争取|到20\d\d|将|分别|其中/;

/** What a clause states of a headline indicator, its scope and time beside it. */
export function headline(
  text: string,
  figure: Quantity,
  clause: string,
  start: number,
): Statement | undefined {
  if (!HEADLINE_ENDS.at(clause, clause.length - 1)) return undefined;
  const now = HEADLINE.exec(clause);
  const name = now ?? HEADLINE_MOVED.exec(clause);
  if (!name || figure.han || (now ? NOT_NOW.test(clause) : NOT_YET.test(clause))) return undefined;
  const sentence = text.slice(boundBefore(text, start, STATEMENT_STOPS), start);
  if (/目标|计划|力争|预期|确保|争取|由|从/.test(sentence)) return undefined;
  const before = clause.slice(0, name.index);
  const scope = SCOPES.exec(before)?.[0] ?? '';
  // What is left of it names someone else: 城关镇, 开发区.
  const owner = before
    .replace(scope, '')
    .replace(TIME, '')
    .replace(/^[，的]|预计|累计|完成|实现|全年|末|底|一般|的/g, '');
  const period = [...sentence.matchAll(TIME), ...before.matchAll(TIME)].at(-1)?.[0] ?? '';
  return {
    key: `${owner} ${name[1]} ${figure.dimension}`,
    figure,
    start,
    way: 'headline',
    scope,
    period,
    goal: false,
  };
}
