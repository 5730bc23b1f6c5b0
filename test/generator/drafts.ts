/**
 * Whole drafts from random facts: a report, a speech, a notice. Everything in them is right; what can be planted wrong stands
 * beside it (see {@link site}). The sentences are our own, in the wording of such texts. Long for a file here, for it holds them all.
 */

import { daysInMonth, weekdayOf, writeWeekday } from '../../language/dates/calendar.ts';
import { writeHanNumber as han } from '../../language/text/numerals.ts';
import { Dice } from '../support/dice.ts';
import { official } from './official.ts';
import { Draft, site } from './sites.ts';
import {
  AMOUNTS,
  BRANDS,
  CLAUSES,
  CLOSINGS,
  COUNTIES,
  LENGTHS,
  OFFICES,
  OPENINGS,
  SURNAMES,
  TASKS,
  TOWNS,
  WORKS,
} from './words.ts';

/** What all sentences of one draft agree on. */
interface World {
  readonly county: string;
  readonly year: number;
  readonly towns: readonly string[];
  readonly amounts: readonly (readonly [string, string])[];
  readonly works: readonly (readonly [string, string, string])[];
  readonly lengths: readonly string[];
  readonly offices: readonly string[];
  readonly surname: string;
}

function worldOf(dice: Dice): World {
  return {
    county: dice.pick(COUNTIES),
    year: dice.int(2022, 2026),
    towns: dice.some(TOWNS, 6),
    amounts: dice.some(AMOUNTS, AMOUNTS.length),
    works: dice.some(WORKS, WORKS.length),
    lengths: dice.some(LENGTHS, LENGTHS.length),
    offices: dice.some(OFFICES, 6),
    surname: dice.pick(SURNAMES),
  };
}

const fixed = (value: number, decimals: number) => value.toFixed(decimals);
/** A rate that is off by so much that no rounding explains it. */
const offRate = (dice: Dice, rate: number) =>
  fixed(rate + dice.pick([-1, 1]) * dice.fixed(2.5, 6, 1) + (rate < 7 ? 9 : 0), 1);

/** Clauses without figures, to fill a paragraph. */
function prose(dice: Dice, clauses: number): string {
  return `${dice.some(CLAUSES, clauses).join('，')}，${dice.pick(CLOSINGS)}。`;
}

// ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 由a增加到b，增长r%, and the same in other words. */
function growth(dice: Dice, [name, unit]: readonly [string, string]): string {
  const from = dice.fixed(30, 200, 1);
  const to = Number(fixed(from * (1 + dice.fixed(4, 28, 1) / 100), 1));
  const rate = ((to - from) / from) * 100;
  const [a, b] = [`${fixed(from, 1)}${unit}`, `${fixed(to, 1)}${unit}`];
  const said = `增长${site('growth', fixed(rate, 1), offRate(dice, rate))}%`;
  return dice.pick([
    `${name}由上年的${a}增加到${b}，${said}。`,
    `${name}从${a}提高到${b}，同比${said}。`.replace('从', '从上年的'),
    `${name}达到${b}，比上年的${a}${said}。`,
    `${name}${said}，由上年的${a}增加到${b}。`,
  ]);
}

/** 达到b，比上年增加d、增长r%. */
function difference(dice: Dice, [name, unit]: readonly [string, string]): string {
  const from = dice.fixed(30, 200, 1);
  const more = dice.fixed(3, 26, 1);
  const rate = (more / from) * 100;
  return `${name}达到${fixed(from + more, 1)}${unit}，比上年增加${site('growth', fixed(more, 1), fixed(more * 1.6 + 3, 1))}${unit}，增长${fixed(rate, 1)}%。`;
}

