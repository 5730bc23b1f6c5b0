/**
 * Rates that are by their name a share of two others: 常住人口62.4万人，其中城镇常住人口36.2万人，城镇化率58.0% · 营业收入38.6亿元，毛利7.4亿元，毛利率19.2%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { depthAt, lead, onlyNamed } from './sentences.ts';
import { shareOf, shareWithout } from './shapes.ts';
import { adds } from './sums.ts';

interface Ratio {
  /** What stands in the name, whatever else does. */
  readonly word: string;
  readonly name: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
  /** What the part leaves of the whole: 供水128万方，售水113万方，产销差率11.7%. */
  readonly without?: true;
  /** Whether the two may stand in sentences before. */
  readonly far?: true;
  /** Of the people there were on average, and told beside those there are at the end of the year. */
  readonly roughly?: true;
}

const IS = '(?:已|约)?(?:为|是|达到?|共|有|完成|实现)?$';
const named = (name: string) => new RegExp(`(?:${name})${IS}`);
const PEOPLE = '(?:常住)?人口';

const RATIOS: readonly Ratio[] = [
  {
    word: '城镇化率',
    name: named('城镇化率'),
    part: named(`(?:城镇${PEOPLE}|居住在城镇的人口)`),
    whole: named('(?<!城镇|乡村|农村)常住人口|总人口'),
  },
  {
    word: '差额',
    name: named('差额(?:比例|率|选举比例)'),
    part: named('差额'),
    whole: named('应选(?:人数|名额)?'),
  },
  {
    word: '产销差',
    name: named('产销差率?'),
    part: named('售水(?:总)?量'),
    whole: named('供水(?:总)?量'),
    without: true,
  },
  {
    word: '损率',
    name: named('(?:综合)?线损率'),
    part: named('售电(?:总)?量'),
    whole: named('供电(?:总)?量'),
    without: true,
  },
  {
    word: '出生率',
    name: named('出生率'),
    part: named('出生(?:人口)?'),
    whole: named('(?:总人口|常住人口|平均人口)'),
    roughly: true,
  },
  {
    word: '死亡率',
    name: named('(?:人口)?死亡率'),
    part: named('死亡(?:人口)?'),
    whole: named('(?:总人口|常住人口|平均人口)'),
    roughly: true,
  },
  { word: '破案率', name: named('破案率'), part: named('破案'), whole: named('立案') },
  {
    word: '费用率',
    name: named('成本费用率'),
    part: named('(?:总成本|成本费用(?:总额)?)'),
    whole: named('(?:总收入|营业收入)'),
  },
  { word: '净利', name: named('净利润?率'), part: named('净利润?'), whole: named('(?:营业|销售)收入') },
  {
    word: '研发',
    name: named('研发(?:投入)?强度'),
    part: named('研发(?:经费|费用)?(?:投入|支出)?'),
    whole: named('(?:营业|销售)收入'),
  },
  {
    word: '不良',
    name: named('不良贷款率'),
    part: named('不良贷款余额'),
    whole: named('(?:各项|年末|^)贷款余额'),
    far: true,
  },
  { word: '毛利率', name: named('毛利率'), part: named('毛利润?'), whole: named('(?:营业|销售)收入') },
  {
    word: '贷',
    name: named('(?:存贷比|贷存比)'),
    part: named('(?:各项|年末|^)贷款余额'),
    whole: named('(?<!住户|单位|储蓄|企业)存款余额'),
    far: true,
  },
  { word: '产销率', name: named('产销率'), part: named('销售产值'), whole: named('(?<!销售)总产值') },
  {
    word: '负债率',
    name: named('资产负债率'),
    part: named('负债(?:总额|合计|总计)?'),
    whole: named('资产(?:总额|合计|总计)'),
    far: true,
  },
];

const ENDS = new Characters('率比为是达到');
const REACH = 120;
/** In another part of the text. */
const FAR = 1500;
const MOST = 6;
const MOST_FAR = 60;
/** What a name has of its own: 存贷|比. */
const OWN = /[存贷]{2}比|比例/g;
/** Of another time, or how it changed. */
const OTHER = /比|较|上年|去年|年初|增|减|下降|目标|力争/;

export function readNamedRatios(text: string, figures: readonly Quantity[], found: Relation[]): void {
  const due = RATIOS.filter(({ word }) => text.includes(word));
  if (due.length === 0) return;
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !ENDS.at(text, r.start - 1) || !isPlain(r)) continue;
    const said = lead(text, r);
    const ratio = OTHER.test(said.replace(OWN, '')) ? undefined : due.find(({ name }) => name.test(said));
    if (!ratio || isClaimed(found, r, 'share')) continue;
    const near = levelsBefore(text, figures, i, ratio);
    const part = onlyNamed(text, near, ratio.part);
    const others = near.filter((q) => q !== part);
    const whole = onlyNamed(text, others, ratio.whole);
    if (!part || !whole || part.dimension !== whole.dimension) continue;
    const relation = ratio.without ? shareWithout(part, whole, r) : shareOf({ part, whole, share: r });
    if (!relation || (ratio.roughly && isNearly(relation))) continue;
    found.push({ ...relation, doubtful: true });
  }
}

/** The figures before number `i` that its ratio may be of. */
function levelsBefore(
  text: string,
  figures: readonly Quantity[],
  i: number,
  { far }: Ratio,
): readonly Quantity[] {
  const { start } = figures[i]!;
  const from = far ? Math.max(0, start - FAR) : boundBefore(text, start, FULL_STOP, REACH);
  return figures
    .slice(Math.max(0, i - (far ? MOST_FAR : MOST)), i)
    .filter((q) => q.start >= from && adds(q) && !OTHER.test(lead(text, q)))
    .filter((q) => depthAt(text, from, q.start) <= 0);
}

function isNearly({ holds, expected, claimed }: Relation): boolean {
  return !holds && Math.abs(middle(expected) - claimed.value) < claimed.value * NEARLY;
}
const NEARLY = 0.08;
