/** Reads the runs of a paragraph: text, and whatever stands for text. */
import { type Element, isOn } from '../xml/element.ts';
import { childOf, childrenOf } from './children.ts';
import { formatNumber } from './number-formats.ts';
import type { Box, Lock, NoteMark, Piece, Prompt } from './paragraph.ts';
import type { Style, Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** How tracked changes are read. */
export type Revisions = 'accepted' | 'rejected';

/** A field that is open: `w:fldChar` begin … separate … end. Fields go on over paragraphs, as tables of contents do. */
interface OpenField {
  /** The run that it begins with. */
  readonly opening: Element;
  code: string;
  inResult: boolean;
}

/** The fields that are open where the reader stands: one for each story. */
export class FieldState {
  readonly open: OpenField[] = [];

  /** Whether what is read now is a field's code, which nobody sees. */
  get inCode(): boolean {
    return this.open.some((field) => !field.inResult);
  }

  get inContents(): boolean {
    return this.open.some(({ code }) => /^\s*TOC\b/i.test(code));
  }
}

/** Word knows of twenty fields inside each other. */
const MOST_FIELDS = 50;
/** Of a code, what tells its kind and what it shows stands at the beginning. */
const LONGEST_CODE = 1000;

/** The line breaks of a paragraph: where a line goes on, and where a page does. */
export const LINE_BREAK = '\v';

const IS_PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** Elements whose content is read as if it stood in their place. */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'm:oMathPara',
]);

/** Tracked changes, and in which reading what is in them is there. */
const REVISIONS: Readonly<Record<string, Revisions>> = {
  'w:ins': 'accepted',
  'w:moveTo': 'accepted',
  'w:del': 'rejected',
  'w:moveFrom': 'rejected',
};

export interface InlineOptions {
  readonly styles: Styles;
  readonly revisions: Revisions;
  readonly fields: FieldState;
  readonly paragraphStyles: readonly Style[];
}

/** What the runs of one or more `w:p` come to. */
export class InlineReader {
  text = '';
  hidden = '';
  readonly pieces: Piece[] = [];
  readonly boxes: Box[] = [];
  readonly notes: NoteMark[] = [];
  readonly prompts: Prompt[] = [];
  contents = false;
  pageNumber = false;
  readonly #options: InlineOptions;
  /** The field that has just ended without a result. */
  #shownField: OpenField | undefined;

  constructor(options: InlineOptions) {
    this.#options = options;
  }

  read(paragraph: Element): void {
    this.contents ||= this.#options.fields.inContents;
    const start = this.text.length;
    this.#content(paragraph, undefined);
    if (isInPrompt(paragraph)) this.#notePrompt(start);
  }

