/** What the title counts, against the text: 关于做好12件民生实事的通知 over 10件民生实事. */
import type { Document } from '../../../engine/document.ts';
import { defineModel } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout } from '../../../language/layout/layout.ts';
import {
  type Contradiction,
  contradiction,
  differ,
  OWN,
  type Placed,
  type Statement,
  statements,
} from './statements.ts';

/** All of them are meant: 全市10件, 确定的10件. */
const ALL = new RegExp(`^(?:[全我本]${OWN}(?:共有|共|有)?|.{0,8}(?:确定|列入)的?)$`);
/** Behind the noun: only some of them. */
const SOME = /^(?:已|中|之一|全?未|正在?|尚|率先|提前|先行|任务|清单)/;
/** Before it, in its sentence: a part, or another time. */
const OTHERWISE = /其中|分别|去年|上年|前年|明年|过去|累计|连续|先后|另|还有|剩余|\d{4}年/;
/** What any part of a text may have a number of its own of. */
const COMMON = /任务|工作|项目|措施|问题|事项|建议|提案|指标|意见|活动|企业|单位/;

export const titleContradictions = defineModel<readonly Contradiction[]>(
  'title-contradictions',
  (document) => {
    const { title } = document.model(layout);
    if (!title) return [];
    const found: Contradiction[] = [];
    for (const stated of title.fact(statements)) {
      if (stated.way !== 'count') continue;
      const noun = stated.key.slice(stated.key.lastIndexOf(' ') + 1);
      const counts = countsOf(document, title, stated.key);
      const all = counts.filter((count) => meansAll(count, noun, title.text, stated));
      const [first] = all;
      if (
        !first ||
        counts.some(({ statement: { figure } }) => !differ(figure, stated.figure)) ||
        all.some(({ statement: { figure } }) => figure.value !== first.statement.figure.value)
      )
        continue;
      const { paragraph, statement } = first;
      const quote = paragraph.text.slice(statement.start, statement.figure.unitEnd).trim() + noun;
      found.push(
        contradiction(
          { paragraph, statement: { ...statement, quote } },
          { paragraph: title, statement: { ...stated, quote: title.content } },
        ),
      );
    }
    return found;
  },
);

/** The numbers of the same things below the title. */
function countsOf(document: Document, title: Paragraph, key: string): Placed[] {
  // 全市 件 民生实事 is said, 件 民生实事 counted.
  const end = ` ${key}`;
  const found: Placed[] = [];
  for (const paragraph of document.paragraphsWith(statements)) {
    if (paragraph.index <= title.index) continue;
    for (const statement of paragraph.fact(statements)) {
      if (statement.key === key || statement.key.endsWith(end)) found.push({ paragraph, statement });
    }
  }
  return found;
}

/** Whether the number is of all that the title counts. 这10件 is judged with the counts before it. */
function meansAll(
  { paragraph: { text }, statement: { way, start, figure } }: Placed,
  noun: string,
  title: string,
  stated: Statement,
): boolean {
  if (way === 'back' || text[start - 1] === '、') return false;
  const clause = text.slice(start, figure.start).replace(/\s/g, '');
  const lead = title.slice(stated.figure.start - 2, stated.figure.start);
  const alike = /^[\u4e00-\u9fff]{2}$/.test(lead) && clause.endsWith(lead);
  if (!alike && (clause === '' ? COMMON.test(noun) : !ALL.test(clause))) return false;
  const before = text.slice(Math.max(0, start - 60), figure.start);
  if (OTHERWISE.test(before) || (before.includes('今年') && /\d{4}年/.test(title))) return false;
  const behind = figure.unitEnd + noun.length;
  return !SOME.test(text.slice(behind, behind + 2));
}
