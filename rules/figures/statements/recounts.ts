/**
 * One kind of thing counted twice: 安排28个省级重点项目 in one place, 29个省级重点项目已开工21个 in another · 共有建制村186个, 168个建制村全部通车.
 * Only a slip of the pen counts, of things that a long name tells from others or that all are said to be there.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';
import { slipBetween } from '../relations/pen-slips.ts';
import type { Placed, Statement } from './statements.ts';

/** Some of them, more of them, or so many of each. */
const SOME = new RegExp(
  anyOf(
    '新 再 又 另 其中 分别 各 每 首 第 前 未 尚 余 剩 增 减 目标 力争 试点 中[有，] 比 较 超过 由 从 近年 每年',
  ),
);
const LED_BY = 14;
/** 开工, 竣工: what has become of as many; of all of them where 全部 says so, or where others are counted behind. */
const DONE = anyOf(
  '已 开工 竣工 完工 投产 建成 完成 启动 落地 通过 达到 获 被 入选 列入 签约 集中 进入 成为 率先',
);
const SOME_BEHIND = new RegExp(`^${DONE}(?![^，。；]{0,8}\\d)`);
/** All there are of a kind: 共有, 下辖. */
const ALL = new RegExp(
  anyOf('共有 现有 辖有? 下辖 共安排 共确定 共表彰 全[省市县区镇乡村校] 均 全部 表彰了?$ 受到?表彰的$'),
);

/**
 * Whether a count is of all there are, of some of them, or (empty) of those that were told of.
 * @param before the clause before the figure
 * @param behind the text behind the noun
 */
export function extentOf(before: string, behind: string): 'some' | 'all' | '' {
  if (SOME.test(before.slice(-LED_BY)) || SOME_BEHIND.test(behind)) return 'some';
  if (ALL.test(before) || /^(?:均|全部|都)/.test(behind)) return 'all';
  return /^[对把将]?$/.test(before) ? '' : 'some';
}

/** The first count of the same things, where all others agree and this is a slip of it. */
export function countedOtherwise(
  seen: readonly Placed[],
  { figure, scope, period }: Pick<Statement, 'figure' | 'scope' | 'period'>,
): Placed | undefined {
  if (scope === 'some') return undefined;
  const alike = seen.filter(
    ({ statement: s }) =>
      s.scope !== 'some' && (s.period === period || s.period === '' || period === '') && s.way === 'count',
  );
  const [first] = alike;
  if (!first || alike.some(({ statement: s }) => s.figure.value !== first.statement.figure.value))
    return undefined;
  return (scope === 'all' || first.statement.scope === 'all') && isMiscounted(first.statement.figure, figure)
    ? first
    : undefined;
}

/** A digit, or two that changed places; never so far off that it is of something else. */
function isMiscounted(a: Quantity, b: Quantity): boolean {
  const written = String(a.value);
  if (written.length < 2 || a.han || b.han) return false;
  const slip = slipBetween(written, String(b.value));
  if (!slip) return false;
  return slip.turned || Math.max(a.value, b.value) < Math.min(a.value, b.value) * FARTHEST;
}
const FARTHEST = 1.25;

/** What says that something is there: 共有, 安排, 表彰. */
const HAS = new Characters('有辖排定彰置设');
const HAS_WORD = /(?:有|辖|安排|确定|表彰|设置|设立)(?:各类)?(?<noun>[\u4e00-\u9fff]{3,10})$/;

const NAMES = /^(?:n|vn|b|an|a|j|l|s)/;

/** What stands before its number: 全县共有|建制村|186个. */
export function nounBefore(clause: string, words: Words): string | undefined {
  if (!HAS.isIn(clause, 0, clause.length)) return undefined;
  const noun = HAS_WORD.exec(clause)?.groups?.noun;
  if (noun === undefined) return undefined;
  const tags = [...words.segment(noun)].map(({ tag }) => tag);
  // 人民|调解|组织: what is done with them may stand within their name.
  const named = tags.every((tag, i) => NAMES.test(tag) || (tag === 'v' && i > 0 && i < tags.length - 1));
  return named ? noun : undefined;
}
