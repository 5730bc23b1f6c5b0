/**
 * What a document states more than once: the same clause with another figure. The key of a statement is the whole
 * clause before the figure, so that only what is worded alike is ever compared: a contradiction missed costs less than one that is none.
 */
import { defineFact, defineModel } from '../../../engine/facts.ts';
import { GroupedEntries } from '../../../engine/grouped.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP, PHRASE_STOPS, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { BLANKS, Characters, ShortList } from '../../../language/text/characters.ts';
import { above, meets } from '../../../language/text/interval.ts';
import { HAN_DIGITS, ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf, wordsOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';
import { isPenSlip } from '../relations/pen-slips.ts';
import { arePartedByEntry } from './entries.ts';
import { isGeneric } from './generic-names.ts';
import { HAN_DIGIT, headline } from './headlines.ts';
import { arePartedByPlan } from './plan-part.ts';
import { countedOtherwise, extentOf, nounBefore } from './recounts.ts';
import { isRestatedSlip, restated } from './restated.ts';

export interface Statement {
  /** Clause, dimension and what follows: equal for the same statement. */
  readonly key: string;
  /**
   * `said`: worded alike, of one time. `headline`: a headline indicator, whose time and owner may be left out the second
   * time; only a slip of the pen counts. `restated`: what was done, by its name alone, of which only a slip counts, too. `back`: 这10个重点项目, which must have been counted so before; `count` is such a count.
   */
  readonly way: 'said' | 'headline' | 'restated' | 'back' | 'count';
  /** 全市, 2025年, by the clause or its sentence; empty where not said. */
  readonly scope: string;
  readonly period: string;
  /** Of what is to come: a goal may differ from what is. */
  readonly goal: boolean;
  readonly figure: Quantity;
  /** The clause before the figure. */
  readonly start: number;
  /** As the text has it where the clause before the figure would not do: in a title. */
  readonly quote?: string;
  /** Of a figure in a table: what stands at the beginning of its row, at the head of its column, and in its cell. */
  readonly cell?: { readonly row: string; readonly column: string; readonly text: string };
  /** Of a cell that holds digits only: the unit that the table gives elsewhere. */
  readonly unit?: string;
}

const LOOSE_WORDS = [
  '其中 分别 增长 增加 提高 下降 减少 新增 新建 新开 改造 每 目标 计划 力争 确保 争取 以上 不低于 左右 将 要 拟 再 又 另 约 近 年均',
  `同比 比 第[${ONE_TO_TEN}\\d] 补助 奖励 罚款 处 标准 最高 最低 不超过 应当 可以 安排 帮助 实施 完成 修复 治理`,
];
/** Words that tell which of several like things is meant, that it is not yet so, or that it is a rule and no fact. */
const LOOSE = new RegExp(anyOf(LOOSE_WORDS));
/** When, as far as the clause itself says. */
const PERIOD = new RegExp(
  anyOf(
    String.raw`(?:\d{4}|[一二]〇[${HAN_DIGITS}]{2})年(?:底|末|上半年|下半年|前三季度)?`,
    '今年 去年 全年 上半年 前三季度 [一二三四]季度 截至目前 “[^”]{3}”期间',
  ),
);
/** One of these stands in all that {@link PERIOD} matches. */
const PERIOD_SIGNS = new Characters('年季截期');
/** All of a kind, counted once. */
const DEFINITE = new ShortList(
  wordsOf(
    '总人口 总面积 总户数 总投资 总数 总额 总量 总产 总装机 总里程 共有 现有 户籍 常住人口 辖区面积 耕地面积',
    '党员人数',
  ),
);
/** Places and bodies that a text speaks of as its own: 全|市, 本|校. */
export const OWN = '[省市县区镇乡村州旗校院厂]';
/** Whose, directly before a number: 全市10个重点项目. */
const OWNER = new RegExp(
  [
    '^(?:我们)?(?:[在对把将]|推动|组织|覆盖|惠及|充?分?发挥|依托|服务|带动|发动|引导|围绕)?',
    `(?<owner>[全我本]${OWN}|全国)(?:共有|共|有|下?辖)?$`,
  ].join(''),
);
const OWNER_BEGINS = new Characters('全我本在对把将覆惠推组充发依服带引围');
/** Of units that time and rates are told in. */
const NOT_STATED = new Characters('年天%％');
const SPACES = new Characters(BLANKS);
/** How long the clause before a figure may be. */
export const CLAUSE_REACH = 60;

export const statements = defineFact<readonly Statement[]>(
  'statements',
  { facts: [quantities] },
  (paragraph) => {
    const figures = paragraph.fact(quantities);
    const found: Statement[] = [];
    const { text } = paragraph;
    for (const figure of figures) {
      if (
        !isPlain(figure) ||
        figure.approximation !== 'exact' ||
        figure.value <= 1 ||
        isThreshold(text, figure) ||
        NOT_STATED.isIn(figure.unit, 0, figure.unit.length)
      )
        continue;
      const start = boundBefore(text, figure.start, PHRASE_STOPS, CLAUSE_REACH);
      const written = text.slice(start, figure.start);
      const clause = SPACES.isIn(text, start, figure.start) ? written.replace(/\s/g, '') : written;
      const key = countKey(paragraph, figure, clause) ?? clauseKey(figure, clause);
      if (key) found.push({ key, figure, start, way: 'said', scope: '', ...whenSaid(text, start) });
      // Said in the same words, and of the same indicator in others.
      const other = headline(text, figure, clause, start);
      if (other) found.push(other);
      const again = other ? undefined : restated(text, figure, clause, start);
      if (again) found.push(again);
      if (other) continue;
      const counted = reference(paragraph, figure, clause, start);
      if (counted) found.push(counted);
    }
    return found;
  },
);

/** 资产总额5000万元|及以上的为中型: where a class begins. */
const isThreshold = (text: string, { end }: Quantity) => THRESHOLDS.isAt(text, end);
const THRESHOLDS = new ShortList(wordsOf('及以上 及以下 或以上 或以下 （含）以上 （含）以下'));

/** When the sentence before a clause is about, and whether of what is to come. */
function whenSaid(text: string, start: number): { period: string; goal: boolean } {
  const before = text.slice(boundBefore(text, start, STATEMENT_STOPS), start);
  const period = [...before.matchAll(TIME_OF_SENTENCE)].at(-1)?.[0] ?? '';
  return { period, goal: GOAL.test(before) || BEGINS_WITH_TASK.test(before) };
}

const TIME_OF_SENTENCE = new RegExp(
  anyOf(
    String.raw`\d{4}年 今年 去年 前年 明年 上年 本年 上半年 下半年`,
    `过去(?:的)?${HAN_DIGIT}年 这一年 ${HAN_DIGIT}年来 “${HAN_DIGIT}{1,3}五”`,
  ),
  'g',
);
const GOALS = [
  '要 将 力争 确保 争取 目标 计划 预计 规划 下一步 今后 未来 明年 新的一年',
  String.raw`到20\d\d年`,
];
/** A sentence that sets a task begins with its verb: 加快…; 文旅融合步伐加快 tells what has been. */
const TASKS = '着力 抓好 抓住 打造 培育 加快 推动 实现 全力 大力';
/** 一是, （二） */
const NUMBERED = `${HAN_DIGIT}{1,2}[是要、]|[（(]${HAN_DIGIT}{1,2}[）)]`;
const BEGINS_WITH_TASK = new RegExp(String.raw`^[^\u4e00-\u9fff]{0,4}(?:${NUMBERED})?${anyOf(TASKS)}`);
const GOAL = new RegExp(anyOf(GOALS));

/** 全市 + 个 + 重点项目: a number of things all of which are meant. */
function countKey({ text, language }: Paragraph, figure: Quantity, clause: string): string | undefined {
  if (figure.kind !== 'count' && figure.kind !== 'people' && figure.kind !== 'place') return undefined;
  if (!OWNER_BEGINS.at(clause, 0)) return undefined;
  // 全市38座中型水库, 全市现有中型水库38座
  const owner = OWNER.exec(clause)?.groups?.owner;
  const noun = owner
    ? nounBehind(text, figure, language.words)
    : NOTHING_BEHIND.at(text, figure.end) || figure.end === text.length
      ? OWNED.exec(clause)?.[1]
      : undefined;
  return noun && `${(owner ?? clause)[1]} ${figure.dimension} ${noun}`;
}

/** All that there is of a kind: 全市现有|中型水库. */
const OWNED = new RegExp(
  String.raw`^[全我本](?:${OWN}|国)现?共?有(?:登记在册的?|在册的?|各类)?([\u4e00-\u9fff]{3,10})$`,
);
const NOTHING_BEHIND = new Characters('，。；、,（(');

/** What is said of things, as the dictionary would take it for one of their names: 行政村|全面推行. */
const PREDICATES = /.(?=全面|全部|全都|进行|开展|推行|实施|实现|完成|推进|推广|统一|同步|逐一|逐个|整体)/;

/** The noun that a number counts, of three characters at least. */
function nounBehind(text: string, figure: Quantity, words: Words): string | undefined {
  const behind = /^[\u4e00-\u9fff]{3,12}/.exec(text.slice(figure.unitEnd, figure.unitEnd + 12))?.[0];
  if (!behind) return undefined;
  const rest = behind.slice(0, behind.search(PREDICATES) + 1 || undefined);
  let noun = 0;
  for (const { end, tag } of words.segment(rest)) {
    if (!/^(?:n|vn|b|an|j|l|s)/.test(tag) || /^(?:全部|部分|多数|大多)$/.test(rest.slice(noun, end))) break;
    noun = end;
  }
  return noun < 3 ? undefined : rest.slice(0, noun);
}

/** What has become of the things counted stands right behind them. */
const REACH_BEHIND = 14;

const BACK = /^(?:(?:对|将|把|让|使|抓好|围绕|确保|推动)?(?:这|上述|以上))$/;

/** 这10个重点项目 and the counts that it may mean. */
function reference(
  { text, language }: Paragraph,
  figure: Quantity,
  clause: string,
  start: number,
): Statement | undefined {
  if (figure.kind !== 'count' && figure.kind !== 'people' && figure.kind !== 'place') return undefined;
  if (figure.value < 3 || !Number.isInteger(figure.value)) return undefined;
  const behind = nounBehind(text, figure, language.words);
  const noun =
    behind ?? (NOTHING_BEHIND.at(text, figure.end) ? nounBefore(clause, language.words) : undefined);
  if (!noun) return undefined;
  const key = `${figure.dimension} ${noun}`;
  // 甲、乙、丙这3个村 counts the members before it.
  const back = BACK.test(clause) && !'、”）'.includes(text[start - 1] ?? '');
  const end = figure.unitEnd + (behind?.length ?? 0);
  const scope = extentOf(clause, text.slice(end, end + REACH_BEHIND));
  const { period, goal } = whenSaid(text, start);
  return {
    key,
    figure,
    start,
    way: back ? 'back' : 'count',
    scope: goal ? 'some' : scope,
    period,
    goal: false,
  };
}

/** Characters of a clause, and of the name in it, by which one thing is told from others: 粮食总产量, and not 产量. */
const LEAST_CLAUSE = 5;
const LEAST_NAME = 4;

/** 2025年全市粮食总产量达到: said in the same words, of the same time or of all there is. */
function clauseKey(figure: Quantity, clause: string): string | undefined {
  if (clause.length < LEAST_CLAUSE || figure.han) return undefined;
  const period = PERIOD_SIGNS.isIn(clause, 0, clause.length) ? PERIOD.exec(clause)?.[0] : undefined;
  if (period === undefined && !DEFINITE.isIn(clause, 0, clause.length)) return undefined;
  const rest = period === undefined ? clause : clause.replace(period, '');
  // 全年|完成|固定资产投资: what a year comes to, and no work of so many.
  const said =
    figure.kind === 'money' ? rest.replace(/^(?:全[省市县区镇乡])?(?:共|累计)?(?:完成|实现)/, '') : rest;
  if (LOOSE.test(said) || /[×X]/.test(clause)) return undefined;
  // At least an indicator of four characters must be left of 2025年…达到.
  const name = rest
    .replace(/^[在到至]/, '')
    .replace(/(?:已|共|累计|达|为|是|有|完成|实现|至|到)+了?$/, '')
    .replace(/^(?:完成|实现)/, '')
    // 全县总人口, 我县总人口
    .replace(/^[全我本](?=[省市县区镇乡村])/, '');
  if (name.length < LEAST_NAME || /\d/.test(rest) || isGeneric(name)) return undefined;
  return `${figure.dimension} ${period ?? ''} ${name}`;
}

export interface Contradiction {
  readonly paragraph: Paragraph;
  readonly statement: Statement;
  readonly other: { readonly paragraph: Paragraph; readonly statement: Statement };
  /** Whether 万 stands for 亿 in one of the places. */
  readonly slip: boolean;
}

export type Placed = Contradiction['other'];

export function contradiction(here: Placed, other: Placed): Contradiction {
  return { ...here, other, slip: isSlip(here.statement.figure, other.statement.figure) };
}

const WAYS: readonly Statement['way'][] = ['said', 'headline', 'restated', 'back', 'count'];

/** Statements that a later one contradicts, each with the first of its kind. */
export const contradictions = defineModel<readonly Contradiction[]>('contradictions', (document) => {
  const told = new Set<Quantity>();
  // A figure may contradict another in the same words, and as the same indicator: it is told once.
  return (
    [...document.model(judged).found.values()]
      .flatMap((found) => [...found.values()])
      .filter(({ paragraph, other }) => !arePartedByEntry(document, paragraph, other.paragraph))
      // 产值达3420亿元 of last year, 达到3500亿元 by the plan.
      .filter(
        ({ paragraph, statement, other }) =>
          (statement.way !== 'said' && statement.way !== 'restated') ||
          (!arePartedByPlan(document, { paragraph, statement }, other) &&
            haveOneSubject({ paragraph, statement }, other)),
      )
      // In the same words first, whichever was found first.
      .sort((a, b) => WAYS.indexOf(a.statement.way) - WAYS.indexOf(b.statement.way))
      .filter(({ statement }) => !told.has(statement.figure) && told.add(statement.figure))
  );
});

/** A clause that begins so says of whom only where its sentence begins. */
const SUBJECTLESS = /^(?:实现|完成|达到|累计|共)/;
/** So many characters of a sentence tell whom it is about. */
const SUBJECT = 3;

/** 工业企业…；实现利润345亿元 and 开发区…；实现利润321亿元 are said of two. */
function haveOneSubject(...places: readonly [Placed, Placed]): boolean {
  const [one, other] = places.map(({ paragraph: { text }, statement: { start } }) => {
    if (!SUBJECTLESS.test(text.slice(start, start + 2))) return undefined;
    const from = boundBefore(text, start, FULL_STOP, start + 1);
    return text.slice(from, from + SUBJECT);
  });
  return one === undefined || other === undefined || one === other;
}

/** What is said of one thing, and what is wrong with it, by the statements' keys. */
interface Judged {
  readonly said: GroupedEntries<Placed>;
  readonly found: Map<string, Wrong>;
}

type Wrong = Map<Placed, Contradiction>;

/** Only what an edit adds to or takes from is judged again. */
const judged = defineModel<Judged>('statements by key', (document, previous) => {
  const { said, found } = previous ?? {
    said: new GroupedEntries(placedIn, keyOf),
    found: new Map<string, Wrong>(),
  };
  for (const [key, { from, removed, added }] of said.syncTo(document, statements)) {
    const group = said.groups.get(key) ?? [];
    const first = group.slice(0, MOST_SEEN);
    // What all are held against stands: so does what was found of the others.
    const stands = from >= MOST_SEEN;
    const wrong: Wrong = (stands && found.get(key)) || new Map();
    for (const placed of removed) wrong.delete(placed);
    const anew = stands
      ? added.map((here) => ({ here, before: first }))
      : group.map((here, i) => ({ here, before: first.slice(0, i) }));
    for (const { here, before } of anew) {
      const other = contradicted(before, here.statement);
      if (other) wrong.set(here, contradiction(here, other));
    }
    if (wrong.size > 0) found.set(key, wrong);
    else found.delete(key);
  }
  return { said, found };
});

function placedIn(paragraph: Paragraph): Placed[] {
  return paragraph.fact(statements).map((statement) => ({ paragraph, statement }));
}

function keyOf({ statement: { way, key } }: Placed): string {
  return `${way === 'back' ? 'count' : way} ${key}`;
}

/** What is said more often is a series. */
const MOST_SEEN = 12;

function contradicted(
  seen: readonly Placed[],
  { way, figure, scope, period, goal }: Statement,
): Placed | undefined {
  if (way === 'said') {
    const first = seen.find(
      ({ statement: s }) => s.goal === goal && (s.period === period || s.period === '' || period === ''),
    );
    return first && differ(first.statement.figure, figure) ? first : undefined;
  }
  if (way === 'count') return countedOtherwise(seen, { figure, scope, period });
  if (way === 'restated') return restatedOtherwise(seen, { figure, scope, period });
  if (way === 'back') {
    const last = seen[seen.length - 1]!;
    return seen.every((s) => differ(s.statement.figure, figure)) ? last : undefined;
  }
  const alike = seen.filter(
    ({ statement: s }) =>
      (s.scope === scope || s.scope === '' || scope === '') &&
      (s.period === period || s.period === '' || period === ''),
  );
  if (alike.some(({ statement: s }) => meets(s.figure, figure))) return undefined;
  return alike.find(({ statement: s }) => isSlip(s.figure, figure) || isPenSlip(s.figure, figure));
}

/** The first of those that may be of the same time and place, where all of them agree and this one is a slip of them. */
function restatedOtherwise(
  seen: readonly Placed[],
  { figure, scope, period }: Pick<Statement, 'figure' | 'scope' | 'period'>,
): Placed | undefined {
  const may = (a: string, b: string) => a === b || a === '' || b === '';
  const alike = seen.filter(({ statement: s }) => may(s.scope, scope) && may(s.period, period));
  const [first] = alike;
  if (!first || alike.some(({ statement: s }) => !meets(s.figure, first.statement.figure))) return undefined;
  return isRestatedSlip(first.statement.figure, figure) ? first : undefined;
}

/** A slip stays near, or is a power of ten thousand off; what is far is something else. */
export function differ(a: Quantity, b: Quantity): boolean {
  if (!above(a, b) && !above(b, a)) return false;
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  return ratio <= 2 || isSlip(a, b);
}

/** The same digits with 万 in one place and 亿 in the other. */
export function isSlip(a: Quantity, b: Quantity): boolean {
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  return Math.abs(ratio - 1e4) < 1e-3 && Math.abs(a.scale / b.scale - 1) > 0.5;
}
