/** Findings and pages in English: of findings the same places and edits, what is said about them read from the phrasebook when it is asked for. */
import type { Ask, Evidence, Finding, Fix, RulePage, Severity } from '../rules/index.ts';
import type { Phrasebook } from './phrasebook.ts';

class EnglishFinding implements Finding {
  readonly #finding: Finding;
  readonly #book: Phrasebook;

  constructor(finding: Finding, book: Phrasebook) {
    this.#finding = finding;
    this.#book = book;
  }

  /** What the tables have no phrase for stays as it is: so does what users' own rules say. */
  #say(chinese: string): string {
    return this.#book.say(this.ruleId, chinese);
  }

  /** What has no phrase names a thing by the draft's own words. */
  #name(chinese: string): string {
    return this.#book.english(this.ruleId, chinese) ?? `“${chinese}”`;
  }

  get ruleId(): string {
    return this.#finding.ruleId;
  }
  get severity(): Severity {
    return this.#finding.severity;
  }
  get start(): number {
    return this.#finding.start;
  }
  get end(): number {
    return this.#finding.end;
  }
  get message(): string {
    return this.#say(this.#finding.message);
  }
  get evidence(): readonly Evidence[] {
    return this.#finding.evidence.map((place) => ({ ...place, message: this.#name(place.message) }));
  }
  get basis(): string | undefined {
    const { basis } = this.#finding;
    return basis === undefined ? undefined : this.#say(basis);
  }
  get fixes(): readonly Fix[] {
    return this.#finding.fixes.map((fix) => ({ ...fix, title: this.#say(fix.title) }));
  }
  get ask(): Ask | undefined {
    const { ask } = this.#finding;
    const constraints = ask?.constraints?.map((bound) => ({ ...bound, reason: this.#say(bound.reason) }));
    return ask && { ...ask, label: this.#name(ask.label), ...(constraints && { constraints }) };
  }

  toJSON(): Finding {
    const { ruleId, severity, start, end, message, evidence, basis, fixes, ask } = this;
    return { ruleId, severity, start, end, message, evidence, basis, fixes, ask };
  }
}

/** The findings of one evaluation; the same objects however often they are read. */
export function inEnglish(findings: readonly Finding[], book: Phrasebook): readonly Finding[] {
  return findings.map((finding) => new EnglishFinding(finding, book));
}

/** A rule's page under its English name: above what it says in Chinese of Chinese examples, what that comes to. A user's stays as it is. */
export function pageInEnglish(page: RulePage, book: Phrasebook): RulePage {
  const english = book.rule(page.ruleId);
  if (!english) return page;
  const { title, summary } = english;
  return {
    ...page,
    title,
    summary,
    markdown: `# ${page.ruleId} · ${title}\n\n${summary}\n\n---\n\n${page.markdown}`,
  };
}
