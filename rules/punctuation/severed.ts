import type { Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { boundBefore, CLAUSE_STOPS } from '../../language/text/bounds.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface Severed extends Match {
  /** What the mark cuts: a statement from what it announces, 是 from what something is, or a preposition's object in two. */
  readonly cuts: 'announced' | 'predicate' | 'object';
  /** The word behind a full stop: 就是, 即. */
  readonly word?: Range;
}

/** 几项具体工作, 一个问题: what the next clause tells. */
const ANNOUNCED = new RegExp(
  `(?:几|两|[一三四五六七八九十]|\\d)(?:个?方面|[项点条个件句])[^，。；：的]{0,6}${anyOf(
    '工作 意见 要求 问题 方面 任务 事 事情 看法 建议 希望 体会 道理 原则 目标',
  )}?$`,
);
/** 活动主题是|。|弘扬安全文化: what something is follows. */
const IS = new RegExp(`${anyOf('主题 任务 目的 口号 目标 原则 重点 内容 要求 宗旨 题目')}是$`);
/** A statement is no longer where it announces. */
const STATEMENT = 40;
/** 对辖区内: a place, and nothing done in it. */
const PLACE = new RegExp(
  `(?:对|针对|面对)(?:全?[省市县区乡镇村]域?|${anyOf(
    '辖区 辖地 境内 本地 本县 本市 本区 各地 城区 市区 县域 村组 园区 社区 校园 库区 厂区 矿区',
  )})(?:内|里|中|之内|范围内)?$`,
);
/** 容易引起灾害的地区，: the rest of the object, with which the clause ends. */
const THING = /^[^，。；：]{2,20}的[^，。；：的]{1,6}，/;
const BEHIND = 30;

/** A full stop or a comma in the middle of what belongs together: 几项工作。就是…, 对辖区内，容易引起灾害的地区，. GB/T 15834—2011 4.1, 4.4. */
export const severed = defineParagraphRule<Severed>({
  id: 'punctuation/severed',
  since: '0.3.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.4.1',

  reads: places,
  among: ofKind('severed'),
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'severed')) {
      const from = boundBefore(text, start, CLAUSE_STOPS, STATEMENT);
      const before = text.slice(from, start);
      if (text[start] === '。' && text[start - 1] === '是') {
        if (IS.test(before)) yield { start, end, cuts: 'predicate' };
      } else if (text[start] === '。') {
        if (!ANNOUNCED.test(before)) continue;
        const behind = text[end] === '即' ? end + 1 : end + 2;
        yield { start, end, cuts: 'announced', word: { start: end, end: behind } };
      } else if (PLACE.test(before) && THING.test(text.slice(end, end + BEHIND)))
        yield { start, end, cuts: 'object' };
    }
  },

  explain({ cuts, word }, { text }) {
    if (cuts === 'predicate') return { message: '“是”后面的话还没有说，句号把它断开了' };
    return {
      message:
        cuts === 'object'
          ? '逗号把“对……”的宾语断成了两截'
          : `“${text.slice(word!.start, word!.end)}”接着说明前一句，句号把它断开，后一句没有主语`,
    };
  },

  fix({ start, end, cuts, word }) {
    if (cuts === 'predicate')
      return [{ title: '改为冒号', edits: [{ start, end, text: '：' }], safe: false }];
    if (cuts === 'object') return [{ title: '删去逗号', edits: [{ start, end, text: '' }], safe: false }];
    return [
      { title: '句号改为逗号', edits: [{ start, end, text: '，' }], safe: false },
      { title: '改为冒号', edits: [{ start, end: word!.end, text: '：' }], safe: false },
    ];
  },
});
