/**
 * The face of the engine: everything the front ends (editor, command line, tests) use.
 *
 * Pure: no I/O, no clock, no randomness, no host. Text comes in, findings go out.
 */
import { Linter, type LinterOptions } from '../engine/linter.ts';
import { chinese } from '../language/index.ts';
import { precedence } from './precedence.ts';
import { DEFAULT_PRESET, presets } from './presets.ts';
import { rules } from './registry.ts';

export { wholeCharacters } from '../engine/characters.ts';
export { type Companion, Document } from '../engine/document.ts';
export * from '../engine/finding.ts';
export {
  acceptOnly,
  applyEdits,
  fixText,
  type SafeEdits,
  safeEdits,
  selectSafeFixes,
} from '../engine/fixes.ts';
export type { Format } from '../engine/formats/index.ts';
export { gapsOf } from '../engine/gaps.ts';
export type * from '../engine/house.ts';
export { contextOf, EVERYWHERE, type Ignore, withoutIgnored } from '../engine/ignores.ts';
export { LintedDocument } from '../engine/linted-document.ts';
export { Linter, type LinterOptions, type RuleTiming } from '../engine/linter.ts';
export { lowerBound } from '../engine/lists.ts';
export { type Name, names } from '../engine/names.ts';
export { type OptionSpec, type OptionSpecs, readOptions } from '../engine/options.ts';
export type { Paragraph } from '../engine/paragraph.ts';
export { Pieces } from '../engine/pieces.ts';
export type { LeastByRule, Preset } from '../engine/preset.ts';
export {
  DOCUMENT_KINDS,
  type DocumentKind,
  defineDocumentRule,
  familyOf,
  type Rule,
} from '../engine/rule.ts';
export type { Level, RuleSetting, Settings } from '../engine/settings.ts';
export type { UnusedSuppression } from '../engine/suppression.ts';
export { doubtsAbout } from '../language/blanks/answers.ts';
export { type Question, questionsOf } from '../language/blanks/questions.ts';
export { offersFor } from '../language/house/offers.ts';
export { WordIndex } from '../language/house/word-index.ts';
export { countNames } from '../language/names/offers.ts';
export { loadWords, type Words } from '../language/text/words.ts';
export { type Continuation, continuationsAt } from './continuations.ts';
export { type RulePage, rulePage, rulePages } from './pages.ts';
export { DEFAULT_PRESET, PRESET_NAMES, type PresetName, presets } from './presets.ts';
export { rules } from './registry.ts';

/** A linter of official Chinese, with all rules of the product and the usual preset unless others are given. */
export function createLinter(
  options: Omit<LinterOptions, 'rules' | 'language' | 'presets' | 'precedence'> &
    Partial<Pick<LinterOptions, 'rules'>>,
): Linter {
  return new Linter({ rules, presets, preset: DEFAULT_PRESET, language: chinese, precedence, ...options });
}

// The structure: outline, folding, selection, and commands that number anew or move headings.
export {
  type Fold,
  foldsOf,
  type OutlineItem,
  outlineOf,
  printOutline,
  selectionsAt,
} from '../language/structure/outline.ts';
// How figures were read: the hover's text and the debug print.
export { describeFigure, type FigureReading, printReadings } from './figures/relations/readings.ts';
export { ledgerTable } from './figures/stated/ledger-table.ts';
export { headingAt, relevel } from './numbering/edit/relevel.ts';
export {
  type Change,
  type Renumbering,
  renumberAt,
  renumberDocument,
  renumberRange,
} from './numbering/edit/renumber.ts';
