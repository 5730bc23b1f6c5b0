/** What a part told by itself may be a part of: the figures of its kind before it, a sentence back or before other parts. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { lead } from './sentences.ts';
import { adds } from './sums.ts';

/** What the whole is told with, or has right behind it: 共收到, 应参会, 1286件中. */
const WHOLES =
  '共 总 应 计划 任务 目标 受理 收到 排查 交办 梳理 列入 承接 分解为 下达 参加 参训 培训 抽[查检] 发出 考生';
const WHOLE = new RegExp(`${anyOf(WHOLES)}[^，。；、\\d]{0,10}$`);
const WITHIN = /^[^，。；、\d]{0,8}中[，,]/;
/** How far before the part its whole may stand: UTF-16 units. */
const REACH = 120;

/**
 * The figures that may be the whole, the likeliest last: what bears a statement out may be any of them, what is held against it is the last, that
 * is told as a whole, or stands nearest.
 */
export function wholesOf(text: string, before: readonly Quantity[], part: Quantity): readonly Quantity[] {
  const wholes = before.filter((q) => mayBeWhole(q, part));
  const told = wholes.findLast(
    (q) => WHOLE.test(lead(text, q)) || WITHIN.test(text.slice(q.unitEnd, q.unitEnd + 12)),
  );
  return told ? [...wholes, told] : wholes;
}

/** Near before the part, of its kind and no less than it: 件 and 件, 人 and 名, 人次 and those of them who did. */
function mayBeWhole(q: Quantity, part: Quantity): boolean {
  if (part.start - q.end >= REACH || !adds(q)) return false;
  const alike =
    q.unit === part.unit || (part.kind === 'people' && (q.kind === 'people' || q.unit === '人次'));
  return alike && q.value > 0 && q.value >= part.value;
}
