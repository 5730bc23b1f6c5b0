import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { ShortList } from '../../language/text/characters.ts';

interface ListEnd extends Match {
  /** What stands behind the 、. */
  readonly word: string;
}

const WORDS = new ShortList(['等等', '等', '以及', '和', '及', '的']);

/** `、` before 等, 以及, 和, 及, 的: the word itself joins the last member. GB/T 15834—2011 B.1.2, A.3, 4.5.3.1. */
export const listEnd = defineParagraphRule<ListEnd>({
  id: 'punctuation/list-end',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 B.1.2',

  reads: places,
  among: ofKind('pause'),
  *find(paragraph) {
    const { text, language } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'pause')) {
      const word = WORDS.wordAt(text, end);
      if (word === undefined) continue;
      // 、等级 、和谐 、及时: the word goes on.
      if (!language.words.isBoundary(text, end + word.length) || isPartOfWord(text, end, word)) continue;
      if (word === '和' || word === '及') {
        // 为民、和人民在一起: only the last member of a list that has others.
        if (!hasAnother(text, start) || goesOn(text, end + word.length)) continue;
        yield { start, end: end + word.length, word, severity: 'info' };
      } else yield { start, end: end + word.length, word };
    }
  },

  explain({ word }) {
    if (word.startsWith('等')) return { message: `并列成分之间用顿号的，“${word}”前不用顿号` };
    if (word === '的') return { message: '“的”跟在最后一项后面，中间不用顿号' };
    if (word === '以及')
      return { message: '“以及”前不用顿号：要停顿用逗号，不停顿则不用', basis: 'GB/T 15834—2011 附录 A.3' };
    return { message: `“${word}”已连起最后两项，前面不再用顿号`, basis: 'GB/T 15834—2011 4.5.3.1' };
  },

  fix({ start, word }) {
    const remove = {
      title: '删去顿号',
      edits: [{ start, end: start + 1, text: '' }],
      safe: word !== '和' && word !== '及',
    };
    return word === '以及'
      ? [
          { title: '顿号改为逗号', edits: [{ start, end: start + 1, text: '，' }], safe: true },
          { ...remove, safe: false },
        ]
      : [remove];
  },
});

/** What the dictionary cuts off although it is one word here: 等于, 和平, 及格. */
const GO_ON: Readonly<Record<string, ShortList>> = {
  // 等红灯、等他来: somebody waits.
  等: new ShortList([...'级候待值效额同次距边号分离温高速压比腰位差份于量价车到外闲红绿你我他她它']),
  等等: new ShortList(['看']),
  以及: new ShortList(['物', '人']),
  和: new ShortList([...'谐平美睦缓气解善蔼衷约亲畅顺合']),
  及: new ShortList([...'时格其早至第物']),
  的: new ShortList([...'确士哥卢黎']),
};

function isPartOfWord(text: string, at: number, word: string): boolean {
  return GO_ON[word]!.isAt(text, at + word.length);
}

/** 孝父母、和兄弟、严夫妇: what stands behind is a member of its own, and others follow. */
function goesOn(text: string, from: number): boolean {
  for (let i = from; i < from + MEMBER && i < text.length; i++) {
    if (text[i] === '、') return true;
    if ('，。；：！？'.includes(text[i]!)) return false;
  }
  return false;
}
const MEMBER = 5;

/** Whether the list has another 、 before this one in its clause. */
function hasAnother(text: string, at: number): boolean {
  for (let i = at - 1; i > at - REACH && i >= 0; i--) {
    const char = text[i]!;
    if (char === '、') return at - i > 1;
    if ('，。；：！？“（'.includes(char)) return false;
  }
  return false;
}

const REACH = 20;
