/** Averages and prices: 流转土地3000亩，涉及500户，户均6亩 · 每户3000元，对120户发放，共需36万元. */
import { lowerBound } from '../../../engine/lists.ts';
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, boundBefore, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { divide, type Interval, meets, scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { asRounded } from './change.ts';
import { names } from './compared.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, IN_TOTAL, lead, type Sentence, scaleOf } from './sentences.ts';
import { asLaidDown } from './shapes.ts';
import { adds } from './sums.ts';
import { mayBeReal } from './verbs.ts';

/** 户均流转, 平均每批, 每户平均; 年均 and 月均 are rates over time. What is behind names what is counted, then what is shared out. */
const FORMS = [
  '(?<per>人次|[户人亩村家校班镇乡县场次批站所店车床件笔生])均',
  '平均每(?:个)?',
  // 平均班额
  '平均(?<size>班)额',
  String.raw`每个?(?<every>[\u4e00-\u9fff]{1,2}?)平均`,
  // 615亩产业用地: so many mu, and what for.
  '(?:平均)?(?<![\\d万千百余多])(?<field>亩)产(?!业)',
];
const AVERAGE = new RegExp(String.raw`${anyOf(FORMS)}(?<rest>[\u4e00-\u9fff]{0,8}?)(?:约|近|为|达到?)?$`);
const AVERAGE_WORDS = new Characters('均产');
const REACH = 14;
const KINDS = new Set(['种', '类']);
/** 比上年增加|0.3万亩: what there is more is not shared among. */
const ADDED = /^[比较](?:上年|去年)[^，。；、\d]{0,6}(?:增加|减少|扩大|多|少|的)$|(?:增加|减少|净增)了?$/;

/** r behind 户均 is the one total before it over the one number of 户. */
export function readAverage(
  text: string,
  { figures, start }: Pick<Sentence, 'figures' | 'start'>,
  i: number,
  found: Relation[],
): void {
  const r = figures[i]!;
  if (i < 1 || !isPlain(r) || !AVERAGE_WORDS.isIn(text, r.start - REACH, r.start)) return;
  // 村均15种: of as many kinds each place may have any.
  if (KINDS.has(r.unit)) return;
  const {
    field,
    size = field,
    per = size,
    every,
    rest,
  } = AVERAGE.exec(leadOverBracket(text, r))?.groups ?? {};
  if (rest === undefined || mayBeReal(text.slice(start, r.start).replace(ARREARS, ''), r)) return;
  const before = figures.slice(0, i);
  // 平均每期60人次，共举办|30期: how many there are may be told behind.
  const behind = figures[i + 1];
  const told = behind ? withBehind(text, before, r, behind) : before;
  const counted = (unit: string) =>
    told.filter((q) => adds(q) && q.value > 0 && counts(text, q, unit) && !ADDED.test(lead(text, q)));
  const shares = sharesOf(per ?? every, rest, counted);
  if (!shares) return;
  const { what, divisors } = { ...shares, divisors: withoutTotal(shares.divisors, r) };
  const totals = before.filter(
    (q) => (q.dimension === r.dimension || isTimes(q, r)) && isPlain(q) && !divisors.includes(q),
  );
  if (totals.length === 0 && behind && isTotalBehind(text, r, behind)) totals.push(behind);
  const [divisor, total] = [divisors[0], totals.at(-1)];
  if (!divisor || divisors.length > 1 || !total || total.value <= 0) return;
  // 增加253亿元，超过前26年平均每年49亿元: the years are those of the average, not of the sum before them.
  if (divisor.kind === 'duration' && divisor.start > total.start) return;
  if (!isSharedOut(text, total, divisor, what)) return;
  const quotients = totals.flatMap((q) => divide(q, inUnits(text, divisor)) ?? []);
  const expected = divide(total, inUnits(text, divisor));
  // 共增收960万元，户均增收: what is shared out is the increase.
  if (!expected || /(?<!新)增|减|比上|同比/.test(lead(text, total).replace(what, ''))) return;
  found.push({
    rule: 'average',
    reading: 'average',
    claimed: r,
    members: [total, divisor],
    expected,
    says: { is: 'average', total, divisor, claimed: r },
    holds: quotients.some((quotient) => meets(quotient, { low: r.low, high: r.value + CUT * r.grain })),
    alternatives: [
      { figure: total, value: (r.value * divisor.value) / unitWorth(text, divisor) },
      { figure: divisor, value: (total.value / r.value) * unitWorth(text, divisor) },
    ],
  });
}

/**
 * The figures that may say how many there are: with the one behind, or that alone which a bracket gives for the average: 人均结案312件（员额法官|28名|）.
 */
function withBehind(
  text: string,
  before: readonly Quantity[],
  r: Quantity,
  behind: Quantity,
): readonly Quantity[] {
  const gap = text.slice(r.end, behind.start);
  if (BRACKETED.test(gap) && /^[）)]/.test(text.slice(behind.end, behind.end + 1))) return [behind];
  return THEN_NUMBER.test(gap) ? [...before, behind] : before;
}
const BRACKETED = /^[（(](?!上年|去年|比|较|同比|其中|含|不|未|除|另)[\u4e00-\u9fff]{2,10}$/;

/** 追回工资4820万元: a sum like any other, and no statistic. */
const ARREARS = /(?:追[回讨发缴]|补发|清[欠偿]|兑[付现]|拖欠|讨[回要])[^，。；\d]{0,10}工资/g;

/** 日均|1560人次，平均每处|每日|130人次: both are of a day. */
const A_TIME = /[日月年]均|每[日天月年]/;
const EACH_TIME = /^每[日天月年]/;

/** 24个村共建成水塔72座，平均每村3座: the towers stand behind the villages, and are not what these are counted by. */
function withoutTotal(divisors: readonly Quantity[], r: Quantity): readonly Quantity[] {
  const others = divisors.filter(({ unit }) => unit !== r.unit);
  return others.length === 1 ? others : divisors;
}

/**
 * What is shared out by what: of 户均|增收 the figures that count 户, and 增收.
 * @param named what the average names to be shared among; else the longest beginning of the rest that something is counted by: 平均每|批, 平均每个|书屋
 */
function sharesOf(named: string | undefined, rest: string, counted: (unit: string) => readonly Quantity[]) {
  if (named !== undefined) return { what: rest, divisors: counted(named) };
  for (let length = Math.min(4, rest.length); length > 0; length--) {
    const divisors = counted(rest.slice(0, length));
    if (divisors.length > 0) return { what: rest.slice(length), divisors };
  }
  return undefined;
}

/** 人均可支配收入 is no quotient of the sums before it: what is shared out must be named again beside the total or the divisor. */
function isSharedOut(text: string, total: Quantity, divisor: Quantity, named: string): boolean {
  const said = lead(text, total);
  const what = A_TIME.test(said) ? named.replace(EACH_TIME, '') : named;
  if (what === '') return true;
  const noun = text.slice(divisor.start - NOUN, divisor.unitEnd + NOUN);
  const toured = divisor.unit === '人次' && what === '消费' && /旅游/.test(said);
  return noun.includes(what) || sharesPair(said, what) || names(said, what) || isSpent(total, what) || toured;
}

/** 员额法官26名，人均结案236件，全年共结案|6136件 */
function isTotalBehind(text: string, r: Quantity, behind: Quantity): boolean {
  return (
    behind.dimension === r.dimension &&
    isPlain(behind) &&
    (behind.kind === 'money' ? isSumOf(text, r, behind) : THEN_TOTAL.test(between(text, r, behind)))
  );
}

/** 种植|茶叶|1.2万亩，亩均收入4500元，|茶叶|总收入5400万元: of what was named before. */
function isSumOf(text: string, r: Quantity, behind: Quantity): boolean {
  const what = THEN_SUM.exec(between(text, r, behind))?.groups?.what;
  return what !== undefined && text.slice(Math.max(0, r.start - SENTENCES), r.start).includes(what);
}

/** 检查126|家次|，平均每家检查3|次 */
function isTimes(total: Quantity, each: Quantity): boolean {
  return each.unit === '次' && total.kind === 'count' && total.unit.length > 1 && total.unit.endsWith('次');
}

const THEN_TOTAL = new RegExp(
  String.raw`^[，,](?:全[年院局所县区市])?(?:总共|一共|累计|${IN_TOTAL})[^，。；、\d]{0,6}$`,
);
/** 亩均收入4500元|，茶叶总收入|5400万元 */
const THEN_SUM = /^[，,](?<what>[\u4e00-\u9fff]{0,6})总(?:收入|产值|投入|支出|成本)(?:为|达|约)?$/;
const THEN_NUMBER = new RegExp(`^[，,](?:总共|一共|累计|${IN_TOTAL})(?:举办|开展|组织|召开)?$`);

/** What number is shared out by, and what there is of it, may stand a sentence before: 涉及5个村。一期投资1.5亿元，平均每个村3000万元. */
export function readAverageBefore(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (!AVERAGE_WORDS.isIn(text, r.start - REACH, r.start)) continue;
    if (isClaimed(found, r)) continue;
    const from = lowerBound(figures, r.start - SENTENCES, ({ start }) => start);
    const near = figures.slice(from, i + 1);
    const total = near.findLast((q) => q !== r && q.dimension === r.dimension);
    if (!total) continue;
    // What is shared out is of the same sentence, or is called so: 公务接待费8.4万元。接待560人次，人均|接待费|150元.
    const { rest = '' } = AVERAGE.exec(lead(text, r))?.groups ?? {};
    const isCalled = rest.length > 2 && lead(text, total).endsWith(rest);
    if (!isCalled && /[。；]/.test(text.slice(total.end, r.start))) continue;
    readAverage(text, { figures: near, start: near[0]!.start }, near.length - 1, found);
  }
}

