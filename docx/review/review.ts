/**
 * A copy of a document with a comment for each finding and a tracked change for each fix. Whoever opens it in Word or WPS accepts
 * or rejects them one by one; rejecting all gives the original text.
 */
import { type Finding, type Linter, rulePage } from '../../rules/index.ts';
import type { CheckedDocument, CheckedStory } from '../check.ts';
import type { Story, StoryKind, WordDocument } from '../document.ts';
import type { Part } from '../package/package.ts';
import type { Paragraph } from '../read/paragraph.ts';
import { type Placed, placedAt } from '../read/reading.ts';
import type { Element } from '../xml/element.ts';
import { runsOf, writeChange } from './changes.ts';
import { addComments, readComments, writeComment } from './comments.ts';
import type { Author } from './markup.ts';
import { ORDER, PartEditor } from './part-editor.ts';
import { pieceBeside, piecesIn, pointIn, type Refusal } from './place.ts';
import { type Fixes, planOf, type Remark } from './plan.ts';

export interface ReviewOptions {
  readonly author: Author;
  /** Which fixes are written as changes; the others are named in the comments. */
  readonly fixes: Fixes;
}

export interface Review {
  readonly bytes: Uint8Array;
  /** Comments and changes that were added; those that stood there from a review before are not. */
  readonly comments: number;
  readonly changes: number;
}

export function reviewDocument(checked: CheckedDocument, linter: Linter, options: ReviewOptions): Review {
  return new Reviewer(checked, linter, options).run();
}

const LEVELS: Record<Finding['severity'], string> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  hint: '建议',
};

const STORIES: Record<Exclude<StoryKind, 'body'>, string> = {
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
};

const REFUSALS: Record<Refusal, string> = {
  field: '此处是域的结果',
  ruby: '此处是拼音指南',
  moved: '此处有移动的修订',
  protected: '此处受保护',
  made: '此处有制表符、符号等',
  number: '此处是自动编号',
  several: '修改跨了几段或几格',
  twin: '文本框的两个版本不一致',
  break: '修改要另起一段',
};

class Reviewer {
  readonly #checked: CheckedDocument;
  readonly #word: WordDocument;
  readonly #linter: Linter;
  readonly #options: ReviewOptions;
  readonly #editors = new Map<Part, PartEditor>();
  readonly #known: Map<string, number>;
  readonly #comments: { readonly id: number; readonly lines: readonly string[] }[] = [];
  /** Paragraphs that are deleted as wholes. */
  readonly #gone = new Set<Paragraph>();
  #changes = 0;
  #lastId: number;

  constructor(checked: CheckedDocument, linter: Linter, options: ReviewOptions) {
    this.#checked = checked;
    this.#word = checked.word;
    this.#linter = linter;
    this.#options = options;
    this.#lastId = highestId(checked.word);
    this.#known = this.#ownComments();
  }

  run(): Review {
    for (const story of this.#checked.stories) this.#story(story);
    for (const { finding, place, at } of this.#checked.beyond) {
      if (at) this.#commentOn(at.story, at, (where) => linesOf(finding, 'none', where));
      else this.#comment(linesOf(finding, 'none', `${PLACE}${place}`), this.#firstRun(), 0, 0);
    }
    const changes = new Map<string, string>();
    for (const editor of this.#editors.values()) {
      if (editor.isChanged) changes.set(editor.part.name, editor.result());
    }
    if (this.#comments.length > 0) {
      const added = addComments(this.#word, (markup) =>
        this.#comments.map(({ id, lines }) => writeComment(markup, id, this.#options.author, lines)).join(''),
      );
      for (const [name, text] of added) changes.set(name, text);
    }
    return {
      bytes: this.#word.package.write(changes),
      comments: this.#comments.length,
      changes: this.#changes,
    };
  }

  #story(checked: CheckedStory): void {
    const { remarks, operations } = planOf(checked, this.#linter, this.#options.fixes);
    const { story } = checked;
    const gone = this.#gone;
    for (const operation of operations) {
      if (operation.kind === 'whole') gone.add(operation.paragraph);
      writeChange(operation, ({ part }) => this.#editor(part));
      this.#changes++;
    }
    for (const remark of remarks) {
      this.#commentOn(story, remark, (where, first) =>
        linesOf(remark.finding, remark.outcome, where, automaticOf(first, remark)),
      );
    }
  }

  /**
   * On a stretch of a story, or where Word allows none, on what the story hangs on.
   * @param say given the line that tells where the stretch is, if the comment cannot stand there, and the paragraph it begins in
   */
  #commentOn(
    { kind, reading }: Story,
    { start, end }: { readonly start: number; readonly end: number },
    say: (where: string, first: Placed) => string[],
  ): void {
    const first = placedAt(reading, start);
    if (!first) return;
    const { part, host } = first.paragraph;
    if (part === this.#word.main && !host) {
      const last = placedAt(reading, Math.max(start, end - 1)) ?? first;
      this.#comment(say('', first), { first, last }, start, end);
      return;
    }
    const found = shorten(reading.text.slice(start, end).replace(/\s/g, ' '));
    const story = kind === 'body' ? '文本框' : STORIES[kind];
    const where = `${PLACE}${story}中的“${found}”（Word 不能在那里加批注，故标在此处）`;
    this.#comment(say(where, first), this.#standing(host), 0, 0);
  }