/** 共n件，其中a、b、c. */
function sum(dice: Dice): string {
  const [a, b, c] = [dice.int(60, 180), dice.int(60, 180), dice.int(60, 180)];
  const [what, parts] = dice.pick([
    ['办理群众来信', ['求决类', '建议类', '其他类']],
    ['受理热线诉求', ['物业类', '供热类', '其他类']],
    ['排查风险隐患', ['消防类', '燃气类', '其他类']],
  ] as const);
  const total = a + b + c;
  const all = site('sum', String(total), String(total + dice.int(11, 40)));
  return dice.pick([
    `全年${what}${all}件，其中${parts[0]}${a}件、${parts[1]}${b}件、${parts[2]}${c}件。`,
    `全年${what}${all}件，包括${parts[0]}${a}件、${parts[1]}${b}件、${parts[2]}${c}件。`,
    `全年抽检食品样品${site('sum', String(a + b), String(a + b + dice.int(11, 40)))}批次，合格${a}批次，不合格${b}批次。`,
    `三个片区分别${what}${a}件、${b}件、${c}件，合计${all}件。`,
    `${what}共${all}件，已办结${a}件、正在办理${b + c}件。`,
  ]);
}

/** n户，其中m户，占r%. */
function share(dice: Dice): string {
  const whole = dice.int(200, 900);
  const part = dice.int(60, whole - 60);
  const rate = (part / whole) * 100;
  const wrong = rate > 60 ? rate - 14 : rate + 14;
  const said = `${site('share', fixed(rate, 1), fixed(wrong, 1))}%`;
  return dice.pick([
    `全县共有脱贫监测户${whole}户，其中已消除风险${part}户，占${said}。`,
    `抽查的${whole}份案卷中，评为优秀的${part}份，占${said}。`,
    `发放调查问卷${whole}份，收回${part}份，回收率${said}。`,
    `${whole}户居民中已有${part}户签约，签约率达${said}。`,
    `${whole}名党员中，大专以上学历${part}人，占比${said}。`,
  ]);
}

/** n亩，m户，户均r亩 · 每户p元，n户，共m元. */
function average(dice: Dice): string {
  const households = dice.int(80, 400);
  const each = dice.int(3, 9);
  const standard = dice.int(12, 40) * 100;
  return dice.pick([
    `流转土地${households * each}亩，涉及农户${households}户，户均流转${site('average', String(each), String(each + 3))}亩。`,
    `按照每户${standard}元的标准，对${households}户困难家庭发放补助，共需资金${site('average', fixed((standard * households) / 1e4, 2), fixed((standard * households) / 1e3, 1))}万元。`,
    `全年培训${households}期，培训农民${households * each * 10}人次，平均每期${site('average', String(each * 10), String(each * 10 + 17))}人次。`,
  ]);
}

/** 决算大于预算 where it is less. */
function direction(dice: Dice): string {
  const budget = dice.fixed(300, 900, 1);
  const spent = budget + dice.fixed(20, 90, 1);
  return `农林水支出年初预算为${fixed(budget, 1)}万元，支出决算为${fixed(spent, 1)}万元，决算数${site('direction', '大于', '小于')}预算数的主要原因是追加项目支出。`;
}

function enumeration(dice: Dice, { offices, towns }: World): string {
  const count = dice.int(3, 5);
  const list = dice.pick([offices, towns]).slice(0, count);
  const unit = list[0]!.startsWith('县') ? '个部门' : '个乡镇';
  const right = `${count}${unit}`;
  const wrong = `${count + dice.pick([1, 2])}${unit}`;
  if (dice.int(0, 2) === 0) {
    const values = list.map(() => `${dice.int(12, 90)}个`);
    const told = `${values.slice(0, -1).join('、')}和${values.at(-1)}`;
    const short = `${values.slice(0, -2).join('、')}${values.length > 3 ? '和' : '、'}${values.at(-2)}`;
    return `${list.slice(0, -1).join('、')}和${list.at(-1)}分别完成项目${site('enumeration', told, count > 3 ? short : `${told}、15个`)}，${dice.pick(CLAUSES)}。`;
  }
  return `${list.slice(0, -1).join('、')}和${list.at(-1)}${site('enumeration', right, wrong)}完成年度任务较好，受到通报表扬。`;
}

