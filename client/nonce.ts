/** A value that nobody can guess, for the one script that a page of ours may run. */
export function newNonce(): string {
  return crypto.randomUUID();
}
