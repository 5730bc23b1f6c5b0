/**
 * Word documents: everything the doors (command line, language server, editor, browser) use. Pure: bytes come in, findings and
 * bytes go out; no files, no clock, no host.
 */
export { CheckedDocument, type WordFinding } from './check.ts';
export { WordDocument } from './document.ts';
export { describeProblem } from './messages.ts';
export { isWordFile } from './package/recognise.ts';
export { printText } from './print.ts';
export { DocxError } from './problem.ts';
export type { Revisions } from './read/inline.ts';
