import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface TitleEnd extends Match {
  readonly of: 'title' | 'caption';
}

const ENDS = new Characters('。，、；：');
const LONGEST = 80;
const GENRES = '通知 意见 请示 报告 函 批复 决定 通报 公告 通告 方案';
/** 某某人民政府关于……的通知。 with nothing before 关于 that would make it a sentence. */
const TITLE = new RegExp(
  String.raw`^[^，。；：、了的将把向对按（(\d]{0,24}关于[^，。；：]{2,50}的${anyOf(GENRES)}[。，]$`,
);
const CAPTION = /^[图表]\s?\d{1,3}(?:[-.]\d{1,2})?[\s　][^，。；：]{2,30}。$/;

/** A title, a heading or a caption that ends with a point. GB/T 15834—2011 B.4, A.1. */
export const titleEnd = defineParagraphRule<TitleEnd>({
  id: 'punctuation/title-end',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 B.4',

  find({ text, contentStart, contentEnd, role }) {
    if (!ENDS.at(text, contentEnd - 1) || contentEnd - contentStart > LONGEST) return [];
    const range = { start: contentEnd - 1, end: contentEnd };
    const first = text[contentStart];
    if (first === '图' || first === '表')
      return CAPTION.test(text.slice(contentStart, contentEnd)) ? [{ ...range, of: 'caption' }] : [];
    if (role === 'heading') return text[contentEnd - 1] === '：' ? [] : [{ ...range, of: 'title' }];
    const about = text.indexOf('关于', contentStart);
    if (about < 0 || about > contentStart + 24) return [];
    return TITLE.test(text.slice(contentStart, contentEnd)) ? [{ ...range, of: 'title' }] : [];
  },

  explain: ({ start, of }, { text }) => ({
    message: `${of === 'caption' ? '图表名称' : '标题'}末尾不用“${text[start]}”`,
    ...(of === 'caption' ? { basis: 'GB/T 15834—2011 附录 A.1' } : {}),
  }),

  fix: ({ start, end }, { text }) => [
    { title: `删去“${text[start]}”`, edits: [{ start, end, text: '' }], safe: false },
  ],
});
