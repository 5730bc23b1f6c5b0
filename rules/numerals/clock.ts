import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { readDigits } from '../../language/text/numerals.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface ClockMatch extends Match {
  /** `doubled`: 下午15:30; `contrary`: 上午14时; `minutes`: 14时75分. */
  readonly fault: 'doubled' | 'contrary' | 'minutes';
  /** 上午, 下午: as long as the words before the figure. */
  readonly part: string;
  readonly hour: number;
}

const NOON = 12;
const MIDNIGHT = 24;
const MINUTES = 60;
const FIGURES = new Characters(DIGITS);
const COLONS = new Characters(':：');
const MORNING = new ShortList(['上午', '早上', '早晨', '清晨', '凌晨']);
const AFTERNOON = new ShortList(['下午', '晚上', '傍晚', '夜间', '晚间']);
/** 晚15时 has 晚 alone; of 傍晚 it is the second half. */
const PART_LENGTH = 2;
/** 下午15点 is a time before these; 15点意见 are points. */
const BEHIND_HOUR = new Characters('半整前后到至开钟，。；、）—～-0123456789');

/** Hours of a day of twenty-four behind the half of one: 下午15:30; 上午14时; 14时75分. */
export const clock = defineParagraphRule<ClockMatch>({
  id: 'numerals/clock',
  since: '0.5.0',
  severity: 'warning',

  reads: figureForms,
  *find(paragraph) {
    const { text } = paragraph;
    for (const { start, end } of figuresOf(paragraph, 'clock')) {
      const found = text[end] === '分' ? minutes(text, start, end) : hour(text, start, end);
      if (found) yield found;
    }
  },

  explain({ start, end, fault, part, hour: value }, { text }) {
    const written = text.slice(start, end);
    switch (fault) {
      case 'minutes':
        return { message: `“${written}”：一小时只有60分` };
      case 'contrary':
        return { message: `“${written}”：${value}时不在${part}，请核对` };
      case 'doubled':
        return {
          message: `“${written}”把12小时制和24小时制叠在一起，用“${value}时”或“${part}${value - NOON}时”`,
        };
    }
  },

  fix({ start, end, fault, part, hour: value }) {
    if (fault !== 'doubled') return [];
    const figure = { start: start + part.length, end, text: String(value - NOON) };
    return [
      { title: `删去“${part}”`, edits: [{ start, end: start + part.length, text: '' }], safe: false },
      { title: `改为“${part}${value - NOON}”`, edits: [figure], safe: false },
    ];
  },
});

function hour(text: string, start: number, end: number): ClockMatch | undefined {
  const value = readDigits(text.slice(start, end));
  if (end - start > 2 || value <= NOON || value >= MIDNIGHT) return undefined;
  if (text[end] === '点' && end + 1 < text.length && !BEHIND_HOUR.at(text, end + 1)) return undefined;
  // 上午15：2 is a score or a ratio.
  if (COLONS.at(text, end) && !(FIGURES.at(text, end + 1) && FIGURES.at(text, end + 2))) return undefined;
  const at = start - PART_LENGTH;
  const part = text.slice(at, start);
  const range = { start: at, end, part, hour: value };
  if (MORNING.isAt(text, at)) return { ...range, fault: 'contrary' };
  // Published texts write so by habit; no reader is misled.
  return AFTERNOON.isAt(text, at) ? { ...range, fault: 'doubled', severity: 'info' } : undefined;
}

/** 14时75分. */
function minutes(text: string, start: number, end: number): ClockMatch | undefined {
  const value = readDigits(text.slice(start, end));
  if (text[start - 1] !== '时' || !FIGURES.at(text, start - 2) || end - start !== 2 || value < MINUTES)
    return undefined;
  return { start, end: end + 1, fault: 'minutes', part: '', hour: value };
}
