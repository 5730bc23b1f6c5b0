/**
 * Word documents: everything the doors (command line, language server, editor, browser) use. Pure: bytes come in, findings and
 * bytes go out; no files, no clock, no host.
 */
export { type OpenOptions, type Story, type StoryKind, WordDocument } from './document.ts';
export { printText } from './print.ts';
export { DocxError, type DocxProblem } from './problem.ts';
export type { Revisions } from './read/inline.ts';
