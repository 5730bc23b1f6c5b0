/**
 * Judges a Word document with the product's rules, story by story. What is found says where it stands in the document as it is
 * read ({@link CheckedDocument.text}), and knows its story, so that it can be written back.
 */
import {
  contextOf,
  Document,
  type DocumentKind,
  type Evidence,
  type Finding,
  type Fix,
  familyOf,
  type Ignore,
  type LintedDocument,
  type Linter,
  type Settings,
  withoutIgnored,
} from '../rules/index.ts';
import { layoutFaults } from './beyond/layout.ts';
import { leftovers } from './beyond/leftovers.ts';
import { type Beyond, DOCUMENT_RULES, levelOf, toFinding } from './beyond/rules.ts';
import type { Story, WordDocument } from './document.ts';
import { headingsOf, outlineOf } from './headings.ts';
import { TITLES } from './print.ts';
import { LINE_BREAK } from './read/inline.ts';
import { type Placed, placedAt, type Reading } from './read/reading.ts';

export interface CheckedStory {
  readonly story: Story;
  /** Where its reading begins in the whole text. */
  readonly offset: number;
  /** The story as the rules see it; findings in it before `from` belong to the body. */
  readonly linted: LintedDocument;
  readonly from: number;
}

/** Between the body and a margin: advertising at the body's end and in the header are no one block. */
const BETWEEN = '\n正文到此为止。\n';

/** Of what stands in the margins, only what does not belong there is told. */
const IN_MARGINS = new Set(['placeholder', 'advert']);

export class CheckedDocument {
  readonly word: WordDocument;
  readonly stories: readonly CheckedStory[];
  /** A line for each paragraph or row, stories under their titles. Line breaks inside a paragraph are U+000B. */
  readonly text: string;
  /** What was found beyond the text, each on a line behind it unless it has a place in it. */
  readonly beyond: readonly {
    readonly finding: Finding;
    readonly place: string;
    readonly at: Beyond['at'];
  }[];
  readonly #linter: Linter;
  readonly #unusedBeyond: readonly Ignore[];