function fixedCount(dice: Dice): string {
  // 三个自信 was the name for some years.
  const [verb, right, wrong] = dice.pick([
    ['增强', '四个意识', '五个意识'],
    ['坚定', '四个自信', '五个自信'],
    ['做到', '两个维护', '三个维护'],
    ['领悟', '两个确立', '三个确立'],
  ] as const);
  const name = site('fixed-count', right, wrong);
  return `各级党组织要教育引导党员干部${verb}“${name}”，${dice.pick(CLAUSES)}。`;
}

function completion(dice: Dice): string {
  const plan = dice.int(80, 400);
  const done = dice.int(Math.round(plan * 0.5), plan - 5);
  const rate = (done / plan) * 100;
  const said = `${site('growth', fixed(rate, 1), offRate(dice, rate))}%`;
  return dice.pick([
    `全年计划实施技改项目${plan}个，实际完成${done}个，完成年度计划的${said}。`,
    `全年下达改造任务${plan}户，实际完成${done}户，完成率为${said}。`,
    `完成治理面积${done}亩，占年度任务${plan}亩的${said}。`,
  ]);
}

function points(dice: Dice): string {
  const from = dice.fixed(40, 60, 1);
  const more = dice.fixed(1, 6, 1);
  return `城区绿化覆盖率由${fixed(from, 1)}%提高到${fixed(from + more, 1)}%，提高${fixed(more, 1)}${site('point-or-percent', '个百分点', '%')}。`;
}

function rangeUnit(dice: Dice): string {
  const low = dice.int(3, 7);
  return `${dice.pick(['预计居民消费价格涨幅保持在', '农村居民人均可支配收入增速预期为'])}${low}${site('range-unit', '%', '')}～${low + 2}%。`;
}

function approximation(dice: Dice): string {
  const n = dice.int(3, 9) * 100;
  return `全县${dice.pick(['参与志愿服务的群众', '参加技能培训的农民'])}达${site('approximation', '', '近')}${n}余人次。`;
}

function multiple(dice: Dice): string {
  return `线上销售额比三年前${site('multiple', '增加', '减少')}${dice.int(2, 4)}倍，${dice.pick(CLAUSES)}。`;
}

function subset(dice: Dice): string {
  const all = dice.int(30, 60);
  const part = dice.int(8, 20);
  const some = site('subset', String(part), String(all + dice.int(5, 20)));
  return dice.pick([
    `年初确定的${all}个重点项目中，${some}个已经竣工，其余项目按节点推进。`,
    `摸排的${all}处隐患中，已销号${some}处，其余正在整改。`,
    `参加集训的${all}名护林员中，兼职${some}名，全部通过考核。`,
    `排查出的${all}处风险点，已整治${some}处，其余限期销号。`,
  ]);
}

/** The same figure in two places: the second is returned to be set elsewhere, which may be among plans, so both say that it was done. */
function repeated(dice: Dice, [name, unit]: readonly [string, string]): readonly [string, string] {
  const value = dice.fixed(50, 300, 1);
  const wrong = fixed(value + dice.fixed(4, 30, 1), 1);
  return [
    `全年完成${name}${fixed(value, 1)}${unit}，成绩来之不易，${dice.pick(CLOSINGS)}。`,
    `全年完成${name}${site('conflict', fixed(value, 1), wrong)}${unit}，成绩来之不易。`,
  ];
}

// ── Blanks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function works(dice: Dice, [name, unit, verb]: readonly [string, string, string], length: string): string {
  const n = String(dice.int(12, 90));
  const km = String(dice.int(20, 180));
  return `${verb}${name}${site('placeholder', n, dice.pick(['×', '××', 'XX', '**', 'x', '☆☆', '（　）']))}${unit}，新建${length}${site('dropped-number', km, '')}公里，${dice.pick(CLAUSES)}。`;
}

