/**
 * Rates of what was counted, by what they are called and not by how the sentence runs: 计划新建8万亩，目前已建成6万亩，完成率为75% ·
 * 15个乡镇中已有10个完成改革，占总数的三分之二 · 486家企业中有81家亏损，亏损面为六分之一. The whole and its part are the only two figures
 * of their kind before the rate.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { hasAll, isCalled } from './portions.ts';
import type { Relation } from './relation.ts';
import { between, depthAt, lead, type Sentence } from './sentences.ts';
import { asPercent, shareOf, shareOfTwo } from './shapes.ts';
import { adds } from './sums.ts';

/** What a rate is called ends with one of these, so far before its figure. */
const NAMES = new Characters('率面占比例重度的');
const NAME_REACH = 12;

/** 开工率为, 亏损面达, 占总数的, 满意率超过 (the last is read with the figure). */
const IS = '(?:已|仅|只|高)?(?:为|达到?了?|是|近)?$';
const DONE = '完成 开工 竣工 完工 投产 执行 支出 到位 兑现 办结 整改 化解 销号 转化 支付 拨付 落实';
const CALLED = new RegExp(
  [
    `(?:(?<completes>${anyOf(DONE)})(?:率|比例|进度)`,
    `|占(?<takes>[\\u4e00-\\u9fff]{0,10}?)的?(?:比[例重]?)?`,
    `|(?:超过|达到|不足)(?<of>[\\u4e00-\\u9fff]{1,8})的`,
    `|(?<rate>[\\u4e00-\\u9fff（）]{2,8})(?:[率面]|(?<=满意)度|(?<=[优良达标合格满意]{2})比例))${IS}`,
  ].join(''),
);
/** Rates that are of something else than what was counted before them, and those that say how something changed. */
const OTHER_RATES = [
  '增长 增 减 下降 提高 降 升 利率 税率 失业率 死亡率 出生率 自然 回报 收益率 利润率 毛利 负债率 汇率 (?<!缴)费率 折',
  '覆盖率 普及率 城镇化率 化率 入学率 贡献率 周转率 回收率 利用率 发生率 上升 同比 环比 平均 人均 年均 分别 各 均 其中 杠杆 渗透率',
];
const OTHER = new RegExp(anyOf(...OTHER_RATES));
/** Between the whole and its part: of the one the other. */
const TIES = [
  '其中 中 里 有 已 累计 发现 查出 实际 实到 实 完成 建成 办结 参加 参与 表示 达到 开工 竣工 审结 执结 属于 获得 评为 合格 满意 成功 超过 来自 支持',
];
const TIED = new RegExp(anyOf(...TIES));
/** What makes figures of one kind speak of different things. */
const COMPARED =
  /比|较|同期|上年|去年|增|减|提高|下降|由|从(?!事)|每|均|新增|另|分别|各(?:种|类|级)?|其他|其余|剩|未|尚/;
/** What was to be: it may be passed. */
const GOAL = /(?:计划|目标|任务|预算|应|需|核定|下达)[^，。；\d]{0,14}$/;

/** The rate is figure `i`. */
export function readRate(text: string, { figures, start }: Sentence, i: number, found: Relation[]): void {
  const r = figures[i]!;
  if (i < 2 || !isOneOf(r, 'percent', 'fraction') || !isPlain(r)) return;
  if (!NAMES.isIn(text, r.start - NAME_REACH, r.start)) return;
  const said = lead(text, r);
  const { completes, of, takes = of, rate } = CALLED.exec(said)?.groups ?? {};
  const planned = OF_PLAN.test(said);
  if (isOfElse(said, lead(text, figures[i - 2]!)) || !(planned || (completes ?? takes ?? rate) !== undefined))
    return;
  // 受理6420件（含旧存310件），审结6150件: what a bracket names is told by the way.
  const depth = depthAt(text, start, r.start);
  const before = figures.slice(0, i).filter((q) => depthAt(text, start, q.start) <= depth);
  if (before.some((q) => isOneOf(q, 'percent', 'fraction', 'point'))) return;
  if (planned) {
    readOfPlan(text, before, r, said, found);
    return;
  }
  const [whole, part, ...more] = before
    .filter(adds)
    .filter((q, _, all) => q.dimension === all.at(-1)!.dimension);
  if (!whole || !part || more.length > 0 || part.kind === 'duration') return;
  const gap = text.slice(whole.end, part.start);
  const behind = text.slice(part.end, r.start - said.length);
  if (!isPartOfWhole(whole, part, gap, behind)) return;
  const mayExceed = completes !== undefined && GOAL.test(text.slice(start, whole.start));
  if (part.value > whole.value && !mayExceed) return;
  const about = lead(text, whole);
  const called =
    takes === undefined ? isOfSuch(about, gap, behind, completes, rate) : isNamedIn(about + gap, gap, takes);
  if (!called || isTold(found, r)) return;
  const relation = shareOf({ part, whole, share: asBound(asPercent(r), said) });
  if (relation) found.push({ ...relation, doubtful: true });
}

