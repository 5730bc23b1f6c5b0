import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { dockets } from './cited/dockets.ts';

/** What may stand between the number and the title behind it. */
const DOCUMENT = ['文件', '文', ''];

/** 国办发〔2021〕75号《……的通知》: documents are cited title first, then the number in brackets. */
export const citation = defineParagraphRule<Match>({
  id: 'format/citation',
  severity: 'info',
  kinds: { law: 'off' },

  reads: dockets,
  *find(paragraph) {
    for (const { start, end } of paragraph.fact(dockets)) {
      const word = DOCUMENT.find((between) => paragraph.text.startsWith(`${between}《`, end));
      if (word !== undefined) yield { start, end: end + word.length };
    }
  },

  explain: ({ start, end }, { text }) => ({
    message: `引用公文先写标题，后写发文字号：《……》（……${text.slice(start, end)}）`,
  }),
});