function people(dice: Dice, { surname, towns }: World): string {
  const mask = dice.pick(['×', '××', 'XX', '某', '○○']);
  const masked = mask === '某' ? '×' : mask;
  return `县长${surname}国强同志到${site('placeholder', towns[0]!.slice(0, -1), masked)}镇调研，${site('placeholder', `${surname}书记`, `${dice.pick(['×', 'X', 'xx', '*'])}书记`)}主持召开现场会，${dice.pick(CLAUSES)}。`;
}

function percent(dice: Dice): string {
  const rate = fixed(dice.fixed(80, 99, 1), 1);
  return `城乡污水集中处理率达到${site(dice.pick(['placeholder', 'dropped-number']), rate, '')}%，空气质量优良天数比例为${site('placeholder', fixed(dice.fixed(80, 99, 1), 1), dice.pick(['×', 'XX.X', 'x.x', '9×']))}%。`;
}

function money(dice: Dice): string {
  return `争取上级补助资金${site('dropped-number', String(dice.int(1200, 9000)), '')}万元，惠及群众${site('dropped-number', fixed(dice.fixed(1, 9, 1), 1), '')}万人，${dice.pick(CLAUSES)}。`;
}

function named(dice: Dice): string {
  return `持续擦亮“${site('placeholder', dice.pick(['清风', '先锋', '暖心', '红石榴']), dice.pick(['××', 'XX', '**', '×']))}”服务品牌，${dice.pick(CLAUSES)}。`;
}

function numbered(dice: Dice, { year }: World): string {
  const number = site('placeholder', String(dice.int(3, 60)), dice.pick(['×', '××', 'X', '　']));
  return `按照《关于做好重点工作的通知》（政办发〔${year}〕${number}号）要求，${dice.pick(CLAUSES)}。`;
}

function ranked(dice: Dice): string {
  const rank = site('placeholder', han(dice.int(2, 9)), dice.pick(['×', '××', 'X', '*']));
  return `群众满意度居全市第${rank}位，${dice.pick(CLOSINGS)}。`;
}

function dated(dice: Dice, { year }: World): string {
  const month = dice.int(1, 12);
  const day = dice.int(2, 27);
  const wrong = dice.pick(['×月×日', 'X月X日', 'xx月xx日', '*月*日', '○月○日']);
  const half = String(year).slice(0, 3);
  const masked = dice.pick([`${half}×`, '20××', '20XX', `${half}x`]);
  return `${site('placeholder', `${month}月${day}日`, wrong)}，全县开展集中督查，${site('placeholder', String(year - 1), masked)}年遗留的问题全部销号，${dice.pick(CLAUSES)}。`;
}

function lined(dice: Dice, { towns }: World): string {
  return `现场推进会在${site('placeholder', towns[2]!, dice.pick(['____', '＿＿＿', '（  ）', '□□', '##', '☆☆镇']))}召开，${dice.pick(CLAUSES)}。`;
}

function staffed(dice: Dice): string {
  const [people, sites] = [dice.int(60, 400), dice.int(5, 40)];
  return `全县划分监管片区${sites}个，配备管护员${site('dropped-number', String(people), '')}人，${dice.pick(CLAUSES)}。`;
}

function levelled(dice: Dice, { towns }: World): string {
  return `今年以来，${site('dropped-number', towns[3]!, '镇')}始终把安全生产摆在首位，${dice.pick(CLAUSES)}。`;
}

function chosen(dice: Dice): string {
  const [right, wrong] = dice.pick([
    ['下降', '下降（增长）'],
    ['减少', '增加（减少）'],
    ['下降', '增长/下降'],
  ] as const);
  return `公用经费支出比上年${site('template-field', right, wrong)}${fixed(dice.fixed(2, 12, 1), 1)}%，${dice.pick(CLAUSES)}。`;
}

