/**
 * Word documents: everything the front ends (command line, language server, editor, browser) use. Pure: bytes come in, findings and
 * bytes go out; no files, no clock, no host.
 */
export { DOCUMENT_RULES } from './beyond/rules.ts';
export { CheckedDocument } from './check.ts';
export { WordDocument } from './document.ts';
export { type Filled, fillDocument, type OpenPlace, wordQuestions } from './fill.ts';
export { describeProblem } from './messages.ts';
export { isWordFile } from './package/recognise.ts';
export { printText } from './print.ts';
export { DocxError } from './problem.ts';
export type { Revisions } from './read/inline.ts';
export { acceptAll } from './review/accept.ts';
export type { Author } from './review/markup.ts';
export type { Fixes } from './review/plan.ts';
export { type Review, reviewDocument } from './review/review.ts';