  constructor(word: WordDocument, linter: Linter, settings: Omit<Settings, 'format' | 'headings'> = {}) {
    this.word = word;
    this.#linter = linter;
    const body = lintedText(word.body.reading);
    const outline = outlineOf(word.body.reading);
    const headings = outline.size > 0 ? { headings: headingsOf(body, (at) => outline.get(at)) } : {};
    const linted = linter.open(body, { ...settings, ...headings });
    const margins = { ...settings, kind: linted.kind, rules: { ...othersOff(linter, settings) } };
    let text = '';
    this.stories = word.stories
      .filter((story) => story.kind === 'body' || story.reading.text.trim() !== '')
      .map((story) => {
        if (story.kind !== 'body') text += `${TITLES[story.kind]}\n`;
        const offset = text.length;
        text += story.reading.text;
        const own = lintedText(story.reading);
        if (story.kind === 'body') return { story, offset, linted, from: 0 };
        if (story.kind !== 'header' && story.kind !== 'footer') {
          return { story, offset, linted: linter.open(own, { ...settings, kind: linted.kind }), from: 0 };
        }
        // An advert in the header is known by the name it gives itself in the text.
        const before = `${body}${BETWEEN}`;
        return { story, offset, linted: linter.open(before + own, margins), from: before.length };
      });
    const beyond = [...beyondOf(word, linter, settings, this.kind)].flatMap(({ found, level }) => {
      const { place, at } = found;
      if (at) {
        const checked = this.stories.find(({ story }) => story === at.story);
        if (!checked || isToldAt(checked, at)) return [];
        const { offset } = checked;
        return { finding: toFinding(found, level, at.start + offset, at.end + offset), place, at };
      }
      const start = text.length + found.place.length + 1;
      text += `${place}：${oneLine(found.shown)}\n`;
      return { finding: toFinding(found, level, start, text.length - 1), place, at };
    });
    this.text = text;
    const { ignores = [] } = settings;
    const preset = linter.presetOf(settings);
    const judged = withoutIgnored(
      beyond.map(({ finding }) => finding),
      ignores,
      this.document,
    );
    const kept = new Set(judged.findings);
    this.beyond = beyond.filter(({ finding }) => kept.has(finding));
    this.#unusedBeyond = judged.unused.filter(({ ruleId }) =>
      DOCUMENT_RULES.some((rule) => rule.id === ruleId && levelOf(rule, settings, preset) !== undefined),
    );
  }

  get kind(): DocumentKind {
    return this.stories[0]!.linted.kind;
  }

  /** The whole text as a document, to tell lines and columns by. */
  get document(): Document {
    return new Document(this.text, 'plain', this.#linter.language);
  }

  /** All findings, in the order of the text. */
  findings(): Finding[] {
    const inText = this.stories.flatMap((checked) => {
      const { linted, from } = checked;
      return linted
        .findings()
        .filter(({ start, ruleId }) => start >= from && isHeard(ruleId, checked))
        .map((finding) => new StoryFinding(finding, checked));
    });
    const found = [...inText, ...this.beyond.map(({ finding }) => finding)];
    return this.beyond.some(({ at }) => at) ? found.sort((a, b) => a.start - b.start) : found;
  }

  /** The ignores of the settings that nothing was found for, in any story or beyond the text, though their rules have looked. */
  unusedIgnores(): readonly Ignore[] {
    const [body, ...others] = this.stories;
    const inText = body!.linted
      .unusedIgnores()
      .filter((ignore) => others.every(({ linted, story }) => !isUsed(ignore, linted, story)));
    return [...inText, ...this.#unusedBeyond];
  }

  /** What a list of ignores knows a finding of the document by: the place in its story, as the linter sees it. */
  contextOf(finding: Finding): string {
    return finding instanceof StoryFinding ? finding.contextInStory : contextOf(this.document, finding);
  }

  /** The text around a finding, which is set in 【】. */
  context({ start, end }: Pick<Finding, 'start' | 'end'>): string {
    const from = Math.max(start - CONTEXT, this.text.lastIndexOf('\n', start - 1) + 1);
    const lineEnd = this.text.indexOf('\n', end);
    const to = Math.min(end + CONTEXT, lineEnd < 0 ? this.text.length : lineEnd);
    const found = this.text.slice(start, end);
    const shown = found.length > 2 * CONTEXT ? `${found.slice(0, CONTEXT)}…${found.slice(-CONTEXT)}` : found;
    const before = this.text.slice(from, start);
    const after = this.text.slice(end, to);
    return oneLine(
      `${from > 0 && this.text[from - 1] !== '\n' ? '…' : ''}${before}【${shown}】${after}${to < lineEnd ? '…' : ''}`,
    );
  }
}

/** Whether an ignore hides something in the story; in the margins most rules do not look at all. */
function isUsed(ignore: Ignore, linted: LintedDocument, { kind }: Story): boolean {
  const looks = (kind !== 'header' && kind !== 'footer') || IN_MARGINS.has(familyOf(ignore.ruleId));
  return looks && !linted.unusedIgnores().includes(ignore);
}

/** Whether the rules have found something unfilled there. */
function isToldAt({ linted, from }: CheckedStory, { start, end }: { start: number; end: number }): boolean {
  return linted
    .findings()
    .some((f) => familyOf(f.ruleId) === 'placeholder' && f.start < end + from && f.end > start + from);
}

/** What is not in the text: leftovers, and the layout of official documents where that is asked for. */
function* beyondOf(word: WordDocument, linter: Linter, settings: Settings, kind: DocumentKind) {
  const preset = linter.presetOf(settings);
  const isWanted = DOCUMENT_RULES.some((rule) => rule.optIn && levelOf(rule, settings, preset) !== undefined);
  const all = [...leftovers(word, linter), ...(isWanted && kind === 'official' ? layoutFaults(word) : [])];
  for (const found of all) {
    const level = levelOf(found.rule, settings, preset);
    if (level !== undefined) yield { found, level };
  }
}

/** Units shown at either side of a finding. */
const CONTEXT = 20;

function oneLine(text: string): string {
  return text.replace(/[\n\t\v]/g, ' ');
}

/** The number of a page is no leftover of printing where it belongs. */
function isHeard(ruleId: string, { story }: CheckedStory): boolean {
  return !(ruleId === 'advert/page-chrome' && (story.kind === 'header' || story.kind === 'footer'));
}

function othersOff({ rules }: Linter, { rules: set = {} }: Settings): Settings['rules'] {
  const off = rules.filter(({ id }) => !IN_MARGINS.has(familyOf(id))).map(({ id }) => [id, 'off'] as const);
  return { ...set, ...Object.fromEntries(off) };
}

/** What the rules see: lines where the reader sees lines, and blanks for what is not checked. */
function lintedText({ text, lines }: Reading): string {
  let out = '';
  for (const { start, end, unchecked } of lines) {
    const line = text.slice(start, end);
    out += `${unchecked ? ' '.repeat(line.length) : line.replaceAll(LINE_BREAK, '\n')}\n`;
  }
  return out;
}

/** A finding of a story, moved to its place in the document. */
class StoryFinding implements Finding {
  readonly #story: CheckedStory;
  readonly #finding: Finding;
  readonly #by: number;

  constructor(finding: Finding, story: CheckedStory) {
    this.#finding = finding;
    this.#story = story;
    this.#by = story.offset - story.from;
  }

  get contextInStory(): string {
    return contextOf(this.#story.linted.document, this.#finding);
  }
  get ruleId(): string {
    return this.#finding.ruleId;
  }
  get severity(): Finding['severity'] {
    return this.#finding.severity;
  }
  get start(): number {
    return this.#finding.start + this.#by;
  }
  get end(): number {
    return this.#finding.end + this.#by;
  }
  get basis(): string | undefined {
    return this.#finding.basis;
  }
  get ask(): Finding['ask'] {
    return this.#finding.ask;
  }

  /** The automatic number in it: it is changed in Word's settings of the list, not by typing. */
  get #automatic(): Placed | undefined {
    const { reading } = this.#story.story;
    const start = this.#finding.start - this.#story.from;
    const placed = placedAt(reading, start);
    return placed && placed.numberStart < placed.start && start < placed.start ? placed : undefined;
  }

  get message(): string {
    const number = this.#automatic?.paragraph.number;
    if (!number) return this.#finding.message;
    return `${this.#finding.message}（“${number.text.trim()}”是自动编号，请在 Word 或 WPS 的编号设置中调整）`;
  }

  get evidence(): readonly Evidence[] {
    return this.#finding.evidence
      .filter(({ start }) => start >= this.#story.from)
      .map((e) => ({ ...e, start: e.start + this.#by, end: e.end + this.#by }));
  }

  /** Without those that would type over what Word writes by itself. */
  get fixes(): readonly Fix[] {
    const { story, from } = this.#story;
    return this.#finding.fixes
      .filter(({ edits }) =>
        edits.every(
          ({ start, end }) => start >= from && !touchesNumber(story.reading, start - from, end - from),
        ),
      )
      .map((fix) => ({
        ...fix,
        edits: fix.edits.map((e) => ({ ...e, start: e.start + this.#by, end: e.end + this.#by })),
      }));
  }

  toJSON(): Finding {
    const { ruleId, severity, start, end, message, evidence, basis, fixes, ask } = this;
    return { ruleId, severity, start, end, message, evidence, basis, fixes, ask };
  }
}

/** Whether a stretch takes part of an automatic number without its whole line. */
function touchesNumber(reading: Reading, start: number, end: number): boolean {
  for (const { numberStart, start: textStart, end: textEnd } of reading.placed) {
    if (numberStart >= end) break;
    if (numberStart === textStart || textStart <= start) continue;
    const isWhole = start <= numberStart && end >= textEnd;
    if (end > numberStart && !isWhole) return true;
  }
  return false;
}
