/**
 * What the house that writes knows of itself, as its own table says: handed in with the settings of a document, handed on to the
 * rules. The engine asks nothing of it.
 */
import type { Elsewhere } from './finding.ts';

/** Every row says where it stands, so that a finding can show it. */
interface Row {
  readonly at: Elsewhere;
}

/** In the order of the table, which is the order in which the house names them. */
export interface HousePerson extends Row {
  readonly name: string;
  /** 县委副书记, 县长; at least one. */
  readonly posts: readonly string[];
}

/** The own place, or a body of it. */
export interface HouseName extends Row {
  readonly full: string;
  /** Other forms that are right as well. */
  readonly short: readonly string[];
}

/** A place that has no business in a draft of this house. */
export interface Stranger extends Row {
  readonly name: string;
}

export interface HouseTerm extends Row {
  readonly right: string;
  /** At least one. */
  readonly wrong: readonly string[];
  /** Why, for the message; may be empty. */
  readonly note: string;
}

/** A row of the ledger. */
export interface HouseFigure extends Row {
  readonly indicator: string;
  /** 全县, 规模以上; empty for the house as a whole. */
  readonly scope: string;
  /** 2025年, 2025年上半年. */
  readonly period: string;
  /** With its unit, as a text would write it: 356.8亿元. */
  readonly figure: string;
}

export interface House {
  readonly people: readonly HousePerson[];
  readonly places: readonly HouseName[];
  readonly bodies: readonly HouseName[];
  readonly strangers: readonly Stranger[];
  readonly terms: readonly HouseTerm[];
  readonly figures: readonly HouseFigure[];
}
