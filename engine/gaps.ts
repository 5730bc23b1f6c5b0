/** Gaps that only the writer can close (填写占位符): in which groups they are asked for, and the edits that fill them. */
import type { Ask, Constraint, Edit, Finding } from './finding.ts';

/** A finding that asks. */
export type Gap = Finding & { readonly ask: Ask };

/** Gaps that hold the same value. */
export interface GapGroup {
  readonly ask: Ask;
  /** In document order. */
  readonly gaps: readonly Gap[];
  /** Of all of them, each once. */
  readonly constraints: readonly Constraint[];
}

/** In document order, without those that lie within another: a place is filled once. */
export function gapsOf(findings: readonly Finding[]): Gap[] {
  const found: Gap[] = [];
  let end = 0;
  for (const finding of findings) {
    if (!finding.ask || finding.start < end) continue;
    found.push(finding as Gap);
    end = finding.end;
  }
  return found;
}

/** The gaps by group, in the order of their first. */
export function groupGaps(gaps: readonly Gap[]): GapGroup[] {
  const groups = new Map<string, { ask: Ask; gaps: Gap[]; constraints: Map<string, Constraint> }>();
  for (const gap of gaps) {
    const { ask } = gap;
    let group = groups.get(ask.group);
    if (!group) {
      group = { ask, gaps: [], constraints: new Map() };
      groups.set(ask.group, group);
    }
    group.gaps.push(gap);
    // The same bound may be seen from several places.
    for (const constraint of ask.constraints ?? []) group.constraints.set(constraint.reason, constraint);
  }
  return [...groups.values()].map(({ ask, gaps: members, constraints }) => ({
    ask,
    gaps: members,
    constraints: [...constraints.values()],
  }));
}

/** The edits that put values in, by group; groups without a value stay open. */
export function fillGaps(gaps: readonly Gap[], values: ReadonlyMap<string, string>): Edit[] {
  return gaps.flatMap(({ start, end, ask }) => {
    const value = values.get(ask.group);
    return value === undefined ? [] : [{ start, end, text: withUnit(value, ask) }];
  });
}

/** Where the gap takes its unit in (`×0%`, a bare `公里`), a figure typed without it must not cost the text the unit. */
function withUnit(value: string, { unit }: Ask): string {
  return unit && /^\d+(?:\.\d+)?$/.test(value) ? value + unit : value;
}
