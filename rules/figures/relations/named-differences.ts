/**
 * What is by its name the difference of two others: 出生率8.77‰，死亡率7.09‰，自然增长率1.68‰ · 出口21.7亿元，进口4.7亿元，贸易顺差17.0亿元 ·
 * 新增142人，减员135人，净增7人.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, subtract, widen } from '../../../language/text/interval.ts';
import type { Relation } from './relation.ts';
import { lead, onlyNamed } from './sentences.ts';
import { restOf } from './shapes.ts';

interface Difference {
  /** What stands in the name, whatever else does. */
  readonly word: string;
  readonly name: RegExp;
  readonly more: RegExp;
  readonly less: RegExp;
  /** Rates are rounded each by itself. */
  readonly rounded?: true;
  /** Said to have grown, it has grown: with less that came than went it is wrong. */
  readonly grows?: true;
  /** It may be below nothing, and is written so then. */
  readonly signed?: true;
}

const IS = '(?:为|是|达到?|共|实现|完成)?$';
const named = (name: string, noun = '') => new RegExp(`(?:${name})${noun}${IS}`);
const NOUN = String.raw`[^，。；、\d比较]{0,10}`;

const DIFFERENCES: readonly Difference[] = [
  {
    word: '自然增长率',
    name: named('自然增长率'),
    more: named('出生率'),
    less: named('死亡率'),
    rounded: true,
    signed: true,
  },
  {
    word: '自然增长',
    name: named('^(?:人口)?自然增长(?:人口)?'),
    more: named('出生(?:人口)?'),
    less: named('死亡(?:人口)?'),
    grows: true,
  },
  {
    word: '自然增加',
    name: named('^(?:人口)?自然增加(?:人口)?'),
    more: named('出生(?:人口)?'),
    less: named('死亡(?:人口)?'),
    grows: true,
  },
  {
    word: '自然减少',
    name: named('^(?:人口)?自然减少(?:人口)?'),
    more: named('死亡(?:人口)?'),
    less: named('出生(?:人口)?'),
    grows: true,
  },
  {
    word: '差',
    name: named('^(?:实现)?(?:贸易|外贸)?顺差额?'),
    more: named('(?<!进)出口(?:总?[额值])?'),
    less: named('(?<!出)进口(?:总?[额值])?'),
  },
  {
    word: '逆差',
    name: named('^(?:贸易|外贸)?逆差额?'),
    more: named('(?<!出)进口(?:总?[额值])?'),
    less: named('(?<!进)出口(?:总?[额值])?'),
  },
  {
    word: '编',
    name: named('^(?:空编|缺编|空缺编制)'),
    more: named('(?<!空|缺|行政|事业|工勤|参公)编制', '(?:数|人数)?'),
    less: named('实有', '(?:在职|在编)?(?:人员|职工|人数)?'),
  },
  {
    word: '毛利',
    name: named('毛利润?额?'),
    more: named('(?:营业|销售)收入'),
    less: named('(?:营业|销售)成本'),
  },
  {
    word: '实发',
    name: named('^实发(?:工资|金额|数)?(?:总额)?'),
    more: named('应发(?:工资|金额|数)?(?:总额)?'),
    less: named('(?:代扣|扣除|扣缴|扣款|扣减)', NOUN),
  },
  {
    word: '净',
    name: named(
      '^(?:[比较](?:上年|去年|年初)[末底]?)?(?:人口)?净[增流迁转调][加入进]?',
      '(?:人口|人数|党员|职工)?',
    ),
    more: named(
      '(?<!净)(?:新增|增加(?!值)|新建|新开|新办|新成立|新设|新登记|流入|迁入|转入|调入|招录|招聘|新进|引进|发展|新?入库|升规)',
      NOUN,
    ),
    less: named(
      '(?<!净)(?:减少|减员|关停|关闭|取缔|撤销|流出|迁出|转出|调出|退出|注销|死亡|去世|离职|流失|退休|退库)',
      NOUN,
    ),
  },
];

/** What the names end with, and the words between name and figure. */
const ENDS = new Characters('编制率长口差额资发值增加少入进数员工为是达到共现成利润');
const REACH = 120;

export function readNamedDifferences(text: string, figures: readonly Quantity[], found: Relation[]): void {
  const due = DIFFERENCES.filter(({ word }) => text.includes(word));
  if (due.length === 0) return;
  for (let i = 0; i < figures.length; i++) {
    const c = figures[i]!;
    if (!ENDS.at(text, c.start - 1) || c.approximation !== 'exact') continue;
    const said = lead(text, c);
    const difference = due.find(({ name }) => name.test(said));
    if (!difference) continue;
    const pair = (near: readonly Quantity[]) =>
      [difference.more, difference.less].map((words) => onlyNamed(text, near, words));
    let [more, less] = pair(nearTo(text, figures, i));
    // 编制96名，其中…。|实有89人，空编|7名: the other in the sentence before.
    if (!more !== !less) [more, less] = pair(twoSentences(text, figures, i));
    const falls = more && less && more.value < less.value;
    if (!more || !less || (falls && !difference.grows && !difference.signed)) continue;
    const relation = restOf(more, less, c);
    const expected = subtract(more, less);
    const holds = difference.rounded ? meets(widen(expected, c.grain), c) : relation.holds;
    found.push({ ...relation, holds, doubtful: true });
  }
}

/** The figures of the sentence before number `i`, or those told behind it as what it is made of: 净增6家|，其中当年新入库|11家. */
function nearTo(text: string, figures: readonly Quantity[], i: number): readonly Quantity[] {
  const c = figures[i]!;
  const behind = figures.slice(i + 1, i + 3);
  const parted = behind[0] && /^[，,（(]其中[^，。；、\d]*$/.test(text.slice(c.end, behind[0].start));
  const own = boundBefore(text, c.start, FULL_STOP, REACH);
  // 出生2480人，死亡3310人。|自然减少|830人: the sentence has no other figure.
  const from = (figures[i - 1]?.start ?? 0) >= own ? own : boundBefore(text, own - 1, FULL_STOP, REACH);
  const before = figures.slice(Math.max(0, i - MOST), i).filter((q) => q.start >= from);
  return (parted ? behind : before).filter((q) => isLike(q, c));
}

/** The figures of its sentence and of the one before. */
function twoSentences(text: string, figures: readonly Quantity[], i: number): readonly Quantity[] {
  const c = figures[i]!;
  const own = boundBefore(text, c.start, FULL_STOP, REACH);
  const from = boundBefore(text, own - 1, FULL_STOP, REACH);
  return figures.slice(Math.max(0, i - MOST), i).filter((q) => q.start >= from && isLike(q, c));
}

/** So many figures back the two are looked for. */
const MOST = 8;

function isLike(q: Quantity, c: Quantity): boolean {
  const alike = q.unit === c.unit || (q.kind === 'people' && c.kind === 'people');
  return q.dimension === c.dimension && alike && q.approximation === 'exact' && q.value >= 0;
}