const SENTENCES = 90;

/** The words before a figure, over a bracket in a name: 平均每个县（市、区）. */
function leadOverBracket(text: string, q: Quantity): string {
  if (text[q.start - 1] !== '）') return lead(text, q);
  const open = text.lastIndexOf('（', q.start);
  return q.start - open > NOUN + 2 ? '' : text.slice(boundBefore(text, open, PHRASE_STOPS, REACH), open);
}

/** 每千人口拥有执业医师, 每万人. */
const DENSITY = new RegExp(
  [
    '每(?<size>百|千|万)(?:名)?(?:常住)?人(?:口)?',
    String.raw`(?<what>[\u4e00-\u9fff（）]{2,14}?)(?:为|达到?)?$`,
  ].join(''),
);
const SIZES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** 常住人口40万人，执业医师1120人，每千人口拥有2.8人: what there is of something for so many people. */
export function readDensity(
  text: string,
  { figures }: Pick<Sentence, 'figures'>,
  i: number,
  found: Relation[],
): void {
  const r = figures[i]!;
  if (i < 2 || !isPlain(r) || !PER.isIn(text, r.start - DENSITY_REACH, r.start)) return;
  const before = text.slice(Math.max(0, r.start - DENSITY_REACH), r.start);
  const { size: per = '', what = '' } = DENSITY.exec(before)?.groups ?? {};
  const size = SIZES[per];
  const [people, total] = [figures[i - 2]!, figures[i - 1]!];
  if (size === undefined || people.kind !== 'people' || !/人口[^，。；\d]{0,6}$/.test(lead(text, people)))
    return;
  if (total.dimension !== r.dimension || !adds(total) || !adds(people)) return;
  if (!sharesPair(text.slice(people.end, total.start), what.replace(/^(?:拥有|有|平均)+/, ''))) return;
  const ratio = divide(total, people);
  if (!ratio) return;
  const expected = scale(ratio, size);
  found.push({
    rule: 'average',
    reading: 'average',
    claimed: r,
    members: [total, people],
    expected,
    says: { is: 'average', total, divisor: people, claimed: r },
    holds: meets(expected, asRounded(r)),
    alternatives: [{ figure: total, value: (r.value * people.value) / size }],
    doubtful: true,
  });
}

