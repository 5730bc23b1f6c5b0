/**
 * The face of the engine: everything the doors (editor, command line, tests) use.
 *
 * Pure: no I/O, no clock, no randomness, no host. Text comes in, findings go out.
 */
import { Linter, type LinterOptions } from './engine/linter.ts';
import { rules } from './registry.ts';

export { Document } from './engine/document.ts';
export * from './engine/finding.ts';
export { applyEdits, fixText, selectSafeFixes } from './engine/fixes.ts';
export {
  LintedDocument,
  Linter,
  type LinterOptions,
  type RuleTiming,
  type Settings,
} from './engine/linter.ts';
export type { Format } from './engine/markdown.ts';
export { DOCUMENT_KINDS, type DocumentKind, familyOf, type Rule } from './engine/rule.ts';
export { type Name, names } from './language/names.ts';
export { loadWords, type Words } from './language/words.ts';
export { type RulePage, rulePage, rulePages } from './pages.ts';
export { rules } from './registry.ts';

/** A linter with all rules of the product. */
export function createLinter(options: Omit<LinterOptions, 'rules'>): Linter {
  return new Linter({ rules, ...options });
}

// How figures were read: the hover's text and the debug print.
export { describeFigure, type FigureReading, printReadings } from './figures/readings.ts';

// The structure: outline, folding, selection, and commands that number anew or move headings.
export {
  type Fold,
  foldsOf,
  type OutlineItem,
  outlineOf,
  printOutline,
  selectionsAt,
} from './numbering/outline.ts';
export {
  type Change,
  headingAt,
  type Renumbering,
  relevel,
  renumberAt,
  renumberDocument,
  renumberRange,
} from './numbering/renumber.ts';
