/**
 * True statements with random figures lint clean; with one figure changed they are found. The patterns are those of
 * reports and plans; `⟨…⟩` marks the figures that are changed, one at a time; `⟨×…⟩` one that is
 * only wrong when it is changed by much. Long for a file here: it is a list of such statements, a line each.
 */
import assert from 'node:assert/strict';
import { writeCapitalAmount } from '../../language/quantities/capital-amounts.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { rules } from '../../rules/figures/index.ts';
import { createLinter } from '../../rules/index.ts';
import { Dice } from '../support/dice.ts';
import { testWords } from '../support/linter.ts';

const THINGS = ['苗圃', '茶园', '鱼塘', '菌棚', '果林', '花圃', '药圃', '桑园', '竹林', '藕塘'];
const OFFICES = [
  '档案科',
  '水务站',
  '林业站',
  '农技站',
  '粮管所',
  '渔政站',
  '气象站',
  '种子站',
  '园艺场',
  '防疫站',
];
const PLACES = ['东坪', '西冲', '南坳', '北湾', '中坝', '上堰', '下渡', '新桥'];
const TASKS = [
  '清淤疏浚',
  '补种护林',
  '巡河护堤',
  '改厨改厕',
  '扩渠增容',
  '换网降损',
  '育苗供种',
  '管水节水',
];
const SUBJECTS = [
  '水渠衬砌投资',
  '茶叶加工收入',
  '库区养护经费',
  '冷链仓储投资',
  '苗木销售收入',
  '护林补助资金',
];
const AMOUNTS = ['亿元', '万元', '万亩', '万吨', '公里', '万千瓦'];
const COUNTS = ['个', '家', '户', '座', '处', '件'];

const f = (n: number, decimals = 0) => `⟨${n.toFixed(decimals)}⟩`;
const han = (n: number) => `⟨${n === 2 ? '两' : writeHanNumber(n)}⟩`;
const rate = (a: number, b: number, decimals = 1) => Math.abs(((b - a) / a) * 100).toFixed(decimals);

interface Pattern {
  readonly name: string;
  readonly make: (dice: Dice) => string;
}
const patterns: Pattern[] = [];
const pattern = (name: string, make: (dice: Dice) => string) => patterns.push({ name, make });

