/** The arguments make no sense; the message says why, in the user's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
