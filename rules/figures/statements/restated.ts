/**
 * What was done, told twice: 全县新建农村公路126公里 in one place, 全年新建农村公路136公里 in another. The name is the whole clause without when, whose and how it
 * is tied to its figure; of two figures only a slip of the pen counts, since a text may have like things of several places and times.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { decimalsOf } from '../relations/relation.ts';
import { SCOPES, TIME } from './headlines.ts';
import type { Statement } from './statements.ts';

/** Of several, of a part, of another time, of what is to come. */
const OTHER = new RegExp(
  anyOf(
    '分别 其中 各 每 平均 上年 去年 同期 前年 比 较 由 从 占 第 日均 月均 年均 高于 低于 快于 增加 增长 减少 下降 提高 上升 补助 奖励 罚款 标准 最高 最低',
    '目标 计划 力争 预期 预计 确保 争取 拟 将 要 安排 明年 今后 下一步 不低于 以上 再 另 又 至少 不超过 应当 可以 总投资 占地 建筑 面积 产值 需',
  ),
);
const TIED = /(?:已|共|累计|总共|共计|合计|完成|实现|达到?了?|突破|为|是|有|约|仅|只|总数|数量){1,5}$/;
/** When, and whose it is: 截至目前，|全县|共有. */
const WHEN = '全年 年内 目前 截至目前 一年来 五年来 今年以来 年末 年底 末 底 以来';
const WHOSE = '我们 全[国省市县区镇乡村校院局系统]{1,2} [我本][国省市县区镇乡村校院局] 各级';
const HAD = '共有 现有 拥有 有 共 累计 已 先后';
const HEAD = new RegExp(`^${anyOf(WHOSE, HAD, WHEN, '， 的 在 上 新')}+`);
/** The verb may be told of the doer: 全局|共|受理. */
const WITHIN = /(?<=[\u4e00-\u9fff])(?:共|累计|总共)(?=[\u4e00-\u9fff]{4})/;
const LEAST = 5;
const LEAST_OF_FEW = 6;
/** Whose: as far as the clause or its sentence says. */
const OWNER = /全[省市县区镇乡村校院局]|[我本][省市县区镇乡村校院局]|全系统/;
const HAN_ONLY = /^[\u4e00-\u9fff“”]+$/;
const TOPIC = /^[^，。；]{0,12}(?:方面|工作中|上)[，,]/;
const DIGITS = new Characters('0123456789');

/** The one price of a contract: 支付|合同总价|26万元|的30%, 合同总价款为人民币|28万元. */
const CONTRACT = /合同(?<name>总?(?:价款|价|金额|额))(?:为|共计|总计|合计|计)?(?:人民币|（人民币）)?[¥￥]?$/;

/** 实到|126名, 出席会议的|126名|代表: how many came to the meeting. */
function isAttendance(text: string, { unitEnd }: Quantity, clause: string): boolean {
  return (
    ATTENDED.test(clause) ||
    (ATTENDING.test(clause) && /^(?:代表|委员|党员|社员|会员)/.test(text.slice(unitEnd, unitEnd + 2)))
  );
}
const ATTENDED = /^实(?:际)?到(?:会)?(?:正式)?(?:代表|委员|党员|人数|社员|会员)?(?:共|为)?$/;
const ATTENDING = /^(?:今天|本次)?(?:出席|到会|与会|参加)(?:本次|这次|今天)?(?:大?会议?|大会)?的$/;

/** What a clause says was done, by its name; undefined where it names nothing sure. */
export function restated(
  text: string,
  figure: Quantity,
  clause: string,
  start: number,
): Statement | undefined {
  if (figure.kind === 'people' && !figure.han && isAttendance(text, figure, clause))
    return { key: '人 到会', figure, start, way: 'restated', scope: '', period: '', goal: false };
  if (figure.han || clause.length < LEAST - 1 || digitsOf(figure).length < 2) return undefined;
  const contract = figure.kind === 'money' ? CONTRACT.exec(clause)?.groups?.name : undefined;
  if (contract !== undefined)
    return { key: `元 ${contract}`, figure, start, way: 'restated', scope: '', period: '', goal: false };
  if (
    figure.kind === 'percent' ||
    figure.kind === 'point' ||
    DIGITS.isIn(clause.replace(TIME, ''), 0, clause.length)
  )
    return undefined;
  if (OTHER.test(clause)) return undefined;
  const name = clause.replace(TIME, '').replace(HEAD, '').replace(TIED, '').replace(WITHIN, '');
  if (clause.length < LEAST) return undefined;
  const few = digitsOf(figure).length < 3;
  if (name.length < (few ? LEAST_OF_FEW : LEAST) || !HAN_ONLY.test(name)) return undefined;
  const sentence = text.slice(boundBefore(text, start, STATEMENT_STOPS), figure.start);
  if (OTHER.test(sentence.replace(TOPIC, '').slice(0, -clause.length))) return undefined;
  const scope = OWNER.exec(clause)?.[0] ?? SCOPES.exec(sentence)?.[0] ?? '';
  const period = [...sentence.matchAll(TIME)].at(-1)?.[0] ?? '';
  return {
    key: `${figure.dimension} ${name}`,
    figure,
    start,
    way: 'restated',
    scope: scope.slice(1),
    period,
    goal: false,
  };
}

/** Whether one is the other but for a digit, or for two that changed places; what is far off is something else. */
export function isRestatedSlip(a: Quantity, b: Quantity): boolean {
  if (a.scale !== b.scale || decimalsOf(a) !== decimalsOf(b)) return false;
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (x.length !== y.length || Math.max(a.value, b.value) > Math.min(a.value, b.value) * FARTHEST)
    return false;
  const off = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i, j] = off;
  const turned = off.length === 2 && j === i! + 1 && x[i!] === y[j!] && x[j!] === y[i!];
  if (turned && x.length >= LONG) return !isRound(x) || !isRound(y);
  return !isRound(x) && !isRound(y) && (turned || off.length === 1);
}
const FARTHEST = 1.5;

/** 300 beside 310 is what is aimed at, and no slip; 12350 beside 12530 may be one. */
function isRound(digits: string): boolean {
  return digits.endsWith(digits.length < LONG ? '0' : '00');
}
const LONG = 4;

function digitsOf(q: Quantity): string {
  return (q.value / q.scale).toFixed(decimalsOf(q)).replace('.', '');
}
