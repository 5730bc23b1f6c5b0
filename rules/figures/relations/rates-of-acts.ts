/**
 * A rate that is called by an act, of a part that is told with the same act: 分解为46个子项目，其中已完工38个，正在收尾的6个，…，完工率为82.6% ·
 * 共收到建议47件。…已办复32件，办复率68.1%. The whole may stand before other parts or a sentence back, so that any figure of the kind may be
 * it: the rate is wrong where none of them is.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { hasAll } from './portions.ts';
import { isClosed } from './rates.ts';
import { isTold, middle, type Relation } from './relation.ts';
import { lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';
import { wholesOf } from './wholes-before.ts';

/** 完工率为, 投资完成率: what else stands before the act makes it a rate of something else, 按期办结率. */
const ACTS =
  '完工 开工 竣工 完成 办结 办复 整改 销号 结案 审结 执结 化解 交办 取证 到会 参会 到位 执行 支出 拨付 兑付 签约 参保 参训 合格 达标 满意 上线 录取 检出 亏损 脱岗 在岗 回访 消除 安置 搬迁 验收 投用 接种 体检 处置 修复 治理 缴费';
const RATE = new RegExp(
  `^(?:综合|总体|目前|项目|投资|资金|任务)?(?<act>${anyOf(ACTS)})(?:率|面|进度)(?:为|达到?|是|仅|已达)?$`,
);
const RATE_ENDS = new Characters('率面度为达到是仅');
/** 不合格38批次, 尚未办结4件. */
const NEGATED = /不|未|没|尚|正在|拟|待|其余|剩余/;
/** 新收5200件，旧存600件，审结|4940件: of both of them. */
const OLD = /旧存|未结|结转|存案/;
/** Between a part and its rate. */
const FULL_STOP = new Characters('。；');
/** How far before its rate a part may stand: UTF-16 units. */
const PART_REACH = 60;
/** A slip of the pen stays near; what is far off is the rate of something else. */
const SLIP = 0.25;

export function readRateOfAct(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r) || !RATE_ENDS.at(text, r.start - 1)) continue;
    const act = RATE.exec(lead(text, r))?.groups?.act;
    if (act === undefined || isTold(found, r)) continue;
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
    if (adds(q) && (hasAll(said, act) || isClosedOf(text, q, said, act)))
      return NEGATED.test(said) ? undefined : k;
  }
  return undefined;
}

/** 审结|4940件, of 结案率, where nothing is left of the year before. */
function isClosedOf(text: string, { start }: Quantity, said: string, act: string): boolean {
  return isClosed(said, act) && !OLD.test(text.slice(Math.max(0, start - PART_REACH), start));
}

/** The share of whichever figure before the part bears it out; else of the one that must be the whole. */
function ofAnyWhole(text: string, before: readonly Quantity[], part: Quantity, share: Quantity) {
  const claims = wholesOf(text, before, part).flatMap((whole) => shareOf({ part, whole, share }) ?? []);
  const relation = claims.find(({ holds }) => holds) ?? claims.at(-1);
  const off = relation ? Math.abs(middle(relation.expected) - share.value) : 0;
  return relation?.holds || off <= share.value * SLIP ? relation : undefined;
}
