import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';

const TWO = wordList('numerals.two');

/** Before these 二 is part of a number or of a name: 十二个, 第二家, 七点二个百分点, 初二名单, 附件二个人信息; 总分前二名 are the first and the second. */
const PART_OF = new Characters(`第〇零${ONE_TO_TEN}百千万亿点分之初高大老其前周期月件表图章卷（(`);
const NUMERALS = new Characters('一二三');
/** The measure word is the beginning of another: 二名单, 二家长. */
const OTHER_WORD = new ShortList([
  '名单',
  '名称',
  '名录',
  '家长',
  '家庭',
  '家具',
  '天然',
  '天津',
  '方面军',
  '种植',
  '种子',
  '户籍',
  '户口',
  '件套',
  '所以',
  '所有',
  '所谓',
]);

const SECOND_HOME = /首套|二套[^，。；]{0,4}房/;

const SENTENCED = new RegExp(`(?:拘役|徒刑|管制|缓刑|考验期限?为?)(?:[${ONE_TO_TEN}\\d]{1,3}年)?(?:零|又)?$`);

const twos = defineFact<readonly Range[]>('twos', { words: [TWO] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.hits(TWO).filter(({ start }) => {
    if (PART_OF.at(text, start - 1) || OTHER_WORD.isAt(text, start + 1)) return false;
    // 首套和二套住房: the second one.
    if (text[start + 1] === '套' && SECOND_HOME.test(text.slice(Math.max(0, start - 10), start + 8)))
      return false;
    // 判处拘役二个月, 有期徒刑一年二个月: as the law writes it.
    if (text[start + 1] === '个' && SENTENCED.test(text.slice(Math.max(0, start - 12), start))) return false;
    // 一、二个: about so many.
    return !(text[start - 1] === '、' && NUMERALS.at(text, start - 2));
  });
});

/** 二个, 二家: before measure words two is 两. */
export const two = defineParagraphRule<Match>({
  id: 'numerals/two',
  since: '0.5.0',
  severity: 'warning',
  // Statutes write 二个月, 二名以上.
  kinds: { law: 'off' },

  reads: twos,
  find: (paragraph) => paragraph.fact(twos),

  explain: ({ start, end }, { text }) => ({
    message: `“${text.slice(start, end)}”应为“两${text.slice(start + 1, end)}”：量词前用“两”，序数、分数用“二”`,
  }),

  fix: ({ start, end }, { text }) => [
    {
      title: `改为“两${text.slice(start + 1, end)}”`,
      edits: [{ start, end: start + 1, text: '两' }],
      safe: false,
    },
  ],
});