const PER = new Characters('每');
const DENSITY_REACH = 24;

/** An average may be cut off, but not by a whole of its last place. */
const CUT = 0.99;

/** Whether a figure counts the things that an average is by: 500户, 12个村, 1200批次. */
function counts(text: string, q: Quantity, unit: string): boolean {
  if (unit === '人')
    return (
      q.kind === 'people' ||
      q.unit === '人次' ||
      (q.unit === '个' && lead(text, q, NOUN + 2).includes('岗位'))
    );
  if (unit === '生') return q.kind === 'people' && /生/.test(nounBehind(text, q) + lead(text, q, NOUN));
  return (
    q.unit === unit ||
    q.unit === `${unit}次` ||
    // 企业15家，户均投资6000万元
    (unit === '户' && q.unit === '家') ||
    (unit === '校' && q.unit === '所' && /^(?:[小中大]学|中职|高校|院校)/.test(nounBehind(text, q))) ||
    (HOUSED.at(q.unit, 0) && `${lead(text, q, NOUN)}${nounBehind(text, q)}`.includes(unit))
  );
}

/** What things with a noun of their own are counted in: 13所|学校. */
const HOUSED = new Characters('个所家座件起支');

/** 12个|农家书屋: up to the next mark, behind which something else begins. */
function nounBehind(text: string, { unitEnd }: Quantity): string {
  return text.slice(unitEnd, boundAfter(text, unitEnd, PHRASE_STOPS, NOUN));
}