function directed(dice: Dice): string {
  return `${dice.pick(CLAUSES)}，${dice.pick(CLOSINGS)}。${site('reminder', '', dice.pick(['（此处停顿）', '（接下页）', '（语气加重）', '（如无此项请删除）']))}`;
}

const REMINDERS = [
  '【待补】',
  '（此处补充数据）',
  '（待核实）',
  '【请填写单位名称】',
  '（此处插入表格）',
  'TODO',
  '（数据待更新）',
  '（各地不同，不再细写）',
];
const FIELDS = ['{{单位名称}}', '【活动名称】', '[责任单位]', '{{name}}', '<单位名称>', '«项目名称»'];

function noted(dice: Dice): string {
  return `${dice.pick(CLAUSES)}，${dice.pick(CLOSINGS)}${site('reminder', '', dice.pick(REMINDERS))}。`;
}

function templated(dice: Dice, { offices }: World): string {
  return `由${site('template-field', offices[1]!, dice.pick(FIELDS))}牵头，${dice.pick(CLAUSES)}。`;
}

// ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const MONTH_31 = [1, 3, 5, 7, 8, 10, 12];

function deadline(dice: Dice, { year }: World): string {
  const month = dice.pick([4, 6, 9, 11]);
  const day = dice.int(20, 30);
  return `${year}年${month}月${site('date', String(day), '31')}日前，各乡镇要完成自查，${dice.pick(CLAUSES)}。`;
}

function weekday(dice: Dice, { year }: World): string {
  const month = dice.int(3, 11);
  const day = dice.int(2, daysInMonth(month, year) - 1);
  const real = weekdayOf(year, month, day);
  const wrong = writeWeekday((real + dice.int(1, 6)) % 7);
  return `${year}年${month}月${day}日（${site('date', writeWeekday(real), wrong)}）召开调度会，${dice.pick(CLAUSES)}。`;
}

function span(dice: Dice, { year }: World): string {
  const month = dice.pick(MONTH_31);
  const from = dice.int(2, 10);
  const days = dice.int(5, 12);
  return `集中攻坚时间为${year}年${month}月${site('date', String(from), String(from + days + 3))}日至${month}月${from + days}日，${dice.pick(CLAUSES)}。`;
}

function duration(dice: Dice, { year }: World): string {
  const month = dice.pick(MONTH_31);
  const from = dice.int(2, 10);
  const days = dice.int(5, 12);
  return `业务培训${site('date', `为期${days + 1}天`, `为期${days + 4}天`)}（${year}年${month}月${from}日至${from + days}日），${dice.pick(CLAUSES)}。`;
}

function meeting(dice: Dice): string {
  const [right, wrong] = dice.pick([
    ['二十届三中全会', '二十大三中全会'],
    ['二十届四中全会', '二十大四中全会'],
    ['十九届六中全会', '十九大六中全会'],
  ] as const);
  return `深入学习贯彻党的${site('date', right, wrong)}精神，${dice.pick(CLAUSES)}。`;
}

function plan(dice: Dice): string {
  const [right, wrong] = dice.pick([
    ['“十四五”规划（2021—2025年）', '“十四五”规划（2020—2025年）'],
    ['“十五五”规划（2026—2030年）', '“十五五”规划（2025—2030年）'],
  ] as const);
  return `全面对标${site('date', right, wrong)}确定的目标，${dice.pick(CLAUSES)}。`;
}

