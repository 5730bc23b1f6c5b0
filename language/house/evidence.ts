/** A row of the house's table as evidence of a finding. */
import type { Elsewhere, Evidence, Range } from '../../engine/finding.ts';

/** @param at where the row stands; `finding` is shown for it by whoever opens no other file */
export function tableSays({ start, end }: Range, at: Elsewhere, says: string): Evidence {
  return { start, end, message: `本单位资料表：${says}`, elsewhere: at };
}