// From one end to the other. The ends are large beside their last place, so that a change shows.
const ups: [string, string][] = [
  ['由', '增至'],
  ['从', '增加到'],
  ['由', '提高到'],
  ['从', '提升至'],
  ['由', '扩大到'],
  ['从', '增长到'],
];
for (const [from, to] of ups) {
  pattern(`${from}…${to}…，增长…%`, (d) => {
    const [a, b] = [d.fixed(100, 400, 1), d.fixed(450, 900, 1)];
    return `${d.pick(SUBJECTS)}${from}${f(a, 1)}${'亿元'}${to}${f(b, 1)}亿元，增长⟨${rate(a, b)}⟩%。`;
  });
}
const downs: [string, string][] = [
  ['由', '减少到'],
  ['从', '降至'],
  ['由', '压减到'],
  ['从', '下降到'],
];
for (const [from, to] of downs) {
  pattern(`${from}…${to}…，下降…%`, (d) => {
    const [a, b] = [d.fixed(600, 900, 1), d.fixed(200, 500, 1)];
    return `渠系漏损水量${from}${f(a, 1)}万吨${to}${f(b, 1)}万吨，下降⟨${rate(a, b)}⟩%。`;
  });
}
pattern('由…增加到…，增加… (amount)', (d) => {
  const [a, b] = [d.int(100, 300), d.int(350, 800)];
  const unit = d.pick(AMOUNTS);
  return `${d.pick(THINGS)}面积由${f(a)}${unit}增加到${f(b)}${unit}，增加${f(b - a)}${unit}。`;
});
pattern('从…减少到…，减少… (count)', (d) => {
  const [a, b] = [d.int(400, 900), d.int(100, 350)];
  const unit = d.pick(COUNTS);
  return `在册${d.pick(THINGS)}从${f(a)}${unit}减少到${f(b)}${unit}，减少${f(a - b)}${unit}。`;
});
pattern('由…%提高到…%，提高…个百分点', (d) => {
  const [a, b] = [d.fixed(20, 45, 1), d.fixed(50, 90, 1)];
  return `良种使用率由${f(a, 1)}%提高到${f(b, 1)}%，提高${f(b - a, 1)}个百分点。`;
});
pattern('从…%下降到…%，下降…个百分点', (d) => {
  const [a, b] = [d.fixed(50, 90, 1), d.fixed(20, 45, 1)];
  return `渠系漏损率从${f(a, 1)}%下降到${f(b, 1)}%，下降${f(a - b, 1)}个百分点。`;
});
pattern('由…年的…增加到…年的…，年均增长…%', (d) => {
  const [a, b] = [d.fixed(100, 300, 1), d.fixed(400, 800, 1)];
  const years = d.int(3, 6);
  const r = ((b / a) ** (1 / years) - 1) * 100;
  return `年育苗量由2020年的${f(a, 1)}万株增加到${2020 + years}年的${f(b, 1)}万株，年均增长⟨${r.toFixed(1)}⟩%。`;
});
pattern('从…年的…增长到…年的…，累计增长…%', (d) => {
  const [a, b] = [d.int(1000, 3000), d.int(4000, 9000)];
  return `蚕茧交售量从2021年的${f(a)}吨增长到2025年的${f(b)}吨，累计增长⟨${rate(a, b)}⟩%。`;
});
pattern('由…增至…，增长…倍', (d) => {
  const [a, b] = [d.int(100, 200), d.int(500, 1900)];
  return `冷库容量由${f(a)}万立方米增至${f(b)}万立方米，增长⟨${((b - a) / a).toFixed(2)}⟩倍。`;
});
pattern('由…增加到…，增加…、增长…%', (d) => {
  const [a, b] = [d.int(200, 400), d.int(500, 900)];
  return `${d.pick(SUBJECTS)}由${f(a)}万元增加到${f(b)}万元，增加${f(b - a)}万元、增长⟨${rate(a, b)}⟩%。`;
});
pattern('达到…，比上年增加…，增长…%', (d) => {
  const [t, x] = [d.fixed(300, 900, 1), d.fixed(20, 200, 1)];
  return `${d.pick(SUBJECTS)}达到${f(t, 1)}亿元，比上年增加${f(x, 1)}亿元，增长⟨${((100 * x) / (t - x)).toFixed(1)}⟩%。`;
});
pattern('…，比上年减少…，下降…%', (d) => {
  const [t, x] = [d.int(300, 900), d.int(40, 200)];
  return `受理投诉${f(t)}件，比上年减少${f(x)}件，下降⟨${((100 * x) / (t + x)).toFixed(1)}⟩%。`;
});
pattern('…，较去年同期增加…、增长…%', (d) => {
  const [t, x] = [d.int(3000, 9000), d.int(400, 2000)];
  return `外销竹器${f(t)}吨，较去年同期增加${f(x)}吨、增长⟨${((100 * x) / (t - x)).toFixed(1)}⟩%。`;
});
pattern('达到…，比…的…增长…%', (d) => {
  const [a, b] = [d.fixed(200, 400, 1), d.fixed(450, 900, 1)];
  return `年接待访客达到${f(b, 1)}万人次，比2020年的${f(a, 1)}万人次增长⟨${rate(a, b)}⟩%。`;
});
pattern('…，比现有的…减少…', (d) => {
  const [a, b] = [d.int(60, 90), d.int(20, 50)];
  return `保留机构${f(b)}个，比现有的${f(a)}个减少${f(a - b)}个。`;
});
pattern('由…翻两番', (d) => {
  const a = d.int(100, 200);
  return `产能由⟨${a}⟩万件增至⟨${a * 4 + d.int(0, 20)}⟩万件，翻了两番。`;
});
pattern('由…增至… (direction)', (d) => `泊位由⟨×${d.int(20, 50)}⟩个增至${d.int(60, 90)}个，货运量稳步上升。`);
pattern(
  '由…降至… (direction)',
  (d) => `平均用时由${d.int(60, 90)}分钟降至⟨×${d.int(10, 40)}⟩分钟，群众满意。`,
);

