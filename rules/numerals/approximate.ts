import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { worthAt } from '../../language/text/numerals.ts';

/** What two numerals that mean “about” are followed by; 季度, 等奖, 年级, 十年代, 产业, 月 count parts that are named so. */
const COUNTED = new ShortList([...'十百千万亿天名次岁里米元倍家户多余', '个', '公里', '分钟', '小时', '年']);
const NOT_COUNTED = new ShortList([
  '年级',
  '十年代',
  '年期',
  '个百分',
  '万元版',
  '家店',
  '名次',
  '次产业',
  '里程',
  '年制',
  '个方面',
]);
/** 第三、四个: ordinals; 二十二、三个: a number before. */
const NOT_BEFORE = new Characters('第〇零一二两三四五六七八九十百千万、（(件图表类');

const FIGURES = new Characters(DIGITS);

/** 三四, 七八, and 三五, which says “a few”. */
function isAbout(first: number, second: number): boolean {
  return (second - first === 1 && first !== 9) || (first === 3 && second === 5);
}

/** `、` between two numerals that together mean “about”: 三、四十. GB/T 15834—2011 4.5.3.4, GB/T 15835—2011 5.2.1. */
export const approximate = defineParagraphRule<Match>({
  id: 'numerals/approximate',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.1',

  reads: places,
  among: ofKind('numerals'),
  *find(paragraph) {
    const { text, contentStart } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'numerals')) {
      // 一、二个问题: a mark and what it heads.
      if (start - 1 === contentStart || NOT_BEFORE.at(text, start - 2)) continue;
      if (!isAbout(valueAt(text, start - 1), valueAt(text, end))) continue;
      if (!COUNTED.isAt(text, end + 1) || NOT_COUNTED.isAt(text, end + 1)) continue;
      yield { start: start - 1, end: end + 1 };
    }
  },

  explain({ start, end }, { text }) {
    const said = text.slice(start, end);
    const right = inHan(said);
    if (FIGURES.at(said, 0))
      return {
        message: `“${said}”表示概数，用汉字，两数之间不用顿号：“${right}”`,
        basis: 'GB/T 15835—2011 4.2.2',
      };
    return { message: `“${said}”表示概数，两数之间不用顿号：“${right}”` };
  },

  fix({ start, end }, { text }) {
    if (!FIGURES.at(text, start))
      return [{ title: '删去顿号', edits: [{ start: start + 1, end: start + 2, text: '' }], safe: false }];
    const right = inHan(text.slice(start, end));
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false }];
  },
});

/** What a numeral of one character is worth. */
function valueAt(text: string, at: number): number {
  return FIGURES.at(text, at) ? Number(text[at]) : worthAt(text, at);
}

/** 三四 of 三、四 and of 3、4; 两三 of 2、3. */
function inHan(said: string): string {
  return said
    .replace('、', '')
    .replace(/^2/, '两')
    .replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);
}
