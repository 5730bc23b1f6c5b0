/** How much is told where settings do not say: a choice of strength under one name, made by whoever knows the rules. */
import type { Severity } from './finding.ts';
import { type DocumentKind, familyOf } from './rule.ts';

/** The least grave findings that are told; `off`: none. */
export type Least = Severity | 'off';

/** By rule id or family; the rule id wins. Rules that are not named are told whole. */
export type LeastByRule = Readonly<Record<string, Least>>;

export interface Preset {
  /** Runs the rules in preview too. */
  readonly preview: boolean;
  readonly rules: LeastByRule;
  /** What differs by kind of document; it wins over `rules`. */
  readonly kinds: Partial<Readonly<Record<DocumentKind, LeastByRule>>>;
}

/** From which severity on a rule is told in a kind of document. */
export function leastOf(preset: Preset | undefined, ruleId: string, kind: DocumentKind): Least {
  if (!preset) return 'hint';
  const family = familyOf(ruleId);
  const ofKind = preset.kinds[kind];
  return ofKind?.[ruleId] ?? ofKind?.[family] ?? preset.rules[ruleId] ?? preset.rules[family] ?? 'hint';
}
