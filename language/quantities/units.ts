/** Units behind numbers, from `data/units.tsv`, and what 万 and 亿 multiply by. */
import { rows as unitRows } from '../../generated/quantities-units.ts';
import { Characters, firstOf } from '../text/characters.ts';
import { worthAt } from '../text/numerals.ts';
import type { QuantityKind } from './quantity.ts';

export interface Unit {
  readonly unit: string;
  readonly kind: QuantityKind;
  readonly dimension: string;
  readonly factor: number;
}

/** Units by the code of their first character, longest first. */
const UNITS = new Map<number, Unit[]>();
for (const { unit, kind, dimension, factor } of unitRows) {
  const first = unit.charCodeAt(0);
  const list = UNITS.get(first) ?? [];
  list.push({ unit, kind, dimension, factor: Number(factor) });
  UNITS.set(first, list);
}
for (const list of UNITS.values()) list.sort((a, b) => b.unit.length - a.unit.length);
const UNIT_BEGINS = new Characters(firstOf(unitRows.map(({ unit }) => unit)));

export function nothing(kind: QuantityKind, unit = ''): Unit {
  return { unit, kind, dimension: kind, factor: 1 };
}

/** What 十 百 千 万 亿 multiply by; 0 for any other character. */
export function multiplierAt(text: string, at: number): number {
  const worth = worthAt(text, at);
  return worth >= 10 ? worth : 0;
}

/** 千瓦 千克 千米 百分点 … */
export function startsUnit(text: string, at: number): boolean {
  return unitAt(text, at) !== undefined;
}

export function unitAt(text: string, at: number): Unit | undefined {
  if (!UNIT_BEGINS.at(text, at)) return undefined;
  for (const unit of UNITS.get(text.charCodeAt(at))!) if (text.startsWith(unit.unit, at)) return unit;
  return undefined;
}

/** What 万元, 平方公里, 人次 stand for by themselves, in the head of a table; undefined for what is no unit. */
export function unitCalled(name: string): Unit | undefined {
  let at = 0;
  let factor = 1;
  while (multiplierAt(name, at) > 0 && !startsUnit(name, at)) factor *= multiplierAt(name, at++);
  const unit = unitAt(name, at);
  return unit && at + unit.unit.length === name.length
    ? { ...unit, factor: factor * unit.factor }
    : undefined;
}