// Wholes and parts.
const parts = (d: Dice, count: number, low = 100, high = 400) =>
  Array.from({ length: count }, () => d.int(low, high));
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
pattern('共…，分为…、…、…', (d) => {
  const p = parts(d, 3);
  const n = d.some(['巡护组', '宣传组', '保障组', '救援组'], 3);
  return `共${f(total(p))}人，分为${p.map((x, i) => `${n[i]}${f(x)}人`).join('、')}。`;
});
pattern('共…（…、…）', (d) => {
  const p = parts(d, 2);
  return `共抽检${f(total(p))}批次（果蔬${f(p[0]!)}批次、水产${f(p[1]!)}批次）。`;
});
pattern('共有…：…、…、…', (d) => {
  const p = parts(d, 3);
  const n = d.some(PLACES, 3);
  return `全镇共有${f(total(p))}户：${p.map((x, i) => `${n[i]}${f(x)}户`).join('、')}。`;
});
pattern('…、…、…，合计…', (d) => {
  const p = [d.fixed(20, 90, 1), d.fixed(20, 90, 1), d.fixed(20, 90, 1)];
  return `修渠${f(p[0]!, 1)}公里、修路${f(p[1]!, 1)}公里、修堤${f(p[2]!, 1)}公里，合计${f(total(p), 1)}公里。`;
});
pattern('…、…，共计…', (d) => {
  const p = parts(d, 2);
  return `筹措以工代赈资金${f(p[0]!)}万元、社会捐助${f(p[1]!)}万元，共计${f(total(p))}万元。`;
});
pattern('…和…，总计…', (d) => {
  const p = parts(d, 2, 1000, 4000);
  return `培训种植户${f(p[0]!)}人和养殖户${f(p[1]!)}人，总计${f(total(p))}人。`;
});
pattern('…，其中…、…、… (whole)', (d) => {
  const p = parts(d, 3);
  const n = d.some(PLACES, 3);
  return `走访农户${f(total(p))}户，其中${p.map((x, i) => `${n[i]}${f(x)}户`).join('、')}。`;
});
pattern('收入…，支出…，结余…', (d) => {
  const [a, b] = [d.fixed(500, 900, 1), d.fixed(100, 400, 1)];
  return `全年收入${f(a, 1)}万元，支出${f(b, 1)}万元，结余${f(a - b, 1)}万元。`;
});

