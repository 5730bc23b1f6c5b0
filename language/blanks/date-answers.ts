/** Answers to the question for a date: `2025年3月12日`, `2025-3-12`, `3.12`. */

export type DateSlot = 'year' | 'month' | 'day';

export function isDateSlot(slot: string): slot is DateSlot {
  return slot === 'year' || slot === 'month' || slot === 'day';
}

const WITH_UNITS = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?$/;
const WITH_MARKS = /^(?:(\d{4})[-./])?(\d{1,2})[-./](\d{1,2})$/;
const YEAR_AND_MONTH = /^(\d{4})[-./](\d{1,2})$/;
const SIX_OR_EIGHT = /^(\d{4})(\d{2})(\d{2})?$/;

/**
 * What of the answer goes into the gaps, in their order.
 * @param slots of the gaps, a stretch of year, month, day
 * @returns undefined where the answer does not tell each of them: it is no date, or a part is missing
 */
export function dateParts(answer: string, slots: readonly DateSlot[]): string[] | undefined {
  const said = read(answer.replace(/\s/g, ''));
  if (!said) return undefined;
  const parts = slots.map((slot) => said[slot]);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function read(answer: string): Partial<Record<DateSlot, string>> | undefined {
  if (answer === '') return undefined;
  const yearAndMonth = YEAR_AND_MONTH.exec(answer);
  if (yearAndMonth) return said(yearAndMonth[1], yearAndMonth[2], undefined);
  const m = WITH_UNITS.exec(answer) ?? WITH_MARKS.exec(answer) ?? SIX_OR_EIGHT.exec(answer);
  return m ? said(m[1], m[2], m[3]) : undefined;
}

/** Months and days take no leading zero: GB/T 9704—2012 7.3.5.4. */
function said(year: string | undefined, month: string | undefined, day: string | undefined) {
  const plain = (digits: string | undefined) => digits?.replace(/^0(?=\d)/, '');
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month: plain(month)! }),
    ...(day !== undefined && { day: plain(day)! }),
  };
}