// ── Numbering ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** 一是…；二是…；三是…. */
function listed(dice: Dice, declared: boolean): string {
  const count = dice.int(3, 5);
  const tails = dice.some(CLAUSES, count);
  const word = dice.pick(['是', '要']);
  const kind = dice.pick(['gap', 'repeat']);
  const items = tails.map((clause, i) => {
    const last = i === count - 1;
    const right = `${han(i + 1)}${word}`;
    const wrong = `${han(kind === 'gap' ? i + 2 : i)}${word}`;
    const verb = word === '要' ? '' : '要';
    return `${last ? site(`numbering-${kind}`, right, wrong) : right}${verb}${clause.replace('，', '、')}`;
  });
  const wrong = han(count + dice.pick([1, 2]));
  const number = site('numbering-count', han(count), wrong);
  const lead = declared
    ? dice.pick([
        `要重点抓好${number}个方面的工作：`,
        `做好下一步工作，要把握${number}个关键环节。`,
        `落实中要处理好${number}对关系，`,
        `从实践看，有${number}点体会值得总结。`,
        `工作中还存在${number}个方面的问题：`,
      ])
    : '';
  const join = lead.endsWith('，') ? '，' : dice.pick(['；', '。']);
  return `${lead}${items.join(join)}。`;
}

/** （一）… with a paragraph each, and what is said above of how many there are. */
function headings(dice: Dice, sentences: readonly string[]): string[] {
  const titles = dice.some(TASKS, sentences.length);
  const count = sentences.length;
  const kind = dice.pick(['gap', 'repeat']);
  return sentences.map((sentence, i) => {
    const right = `（${han(i + 1)}）`;
    const wrong = `（${han(kind === 'gap' ? i + 2 : i)}）`;
    const mark = i === count - 1 ? site(`numbering-${kind}`, right, wrong) : right;
    const form = i === 1 ? site('mark-form', '', '、') : '';
    return `${mark}${form}${titles[i]}。${sentence}`;
  });
}

// ── Adverts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A line of a site, where a paragraph may begin. */
function advert(dice: Dice): string {
  const brand = dice.pick(BRANDS);
  const line = dice.pick([
    `${brand}整理，更多范文请加微信：gw${dice.int(1000, 9999)}xz`,
    `更多精品材料请关注公众号“${brand}”，回复“666”免费领取`,
    `本文由${brand}收集整理，版权归原作者所有，如有侵权请联系删除`,
    `QQ群：${dice.int(100000000, 999999999)}　${brand}会员免费下载`,
    `来源：${brand}　作者：佚名　点击：${dice.int(100, 9999)}次`,
    `此处隐藏${dice.int(800, 5000)}字，VIP会员登录后可查看全文`,
    `下载本文需要${dice.int(2, 9)}个积分，开通会员免积分下载全站文档`,
    `【字号：大 中 小】 打印本页 关闭窗口`,
    `上一篇：${dice.pick(TASKS)}心得体会　下一篇：${dice.pick(TASKS)}工作总结`,
    `扫描下方二维码，加入${brand}写作交流群`,
  ]);
  return site('advert', '', `${line}\n`);
}

// ── Drafts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** All that a draft can say once, in random order. */
function material(
  dice: Dice,
  world: World,
): { readonly paragraphs: readonly string[]; readonly again: string } {
  const [a, b, c, d, e, f] = world.amounts as readonly (readonly [string, string])[];
  const [once, again] = repeated(dice, e!);
  const sentences = [
    growth(dice, a!),
    difference(dice, b!),
    growth(dice, c!),
    difference(dice, d!),
    once,
    growth(dice, f!),
    sum(dice),
    share(dice),
    enumeration(dice, world),
    fixedCount(dice),
    completion(dice),
    points(dice),
    rangeUnit(dice),
    approximation(dice),
    multiple(dice),
    subset(dice),
    average(dice),
    direction(dice),
    works(dice, world.works[0]!, world.lengths[0]!),
    works(dice, world.works[1]!, world.lengths[1]!),
    works(dice, world.works[2]!, world.lengths[2]!),
    people(dice, world),
    percent(dice),
    money(dice),
    named(dice),
    noted(dice),
    noted(dice),
    numbered(dice, world),
    ranked(dice),
    dated(dice, world),
    lined(dice, world),
    staffed(dice),
    levelled(dice, world),
    chosen(dice),
    directed(dice),
    templated(dice, world),
    deadline(dice, world),
    weekday(dice, world),
    span(dice, world),
    duration(dice, world),
    meeting(dice),
    plan(dice),
  ];
  const longest = dice.pick([3, 5, 9]);
  const paragraphs = dice
    .some(sentences, sentences.length)
    .map((sentence) => `${sentence}${prose(dice, dice.int(2, longest))}`);
  return { paragraphs, again };
}

