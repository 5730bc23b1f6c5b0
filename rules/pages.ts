import { pages } from '../generated/pages.ts';

/** A rule's page: the Markdown file beside its code. */
export interface RulePage {
  readonly ruleId: string;
  /** Chinese name: `未填写的占位符`. */
  readonly title: string;
  /** First paragraph: what the hover shows. Plain text. */
  readonly summary: string;
  readonly markdown: string;
}

/** What the build makes of them. */
export interface AllPages {
  /** Those of the rules about a text. */
  readonly rules: readonly RulePage[];
  /** Those of the rules about a Word document. */
  readonly documents: readonly RulePage[];
}

let known: { readonly pages: readonly RulePage[]; readonly byId: ReadonlyMap<string, RulePage> } | undefined;

function read(): NonNullable<typeof known> {
  if (!known) {
    const { rules, documents } = pages();
    const byId = new Map([...rules, ...documents].map((page) => [page.ruleId, page]));
    known = { pages: rules, byId };
  }
  return known;
}

/** The pages of all rules about a text. */
export function rulePages(): readonly RulePage[] {
  return read().pages;
}

/** The page of a rule, also of those about a Word document rather than its text. */
export function rulePage(ruleId: string): RulePage | undefined {
  return read().byId.get(ruleId);
}
