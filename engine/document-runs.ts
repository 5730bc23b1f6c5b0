/** Document rules as a document is edited: each runs again only when something has changed that it has read. */
import type { Document } from './document.ts';
import type { Linter } from './linter.ts';
import type { Reading } from './readings.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';
import type { ChosenRule } from './settings.ts';

export class DocumentRuns {
  readonly #linter: Linter;
  readonly #document: Document;
  /** What they have found, and what they read for it. */
  readonly #runs = new Map<Rule, { readonly reading: Reading; readonly reports: readonly Report[] }>();

  constructor(linter: Linter, document: Document) {
    this.#linter = linter;
    this.#document = document;
  }

  /** What the rule finds in the text as it is: what it has found moves with the text while all stands that it has read. */
  reportsOf(chosen: ChosenRule): readonly Report[] {
    const document = this.#document;
    const known = this.#runs.get(chosen.rule);
    if (known && document.stands(known.reading)) return known.reports;
    const run = () => this.#linter.run(chosen, document);
    const { value: reports, reading } = document.note(run);
    this.#runs.set(chosen.rule, { reading, reports });
    if (reports.length === 0) return reports;
    const renew = () => {
      if (!document.stands(reading)) return;
      const anew = run();
      if (anew.length !== reports.length) return;
      for (const [i, report] of reports.entries()) report.match = anew[i]!.match;
    };
    for (const report of reports) report.keep(document, renew);
    return reports;
  }

  /** Other settings: what was found counts no more. */
  clear(): void {
    this.#runs.clear();
  }
}
