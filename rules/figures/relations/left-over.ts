/**
 * What is left when things are taken away and put in, told one after the other: 原有审批事项85项，取消12项、下放8项，保留65项 · 年初326名，
 * 发展14名，转出11名，年末329名 · 应接入32个，已接入28个，还有4个 · 编制12名，
 * 实有10名，缺编2名.
 */

import type { Quantity } from '../../../language/quantities/quantities.ts';
import { meets } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isTold, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

/** Before a figure, with what it is of between. */
const before = (words: string, reach = 8) => new RegExp(`${anyOf(words)}[^，。；、\\d]{0,${reach}}$`);
const BEGIN = before(
  '预算安排 安排 收到 筹集 到位 原有 原来 原 年初 期初 上年末 上年底 编制 定员 应 共需 需 共有? 规划 设计 受理 立案 指出 交办 转办 接收 梳理 反馈 查摆 排查 核定 额度 指标 计划 下达',
  14,
);
const TAKEN = before(
  '动支 使用 支出 支付 拨付 发放 取消 下放 撤并 销售 出库 领用 报废 合并 撤销 减少 转出 调出 去世 退休 离职 辞职 死亡 退出 注销 清退 核减 精简 剔除 划出 ' +
    '(?<!正在)整改 解决 化解 销号 已 结案 累计完成 完成整改 整改到位 整改完成 实到 实考 参考 实际到会 出席 到会 实有 现有 在编 在岗 办结 执结 审结',
);
const PUT_IN = before(
  '新增 增加 新建 新开 购进 入库 新进 招录 转入 调入 新发展 发展 划入 承接 新设 接收 吸收 增补',
);
const END = before(
  '结余 结存 保留 现有 剩余 其余 剩 逾期 超期 缺考 弃考 缺额 年末 期末 还有 尚有 仍有 余 请假 缺席 缺勤 空编 缺编 空缺 缺员 未[执办审]?结 未(?:整改|办理|完成|解决|化解|销号|验收|开工|拨付) [还尚仍]需 ' +
    '正在(?:整改|办理|处理|审理|施工|建设|推进|实施) 待(?:开发|建设|整改|办理|处理|审理|施工|改造|拨付|支付|安置)',
);
const VACANT = before('空编 缺编 空缺 缺员');
/** 在|126个|整改事项中，: of those that are told of. */
const AMONG = /(?:^|在)[^，。；、\d]{0,6}$/;
const OF_THEM = /^[^，。；、\d]{1,10}中[，,]/;
/** 25座水库中，|有|4座超汛限水位，|其余|21座; 42座中，||38座完成加固，剩余4座. */
const SOME = /^(?:已?有)?$/;
const REST = /^(?:其余|其他|剩余|余下)(?:的)?$/;
/** 39处|已完成复垦, 82件|正在办理中: what became of them stands behind the figure. */
const DONE = '完成 办结 整改 销号 解决 建成 开工 竣工 验收';
const TAKEN_BEHIND = new RegExp(String.raw`^[^，。；、\d已]{0,4}已(?:全部)?${anyOf(DONE)}`);
const LEFT_BEHIND = /^(?:正在|尚未|未|仍在)[^，。；、\d]{1,8}(?=[，。；]|$)/;
/** What is left is named by no noun of its own: 正在改造的泊位还有|24个. */
const OF_NOTHING_ELSE = /^(?:目前|其余|剩余|剩下)?(?:还|尚|仍)?(?:有|剩)?$/;
const UNNAMED = /^[，,]?$/;
const NEXT = /^[^。；\d]{0,16}[，、,](?:[^。；]{0,20}[，、,])?[^。；\d]{0,16}$/;
/** Some of what is named last may be named twice, or be of something else. */
const OTHER = /其中|比|较|同比|累计(?!完成)|平均|以上|以下|左右/;
/** 受理5280件，审结5120件|，同比分别上升8.2%和9.1%，|未结160件: how they changed is told by the way. */
const SINCE = /，同比(?:分别)?(?:增长|上升|下降)[\d.]{1,6}%(?:[和、][\d.]{1,6}%)?，/;
const LEAST = 3;
const MOST_OTHERS = 1;

export function readLeftOver(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const end = figures[i]!;
  // The rate of what was done may stand behind: 正在整改159个，整改率79.8%.
  if (figures.slice(i + 1).some(({ kind }) => kind !== 'percent')) return;
  if (!adds(end) || !isLeft(text, end)) return;
  readSteps(text, figures.slice(0, i + 1), end, found);
}

function readSteps(text: string, all: readonly Quantity[], end: Quantity, found: Relation[]): void {
  // The rate of what was done, and what was done about it in another unit, may stand between.
  const figures = all.filter((q) => q.unit === end.unit);
  const first = figures[0]!;
  const steps = figures.slice(1, -1);
  const others = all.filter((q) => q.unit !== end.unit && q.kind !== 'percent');
  if (figures.length < LEAST || others.length > MOST_OTHERS) return;
  if (!figures.every((q) => adds(q) && q.approximation === 'exact')) return;
  if (
    !isBegin(text, first, end) ||
    OTHER.test(text.slice(Math.max(0, first.start - 12), end.start).replace(SINCE, '，'))
  )
    return;
  if (!figures.every((q, k) => k === 0 || NEXT.test(between(text, figures[k - 1]!, q)))) return;
  const signs = steps.map((q) => signOf(text, q, end));
  if (signs.includes(0) || !signs.includes(-1)) return;
  // 已…，还有…: what is being done stands between.
  if (steps.length > 1 && steps.some((q) => /已[^，。；、\d]{0,8}$/.test(lead(text, q)))) return;
  if (isTold(found, end, 'sum')) return;
  const value = steps.reduce((rest, q, k) => rest + signs[k]! * q.value, first.value);
  // More than were due came; where posts are counted, none can be vacant then.
  if (value < 0 && !VACANT.test(lead(text, end))) return;
  const room = figures.reduce((all, q) => all + (q === end ? 0 : (q.high - q.low) / 2), 0);
  const expected = { low: value - room, high: value + room };
  found.push({
    rule: 'sum',
    reading: 'left-over',
    claimed: end,
    members: figures.slice(0, -1),
    expected,
    says: { is: 'left over', first, steps, signs },
    holds: meets(expected, end),
    alternatives: [{ figure: first, value: first.value + end.value - value }],
    doubtful: true,
  });
}

/** 1 for what comes in, −1 for what goes, 0 for what does neither. */
function signOf(text: string, step: Quantity, end: Quantity): number {
  const said = lead(text, step);
  if (PUT_IN.test(said)) return 1;
  if (TAKEN.test(said) || TAKEN_BEHIND.test(text.slice(step.unitEnd, step.unitEnd + REACH))) return -1;
  return SOME.test(said) && REST.test(lead(text, end)) ? -1 : 0;
}

function isBegin(text: string, first: Quantity, end: Quantity): boolean {
  const said = lead(text, first);
  return (
    BEGIN.test(said) ||
    (AMONG.test(said) &&
      OF_NOTHING_ELSE.test(lead(text, end)) &&
      OF_THEM.test(text.slice(first.unitEnd, first.unitEnd + REACH)))
  );
}

function isLeft(text: string, end: Quantity): boolean {
  const said = lead(text, end);
  return (
    END.test(said) || (UNNAMED.test(said) && LEFT_BEHIND.test(text.slice(end.unitEnd, end.unitEnd + REACH)))
  );
}

/** How far behind a figure the words go that say what became of them. */
const REACH = 14;
