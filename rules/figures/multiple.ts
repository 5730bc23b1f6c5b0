import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';
import { isDoubled } from './relations/change.ts';

interface MultipleMatch {
  readonly start: number;
  readonly end: number;
  readonly figure: Quantity;
  readonly verb: string;
  /** What is called so many doublings: 是五年前的2.1倍，翻了|两番. */
  readonly doubling?: Quantity;
}

/** 是五年前的|2.1倍|，五年翻了|两番: nothing but when stands between. */
const THEN_DOUBLED = /^[，、,](?:[^，。；\d]{0,6}[年间内]|实现|累计|整整)?(?:实现)?翻了?$/;
/** 增长|1.1倍: beside the one that there was. */
const GREW = /(?:增长|增加|提高|提升|扩大|上升|增)了?(?:近|约|超过?)?$/;
/** Whether a multiple is so many doublings, or nearly: 翻了一番多 is more. */
function areAlike(times: number, { value, approximation }: Quantity): boolean {
  const doublings = Math.log2(times);
  const isMore = approximation !== 'exact' && doublings >= value && doublings < value + 1;
  return isMore || isDoubled(doublings, value);
}

const LESS = /(?:减少|下降|降低|缩小|缩短|减轻|下跌|压缩|回落)(?:了|至|到)?(?:近|约|超过?)?$/;

/** 倍 counts upwards only: 减少3倍 leaves less than nothing. */
export const multiple = defineParagraphRule<MultipleMatch>({
  id: 'figures/multiple',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const found: MultipleMatch[] = [];
    const figures = paragraph.fact(measures);
    for (const [i, figure] of figures.entries()) {
      if (figure.kind !== 'times') continue;
      const { text } = paragraph;
      const doubling = figures.slice(i + 1, i + 3).find(({ kind }) => kind === 'doubling');
      if (doubling && THEN_DOUBLED.test(text.slice(figure.unitEnd, doubling.start))) {
        const grew = GREW.test(text.slice(Math.max(0, figure.start - 6), figure.start));
        if (!areAlike(figure.value + (grew ? 1 : 0), doubling))
          found.push({ start: doubling.digits.start, end: doubling.unitEnd, figure, verb: '', doubling });
        continue;
      }
      const before = text.slice(Math.max(0, figure.start - 6), figure.start);
      const verb = LESS.exec(before)?.[0] ?? /翻了?$/.exec(before)?.[0];
      if (!verb) continue;
      found.push({ start: figure.start - verb.length, end: figure.unitEnd, figure, verb });
    }
    return found;
  },

  explain({ figure, verb, doubling }, { text }) {
    const said = text.slice(figure.digits.start, figure.unitEnd);
    if (doubling) {
      const doubled = text.slice(doubling.digits.start, doubling.unitEnd);
      return { message: `“翻${doubled}”是原来的${2 ** doubling.value}倍，与前面的“${said}”不符` };
    }
    if (verb.startsWith('翻')) {
      return { message: `“翻”与“番”相配：翻一番是原来的2倍，翻两番是4倍；“${verb}${said}”说不清是哪一种` };
    }
    if (!(figure.value > 1)) return { message: `“${verb}”不与“倍”相配：${said}使余数为零` };
    const kept = (100 / figure.value).toFixed(1).replace(/\.0$/, '');
    return {
      message: `“${verb}”不与“倍”相配：减少1倍已经为零。如指降为原来的1/${figure.value}，是下降${(100 - Number(kept)).toFixed(1).replace(/\.0$/, '')}%`,
    };
  },

  fix({ start, end, figure, verb, doubling }) {
    if (doubling) return [];
    if (verb.startsWith('翻')) {
      if (figure.value !== 1) return [];
      const le = verb.endsWith('了') ? '了' : '';
      return [
        { title: '改为“翻一番”', edits: [{ start, end, text: `翻${le}一番` }], safe: false },
        { title: '改为“增长一倍”', edits: [{ start, end, text: `增长${le}一倍` }], safe: false },
      ];
    }
    if (!(figure.value > 1)) return [];
    const less = ((1 - 1 / figure.value) * 100).toFixed(1).replace(/\.0$/, '');
    const stem = verb.replace(/[了至到近约超过]+$/, '');
    return [
      { title: `改为“${stem}${less}%”`, edits: [{ start, end, text: `${stem}${less}%` }], safe: false },
    ];
  },
});
