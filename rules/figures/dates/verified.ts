/** Facts and their sources: every row of a fact table says in its column `source` where the fact is from. */
import type { Severity } from '../../../engine/finding.ts';

/** The source column of facts that nobody has yet held against a document: such a fact is worth a hint at most. */
export const UNVERIFIED = 'K';

/** The severity that a fact can carry. */
export function severityOf(source: string, verified: Severity): Severity {
  return source === UNVERIFIED ? 'hint' : verified;
}
