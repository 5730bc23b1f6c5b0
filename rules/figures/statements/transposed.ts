/**
 * One figure with two digits that changed places: 登记党员12350名 in one paragraph, 登记党员12530名 in another. What two statements are of
 * is not asked farther than the word before them and the unit: that two long figures of one name differ in just that is no chance.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { lead } from '../relations/sentences.ts';
import { SCOPES, TIME } from './headlines.ts';
import {
  type Contradiction,
  contradiction,
  contradictions,
  type Placed,
  type Statement,
} from './statements.ts';

/** Shorter figures may differ so by chance; those of four digits must be called by a longer name. */
const LEAST_DIGITS = 5;
const LEAST_NAMED = 4;
const VERBS = /(?:[达到了为是有共现约至]|完成|实现|突破|全[县市区镇省]|组织){1,6}$/;
/** Figures that are several by nature, or of another time. */
const MANY = /其中|分别|上年|去年|前年|同期|预计|目标|计划/;
/** 我校现有, 全市登记: whose, and nothing that tells one kind from another. */
const OWN = new RegExp(
  `^(?:${anyOf('我们 [我本全该][省市县区镇乡村校院厂所局] 学校 医院 公司 单位 集团 现 共 有 拥 开 设 培育 截至 目前 已 登记 注册 在册 服务 管理 的 ，')})*$`,
);
const NAME = 2;
const NAME_OF_SHORT = 4;

/** Long figures by name: what stands before them, or what they count. */
const longFigures = defineFact<readonly Statement[]>('long figures', { facts: [measures] }, (paragraph) =>
  paragraph.fact(measures).flatMap((figure) => statementsOf(paragraph.text, figure)),
);

function statementsOf(text: string, figure: Quantity): readonly Statement[] {
  const { length } = digitsOf(text, figure);
  if (figure.kind !== 'people' && figure.kind !== 'count' && figure.kind !== 'place') return NONE;
  if (length < LEAST_NAMED || figure.han || !isPlain(figure) || figure.approximation !== 'exact') return NONE;
  const before = lead(text, figure, 24);
  if (MANY.test(before)) return NONE;
  const sentence = text.slice(boundBefore(text, figure.start, STATEMENT_STOPS), figure.start);
  const scope = SCOPES.exec(sentence)?.[0].slice(1) ?? '';
  const period = [...sentence.matchAll(TIME)].at(-1)?.[0] ?? '';
  const start = figure.start - before.length;
  return namesOf(text, figure, before, length < LEAST_DIGITS).map((name) => ({
    key: `${figure.dimension} ${name}`,
    figure,
    start,
    way: 'said',
    scope,
    period,
    goal: false,
  }));
}

/** What a figure is called by the words before it and by those behind its unit: the last characters of the ones, the first of the others. */
function namesOf(text: string, figure: Quantity, before: string, short: boolean): readonly string[] {
  const length = short ? NAME_OF_SHORT : NAME;
  const called = before.replace(VERBS, '');
  const noun = text.slice(figure.unitEnd, figure.unitEnd + length);
  // 小学|在校学生 is none of 初中|在校学生.
  const names = [
    ...(!short || OWN.test(called.slice(0, -length)) ? [called.slice(-length)] : []),
    ...(!short || OWN.test(called) ? [noun] : []),
  ];
  return [...new Set(names)].filter((name) => name.length === length && HAN_ONLY.test(name));
}
const HAN_ONLY = /^[\u4e00-\u9fff]+$/;

export const transposedDigits = defineModel<readonly Contradiction[]>('transposed digits', (document) => [
  ...transposedIn(document),
]);

function* transposedIn(document: Document): Generator<Contradiction> {
  const seen = new Map<string, Placed[]>();
  // What is worded alike has been told.
  const told = new Set(document.model(contradictions).map(({ statement }) => statement.figure));
  for (const paragraph of document.paragraphsWith(longFigures)) {
    for (const statement of paragraph.fact(longFigures)) {
      const { figure } = statement;
      const sorted = [...digitsOf(paragraph.text, figure)].sort().join('');
      const key = `${statement.key} ${sorted}`;
      const group = seen.get(key) ?? [];
      const other = group.find(
        (placed) =>
          (placed.paragraph !== paragraph || isApart(paragraph, placed.statement, statement)) &&
          mayAgree(placed.statement, statement) &&
          areTransposed(textOf(placed), textOf({ paragraph, statement })),
      );
      if (other && !told.has(figure)) {
        told.add(figure);
        yield contradiction({ paragraph, statement }, other);
      }
      group.push({ paragraph, statement });
      seen.set(key, group);
    }
  }
}

/** 在校学生4826人，…。…在校学生4862人: in sentences of their own, under a name of four characters. */
function isApart({ text }: Paragraph, a: Statement, b: Statement): boolean {
  return (
    a.key === b.key && a.key.length > NAME_OF_SHORT + 1 && /。/.test(text.slice(a.figure.end, b.figure.start))
  );
}

/** Of one time and place, as far as either says. */
function mayAgree(a: Statement, b: Statement): boolean {
  const same = (x: string, y: string) => x === y || x === '' || y === '';
  return same(a.scope, b.scope) && same(a.period, b.period);
}

function textOf({ paragraph, statement }: Placed): string {
  const { digits } = statement.figure;
  return paragraph.text.slice(digits.start, digits.end);
}

function digitsOf(text: string, { digits }: Quantity): string {
  return text.slice(digits.start, digits.end).replace(/\D/g, '');
}

/** Whether the one is the other with two neighbouring digits changed. */
function areTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  if (at < 0 || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  return a.slice(at + 2) === b.slice(at + 2);
}