/** How long the noun behind 个 may be: 农家书屋. */
const NOUN = 6;

/** 总投资1.5亿元，平均每个村投入: money is what is spent, whatever the word. */
function isSpent({ kind }: Quantity, what: string): boolean {
  return kind === 'money' && SPENT.test(what);
}
const SPENT = /^(?:投入|投资|安排|补助|补贴|资助|扶持|获得?)(?:资金)?$/;

// ---------------------------------------------------------------------------------------------------------------
// Prices

const PAID = '均价 成交价 售价 地价 租金 造价 补助 补贴 奖励 发放 资助 补偿 收费 投资 按 人民币';
const PRICE = new RegExp(
  String.raw`(?:(?<single>单价)|(?<by>[人户亩])均(?:租金|补助|补贴|投资)?|每(?<per>[\u4e00-\u9fff]{1,2}?)(?:(?<=[名位户])[\u4e00-\u9fff]{2,5}?)?(?:每[年月])?${anyOf(PAID)}?(?:[\u4e00-\u9fff]{0,4}(?:补[贴助]|津贴))?)(?:为|按)?$`,
);
const IN_ALL =
  '合计 共计 总计 ^计 价款 货款 总价 总造价 总投资 总额 总金额 共需 需 总共 共 (?=发放|支付|支出|拨付|兑付|兑现|下达)';
const AMOUNT = new RegExp(
  String.raw`${anyOf(IN_ALL)}(?:[补发支拨投兑筹列下安花耗开][\u4e00-\u9fff])?(?:岗位|生活|[\u4e00-\u9fff]{1,3}(?=[费款]))?(?:资金|金额|经费|补助|补贴|[费款]){0,3}(?:为|达)?$`,
);

/** ，省级|另补助|30元: more than this price comes to the whole. */
const ANOTHER = /[，,、][^，。；\d]{0,6}另/;
/** 每人每月 is told of by itself. */
const TWICE_PER = /每[^每，。；、\d]{1,4}每(?![月年])/;
/** 首批已发放|480万元: some of what comes to all. */
const PARTLY = /其中|首批|首期|第[一二三]批|先期|剩余|尚未|目前已|还需/;
const HANDED_OUT = /(?:发放|补助|补贴|奖励|兑付|兑现|拨付|支付|安排|奖补)[^，。；、\d]{0,10}$/;
const MONTHS = 12;
const SEVERAL_YEARS = /(?<!\d)[2-9]年|[两二三四五六七八九十]年/;

const GRANTED = /补[贴助]|奖补/;
const COSTS = /造价|总投资|概算/;

