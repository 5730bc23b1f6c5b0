/** The copy would be written over the original. */
export class SameFileError extends Error {
  override readonly name = 'SameFileError';
}

/** The copy would have another extension of Word's than the original, whose extension is the message. */
export class OtherExtensionError extends Error {
  override readonly name = 'OtherExtensionError';
}
