/** Why a file is not read as text, or not written: each front end has words of its own for it. */
export type TextFileProblem =
  | 'missing'
  /** A name that is not UTF-8, which Node cannot open. */
  | 'name'
  | 'directory'
  | 'special'
  | 'unreadable'
  | 'unwritable'
  /** The folder may not be written to, so that the file cannot be replaced in one step. */
  | 'folder'
  /** It has other names (hard links), which would keep the old text. */
  | 'linked'
  /** Its owner or group could not be kept. */
  | 'owner'
  /** Another program has written it since it was read. */
  | 'changed'
  | 'binary'
  | 'damaged'
  /** In an encoding that is recognised and not read. */
  | 'foreign'
  | 'too-big'
  | 'not-kept';

/** A file that cannot be read as text, or not be written. The message is technical detail and may be empty. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError';
  readonly problem: TextFileProblem;

  constructor(problem: TextFileProblem, detail = '') {
    super(detail);
    this.problem = problem;
  }
}
