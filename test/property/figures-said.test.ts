/**
 * Figures that agree, said in many orders and words, are never told of; where one of them is mistyped, nearly always. The ways are those of
 * reports, accounts and attendance: no rule page can have every order of a base, a level, what lies between and the rate of it.
 */
import assert from 'node:assert/strict';
import { Dice } from '../support/dice.ts';
import { testLinter } from '../support/linter.ts';

const linter = testLinter({ preset: 'recommended' });

/** What was counted, before and now. */
interface Counted {
  readonly noun: string;
  readonly unit: string;
  readonly was: number;
  readonly is: number;
  readonly year: number;
}

const NOUNS = [
  ['部门预算支出', '万元'],
  ['一般公共预算收入', '亿元'],
  ['接待游客', '万人次'],
  ['粮食总产量', '万吨'],
  ['办结案件', '件'],
  ['新增就业', '人'],
  ['固定资产投资', '亿元'],
  ['发电量', '万千瓦时'],
  ['门诊量', '人次'],
  ['“三公”经费支出', '万元'],
  ['注册企业', '家'],
  ['信访总量', '件次'],
] as const;

/** To a tenth, as rates are written. */
const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`;

/** Words for the way from one to the other. */
function way({ was, is }: Counted, dice: Dice) {
  const rises = is > was;
  return {
    by: dice.pick(rises ? ['增加', '净增', '增加了', '多'] : ['减少', '净减少', '减少了', '少']),
    rate: dice.pick(
      rises ? ['增长', '上升', '增幅', '同比增长', '增长率为'] : ['下降', '降幅', '同比下降', '减少'],
    ),
    to: dice.pick(rises ? ['增加到', '提高至'] : ['减少到', '下降至']),
    comesTo: rises ? '达到' : '降为',
    between: Math.abs(is - was),
    share: percent(Math.abs(is - was) / was),
  };
}

type Way = (counted: Counted, dice: Dice) => string;

const CHANGES: readonly Way[] = [
  (c, dice) => {
    const { by, between, rate, share } = way(c, dice);
    return `${c.year}年${c.noun}${c.is}${c.unit}，${c.year - 1}年${c.noun}${c.was}${c.unit}，${by}${between}${c.unit}，${rate}${share}`;
  },
  (c, dice) => {
    const { by, between, rate, share } = way(c, dice);
    return `${c.year - 1}年${c.noun}${c.was}${c.unit}，${c.year}年${c.noun}${c.is}${c.unit}，${by}${between}${c.unit}，${rate}${share}`;
  },
  (c, dice) => {
    const { by, between, rate, share } = way(c, dice);
    const than = dice.pick(['比上年', '较上年', '比去年同期', `较${c.year - 1}年`]);
    return `${c.year}年${c.noun}${c.is}${c.unit}，${than}${by}${between}${c.unit}，${rate}${share}`;
  },
  (c, dice) => {
    const { by, between, rate, share, to } = way(c, dice);
    return `${c.noun}由上年的${c.was}${c.unit}${to}${c.is}${c.unit}，${by}${between}${c.unit}，${rate}${share}`;
  },
  (c, dice) => {
    const { between, share } = way(c, dice);
    const [more, rate] = c.is > c.was ? ['多', '增长'] : ['少', '下降'];
    return `全年${c.noun}${c.is}${c.unit}，上年同期为${c.was}${c.unit}，${rate}${share}，${more}${between}${c.unit}`;
  },
  (c, dice) => {
    const { between, rate, share, comesTo } = way(c, dice);
    const by = c.is > c.was ? '增加' : '减少';
    return `与上年${c.noun}${c.was}${c.unit}相比，${by}${between}${c.unit}，${comesTo}${c.is}${c.unit}，${rate}${share}`;
  },
  (c, dice) => {
    const { between, share } = way(c, dice);
    const [rate, by, to] = c.is > c.was ? ['增长', '净增', '达'] : ['下降', '净减', '降至'];
    return `${c.noun}同比${rate}${share}，${by}${between}${c.unit}，总量${to}${c.is}${c.unit}`;
  },
  (c, dice) => {
    const { between, share } = way(c, dice);
    const [rate, by] = c.is > c.was ? ['增长', '多'] : ['下降', '少'];
    return `${c.noun}完成${c.is}${c.unit}，同比${rate}${share}，比去年的${c.was}${c.unit}${by}${between}${c.unit}`;
  },
];

/** Told with their signs: what fell by 28 has changed by -28. */
const SIGNED: readonly Way[] = [
  ({ noun, unit, was, is }) =>
    `上年${noun}${was}${unit}，今年${noun}${is}${unit}，增减额为${is - was}${unit}，增减率为${percent((is - was) / was)}`,
  ({ noun, unit, was, is }) =>
    `上年${noun}${was}${unit}，本年${noun}${is}${unit}，增减变动率为${percent((is - was) / was)}`,
];

/** What was due and what was done; `was` is due here. */
const DUES: readonly Way[] = [
  ({ unit, was, is }) => {
    const [over, by] = is > was ? ['超出', is - was] : ['低于', was - is];
    return `年初预算${was}${unit}，决算${is}${unit}，${over}预算${by}${unit}，完成预算的${percent(is / was)}`;
  },
  ({ noun, unit, was, is }) => {
    const by = is > was ? '超计划' : '比计划少';
    return `计划${noun}${was}${unit}，实际${is}${unit}，为计划的${percent(is / was)}，${by}${Math.abs(is - was)}${unit}`;
  },
  ({ unit, was, is }) => {
    const [all, done] = [Math.max(was, is), Math.min(was, is)];
    return `应完成${all}${unit}，已完成${done}${unit}，尚余${all - done}${unit}，进度为${percent(done / all)}`;
  },
  ({ was, is }) => {
    const [all, came] = [Math.max(was, is), Math.min(was, is)];
    return `应到代表${all}名，实到${came}名，缺席${all - came}名，到会率${percent(came / all)}`;
  },
  ({ was, is }) => {
    const [all, done] = [Math.max(was, is), Math.min(was, is)];
    return `交办问题${all}个，完成整改${done}个，正在整改${all - done}个，整改率为${percent(done / all)}`;
  },
  ({ was, is }) => {
    const [all, done] = [Math.max(was, is), Math.min(was, is)];
    return `全县应参保人员${all}人。目前已参保${done}人，参保率${percent(done / all)}`;
  },
];

/** Three parts of a whole. */
const PARTS: readonly Way[] = [
  ({ noun, unit, was, is }) => {
    const all = was + is;
    return `${noun}共${all}${unit}，其中城区${was}${unit}，乡镇${is}${unit}，城区占${percent(was / all)}`;
  },
  ({ noun, unit, was, is }, dice) => {
    const third = dice.int(20, 300);
    const all = was + is + third;
    const shares = [was, is, third].map((part) => percent(part / all)).join('、');
    return `${noun}${all}${unit}，其中一季度${was}${unit}、二季度${is}${unit}、三季度${third}${unit}，分别占${shares}`;
  },
];

/** Shares in the order of what they are of. */
const LISTS: readonly Way[] = [
  ({ was, is }, dice) => {
    const third = dice.int(20, 300);
    const all = was + is + third;
    const shares = [was, is, third].map((part) => percent(part / all)).join('、');
    return `甲、乙、丙三类企业分别为${was}家、${is}家、${third}家，占企业总数${all}家的${shares}`;
  },
];

const WAYS = [...CHANGES, ...SIGNED, ...DUES, ...PARTS, ...LISTS];

function drawn(dice: Dice): Counted {
  const [noun, unit] = dice.pick(NOUNS);
  const was = dice.int(40, 900);
  const by = dice.int(Math.ceil(was / 40), Math.floor(was / 2));
  return { noun, unit, was, is: dice.int(0, 1) ? was + by : was - by, year: dice.int(2022, 2026) };
}

const toldOf = (text: string) =>
  linter
    .open(`${text}。\n`)
    .findings()
    .filter(({ ruleId, severity }) => ruleId.startsWith('figures/') && /error|warning/.test(severity));

/** The sentence with the first digit of one of its figures mistyped: so far off no rounding can be. */
function mistyped(text: string, dice: Dice): string {
  const figures = [...text.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.年])/g)];
  const { index, 0: figure } = dice.pick(figures);
  const digit = Number(figure[0]);
  const other = digit === 0 ? dice.int(1, 9) : ((digit - 1 + dice.int(1, 8)) % 9) + 1;
  return text.slice(0, index) + other + figure.slice(1) + text.slice(index + figure.length);
}

/** Of sentences with one figure mistyped so many are told of, of each way they are said in. */
const LEAST = 0.75;

describe('figures that agree', () => {
  it('are not told of, whatever the order', () => {
    const dice = new Dice(11);
    for (let round = 0; round < 60; round++) {
      for (const say of WAYS) {
        const text = say(drawn(dice), dice);
        assert.deepEqual(
          toldOf(text).map(({ message }) => message),
          [],
          text,
        );
      }
    }
  });

  it('are told of where one is mistyped', () => {
    const dice = new Dice(12);
    for (const say of WAYS) {
      const texts = Array.from({ length: 40 }, () => mistyped(say(drawn(dice), dice), dice));
      const missed = texts.filter((text) => toldOf(text).length === 0);
      assert.ok(missed.length <= texts.length * (1 - LEAST), `${missed.length} of 40: ${missed.join('\n')}`);
    }
  });
});
