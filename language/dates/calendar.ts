/**
 * The Gregorian calendar by arithmetic alone: no clock, no time zone, no `Date` (rules must say the same on every
 * machine and day).
 */

/** Days of the months in a common year, January first. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month; 0 for a month that does not exist. Without a year February has 29: no year, no objection. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && year !== undefined && !isLeapYear(year)) return 28;
  return month === 2 ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * Days from a fixed day long ago: differences count days, whatever lies between.
 * (Years begin in March here, so that the leap day is the last of its year.)
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + day;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(year: number, month: number, day: number): number {
  // 1 March 2000, day 730,486, was a Wednesday.
  return (dayNumber(year, month, day) + 2) % 7;
}

const WEEKDAYS = '日一二三四五六';

/** 星期五 of 5. */
export function writeWeekday(weekday: number): string {
  return `星期${WEEKDAYS[weekday]}`;
}

/** 5 of 五; 日 and 天 are Sunday. −1 for anything else. */
export function readWeekday(char: string): number {
  return char === '天' ? 0 : WEEKDAYS.indexOf(char);
}
