/** Names of rules as they are given on the line. */
import { userRuleNames } from '../config/rule-pack.ts';
import { similarNames } from '../config/similar.ts';
// Not by way of the face: Word documents are read in few runs, and loaded only in those.
import { DOCUMENT_RULES } from '../docx/beyond/rules.ts';
import { familyOf, rules } from '../rules/index.ts';

const ours = [...rules, ...DOCUMENT_RULES].map(({ id }) => id);
const known = new Set([...ours, ...ours.map(familyOf)]);

/** Whether it is a rule of ours. */
export function isOurRule(name: string): boolean {
  return known.has(name) && name.includes('/');
}

export function isFamily(name: string): boolean {
  return known.has(name) && !name.includes('/');
}

const nameFault = userRuleNames([...rules, ...DOCUMENT_RULES]);

/** Whether a rule of the user's may have this name; if one has, his configuration tells. */
export const maybeUserRule = (name: string): boolean => nameFault(name) === undefined;

/**
 * What may have been meant: a slip of the fingers, else those with the bare name or a part of it in theirs (`unfilled`, `watermark`).
 * @param own rules that users define
 */
export function similarTo(name: string, own: Iterable<string> = []): readonly string[] {
  const ids = [...ours, ...own];
  const near = similarNames(name, ids);
  if (near.length > 0) return near;
  const part = name.slice(name.indexOf('/') + 1);
  return part === '' ? [] : ids.filter((id) => familyOf(id) === name || id.includes(part));
}