/** A report to the people's congress or to superiors, with （一） below 一、. */
function report(dice: Dice, world: World): string {
  const { county, year } = world;
  const { paragraphs, again } = material(dice, world);
  const third = Math.ceil(paragraphs.length / 3);
  const part = (k: number) => paragraphs.slice(k * third, (k + 1) * third);
  const sections = [0, 1, 2].map((k) => {
    const mine = part(k);
    const under = headings(dice, mine.slice(0, 4));
    return [...under, advert(dice) + mine.slice(4).join('\n'), listed(dice, true)].join('\n');
  });
  return [
    `${advert(dice)}${county}人民政府${year}年工作总结${site('reminder', '', dice.pick(['（终稿）', '（修改稿2）', '（初稿）']))}`,
    `${dice.pick(OPENINGS)}。现将${site('period', String(year), String(year - 2))}年工作情况总结如下：`,
    `一、主要工作开展情况`,
    sections[0]!,
    `二、重点任务落实情况`,
    `${prose(dice, 4)}${again}`,
    sections[1]!,
    `三、下一步工作安排`,
    sections[2]!,
    advert(dice) + prose(dice, 5),
    `${county}人民政府`,
    `${year}年12月${dice.int(20, 30)}日`,
  ].join('\n');
}

/** A speech at a meeting, with 一要…二要… inside its paragraphs. */
function speech(dice: Dice, world: World): string {
  const { year } = world;
  const { paragraphs, again } = material(dice, world);
  const count = 4;
  const each = Math.ceil(paragraphs.length / count);
  const titles = dice.some(TASKS, count);
  const kind = dice.pick(['gap', 'repeat']);
  const parts = titles.flatMap((title, k) => {
    const right = `${han(k + 1)}、`;
    const wrong = `${han(kind === 'gap' ? k + 2 : k)}、`;
    const mark = k === count - 1 ? site(`numbering-${kind}`, right, wrong) : right;
    const mine = paragraphs.slice(k * each, (k + 1) * each);
    return [
      `${mark}${title}`,
      ...mine.slice(0, 3),
      advert(dice) + listed(dice, k % 2 === 0),
      ...mine.slice(3),
    ];
  });
  const month = dice.int(2, 11);
  return [
    `${advert(dice)}在全县${dice.pick(['经济工作', '项目建设', '高质量发展'])}会议上的讲话`,
    `（${year}年${month}月${dice.int(2, 27)}日）`,
    '同志们：',
    `这次会议的主要任务是总结工作、分析形势、安排部署下一步重点工作。${dice.pick(OPENINGS)}。下面，我讲${site('numbering-count', '四点', '五点')}意见。`,
    ...parts,
    `${prose(dice, 3)}${again}`,
    '同志们，任务已经明确，关键在于落实。让我们振奋精神、真抓实干，为建设美好家园而努力奋斗！',
    advert(dice).trimEnd(),
  ].join('\n');
}

/** A whole official document by its seed. */
export function officialOf(seed: number): Draft {
  const dice = new Dice(seed * 7919 + 17);
  return new Draft(official(dice, worldOf(dice)));
}

/** A draft by its seed; even seeds are reports. */
export function draftOf(seed: number): Draft {
  const dice = new Dice(seed * 7919 + 13);
  const world = worldOf(dice);
  return new Draft(seed % 2 === 0 ? report(dice, world) : speech(dice, world));
}