  /** Adds a comment, unless it is there from a review before. */
  #comment(lines: readonly string[], target: Anchor | Element | undefined, start: number, end: number): void {
    const text = target && 'first' in target ? target.first.paragraph.text : '';
    const key = keyOf(lines, text);
    const count = this.#known.get(key) ?? 0;
    if (count > 0) {
      this.#known.set(key, count - 1);
      return;
    }
    const id = this.#nextId();
    this.#comments.push({ id, lines });
    if (target === undefined) this.#anchorNowhere(id);
    else if ('first' in target) this.#anchor(id, target, start, end);
    else this.#anchorRun(id, target);
  }

  /** Around the characters of a stretch; with no characters, at the place where they would be. */
  #anchor(id: number, { first, last }: Anchor, start: number, end: number): void {
    const editor = this.#editor(first.paragraph.part);
    const { markup } = editor;
    const gone = this.#gone;
    const begin = markup.element('commentRangeStart', { id });
    const finish = markup.element('commentRangeEnd', { id });
    const isGone = gone.has(last.paragraph);
    const reference = this.#reference(id, editor, isGone);

    const from = edgePiece(first, start, 'start');
    if (from && !gone.has(first.paragraph)) {
      const { opening, run } = from.piece;
      const at = opening?.start ?? pointIn(from.piece, from.offset, editor.part.source);
      editor.mark(opening ?? run, at, begin, ORDER.begins);
    } else
      editor.insertInto(
        first.paragraph.elements[0]!,
        from ? begin : begin + finish + reference,
        ORDER.begins,
      );
    if (!from) return;

    const to = edgePiece(last, end, 'end');
    const lastElement = last.paragraph.elements.at(-1)!;
    if (!to || isGone) {
      editor.insert(
        lastElement.selfClosed ? lastElement.end : lastElement.closeStart,
        finish + reference,
        ORDER.ends,
      );
      return;
    }
    const { run } = to.piece;
    const at = pointIn(to.piece, to.offset, editor.part.source);
    if (run.parent?.name === 'w:p') editor.mark(run, at, finish + reference, ORDER.ends);
    else {
      // A reference inside somebody's change, link or field would go with it.
      editor.mark(run, at, finish, ORDER.ends);
      editor.insert(outermost(run).end, reference, ORDER.ends);
    }
  }

  /** Around a whole run, which a text box or note hangs on. */
  #anchorRun(id: number, run: Element): void {
    const editor = this.#editor(this.#word.main);
    const { markup } = editor;
    const outer = outermost(run);
    editor.insert(outer.start, markup.element('commentRangeStart', { id }), ORDER.begins);
    const finish = markup.element('commentRangeEnd', { id });
    editor.insert(outer.end, finish + this.#reference(id, editor, false), ORDER.ends);
  }

  /** A document without a run: in its first paragraph. */
  #anchorNowhere(id: number): void {
    const editor = this.#editor(this.#word.main);
    const paragraph = [...this.#word.main.root.descendants()].find(({ name }) => name === 'w:p');
    if (paragraph) editor.insertInto(paragraph, this.#reference(id, editor, false));
  }

  /** With a paragraph that is deleted as a whole, what refers to the comment goes too. */
  #reference(id: number, { markup }: PartEditor, deleted: boolean): string {
    const run = markup.element('r', {}, markup.element('commentReference', { id }));
    return deleted ? markup.change('del', this.#nextId(), this.#options.author, run) : run;
  }

  #editor(part: Part): PartEditor {
    let editor = this.#editors.get(part);
    if (!editor) {
      editor = new PartEditor(part, this.#options.author, () => this.#nextId());
      this.#editors.set(part, editor);
    }
    return editor;
  }

  #nextId(): number {
    return ++this.#lastId;
  }

  /** The first run of the text that stays. */
  #firstRun(): Element | undefined {
    for (const { paragraph } of this.#word.body.reading.placed) {
      if (this.#gone.has(paragraph) || paragraph.host) continue;
      const run = paragraph.pieces[0]?.run;
      if (run) return run;
    }
    const body = this.#word.main.root.child('w:body');
    return body && runsOf(body).next().value;
  }

  /** The run, unless it stands in a paragraph that goes. */
  #standing(run: Element | undefined): Element | undefined {
    const paragraph = ancestor(run, 'w:p');
    const isGone = [...this.#gone].some(({ elements }) => elements.some((element) => element === paragraph));
    return run && !isGone ? run : this.#firstRun();
  }

  /** How often each of our comments is there already, by what it says and the paragraph it stands in. */
  #ownComments(): Map<string, number> {
    const known = new Map<string, number>();
    const own = readComments(this.#word).filter(({ author }) => author === this.#options.author.name);
    if (own.length === 0) return known;
    const anchors = new Map<string, Element>();
    for (const element of this.#word.main.root.descendants()) {
      if (element.name !== 'w:commentRangeStart') continue;
      const id = element.attribute('w:id');
      const paragraph = ancestor(element, 'w:p');
      if (id !== undefined && paragraph) anchors.set(id, paragraph);
    }
    for (const { id, text } of own) {
      const key = keyOf(text.split('\n'), this.#textOf(anchors.get(id)));
      known.set(key, (known.get(key) ?? 0) + 1);
    }
    return known;
  }

  readonly #paragraphs = new Map<Element, Paragraph>();

  /** A paragraph's text as it is read. */
  #textOf(element: Element | undefined): string {
    if (this.#paragraphs.size === 0) {
      for (const { paragraph } of this.#word.body.reading.placed) {
        for (const part of paragraph.elements) this.#paragraphs.set(part, paragraph);
      }
    }
    return (element && this.#paragraphs.get(element)?.text) ?? '';
  }
}

