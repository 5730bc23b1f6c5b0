/**
 * A rate that is called by an act, of a part that is told with the same act: 分解为46个子项目，其中已完工38个，正在收尾的6个，…，完工率为82.6% ·
 * 共收到建议47件。…已办复32件，办复率68.1%. The whole may stand before other parts or a sentence back, so that any figure of the kind may be
 * it: the rate is wrong where none of them is.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { hasAll } from './portions.ts';
import { middle, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';

/** 完工率为, 投资完成率: what else stands before the act makes it a rate of something else, 按期办结率. */
const ACTS =
  '完工 开工 竣工 完成 办结 办复 整改 销号 结案 审结 执结 化解 交办 取证 到会 参会 到位 执行 支出 拨付 兑付 签约 参保 参训 合格 达标 满意 上线 录取 检出 亏损 脱岗 在岗 回访';
const RATE = new RegExp(
  `^(?:综合|总体|目前|项目|投资|资金|任务)?(?<act>${anyOf(ACTS)})[率面](?:为|达到?|是|仅|已达)?$`,
);
const RATE_ENDS = new Characters('率面为达到是仅');
/** 不合格38批次, 尚未办结4件. */
const NEGATED = /不|未|没|尚|正在|拟|待|其余|剩余/;
/** Between a part and its rate. */
const FULL_STOP = new Characters('。；');
/** How far before its rate a part may stand, and how far before the part its whole: UTF-16 units. */
const PART_REACH = 60;
const WHOLE_REACH = 120;
/** What the whole is told with, or has right behind it: 共收到, 应参会, 1286件中. */
const WHOLES =
  '共 总 应 计划 任务 目标 受理 收到 排查 交办 梳理 列入 承接 分解为 下达 参加 参训 培训 抽[查检] 发出 考生';
const WHOLE = new RegExp(`${anyOf(WHOLES)}[^，。；、\\d]{0,10}$`);
const WITHIN = /^[^，。；、\d]{0,8}中[，,]/;
/** A slip of the pen stays near; what is far off is the rate of something else. */
const SLIP = 0.25;

export function readRateOfAct(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r) || !RATE_ENDS.at(text, r.start - 1)) continue;
    const act = RATE.exec(lead(text, r))?.groups?.act;
    if (act === undefined || found.some(({ claimed, members }) => claimed === r || members.includes(r)))
      continue;
    const at = partAt(text, figures, i, act);
    if (at === undefined) continue;
    const relation = ofAnyWhole(text, figures.slice(0, at), figures[at]!, r);
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

/** The nearest figure before a rate, in its sentence, that is told with the act. */
function partAt(text: string, figures: readonly Quantity[], i: number, act: string): number | undefined {
  const r = figures[i]!;
  for (let k = i - 1; k >= 0; k--) {
    const q = figures[k]!;
    if (r.start - q.end > PART_REACH || FULL_STOP.isIn(text, q.end, r.start)) return undefined;
    const said = lead(text, q);
    if (adds(q) && hasAll(said, act)) return NEGATED.test(said) ? undefined : k;
  }
  return undefined;
}

/** The share of whichever figure before the part bears it out; else of the one that must be the whole. */
function ofAnyWhole(text: string, before: readonly Quantity[], part: Quantity, share: Quantity) {
  const wholes = before.filter((q) => mayBeWhole(q, part));
  const claims = wholes.flatMap((whole) => shareOf({ part, whole, share }) ?? []);
  const right = claims.find(({ holds }) => holds);
  if (right) return right;
  const told = wholes.findLast(
    (q) => WHOLE.test(lead(text, q)) || WITHIN.test(text.slice(q.unitEnd, q.unitEnd + 12)),
  );
  const whole = told ?? (new Set(wholes.map(({ value }) => value)).size === 1 ? wholes[0] : undefined);
  const wrong = whole && shareOf({ part, whole, share });
  return wrong && Math.abs(middle(wrong.expected) - share.value) <= share.value * SLIP ? wrong : undefined;
}

/** Near before the part, of its kind and no less than it: 件 and 件, 人 and 名. */
function mayBeWhole(q: Quantity, part: Quantity): boolean {
  if (part.start - q.end >= WHOLE_REACH || !adds(q)) return false;
  const alike = q.unit === part.unit || (q.kind === 'people' && part.kind === 'people');
  return alike && q.value > 0 && q.value >= part.value;
}
