/**
 * Judges how many years are counted against the years told: 四年行动计划（2024—2026年）, 实施周期为两年（2024—2026年）,
 * 2008年建成的园区，到2025年已走过15个年头.
 */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { DateFault } from './faults.ts';
import { bracketedYears } from './lives.ts';

/** 三年|行动计划: how long, and what runs so long. */
const COUNTED = new RegExp(
  [
    String.raw`(?<![第近前每\d])(?<number>[一二两三四五六七八九十]|\d{1,2})(?:个)?年`,
    String.raw`(?<noun>[\u4e00-\u9fff]{0,12})$`,
  ].join(''),
);
const REACH = 22;
/** What is planned by whole years, the first and the last with it; 任期, 学制 run from some day to the same day. */
const PLANNED = new RegExp(anyOf('行动 计划 规划 方案 攻坚 工程 试点 实施 周期 整治 提升 创建 建设'));
const BY_DAYS = /任期|学制|聘期|合同|租期|任职/;

export function countedYearFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  for (const { first, last, start, end } of paragraph.fact(bracketedYears)) {
    const before = text.slice(Math.max(0, start - REACH), start);
    const { number, noun } = COUNTED.exec(before)?.groups ?? {};
    if (number === undefined || BY_DAYS.test(before) || !PLANNED.test(before)) continue;
    const han = !/\d/.test(number);
    const value = han ? readHanNumber(number, 0)!.value : readDigits(number);
    const length = last.value - first.value + 1;
    if (value === length || length < 2) continue;
    const at = start - noun!.length - 1 - number.length;
    found.push({
      kind: 'duration',
      severity: 'warning',
      start: at,
      end: at + number.length + 1,
      stated: { start: at, end: at + number.length, value, han },
      unit: '年',
      range: { start, end },
      length,
    });
  }
}

/** 2008年5月挂牌的园区，到|2025年|已走过了15个年头 */
const PASSED = new RegExp(
  [
    String.raw`(?<first>(?:19|20)\d\d)年[^。；\d]{0,3}(?:\d{1,2}月)?[^。；\d]{2,24}(?:至|到|截至)`,
    String.raw`(?<last>(?:19|20)\d\d)年[^。；\d]{0,10}(?:走过|历经|经历|跨过|度过)了?[^。；\d]{0,4}?`,
    String.raw`(?<number>\d{1,3})(?<unit>个年头|个春秋|载|年)`,
  ].join(''),
  'dg',
);
const PASSES = ['年头', '走过', '历经', '经历', '跨过', '度过'];

/** The first and the last year may both be counted. */
export function passedYearFaults({ text }: Paragraph, found: DateFault[]): void {
  if (!PASSES.some((word) => text.includes(word))) return;
  for (const { groups, indices } of text.matchAll(PASSED)) {
    const { first, last, number, unit } = groups!;
    const at = indices!.groups!;
    const length = Number(last) - Number(first);
    const value = Number(number);
    if (length < 1 || value === length || value === length + 1) continue;
    const [start, numberEnd] = at.number!;
    const end = numberEnd + unit!.length;
    const range = { start: at.first![0], end: at.last![1] + 1 };
    const stated = { start, end: numberEnd, value, han: false };
    found.push({ kind: 'duration', severity: 'warning', start, end, stated, unit: '年', range, length });
  }
}
