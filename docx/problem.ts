/**
 * Why a file could not be read or changed: a code that the front ends put into words (`messages.ts`), and a detail such as the
 * name of a part. Nothing has been written when one is thrown.
 */
export type DocxProblem =
  // Not a Word document in the open format: what it is, and how to convert it.
  | 'empty'
  | 'old-word'
  | 'encrypted'
  | 'open-document'
  | 'pdf'
  | 'rtf'
  | 'web-page'
  | 'not-zip'
  | 'other-office'
  | 'no-document'
  // Damaged, or made to do damage.
  | 'truncated'
  | 'damaged'
  | 'zip-encrypted'
  | 'duplicate-part'
  | 'bad-path'
  | 'outside'
  | 'malformed'
  | 'doctype'
  // Beyond a limit.
  | 'too-big'
  | 'too-many-parts'
  | 'bomb'
  | 'too-deep'
  | 'too-many-elements';

export class DocxError extends Error {
  override readonly name = 'DocxError';
  readonly problem: DocxProblem;
  /** A part's name, a number: what the message quotes. */
  readonly detail: string;

  constructor(problem: DocxProblem, detail = '') {
    super(detail === '' ? problem : `${problem}: ${detail}`);
    this.problem = problem;
    this.detail = detail;
  }
}
