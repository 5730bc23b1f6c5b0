/** What Word would see inside an element: wrappers without a meaning of their own are gone through. */
import type { Element } from '../xml/element.ts';

/** Extensions of the format that are understood here: of an alternative that needs others, the fallback is read. */
const UNDERSTOOD = new Set([
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordml',
  'http://schemas.microsoft.com/office/word/2012/wordml',
]);

/** The one branch of an `mc:AlternateContent` that is read: the first whose needs are understood, else the fallback. */
export function branchOf(alternate: Element): Element | undefined {
  for (const child of alternate.children) {
    if (child.name === 'mc:Fallback') return child;
    if (child.name === 'mc:Choice' && isUnderstood(child)) return child;
  }
  return undefined;
}

function isUnderstood(choice: Element): boolean {
  const needs = choice.attribute('Requires')?.trim().split(/\s+/) ?? [];
  return needs.every((prefix) => UNDERSTOOD.has(choice.scope.uriOf(prefix) ?? ''));
}

/** The children, those of the branch that is read in place of an alternative. */
export function* childrenOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.name !== 'mc:AlternateContent') yield child;
    else {
      const branch = branchOf(child);
      if (branch) yield* childrenOf(branch);
    }
  }
}

/** The first child of that name, also in the branch of an alternative that is read. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined;
  for (const child of childrenOf(element)) if (child.name === name) return child;
  return undefined;
}
