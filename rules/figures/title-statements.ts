/** What the title counts, against the text: 关于做好12件民生实事的通知 over 10件民生实事. */
import { defineModel } from '../engine/facts.ts';
import { layout } from '../language/layout.ts';
import { type Contradiction, differ, type Placed, statements } from './statements.ts';

/** All of them are meant: 全市10件, 确定的10件, or the number begins its clause. */
const ALL =
  /^(?:(?:全[省市县区镇乡村州旗校院厂]|[我本][省市县区镇乡村州旗校院厂])(?:共有|共|有)?|.{0,8}(?:确定|列入)的?)?$/;
/** Behind the noun: only some of them. */
const SOME = /^(?:已|中|之一|全?未|正在?|尚|率先|提前|先行|任务|清单)/;
/** Before it, in its sentence: a part, or another time. */
const OTHERWISE = /其中|分别|去年|上年|前年|明年|过去|累计|连续|先后|另|还有|剩余|\d{4}年/;

export const titleContradictions = defineModel<readonly Contradiction[]>(
  'title-contradictions',
  (document) => {
    const { title } = document.model(layout);
    if (!title) return NONE;
    const found: Contradiction[] = [];
    for (const stated of title.fact(statements)) {
      if (stated.way !== 'count') continue;
      const lead = title.text.slice(stated.figure.start - 2, stated.figure.start);
      const counts: Placed[] = [];
      for (const paragraph of document.paragraphsWith(statements)) {
        if (paragraph.index <= title.index) continue;
        for (const statement of paragraph.fact(statements)) {
          // 全市 件 民生实事 is said, 件 民生实事 counted.
          if (statement.key === stated.key || statement.key.endsWith(` ${stated.key}`))
            counts.push({ paragraph, statement });
        }
      }
      const all = counts.filter(({ paragraph, statement: { way, start, figure } }) => {
        if (way === 'back') return false;
        const { text } = paragraph;
        const clause = text.slice(start, figure.start).replace(/\s/g, '');
        if (!ALL.test(clause) && !(/^[\u4e00-\u9fff]{2}$/.test(lead) && clause.endsWith(lead))) return false;
        if (text[start - 1] === '、' || OTHERWISE.test(text.slice(Math.max(0, start - 60), figure.start)))
          return false;
        const noun = stated.key.slice(stated.key.lastIndexOf(' ') + 1);
        return !SOME.test(text.slice(figure.unitEnd + noun.length, figure.unitEnd + noun.length + 2));
      });
      const [first] = all;
      if (
        first &&
        counts.every(({ statement: { figure } }) => differ(figure, stated.figure)) &&
        all.every(({ statement: { figure } }) => figure.value === first.statement.figure.value)
      )
        found.push({ ...first, other: { paragraph: title, statement: stated } });
    }
    return found;
  },
);

const NONE: readonly Contradiction[] = [];
