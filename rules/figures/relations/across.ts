/** The readers that look back over paragraphs, each with the words before a figure that call for it. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { readRolledOver, readSettled } from './accounts.ts';
import { readBaseBehind } from './base-behind.ts';
import { readBeside } from './beside.ts';
import { readBooks } from './books.ts';
import { readAddedTo } from './chains.ts';
import { readEarlierBase } from './earlier-base.ts';
import { readGapToldApart } from './gaps-told-apart.ts';
import { readNamedDifferences } from './named-differences.ts';
import { readNamedRatios } from './named-ratios.ts';
import { readNamedShares, readSharesWithinNamed } from './named-shares.ts';
import { readRateOfGoal } from './rate-of-goal.ts';
import { readRateOfAct } from './rates-of-acts.ts';
import type { Relation } from './relation.ts';
import { readRestFartherOn } from './rests-of-earlier.ts';
import { readSharesOfEarlier } from './shares-of-earlier.ts';
import { readCurrent } from './surpluses.ts';
import { readVotesBelow } from './votes.ts';

export interface AcrossReader {
  readonly called: RegExp;
  /** What the paragraph must have besides. */
  readonly holds?: string;
  /** Whether what it names may stand in another part of the document. */
  readonly far?: true;
  readonly read: (text: string, figures: readonly Quantity[], found: Relation[]) => void;
}

export const acrossReaders: readonly AcrossReader[] = [
  { called: /(?:结余|结转|结存|盈余)[^，。；、\d]{0,4}$/, read: readSettled },
  { called: /(?:结余|盈余)[^，。；、\d]{0,4}$|^收入[比大多超]/, read: readCurrent },
  { called: /(?:收入|支出)(?:预算|决算)?(?:总计|总量|合计)/, read: readAddedTo },
  { called: /(?:结余|结存|余额)(?:为|共)?$/, far: true, read: readBooks },
  { called: /滚存结余/, read: readRolledOver },
  { called: /顺差|逆差|自然增长|净[增减]/, read: readNamedDifferences },
  { called: /^(?:占比|占)(?:为|达到?)?$/, read: readSharesOfEarlier },
  { called: /^(?:仅|只|约)?占[^，。；、\d]{3,}的/, far: true, read: readNamedShares },
  { called: /^占|率/, holds: '中，', far: true, read: readSharesWithinNamed },
  { called: /完成|目标|计划|任务|预算|进度/, read: readRateOfGoal },
  { called: /[\u4e00-\u9fff]{2}率(?:为|达到?|是)?$/, read: readRateOfAct },
  { called: /同比|环比|[比较]/, read: readEarlierBase },
  { called: /^(?:而)?(?:上年|去年|同期)/, read: readBeside },
  { called: /^(?:而)?(?:上年|去年|同期|上届|上月|上季度)/, read: readBaseBehind },
  { called: /[比较][^，。；、\d]{2,10}[高低快慢]出?了?$/, read: readGapToldApart },
  { called: /(?:尚|还|仍)未[\u4e00-\u9fff]{2,4}的?$/, far: true, read: readRestFartherOn },
  { called: /不良贷款率(?:为|降至)?$/, far: true, read: readNamedRatios },
  { called: /票/, far: true, read: readVotesBelow },
];