// Shares.
pattern('…，占…的…%', (d) => {
  const [w, p] = [d.int(500, 900), d.int(100, 450)];
  return `办结${f(p)}件，占受理${f(w)}件的⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('共…，其中…，占…%', (d) => {
  const [w, p] = [d.int(500, 900), d.int(100, 450)];
  return `共收到来信${f(w)}封，实名信件${f(p)}封，占⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('计划…，完成…，完成率…%', (d) => {
  const [w, p] = [d.fixed(50, 90, 1), d.fixed(20, 45, 1)];
  return `年度计划投资${f(w, 1)}亿元，已完成${f(p, 1)}亿元，完成率⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('完成…，占计划…的…%', (d) => {
  const [w, p] = [d.int(500, 900), d.int(100, 450)];
  return `完成造林${f(p)}亩，占年度计划${f(w)}亩的⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('计划…，完成…，超额完成…%', (d) => {
  const [w, p] = [d.int(300, 500), d.int(550, 900)];
  return `计划销售目标${f(w)}万元，实际完成${f(p)}万元，超额完成⟨${((100 * p) / w - 100).toFixed(1)}⟩%。`;
});
pattern('三次产业比例为…', (d) => {
  const [a, b] = [d.fixed(8, 15, 1), d.fixed(35, 45, 1)];
  return `三次产业比例调整为⟨${a.toFixed(1)}⟩∶⟨${b.toFixed(1)}⟩∶⟨${(100 - a - b).toFixed(1)}⟩。`;
});
pattern('分别占…%、…%、…%', (d) => {
  const [a, b] = [d.int(20, 40), d.int(20, 40)];
  return `老、中、青三类护林员分别占${f(a)}%、${f(b)}%、${f(100 - a - b)}%。`;
});
pattern('占…的…% (over)', (d) => `参训人员占应训人员的⟨×${d.int(80, 99)}⟩%。`);

// Part and whole without a sum.
pattern('…，其中…', (d) => `全县有合作社${d.int(100, 200)}家，其中示范社⟨×${d.int(40, 90)}⟩家。`);
pattern('…，仍有…未', (d) => `全镇${d.int(20, 40)}个重点工段，仍有⟨×${d.int(12, 19)}⟩个未开工。`);
pattern('安排…，其中…', (d) => {
  const [whole, part] = [d.fixed(20, 50, 1), d.fixed(6, 19, 1)];
  return `安排资金${whole}亿元，其中补种补贴⟨×${part.toFixed(1)}⟩亿元。`;
});

pattern('…，占…%；…，占…%；…', (d) => {
  const p = parts(d, 4);
  const n = d.some(PLACES, 4);
  const all = total(p);
  return `${p.map((x, i) => `${n[i]}${f(x)}户，占⟨${((100 * x) / all).toFixed(2)}⟩%`).join('；')}。`;
});
pattern('…中，…，占…%；…，占…%', (d) => {
  const [a, b] = [d.int(20000, 90000), d.int(20000, 90000)];
  const share = (x: number) => `⟨${((100 * x) / (a + b)).toFixed(2)}⟩`;
  return `全乡人口中，坝区${f(a)}人，占${share(a)}%；山区${f(b)}人，占${share(b)}%。`;
});
pattern('共…，其中：…，占…%；…，占…%', (d) => {
  const p = parts(d, 3);
  const n = d.some(PLACES, 3);
  const all = total(p);
  return `共受理${f(all)}件，其中：${p.map((x, i) => `${n[i]}${f(x)}件，占⟨${((100 * x) / all).toFixed(1)}⟩%`).join('；')}。`;
});
pattern('地区生产总值…，第一产业…；第二产业…；第三产业…', (d) => {
  const p = [d.fixed(20, 90, 1), d.fixed(100, 200, 1), d.fixed(100, 200, 1)];
  const n = ['一', '二', '三'];
  return `地区生产总值${f(total(p), 1)}亿元，增长5.2%。其中，${p.map((x, i) => `第${n[i]}产业增加值${f(x, 1)}亿元，增长${d.fixed(2, 9, 1)}%`).join('；')}。`;
});
pattern('…，与…的…相比，增加…，增长…%', (d) => {
  const [a, b] = [d.int(200000, 400000), d.int(450000, 900000)];
  return `全县人口为${f(b)}人，与2010年普查的${f(a)}人相比，增加${f(b - a)}人，增长⟨${rate(a, b, 2)}⟩%。`;
});
pattern('…，完成预算…的…%，比上年增收…，增长…%', (d) => {
  const [t, x, w] = [d.int(3000, 9000), d.int(400, 2000), d.int(10000, 20000)];
  return `累计完成${f(t)}万元，完成预算${f(w)}万元的⟨${((100 * t) / w).toFixed(1)}⟩%，比上年增收${f(x)}万元，增长⟨${((100 * x) / (t - x)).toFixed(1)}⟩%。`;
});
pattern('由…万增加到…万人，增长…%', (d) => {
  const [a, b] = [d.fixed(20, 50, 2), d.fixed(60, 90, 2)];
  return `参训人数由${f(a, 2)}万增加到${f(b, 2)}万人，增长⟨${rate(a, b)}⟩%。`;
});
pattern('由第…位上升到第…位，前移…位', (d) => {
  const [a, b] = [d.int(12, 20), d.int(2, 9)];
  return `考核名次由第${f(a)}位上升到第${f(b)}位，前移${f(a - b)}位。`;
});

// Lists and their number.
const list = (items: readonly string[]) => items.join('、');
const joined = (items: readonly string[]) => `${items.slice(0, -1).join('、')}和${items[items.length - 1]}`;
const N = (d: Dice) => d.int(3, 7);
pattern('甲、乙、丙N个单位', (d) => {
  const n = N(d);
  return `参加会商的有${list(d.some(OFFICES, n))}${han(n)}个单位。`;
});
pattern('甲、乙和丙N个单位', (d) => {
  const n = N(d);
  return `抽调${joined(d.some(OFFICES, n))}${han(n)}个单位骨干。`;
});
pattern('甲、乙、丙等N个单位 (exact)', (d) => {
  const n = N(d);
  return `会同${list(d.some(OFFICES, n))}等${han(n)}个单位开展检查。`;
});
pattern('甲、乙、丙这N个村', (d) => {
  const n = N(d);
  return `先在${list(d.some(PLACES, n))}这${han(n)}个村试点。`;
});
pattern('N个村（甲、乙、丙）', (d) => {
  const n = N(d);
  return `选取${han(n)}个片村（${list(d.some(PLACES, n))}）先行试点。`;
});
pattern('N项任务：甲、乙、丙', (d) => {
  const n = N(d);
  return `全力抓好${han(n)}项任务：${list(d.some(TASKS, n))}。`;
});
pattern('N项任务，即甲、乙、丙', (d) => {
  const n = N(d);
  return `全力抓好${han(n)}项任务，即${list(d.some(TASKS, n))}。`;
});
pattern('“甲、乙、丙”N项任务', (d) => {
  const n = N(d);
  return `落实好“${list(d.some(TASKS, n))}”${han(n)}项任务。`;
});
pattern('N项任务：“甲、乙、丙”', (d) => {
  const n = N(d);
  return `落实好${han(n)}项任务：“${list(d.some(TASKS, n))}”，确保年内见效。`;
});
pattern('“甲”“乙”“丙”N个品牌', (d) => {
  const n = N(d);
  return `打响${d
    .some(PLACES, n)
    .map((p) => `“${p}”`)
    .join('')}${han(n)}个品牌。`;
});
pattern('《甲》《乙》N个文件', (d) => {
  const n = N(d);
  return `印发${d
    .some(TASKS, n)
    .map((p) => `《${p}方案》`)
    .join('')}${han(n)}个文件。`;
});
pattern('甲、乙、丙N个单位 (Arabic)', (d) => {
  const n = N(d);
  return `参加会商的有${list(d.some(OFFICES, n))}⟨${n}⟩个单位。`;
});
pattern('甲、乙、丙N大工程', (d) => {
  const n = N(d);
  return `实施${list(d.some(TASKS, n))}${han(n)}大工程。`;
});
pattern('N项指标分别为', (d) => {
  const n = N(d);
  return `${han(n)}项指标分别为${list(Array.from({ length: n }, () => `${d.fixed(1, 9, 1)}%`))}。`;
});
pattern('甲、乙、丙分别增长', (d) => {
  const n = N(d);
  const values = Array.from({ length: n }, () => `${d.fixed(1, 9, 1)}%`);
  return `${list(d.some(THINGS, n))}产出分别增长${list(values)}⟨⟩。`;
});
pattern('N个“看”，即看…；看…', (d) => {
  const n = N(d);
  const items = d.some(THINGS, n).map((t) => `看${t}，问清来路`);
  return `坚持${han(n)}个“看”，即${items.join('；')}。`;
});
pattern('N个单位：甲、乙、丙 (colon, offices)', (d) => {
  const n = N(d);
  return `牵头的有${han(n)}个单位：${joined(d.some(OFFICES, n))}。`;
});

// Across sentences and in tables.
pattern('the same total twice', (d) => {
  const v = d.fixed(20, 90, 1);
  return `水库除险加固总投资${f(v, 1)}亿元。\n会议认为，除险是当务之急。\n水库除险加固总投资${f(v, 1)}亿元，已全部落实。`;
});
pattern('the same year twice', (d) => {
  const v = d.int(200, 900);
  return `2025年全县茶叶总产值达到${f(v)}亿元。\n展望未来，信心十足。\n2025年全县茶叶总产值达到${f(v)}亿元，来之不易。`;
});
pattern('全镇N个…twice', (d) => {
  const v = d.int(10, 40);
  return `全镇${f(v)}个重点工程全部开工。\n下一步要加快进度。\n全镇${f(v)}个重点工程都要挂图作战。`;
});
pattern('tab-separated table', (d) => {
  const rows = d.some(PLACES, 4).map((name) => ({ name, a: d.int(20, 90), b: d.int(100, 900) }));
  const body = rows.map((r) => `${r.name}\t⟨${r.a}⟩\t⟨${r.b}⟩`).join('\n');
  return `片区\t户数\t面积\n${body}\n合计\t⟨${total(rows.map((r) => r.a))}⟩\t⟨${total(rows.map((r) => r.b))}⟩\n`;
});

// What is said of two ends in other ways.
pattern('达到…，比上年的…增加…，增长…%', (d) => {
  const [a, b] = [d.int(400, 600), d.int(700, 950)];
  return `注册骑手达到${f(b)}名，比上年的${f(a)}名增加${f(b - a)}名，增长⟨${rate(a, b)}⟩%。`;
});
pattern('…间，由…增加到…，年均增长…%', (d) => {
  const [a, b] = [d.int(200, 400), d.int(900, 2000)];
  const r = ((b / a) ** (1 / 3) - 1) * 100;
  return `三年间，注册合作社由${f(a)}家增加到${f(b)}家，年均增长⟨${r.toFixed(1)}⟩%。`;
});
pattern('下降…%，由上年的…减少到…', (d) => {
  const [a, b] = [d.int(600, 900), d.int(200, 500)];
  return `投诉量下降⟨${rate(a, b)}⟩%，投诉量由上年的${f(a)}件减少到${f(b)}件。`;
});
pattern('…年完成…，…年完成…，增长…%', (d) => {
  const [a, b] = [d.fixed(200, 400, 1), d.fixed(500, 900, 1)];
  return `2023年完成渠系投资${f(a, 1)}万元，2024年完成渠系投资${f(b, 1)}万元，增长⟨${rate(a, b)}⟩%。`;
});
pattern('执行数为…，预算安排…，比…执行数减少…%', (d) => {
  const [a, b] = [d.fixed(600, 900, 2), d.fixed(200, 500, 2)];
  return `2024年当年预算执行数为${f(a, 2)}万元，2025年预算安排${f(b, 2)}万元，比2024年预算执行数减少⟨${rate(a, b, 2)}⟩%。`;
});
pattern('总计…。与…年度相比，总计增加…，增长…%', (d) => {
  const [t, x] = [d.fixed(500, 900, 2), d.fixed(60, 200, 2)];
  return `收入支出总计${f(t, 2)}万元。与2023年度相比，收入支出总计增加${f(x, 2)}万元，增长⟨${((100 * x) / (t - x)).toFixed(2)}⟩%。`;
});

// Parts that make up their whole, by what they are called.
pattern('…批次，合格…，不合格…', (d) => {
  const p = [d.int(200, 400), d.int(20, 90)];
  return `本次抽检水样${f(total(p))}批次，合格${f(p[0]!)}批次，不合格${f(p[1]!)}批次。`;
});
pattern('…个泵站中，已建成…、在建…、未开工…', (d) => {
  const p = parts(d, 3, 12, 60);
  return `首批${f(total(p))}个泵站中，已建成${f(p[0]!)}个、在建${f(p[1]!)}个、未开工${f(p[2]!)}个。`;
});
pattern('…，其中…、…、其他…', (d) => {
  const p = parts(d, 3);
  return `新增会员${f(total(p))}名，其中菇农${f(p[0]!)}名、茶农${f(p[1]!)}名、其他会员${f(p[2]!)}名。`;
});
pattern('分别…、…、…，合计…', (d) => {
  const p = parts(d, 3);
  return `三个标段投资分别为${f(p[0]!)}万元、${f(p[1]!)}万元、${f(p[2]!)}万元，合计${f(total(p))}万元。`;
});
pattern('上年结转…，收入…，支出…，结余…', (d) => {
  const [o, a, b] = [d.fixed(20, 60, 1), d.fixed(500, 900, 1), d.fixed(100, 400, 1)];
  return `上年结转${f(o, 1)}万元，本年收入${f(a, 1)}万元，本年支出${f(b, 1)}万元，年末结余${f(o + a - b, 1)}万元。`;
});

// Part, whole and share.
pattern('…份病历中，…的…份，占…%', (d) => {
  const [w, p] = [d.int(500, 900), d.int(100, 450)];
  return `抽查的${f(w)}份病历中，书写规范的${f(p)}份，占⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('抽检…，合格…，合格率…%', (d) => {
  const [w, p] = [d.int(500, 900), d.int(100, 450)];
  return `抽检果蔬${f(w)}批次，合格${f(p)}批次，合格率⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('年初预算数为…，支出决算数为…，完成年初预算的…%', (d) => {
  const [w, p] = [d.fixed(500, 900, 2), d.fixed(100, 450, 2)];
  return `年初预算数为${f(w, 2)}万元，支出决算数为${f(p, 2)}万元，完成年初预算的⟨${((100 * p) / w).toFixed(1)}⟩%。`;
});
pattern('男性占…%，女性占…%', (d) => {
  const a = d.fixed(30, 60, 1);
  return `参会代表中，男性占${f(a, 1)}%，女性占${f(100 - a, 1)}%。`;
});
pattern('男女比例为…，男…，女…', (d) => {
  const k = d.int(30, 90);
  return `男女比例为3∶2，其中男队员${f(3 * k)}人，女队员${f(2 * k)}人。`;
});
pattern('实到…，赞成…，反对…，弃权…', (d) => {
  const [a, b, c] = [d.int(60, 90), d.int(2, 5), d.int(2, 5)];
  return `会议实到代表${a + b + c}名，赞成⟨×${a}⟩票，反对${b}票，弃权${c}票。`;
});

// Averages, prices, capital numerals.
pattern('…亩，…户，户均…亩', (d) => {
  const [n, each] = [d.int(200, 700), d.int(5, 30)];
  return `流转茶园${f(n * each)}亩，涉及茶农${f(n)}户，户均${f(each)}亩。`;
});
pattern('每户…元，…户，共需…', (d) => {
  const [price, n] = [d.int(10, 40) * 100, d.int(2, 9) * 100];
  return `按每户${f(price)}元的标准，向${f(n)}户受灾家庭发放，共需资金${f((price * n) / 1e4)}万元。`;
});
pattern('…元（大写：…）', (d) => {
  const v = d.int(20, 900) * 1000;
  return `合同价为人民币${f(v)}元（大写：${writeCapitalAmount(v)}）。`;
});
pattern('“三个代表”重要思想', (d) => `深入学习“⟨三⟩个代表”重要思想，走访${d.int(20, 90)}户。`);

// Columns of tables.
const columns = (head: string, rows: readonly string[]) => `${head}\n${rows.join('\n')}\n`;
pattern('table: growth', (d) => {
  const rows = d.some(PLACES, 4).map((name) => {
    const [a, b] = [d.int(100, 400), d.int(500, 900)];
    return `${name}\t${f(a)}\t${f(b)}\t⟨${rate(a, b)}⟩`;
  });
  return columns('片区\t2023年（万元）\t2024年（万元）\t增长（%）', rows);
});
pattern('table: change', (d) => {
  const rows = d.some(PLACES, 4).map((name) => {
    const [a, b] = [d.int(100, 400), d.int(500, 900)];
    return `${name}\t${f(a)}\t${f(b)}\t${f(b - a)}`;
  });
  return columns('片区\t年初预算\t调整后\t增减', rows);
});
pattern('table: share', (d) => {
  const list = parts(d, 4);
  const rows = d
    .some(PLACES, 4)
    .map((name, i) => `${name}\t${list[i]}\t⟨${((100 * list[i]!) / total(list)).toFixed(1)}⟩`);
  return columns('片区\t件数\t占比（%）', [...rows, `合计\t${total(list)}\t100.0`]);
});
pattern('table: balance', (d) => {
  const rows = d.some(PLACES, 4).map((name) => {
    const [o, a, b] = [d.int(100, 400), d.int(500, 900), d.int(100, 400)];
    return `${name}\t${f(o)}\t${f(a)}\t${f(b)}\t${f(o + a - b)}`;
  });
  return columns('科目\t年初余额\t本年增加\t本年减少\t年末余额', rows);
});

/** The text without marks, and where the marked figures stand. */
function unmark(marked: string): { text: string; far: boolean; spots: { start: number; end: number }[] } {
  let text = '';
  let far = false;
  const spots: { start: number; end: number }[] = [];
  for (const char of marked) {
    if (char === '×') far = true;
    else if (char === '⟨') spots.push({ start: text.length, end: text.length });
    else if (char === '⟩') spots[spots.length - 1]!.end = text.length;
    else text += char;
  }
  return { text, far, spots };
}

/** Another figure: a list gains or loses one, digits go up or down by a fifth to a half. */
function changed(figure: string, dice: Dice, far: boolean): string {
  if (far) return (Number(figure) * 10).toFixed(figure.split('.')[1]?.length ?? 0);
  if (figure === '') return '、4.4%';
  if (/^[\u4e00-\u9fff]+$/.test(figure)) {
    const n = '〇一二三四五六七八九十'.indexOf(figure.replace('两', '二'));
    const other = n + (n <= 3 || dice.random() < 0.5 ? 1 : -1);
    return other === 2 ? '两' : writeHanNumber(other);
  }
  const decimals = figure.split('.')[1]?.length ?? 0;
  const value = Number(figure);
  if (decimals === 0 && value < 10) return String(value + (value <= 3 || dice.random() < 0.5 ? 1 : -1));
  const by = 0.2 + dice.random() * 0.3;
  return (dice.random() < 0.5 ? value * (1 + by) : value * (1 - by)).toFixed(decimals);
}

const ROUNDS = 30;

describe('figures: true statements and false ones', () => {
  const linter = createLinter({
    rules: rules.filter((r) => r.id !== 'figures/date' && r.id !== 'figures/period'),
    words: testWords(),
    onRuleError(id, error) {
      throw new Error(id, { cause: error });
    },
  });
  const lint = (text: string) => linter.lint(text);

  it('has at least 90 patterns', () => {
    assert.ok(patterns.length >= 90, `${patterns.length}`);
    assert.equal(new Set(patterns.map((p) => p.name)).size, patterns.length);
  });

  it('is silent about true statements', () => {
    for (const [i, { name, make }] of patterns.entries()) {
      const dice = new Dice(1000 + i);
      for (let round = 0; round < ROUNDS; round++) {
        const { text } = unmark(make(dice));
        assert.deepEqual(
          lint(text).map((x) => `${x.ruleId} ${x.message}`),
          [],
          `${name}: ${text}`,
        );
      }
    }
  });

  it('finds one changed figure', () => {
    const lines: string[] = [];
    let found = 0;
    let all = 0;
    for (const [i, { name, make }] of patterns.entries()) {
      const dice = new Dice(2000 + i);
      let hits = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const { text, spots, far } = unmark(make(dice));
        const spot = dice.pick(spots);
        const wrong =
          text.slice(0, spot.start) +
          changed(text.slice(spot.start, spot.end), dice, far) +
          text.slice(spot.end);
        if (lint(wrong).length > 0) hits++;
        else if (process.env.MISSES) console.log('missed:', name, wrong);
      }
      found += hits;
      all += ROUNDS;
      lines.push(`      ${String(Math.round((100 * hits) / ROUNDS)).padStart(3)}%  ${name}`);
    }
    console.log(
      `${lines.join('\n')}\n      recall ${found}/${all} = ${((100 * found) / all).toFixed(1)}% over ${patterns.length} patterns`,
    );
    assert.ok(found / all > 0.85, `recall ${found}/${all}`);
  });
});
