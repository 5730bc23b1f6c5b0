import type { Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';

interface BracketPoint extends Match {
  /** It stands before a bracket that explains the word before it, or ends what is in the bracket as a pause or a full stop. */
  readonly fault: 'before' | 'pause' | 'stop';
  readonly point: Range;
  /** Where the point before the bracket belongs; undefined where another stands there. */
  readonly to?: number;
}

const PAUSES = new Characters('，、；');
const SENTENCE_ENDS = new Characters('。！？…”）');
const POINTS = new Characters('，。、；：？！');
const OPEN = new Characters('（');
const CLOSE = new Characters('）');
const STOP = new Characters('。');
/** With these a bracket explains the word before it. */
const EXPLAINS = new ShortList(['以下简称', '以下统称', '下称', '简称', '不含', '含', '包括']);
/** How far back the beginning of a bracket is looked for. */
const LONGEST = 200;

/** Points before, in and behind brackets within a sentence. GB/T 15834—2011 A.8, B.2.2. */
export const bracketPoint = defineParagraphRule<BracketPoint>({
  id: 'punctuation/bracket-point',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 附录 A.8；B.2.2',

  reads: places,
  among: ofKind('opening', 'closing'),
  *find(paragraph) {
    const { text, contentStart } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'opening')) {
      if (!EXPLAINS.isAt(text, end + 1)) continue;
      const close = CLOSE.next(text, end, Math.min(text.length, end + LONGEST));
      if (text[close] !== '）') continue;
      const to = POINTS.at(text, close + 1) ? {} : { to: close + 1 };
      yield { start, end: end + 1, fault: 'before', point: { start, end }, ...to };
    }
    for (const { start, end } of placesOf(paragraph, 'closing')) {
      if (text[end - 1] !== '）') continue;
      const point = { start, end: start + 1 };
      if (PAUSES.at(text, start)) yield { start, end, fault: 'pause', point };
      if (text[start] !== '。') continue;
      const open = OPEN.behindLast(text, Math.max(contentStart, start - LONGEST), start) - 1;
      // A bracket behind a sentence, or on a line of its own, holds sentences.
      if (open <= contentStart || text[open] !== '（' || SENTENCE_ENDS.at(text, open - 1)) continue;
      if (STOP.isIn(text, open, start)) continue;
      yield { start, end, fault: 'stop', point, severity: 'info' };
    }
  },

  explain({ fault, point }, { text }) {
    const sign = text.slice(point.start, point.end);
    switch (fault) {
      case 'before':
        return { message: `括号紧贴被注释的词语，前面的“${sign}”移到括号后` };
      case 'pause':
        return { message: `括号内不以“${sign}”收尾` };
      case 'stop':
        return { message: '句内括号里的话末尾不用句号，句号在括号外' };
    }
  },

  fix({ fault, point, to }, { text }) {
    const sign = text.slice(point.start, point.end);
    const drop = { ...point, text: '' };
    switch (fault) {
      case 'before': {
        const edits = to === undefined ? [drop] : [drop, { start: to, end: to, text: sign }];
        return [{ title: `把“${sign}”移到括号后`, edits, safe: false }];
      }
      case 'pause':
        return [{ title: `删去“${sign}”`, edits: [drop], safe: sign !== '：' }];
      case 'stop':
        return [{ title: '删去括号内的句号', edits: [drop], safe: false }];
    }
  },
});