/** 行政村218个，|已建成服务站210个，覆盖率|: of the places named first so many have what was set up. 森林覆盖率 is of an area, 参保覆盖率 of people. */
const COVERS = /^覆盖率(?:已|为|达到?|是){0,2}$/;
const SET_UP =
  /^[^，。；、\d]{0,8}，(?:现|目前)?已(?:全部)?(?:建|开|设|安装|配备|配置|成立|组建|接入|覆盖|签订)/;

/** 应收水费640万元，实收608万元，水费|回收率: of what was due. */
const GOT_BACK = /^(?:综合)?(?<what>[\u4e00-\u9fff]{2,4})?回收率(?:已|为|达到?|是|实现){0,2}$/;
const WAS_DUE = /应[收缴][^，。；]{0,10}$/;

const isOfElse = (said: string, due: string) =>
  OTHER.test(said) && !COVERS.test(said) && !isGotBack(said, due);

function isGotBack(said: string, due: string): boolean {
  const got = WAS_DUE.test(due) ? GOT_BACK.exec(said)?.groups : undefined;
  return got !== undefined && due.includes(got.what ?? '');
}

function isOneOf({ kind }: Quantity, ...kinds: readonly Quantity['kind'][]): boolean {
  return kinds.includes(kind);
}

/** Whether what stands between two figures makes the second a part of the first: 报名120人，|实到|108人|，. */
function isPartOfWhole(whole: Quantity, part: Quantity, gap: string, behind: string): boolean {
  const alike = whole.unit === part.unit || whole.kind === 'people' || whole.kind === 'money';
  return (
    alike &&
    whole.value > 0 &&
    !COMPARED.test(gap) &&
    TIED.test(gap + behind) &&
    /^[^，。；]{0,16}[，、（(]$/.test(behind)
  );
}

/** Whether a rate is of what was told of the part, by its name or by the words around the part. */
function isOfSuch(
  about: string,
  gap: string,
  behind: string,
  completes: string | undefined,
  rate: string | undefined,
): boolean {
  return (
    hasAll(gap + behind, completes ?? rate!) ||
    // 合格5118份，免疫抗体|合格|率
    (rate !== undefined && rate.length > 3 && gap.endsWith(rate.slice(-2))) ||
    isOfPart(gap, rate) ||
    isClosed(gap, rate) ||
    (rate === '覆盖' && SET_UP.test(gap)) ||
    isGeneral(completes ?? rate) ||
    isDue(about, gap)
  );
}

/** Whether a relation has the rate already. */
function isTold(found: readonly Relation[], r: Quantity): boolean {
  return found.some(
    ({ claimed, members }) => claimed === r || (claimed.digits === r.digits && members.length > 0),
  );
}

/** 本科上线率|92.3%|（参考人数|906人）: of how many it is stands behind the rate. */
const BASES = String.raw`任务数? 计划数? 目标数? 总数 总[量额计] 人数 户数 件数 个数 基数 应[\u4e00-\u9fff]{1,4} 共有?`;
const BASE_BEHIND = new RegExp(
  String.raw`^[（(](?:共|应|实)?[\u4e00-\u9fff]{0,12}${anyOf(BASES)}(?:为|共)?$`,
);
const OF_PART = /^[，,](?<name>[\u4e00-\u9fff]{2,10})[率面](?:为|达到?|是)?$/;

/** 本科上线812人，本科上线率92.3%（参考人数906人）. The rate is figure `i`. */
export function readRateOfBracket(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [part, r, whole] = [figures[i - 1], figures[i]!, figures[i + 1]];
  if (!part || !whole || r.kind !== 'percent' || !isPlain(r) || !adds(part) || !adds(whole)) return;
  if (part.dimension !== whole.dimension || part.value > whole.value) return;
  if (!/^[）)]/.test(text.slice(whole.end, whole.end + 1)) || !BASE_BEHIND.test(between(text, r, whole)))
    return;
  const name = OF_PART.exec(between(text, part, r))?.groups?.name;
  if (name === undefined || OTHER.test(name) || !isCalledBy(lead(text, part), name)) return;
  const relation = shareOf({ part, whole, share: r });
  if (relation) found.push({ ...relation, doubtful: true });
}