  /** All that was read since is what a control shows before it is filled in. */
  #notePrompt(start: number): void {
    const end = this.text.length;
    if (end > start && this.prompts.at(-1)?.end !== end) this.prompts.push({ start, end });
  }

  #content(element: Element, lock: Lock | undefined): void {
    for (const child of childrenOf(element)) this.#inline(child, lock);
  }

  #inline(element: Element, lock: Lock | undefined): void {
    const { name } = element;
    if (name === 'w:r') this.#run(element, lock);
    else if (name === 'w:sdt') this.#control(element, lock);
    else if (name === 'm:oMath') this.#math(element);
    else if (name === 'w:fldSimple') {
      this.#noteField(element.attribute('w:instr') ?? '');
      this.#content(element, 'field');
    } else if (TRANSPARENT.has(name)) this.#content(element, lock);
    else if (REVISIONS[name] === this.#options.revisions) {
      this.#content(element, name.startsWith('w:move') ? 'moved' : lock);
    }
  }

  #control(element: Element, lock: Lock | undefined): void {
    const properties = element.child('w:sdtPr');
    const isLocked = /content/i.test(properties?.child('w:lock')?.value ?? '');
    // What is bound to a part of data is written anew from there.
    const isBound = properties?.child('w:dataBinding') !== undefined;
    const start = this.text.length;
    for (const child of element.children) {
      if (child.name === 'w:sdtContent') this.#content(child, isLocked || isBound ? 'protected' : lock);
    }
    if (showsPrompt(properties)) this.#notePrompt(start);
  }

  #math(formula: Element, within = formula): void {
    for (const node of within.children) {
      if (node.name === 'm:t') this.#add(node.text, node, formula, 'made');
      // In a formula a change stands inside a run: `<m:r><w:del>…<m:t>π</m:t></w:del></m:r>`.
      else if ((REVISIONS[node.name] ?? this.#options.revisions) === this.#options.revisions)
        this.#math(formula, node);
    }
  }

  #run(run: Element, lock: Lock | undefined): void {
    const { styles, paragraphStyles } = this.#options;
    const isHidden = styles.isHidden(run.child('w:rPr'), paragraphStyles);
    for (const node of childrenOf(run)) {
      const text = this.#node(node, run);
      if (text === undefined) continue;
      if (isHidden) this.hidden += text;
      else this.#add(text, node, run, lock);
    }
  }

  /** The text of a run's child; undefined for what is none. Looks after fields and what hangs on the run. */
  #node(node: Element, run: Element): string | undefined {
    const { fields } = this.#options;
    switch (node.name) {
      case 'w:fldChar':
        return this.#fieldMark(node, run);
      case 'w:instrText': {
        const field = fields.open.at(-1);
        if (field && !field.inResult && field.code.length < LONGEST_CODE) field.code += node.text;
        return undefined;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#findBoxes(node, run);
        return undefined;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        this.notes.push({ kind, id: node.attribute('w:id') ?? '', run });
        return undefined;
      }
      case 'w:ruby': {
        for (const inner of node.child('w:rubyBase')?.children ?? []) this.#inline(inner, 'ruby');
        return undefined;
      }
    }
    if (fields.inCode) return undefined;
    switch (node.name) {
      case 'w:t':
        return visible(node);
      case 'w:delText':
        return this.#options.revisions === 'rejected' ? visible(node) : undefined;
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
        return node.attribute('w:type') === 'page' || node.attribute('w:type') === 'column'
          ? undefined
          : LINE_BREAK;
      case 'w:cr':
        return LINE_BREAK;
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:sym':
        return symbolOf(node.attribute('w:font'), node.attribute('w:char'));
      default:
        return undefined;
    }
  }

  #fieldMark(node: Element, run: Element): string | undefined {
    const { open } = this.#options.fields;
    switch (node.attribute('w:fldCharType')) {
      case 'begin':
        if (open.length < MOST_FIELDS) open.push({ opening: run, code: '', inResult: false });
        return undefined;
      case 'separate': {
        const field = open.at(-1);
        if (field) {
          field.inResult = true;
          this.#noteField(field.code);
        }
        return undefined;
      }
      case 'end': {
        const field = open.pop();
        if (!field || field.inResult) return undefined;
        this.#noteField(field.code);
        this.#shownField = field;
        return this.#options.fields.inCode ? undefined : shownByCode(field.code);
      }
      default:
        return undefined;
    }
  }

  #noteField(code: string): void {
    this.contents ||= /^\s*TOC\b/i.test(code);
    this.pageNumber ||= IS_PAGE_FIELD.test(code);
  }

  #add(text: string, node: Element, run: Element, lock: Lock | undefined): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    const written = node.name === 'w:t' || node.name === 'w:delText';
    this.pieces.push({
      start,
      end: this.text.length,
      node,
      run,
      opening: node.name === 'w:fldChar' ? this.#shownField?.opening : undefined,
      written,
      skipped: written && !keepsBlanks(node) ? /^[ \t\r\n]*/.exec(node.text)![0].length : 0,
      lock: lock ?? (this.#options.fields.open.length > 0 ? 'field' : undefined),
    });
  }

  /** Text boxes of the drawing. An alternative may hold them once more, for older programs. */
  #findBoxes(drawing: Element, run: Element): void {
    const contents: Element[] = [];
    collectBoxes(drawing, contents);
    if (contents.length === 0) return;
    const twins = twinBoxes(drawing);
    for (const [i, content] of contents.entries()) {
      this.boxes.push({ content, run, twin: twins.length === contents.length ? twins[i] : undefined });
    }
  }
}

