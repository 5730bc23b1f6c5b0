/**
 * What a text says again where it sums up, against what it told in its body: 城镇新增就业12600人 … 总的看，一年来城镇新增就业达到1.62万人. In
 * such a sentence an indicator is the one that was told of, whatever the words around it; elsewhere it may be of another time or place.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import { GroupedEntries } from '../../../engine/grouped.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { ShortList } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { between, lead } from '../relations/sentences.ts';
import { isDown } from '../relations/verbs.ts';
import { SCOPES, TIME } from './headlines.ts';
import { type Contradiction, contradiction, differ, type Placed, type Statement } from './statements.ts';

/** What a sentence that sums up begins with. */
const RECAPS = new ShortList(
  '总的看 总的来看 总体看 总体来看 总的来说 综上 纵观 综观 回顾 总之 概括起来 过去一年 一年来 归纳起来'.split(
    ' ',
  ),
);
const GOAL = /目标|计划|力争|预期|确保|争取|到20\d\d年|将|拟|明年|安排|今后|下一步|不低于|(?<!规模|限额)以上/;
/** Of several, of a part, of another time: what the words before a figure may not say. */
const OTHER = new RegExp(
  anyOf(
    '分别 其中 各 每 平均 人均 年均 上年 去年 同期 前年 比 较 由 从 占 第 新开 日均 月均',
    '高于|低于|快于|排名|目标|提高到|增加到',
  ),
);
const CHANGES = /(?:同比)?(?<how>增长|下降|上升|减少|提高)(?:了|约|达到?)?$/;
const VERBS = /(?:已|共|累计|完成|实现|达到?了?|突破|超过|为|是|有|约|近|至|均|总计|合计)+$/;
const HEAD =
  /^(?:我们|目前|截至目前|截至年底|预计|全年|年末|年底|一年来|过去一年|回顾|总的看|仅|共|累计|完成|实现|圆满|顺利|如期|超额)+/;
/** A name says what it is in so many characters. */
const LEAST = 4;
/** Parts of years: what they come to is no more told of in the end. */
const PART_OF_YEAR = /季度|半年|\d月/;

/** Whether a paragraph sums up at all: few texts do, and only these are read for names. */
const summing = defineFact<readonly true[]>('summing up', { facts: [measures] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.fact(measures).length > 0 && RECAPS.isIn(text, 0, text.length) ? SUMS : [];
});
const SUMS = [true] as const;

interface Recap extends Statement {
  readonly recap: boolean;
}

/** What a paragraph says of indicators by their names, and whether in a sentence that sums up. */
const named = defineFact<readonly Recap[]>('named figures', { facts: [measures] }, (paragraph) => {
  const { text } = paragraph;
  const figures = paragraph.fact(measures);
  const found: Recap[] = [];
  let last: { readonly name: string; readonly end: Quantity } | undefined;
  for (const figure of figures) {
    const before = lead(text, figure);
    const how = CHANGES.exec(before)?.groups?.how;
    const own = nameIn(how === undefined ? before : before.slice(0, CHANGES.exec(before)!.index));
    // 完成312.6亿元，增长6.1%: of the indicator that was just told.
    const continued =
      own === '' &&
      how !== undefined &&
      last &&
      /^[，、,]?$/.test(between(text, last.end, figure).slice(0, 1));
    const name = continued ? last!.name : own;
    last = name.length >= LEAST ? { name, end: figure } : undefined;
    if (name.length < LEAST || !isPlain(figure) || figure.value <= 0 || OTHER.test(before)) continue;
    const from = boundBefore(text, figure.start, STATEMENT_STOPS);
    const sentence = text.slice(from, figure.start);
    const start = figure.start - before.length;
    const scope = SCOPES.exec(sentence)?.[0] ?? '';
    const part = PART_OF_YEAR.exec(sentence)?.[0];
    const period = part ?? [...sentence.matchAll(TIME)].at(-1)?.[0] ?? '';
    found.push({
      key: `${figure.dimension} ${roleOf(how)} ${name}`,
      figure,
      start,
      way: 'said',
      scope,
      period,
      goal: GOAL.test(sentence),
      recap: RECAPS.isIn(text, from, figure.start),
    });
  }
  return found;
});

/** Of a figure that says how something has moved. */
function roleOf(how: string | undefined): '' | 'down' | 'up' {
  if (how === undefined) return '';
  return isDown(how) ? 'down' : 'up';
}

/** The indicator in the words before a figure; empty where there is none. */
function nameIn(before: string): string {
  const name = before
    .replace(TIME, '')
    .replace(VERBS, '')
    .replace(HEAD, '')
    .replace(/^(?:全[国省市县区镇乡]|[我本][国省市县区镇乡])的?/, '')
    .replace(/^(?:累计|完成|实现|共)+/, '');
  return /^[\u4e00-\u9fffA-Z“”]+$/.test(name) ? name : '';
}

/** What is said of each indicator, but for goals; kept up with edits. */
const byName = defineModel<{ readonly said: GroupedEntries<Placed & { readonly statement: Recap }> }>(
  'named figures by name',
  (document, previous) => {
    const said = previous?.said ?? new GroupedEntries(placedIn, ({ statement }) => statement.key);
    said.syncTo(document, named);
    return { said };
  },
);

const placedIn = (paragraph: Paragraph) =>
  paragraph
    .fact(named)
    .filter(({ goal }) => !goal)
    .map((statement) => ({ paragraph, statement }));

export const recapContradictions = defineModel<readonly Contradiction[]>('recaps', (document) => [
  ...contradictedIn(document),
]);

function* contradictedIn(document: Document): Generator<Contradiction> {
  const summed = document.paragraphsWith(summing);
  if (summed.length === 0) return;
  const { groups } = document.model(byName).said;
  for (const paragraph of summed) {
    for (const statement of paragraph.fact(named)) {
      if (statement.goal || !statement.recap) continue;
      const body = groups.get(statement.key)!.filter((placed) => !placed.statement.recap);
      const seen = body.filter((placed) => placed.paragraph.index < paragraph.index).slice(0, MOST);
      const other = toldOtherwise(seen, statement);
      if (other) yield contradiction({ paragraph, statement }, other);
    }
  }
}

const MOST = 6;

/** The one value that the body gives, where it is another. */
function toldOtherwise(seen: readonly Placed[], recap: Recap): Placed | undefined {
  const alike = seen.filter(
    ({ statement }) => mayBeOne(statement, recap) && !PART_OF_YEAR.test(statement.period),
  );
  const [first] = alike;
  if (!first || PART_OF_YEAR.test(recap.period)) return undefined;
  // Several values are of several things.
  const one = alike.every(({ statement: { figure } }) => !differ(figure, first.statement.figure));
  return one && differ(first.statement.figure, recap.figure) ? first : undefined;
}

/** Of one time, as far as both say, and of one place; a rate is taken for that of a place only where its place is told. */
function mayBeOne(a: Statement, b: Statement): boolean {
  const [x, y] = [a, b].map(({ period }) => /^\d{4}/.exec(period)?.[0]);
  const placed = a.figure.kind === 'percent' ? false : a.scope === '' || b.scope === '';
  return (a.scope === b.scope || placed) && (x === y || !x || !y);
}
