/** Money in the title of a request, against what the text asks for: 关于拨付60万元防汛经费的请示 over 申请拨付防汛经费80万元. */
import type { Document } from '../../../engine/document.ts';
import { defineModel } from '../../../engine/facts.ts';
import { layout } from '../../../language/layout/layout.ts';
import { isPlain, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { boundBefore, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Contradiction, contradiction, type Placed } from './statements.ts';

/** What a title asks for, grants or moves. */
const ABOUT = new RegExp(anyOf('申请 请求 拨付 下达 安排 追加 解决 拨给 资助 补助 捐赠'));
const ASKS = new RegExp(`${anyOf('申请 恳请 请求 特请 拟 同意 决定 现')}[^，。；\\d]{0,24}$`);
const FUNDS = /[\u4e00-\u9fff]{2}(?:经费|资金|款|补助|补贴)/;
const CLAUSE = 40;

const isMoney = (q: Quantity) =>
  q.kind === 'money' && isPlain(q) && q.approximation === 'exact' && q.value > 0;

export const titleAmounts = defineModel<readonly Contradiction[]>('title amounts', (document) => {
  const { title } = document.model(layout);
  if (!title || !ABOUT.test(title.content)) return [];
  const [own, more] = title.fact(quantities).filter(isMoney);
  const funds = FUNDS.exec(title.content)?.[0];
  if (!own || more || funds === undefined) return [];
  const told = amountsBelow(document, title.index);
  // Where the amount of the title comes again, another is part of it.
  if (told.some(({ statement: { figure } }) => figure.value === own.value)) return [];
  const asked = told.find(({ paragraph: { text }, statement: { start, figure } }) => {
    const clause = text.slice(start, figure.start);
    const noun = text.slice(figure.unitEnd, figure.unitEnd + 12);
    return ASKS.test(clause) && `${clause}${noun}`.includes(funds);
  });
  if (!asked) return [];
  const statement = { ...asked.statement, figure: own, start: 0, quote: title.content };
  return [contradiction(asked, { paragraph: title, statement })];
});

function amountsBelow(document: Document, title: number): readonly Placed[] {
  return document.paragraphsWith(quantities).flatMap((paragraph) =>
    paragraph.index <= title
      ? []
      : paragraph.fact(quantities).flatMap((figure): Placed[] => {
          if (!isMoney(figure)) return [];
          const start = boundBefore(paragraph.text, figure.start, PHRASE_STOPS, CLAUSE);
          const key = '';
          return [
            { paragraph, statement: { key, way: 'said', scope: '', period: '', goal: false, figure, start } },
          ];
        }),
  );
}