/** 本科上线|812人, of 本科上线率; 亏损企业|186户, of 亏损面. */
const isCalledBy = (said: string, name: string) =>
  name === '完成' || isCalled(said, name.slice(-2)) || said.startsWith(name);

/** 剩余|21件|正在办理 */
const LEFT = String.raw`剩余 其余 余下 尚有 还有 仍有 另有 未[\u4e00-\u9fff]{2,4} 正在[\u4e00-\u9fff]{2,4}`;
const REST = new RegExp(String.raw`${anyOf(LEFT)}[^，。；、\d]{0,6}$`);
const OF_DONE = /^(?:综合)?(?<done>办结|整改|完成|化解|完工|竣工|结案|销号|解决|建成)率(?:为|达到?|是)?$/;

/** 已办结125件，剩余21件正在办理，办结率85.6%: of what is done and what is left, where no whole is told. The rate is figure `i`. */
export function readRateOfDone(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const r = figures[i]!;
  if (i !== 2 || r.kind !== 'percent' || !isPlain(r)) return;
  const done = OF_DONE.exec(lead(text, r))?.groups?.done;
  const [a, b] = figures as [Quantity, Quantity];
  if (done === undefined || a.unit !== b.unit || !adds(a) || !adds(b) || a.value <= 0) return;
  const did = lead(text, a);
  if (!(done === '结案' ? /[审办执]结/.test(did) : did.includes(done))) return;
  if (!REST.test(lead(text, b))) return;
  const relation = shareOfTwo(a, b, r);
  if (relation) found.push({ ...relation, reading: 'completion', doubtful: true });
}

const OF_PLAN = /(?<plan>年初|调整后?|变动)(?:预算|计划|目标)数?的?(?:比例)?(?:为|达)?$/;

/** 年初预算47亿元，调整为50亿元，支出45.2亿元，完成调整预算的90.4%: of the plan that is named, where there are two. */
function readOfPlan(
  text: string,
  before: readonly Quantity[],
  r: Quantity,
  said: string,
  found: Relation[],
): void {
  const plan = OF_PLAN.exec(said)?.groups?.plan;
  const part = before.at(-1);
  if (plan === undefined || !part || !adds(part)) return;
  const wholes = before
    .slice(0, -1)
    .filter((q) => q.dimension === part.dimension && lead(text, q).includes(plan.slice(0, 2)));
  const [whole] = wholes;
  if (!whole || wholes.length > 1 || before.length < 3 || /比|较|其中/.test(lead(text, part))) return;
  const relation = shareOf({ part, whole, share: r });
  if (relation) found.push({ ...relation, doubtful: true });
}

/** 完成率 is of whatever was to be done. */
function isGeneral(called: string | undefined): boolean {
  return /(?:完成|执行)$/.test(called ?? '');
}

/** 其中|网上申请|2178件，网办率: called by what the part begins with. */
function isOfPart(gap: string, rate: string | undefined): boolean {
  return rate?.length === 2 && gap.includes(`其中${rate[0]!}`);
}

/** 审结|2717件，结案率: a case that is closed by whatever name. */
export function isClosed(gap: string, rate: string | undefined): boolean {
  return (rate === '结案' && /[审办执]结/.test(gap)) || (rate === '办结' && /结案|审结/.test(gap));
}

/** 人，截至12月20日|已缴 */
const THEN_DONE = /^[\u4e00-\u9fff]{0,6}[，,](?:截至[^，。；]{2,10})?(?:现|目前)?(?:已|实)/;

/** 应建立工会的企业|125家，已建立: whatever the rate is called, it is of what was due. */
function isDue(whole: string, gap: string): boolean {
  return /应(?!急|用|对|届|当)/.test(whole) && THEN_DONE.test(gap);
}

const IN_ALL = /总[数量额计]$|总(?:长度?|里程|面积|规模|工程量)$|总?[人户件]数$|^(?:全部|全体|所有|到)/g;

/** Whether what a share is said to be of was named before, or is all there is: 占总数的, 占代表总数的. */
function isNamedIn(before: string, behind: string, name: string): boolean {
  const noun = name.replace(IN_ALL, '');
  // 18个|村: 行政村 is what they are counted as.
  return noun === '' || before.includes(noun.slice(-2)) || behind.startsWith(noun.slice(-1));
}

/** 超过代表总数的|三分之二: the word before the name bounds the share. */
function asBound(share: Quantity, said: string): Quantity {
  return /超过[^，。；、]{1,8}的$/.test(said) ? { ...share, low: share.value, high: Infinity } : share;
}