function collectBoxes(element: Element, found: Element[]): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'w:txbxContent') found.push(child);
    else collectBoxes(child, found);
  }
}

/** The text boxes in the branches of the alternative around a drawing that are not read. */
function twinBoxes(drawing: Element): Element[] {
  const branch = drawing.parent;
  const alternate = branch?.parent;
  if (alternate?.name !== 'mc:AlternateContent') return [];
  const others = alternate.children.filter((child) => child !== branch);
  const found: Element[] = [];
  if (others.length === 1) collectBoxes(others[0]!, found);
  return found;
}

/** Word leaves out blanks at either end of a text that does not ask to keep them. */
export function keepsBlanks(node: Element): boolean {
  for (let e: Element | undefined = node; e; e = e.parent) {
    const space = e.attribute('xml:space');
    if (space !== undefined) return space === 'preserve';
  }
  return false;
}

/** The text of a `w:t` as it is shown, unit for unit but for what is left out at either end. */
function visible(node: Element): string {
  const { text } = node;
  if (!/^[ \t\r\n]|[ \t\r\n]$|[\r\n]/.test(text)) return text;
  return (keepsBlanks(node) ? text : withoutBlanks(text)).replace(/[\r\n]/g, ' ');
}

export function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlBlank(text.charCodeAt(start))) start++;
  while (end > start && isXmlBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Blanks of XML: those of Chinese typesetting are characters. */
function isXmlBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Whether a control says that it holds nothing yet but its prompt. */
function showsPrompt(properties: Element | undefined): boolean {
  return isOn(properties?.child('w:showingPlcHdr')) ?? false;
}

/** Whether the paragraph is in a control around paragraphs, rows or cells that holds nothing yet. */
function isInPrompt(paragraph: Element): boolean {
  for (let e = paragraph.parent; e && e.name !== 'w:txbxContent'; e = e.parent)
    if (e.name === 'w:sdt' && showsPrompt(e.child('w:sdtPr'))) return true;
  return false;
}

/** What a field without a result shows, which its code says. */
function shownByCode(code: string): string | undefined {
  // A button to click on, which templates have where something is to be typed: `MACROBUTTON NoMacro [单击此处输入单位]`.
  const [, label] = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(\S.*)$/is.exec(code) ?? [];
  return label?.trimEnd() ?? enclosed(code);
}

/** A number in a circle, which Word draws by a field without a result: `EQ \o\ac(○,3)` → ③. */
function enclosed(code: string): string | undefined {
  const [, what] = /^\s*EQ\s+\\o\s*\\ac\s*\(\s*[○◯〇]\s*[,;，；]\s*([^()]{1,4})\)/i.exec(code) ?? [];
  if (what === undefined) return undefined;
  const text = what.trim();
  if (text === '0') return '⓪';
  return /^\d{1,2}$/.test(text) ? formatNumber(Number(text), 'decimalEnclosedCircle') : text;
}

/** Whether the paragraph's mark is deleted (read as accepted) or was not there before (read as rejected). */
export function runsIntoNext(paragraph: Element, revisions: Revisions): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  if (!mark) return false;
  const [change, move] = revisions === 'accepted' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  return mark.child(change!) !== undefined || mark.child(move!) !== undefined;
}

/** Whether a row is deleted, or was not there before. */
export function isRowGone(row: Element, revisions: Revisions): boolean {
  const change = row.at('w:trPr', revisions === 'accepted' ? 'w:del' : 'w:ins');
  return change !== undefined && isOn(change) !== false;
}

/** Whether a cell is deleted, or was not there before. */
export function isCellGone(cell: Element, revisions: Revisions): boolean {
  return cell.at('w:tcPr', revisions === 'accepted' ? 'w:cellDel' : 'w:cellIns') !== undefined;
}
