import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isReference } from '../../language/punctuation/context.ts';
import { isOfJudgedMark } from '../../language/punctuation/elsewhere.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';

interface HalfWidth extends Match {
  /** All places that the finding speaks of, the first included. */
  readonly places: readonly Range[];
  /** Points that have one full-width form, a `.` that may stand for several, a `?` that may be no question. */
  readonly what: 'points' | 'stop' | 'question';
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/**
 * Half-width points in Chinese text. Three and more of them in one paragraph are one finding with one fix: a text copied from
 * where all are half-width has hundreds. GB/T 15834—2011 5.1.
 */
export const halfWidth = defineParagraphRule<HalfWidth>({
  id: 'punctuation/half-width',
  since: '0.2.0',
  severity: 'error',
  // Statutes come out of databases whose copies are full of them; nobody who reads one can mend it.
  kinds: { law: 'info' },
  basis: 'GB/T 15834—2011 5.1',

  reads: places,
  among: ofKind('half-point'),
  *find(paragraph) {
    const { text } = paragraph;
    const points = placesOf(paragraph, 'half-point').filter((place) => !isOfJudgedMark(paragraph, place));
    if (points.length === 0 || isReference(paragraph)) return;
    const isSure = ({ start }: Range) => text[start] !== '.' && !isDoubtful(text, start);
    for (const all of gather(points.filter(isSure)))
      yield { start: all[0]!.start, end: all[0]!.end, places: all, what: 'points' };
    for (const place of points) {
      if (isDoubtful(text, place.start))
        yield { ...place, places: [place], what: 'question', severity: 'warning' };
      else if (text[place.start] === '.' && isFullStop(paragraph, place))
        yield {
          ...withBlank(text, place),
          places: [withBlank(text, place)],
          what: 'stop',
          severity: 'warning',
        };
    }
  },

  explain({ places, what }, { text }) {
    if (what === 'stop') {
      const { start } = places[0]!;
      const behind = isHan(text.charCodeAt(start - 1)) ? '汉字' : `“${text[start - 1]}”`;
      return { message: `${behind}之后有半角的点“.”，应为句号、间隔号，或是多打的` };
    }
    if (what === 'question') return { message: '中文里用了半角“?”：是问句的应为全角“？”，不是的可能丢了字' };
    const said = text[places[0]!.start]!;
    if (places.length === 1) return { message: `中文里用了半角“${said}”，应为全角“${WIDE[said]}”` };
    const counts = Object.keys(WIDE)
      .map((char) => ({ char, n: places.filter(({ start }) => text[start] === char).length }))
      .filter(({ n }) => n > 0)
      .map(({ char, n }) => `“${char}”${n} 处`);
    return {
      message: `本段有 ${places.length} 处标点用了半角：${counts.join('、')}`,
      evidence: alsoHere(places, '此处同'),
    };
  },

  fix({ places, what }, paragraph) {
    const { text } = paragraph;
    if (what !== 'stop')
      return [
        {
          title: '改为全角标点',
          edits: places.map(({ start }) => pointEdit(text, start)),
          safe: what === 'points',
        },
      ];
    const [{ start, end }] = places as [Range];
    const isSentence = end === paragraph.contentEnd && end - paragraph.contentStart > SENTENCE;
    return ['。', '·', ''].map((char) => ({
      title: char === '' ? '删去“.”' : `“.”改为“${char}”`,
      edits: [{ start, end, text: char }],
      safe: isSentence && char === '。',
    }));
  },
});

/** A shorter line that ends in a point may be a heading, a name or a code. */
const SENTENCE = 15;

/** The blank that English puts behind the mark goes with it. */
function pointEdit(text: string, at: number) {
  const blank = text[at + 1] === ' ' && text[at + 2] !== ' ' && at + 2 < text.length ? 1 : 0;
  return { start: at, end: at + 1 + blank, text: WIDE[text[at]!]! };
}

/** 解决 .: the blank goes with the mark. */
const withBlank = (text: string, { start, end }: Range): Range => ({
  start: text[start - 1] === ' ' ? start - 1 : start,
  end,
});

/** A `.` before the next sentence, at the end of the line, or of what is quoted. */
function isFullStop({ text, contentEnd }: Paragraph, { end }: Range): boolean {
  return isHan(text.charCodeAt(end)) || end === contentEnd || CLOSINGS.at(text, end);
}

const CLOSINGS = new Characters('”’');

const ASKING = new Characters('吗呢么谁何啥');

/** A ? right before Han often stands for a character that a conversion lost. */
function isDoubtful(text: string, at: number): boolean {
  return text[at] === '?' && isHan(text.charCodeAt(at + 1)) && !ASKING.at(text, at - 1);
}