/** The paragraphs in which a comment begins and ends. */
interface Anchor {
  readonly first: Placed;
  readonly last: Placed;
}

/** What a comment says, a line each: what is wrong, what shows it, the basis, and what became of the fix. */
function linesOf(finding: Finding, outcome: Remark['outcome'], place: string, automatic = ''): string[] {
  const { ruleId, severity, message, evidence, basis, fixes } = finding;
  const lines = [`${titleOf(ruleId)}（${LEVELS[severity]}）：${message}${automatic}`];
  for (const e of evidence) lines.push(`· ${e.message}`);
  if (basis !== undefined) lines.push(`依据：${basis}`);
  const [fix] = fixes;
  if (outcome === 'changed') lines.push('已写成修订，请接受或拒绝。');
  else if (fix && outcome === 'offered') lines.push(`建议：${fix.title}`);
  else if (fix && outcome !== 'none' && outcome !== 'offered')
    lines.push(`建议：${fix.title}（${REFUSALS[outcome]}，未写成修订）`);
  if (place !== '') lines.push(place);
  return lines;
}

function titleOf(id: string): string {
  return rulePage(id)?.title ?? id;
}

function automaticOf(placed: Placed, { start }: Remark): string {
  const { number } = placed.paragraph;
  return number && start < placed.start
    ? `（“${number.text.trim()}”是自动编号，请在 Word 或 WPS 的编号设置中调整）`
    : '';
}

/** Begins the line that says where a finding stands when the comment cannot stand there. */
const PLACE = '位置：';

/**
 * What tells one of our comments from the others: what is wrong, and the text of the paragraph or the place it is told from. Lines and
 * changes are counted otherwise once others are gone.
 */
function keyOf([first = '', ...rest]: readonly string[], paragraph: string): string {
  const place = rest.find((line) => line.startsWith(PLACE));
  return place === undefined
    ? `${first.replace(/第\d{1,7}行/g, '第行')}\n${paragraph}`
    : `${first.replace(/\d/g, '')}\n${place}`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 30)}…` : text;
}

/** The piece at an end of a stretch, and the place in it. A stretch in an automatic number is taken to be at the text's beginning. */
function edgePiece({ paragraph, start }: Placed, offset: number, edge: 'start' | 'end') {
  const length = paragraph.text.length;
  const isNumber = offset <= start && edge === 'end';
  const at = isNumber ? Math.min(length, NUMBER_ANCHOR) : Math.min(length, Math.max(0, offset - start));
  const [piece] =
    edge === 'start' ? piecesIn(paragraph, at, at + 1) : piecesIn(paragraph, Math.max(0, at - 1), at);
  const beside = piece ?? pieceBeside(paragraph, at);
  return beside && { piece: beside, offset: Math.min(Math.max(at, beside.start), beside.end) };
}

/** Units of text that a comment on a number is set on. */
const NUMBER_ANCHOR = 12;

function ancestor(element: Element | undefined, name: string): Element | undefined {
  let found = element;
  while (found && found.name !== name) found = found.parent;
  return found;
}

/** The element directly in the paragraph that holds a run. */
function outermost(run: Element): Element {
  let outer = run;
  while (outer.parent && outer.parent.name !== 'w:p') outer = outer.parent;
  return outer;
}

/** The highest id of any annotation, as far as it can be counted on from. */
function highestId(word: WordDocument): number {
  let highest = 0;
  const parts = new Set([word.main, ...word.stories.map(({ part }) => part)]);
  for (const part of word.package.related(word.main.name, 'comments')) parts.add(part);
  for (const { root } of parts) {
    for (const element of [root, ...root.descendants()]) {
      const id = Number(element.attribute('w:id'));
      if (Number.isInteger(id) && id > highest && id < HIGHEST_ID) highest = id;
    }
  }
  return highest;
}

const HIGHEST_ID = 1_000_000_000;
