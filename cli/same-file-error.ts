/** The copy would be written over the original. */
export class SameFileError extends Error {
  override readonly name = 'SameFileError';
}
