import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';
import { isEllipsis } from './runs.ts';

/** Points that stand on one another: ，， 。， 、。 GB/T 15834—2011 4.1–4.7: one pause, one point. */
export const doubled = defineParagraphRule<Place & Match>({
  id: 'punctuation/doubled',
  since: '0.2.0',
  severity: 'error',
  basis: 'GB/T 15834—2011 4.1～4.7',

  reads: places,
  among: ofKind('run'),
  find: (paragraph) =>
    placesOf(paragraph, 'run').filter(({ start, end }) => {
      const run = paragraph.text.slice(start, end);
      // 某某Corp.、某某公司: the point of an abbreviation.
      const abbreviated =
        run[0] === '.' && run.length === 2 && /[A-Za-z]/.test(paragraph.text[start - 1] ?? '');
      return (
        !isEllipsis(run) && !FORCEFUL.test(run) && !abbreviated && !isLostName(paragraph.text, start, end)
      );
    }),

  explain({ start, end }, { text }) {
    const run = text.slice(start, end);
    const [, ...more] = kept(run);
    return {
      message: /^[？！]+$/.test(run)
        ? `“${run}”叠用过多，问号、叹号叠用最多三个`
        : isPauses(run)
          ? `“${run}”叠在一起，两个顿号之间可能丢了字`
          : isUnsaid(run)
            ? `“${run}”叠在一起，冒号之后可能丢了内容`
            : `“${run}”叠在一起，一处停顿只用一个点号${more.length === 0 ? '' : '，须定用哪一个'}`,
    };
  },

  fix({ start, end }, { text }) {
    const run = text.slice(start, end);
    const choices = kept(run);
    return choices.map((char) => ({
      title: `只留“${char}”`,
      edits: [{ start, end, text: char }],
      // A half-width ? stands for a character that a conversion lost, as often as not.
      safe: choices.length === 1 && !isPauses(run) && !run.includes('?'),
    }));
  },
});

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

/** !! and ?!, typed narrow: as many as ！！ may be. */
const FORCEFUL = /^(?:[!！]{2,3}|[?？][!！]{1,2})$/;
/** 苗、、汉: a name is gone between the two, which placeholder/dropped-number tells. */
const isLostName = (text: string, start: number, end: number) =>
  text.slice(start, end) === '、、' &&
  LISTED.test(text.slice(start - 1, start)) &&
  LISTED.test(text[end] ?? '');
const LISTED = /[\u4e00-\u9fff“”《》）]/;
const isPauses = (run: string) => /^、+$/.test(run);
const isUnsaid = (run: string) => /^[：:][。.；，]$/.test(run);

/** What may stay of a run: one where there is no doubt, else each that is in it. */
function kept(run: string): readonly string[] {
  if (/^[？！]+$/.test(run)) return [run.slice(0, 3)];
  const points = [...new Set([...run].map((char) => WIDE[char] ?? char))];
  if (points.length === 1) return points;
  const last = points[points.length - 1]!;
  // ，。 ends the sentence, as does ？。; what 。， was to be is not known.
  if (points.length === 2) {
    // 委托期限：。 was to be filled in.
    if (/[。？！]/.test(last) && /[，、；]/.test(points[0]!)) return [last];
    if (last === '。' && /[？！]/.test(points[0]!)) return [points[0]!];
    if (last === '，' && points[0] === '、') return [last];
  }
  return points;
}
