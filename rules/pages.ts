import { documentPages, pages } from '../generated/pages.ts';

/** A rule's page: the Markdown file beside its code. */
export interface RulePage {
  readonly ruleId: string;
  /** Chinese name: `未填写的占位符`. */
  readonly title: string;
  /** First paragraph: what the hover shows. Plain text. */
  readonly summary: string;
  readonly markdown: string;
}

const byId = new Map([...pages, ...documentPages].map((page) => [page.ruleId, page]));

export const rulePages: readonly RulePage[] = pages;

/** The page of a rule, also of those about a Word document rather than its text. */
export function rulePage(ruleId: string): RulePage | undefined {
  return byId.get(ruleId);
}