/** p 元 for each, q of them, m in all. */
export function readPrice(text: string, { figures }: Sentence, found: Relation[]): void {
  const money = figures.filter((q) => q.dimension.startsWith('元') && isPlain(q));
  if (money.length < 2) return;
  const prices = money.flatMap((p) => {
    const { single, by, per = by } = PRICE.exec(lead(text, p))?.groups ?? {};
    const slash = /^元\/(.+)$/.exec(p.dimension)?.[1];
    const unit = per ?? slash;
    return single !== undefined || unit !== undefined ? [{ p, unit: unit ?? '' }] : [];
  });
  const named = money.filter(
    (m) => m.dimension === '元' && AMOUNT.test(lead(text, m)) && !PARTLY.test(lead(text, m)),
  );
  // 发放补贴6240万元，按每亩120元标准补贴耕地52万亩
  const first = named.length === 0 && money.length === 2 && prices[0]?.p === money[1] ? money[0] : undefined;
  const amounts =
    first && HANDED_OUT.test(lead(text, first)) && /^按照?/.test(lead(text, money[1]!)) ? [first] : named;
  const [price] = prices;
  const [amount] = amounts;
  if (!price || !amount || prices.length > 1 || amounts.length > 1 || price.p === amount) return;
  // 户均5000元 is told as an average.
  if (isClaimed(found, price.p) || isNoPriceOf(text, price.p, amount)) return;
  // 每人每月600元 comes to so much a month, and not a year.
  const monthly = /每月/.test(lead(text, price.p));
  const times = monthly && /全年|每年|一年|年共/.test(lead(text, amount)) ? MONTHS : 1;
  // 每亩每年400元，三年共支付: times the years.
  if (/每年/.test(lead(text, price.p)) && SEVERAL_YEARS.test(lead(text, amount))) return;
  if (monthly && times === 1 && !/每月|当月/.test(lead(text, amount))) return;
  const numbers = figures.filter(
    (q) =>
      q !== price.p &&
      q !== amount &&
      adds(q) &&
      q.value > 0 &&
      (price.unit === '' ? q.kind === 'count' || q.kind === 'people' : counts(text, q, price.unit)),
  );
  const [number] = numbers;
  if (!number || numbers.length > 1 || (number.start > amount.start && amount !== first)) return;
  const expected = scale(product(asLaidDown(price.p, lead(text, price.p)), inUnits(text, number)), times);
  found.push({
    rule: 'average',
    reading: 'price',
    claimed: amount,
    members: [price.p, number],
    expected,
    says: { is: 'price', price: price.p, number, months: times },
    holds: meets(expected, asRounded(amount)),
    alternatives: [
      { figure: price.p, value: (amount.value / times / number.value) * unitWorth(text, number) },
      { figure: number, value: (amount.value / times / price.p.value) * unitWorth(text, number) },
    ].filter(({ figure, value }) => isWritable(figure, value)),
  });
}

/** Whether a price is granted towards the amount, or is one of the factors that it comes of. */
function isNoPriceOf(text: string, price: Quantity, amount: Quantity): boolean {
  const said = lead(text, price);
  // 总造价1390万元，上级补贴30万元/公里: what is granted is not the price.
  if (GRANTED.test(said) && COSTS.test(lead(text, amount))) return true;
  // 每辆每天1200元: times two numbers.
  return TWICE_PER.test(said) || ANOTHER.test(text.slice(price.end, amount.start));
}

/** How many of its unit: 2000 of 2000亩, whatever an 亩 is worth. */
function inUnits(text: string, q: Quantity): Interval {
  return scale(q, 1 / unitWorth(text, q));
}

function unitWorth(text: string, q: Quantity): number {
  return q.scale / scaleOf(text.slice(q.digits.end, q.numberEnd));
}

/** Whether the decimals of a figure as it stands can write a value: no 17.8 machines. */
function isWritable({ grain }: Quantity, value: number): boolean {
  const steps = value / grain;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

function product(a: Interval, b: Interval): Interval {
  return { low: a.low * b.low, high: a.high * b.high };
}
