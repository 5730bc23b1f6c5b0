/**
 * The layout of official documents (GB/T 9704—2012), as far as a file tells it. Reported, never changed: each deviation once, with how
 * far it goes. “一般” in the standard leaves room, so that all of it is off unless it is asked for.
 */
import { sectionsOf, type WordDocument } from '../document.ts';
import { childOf } from '../read/children.ts';
import type { Paragraph } from '../read/paragraph.ts';
import { type Element, integer } from '../xml/element.ts';
import { Fonts, type Shown } from './fonts.ts';
import {
  type Beyond,
  BODY_FONT,
  HEADING_FONT,
  LINE_PITCH,
  PAGE_NUMBER,
  PAPER,
  RED_HEAD,
  TITLE_FONT,
} from './rules.ts';

const STANDARD = 'GB/T 9704—2012';
/** Millimetres: top, bottom, left, right; and how far off they may be. */
const MARGINS = { top: 37, bottom: 35, left: 28, right: 26 } as const;
const TOLERANCE = 1.5;
const A4 = { width: 210, height: 297 } as const;
const SIDES = { top: '上', bottom: '下', left: '左', right: '右' } as const;
/** Twentieths of a point between lines with which about 22 lines fill the page. */
const PITCH = { least: 534, most: 600 } as const;
/** Points: 二号, 三号, 四号. */
const SIZE_2 = 22;
const SIZE_3 = 16;
const SIZE_4 = 14;
/** A paragraph of the text proper is at least so long. */
const BODY_LENGTH = 40;

export function* layoutFaults(word: WordDocument): Generator<Beyond> {
  const fonts = new Fonts(word.styles, word.package.related(word.main.name, 'theme')[0]);
  const lines = word.body.reading.lines.filter(({ row, unchecked }) => !row && !unchecked);
  const paragraphs = lines.flatMap(({ placed }) => placed).map(({ paragraph }) => paragraph);
  const body = paragraphs.filter(({ text, outline }) => text.length >= BODY_LENGTH && !outline);
  yield* redHead(word, paragraphs);
  yield* paper(word);
  yield* titleFont(paragraphs, fonts);
  yield* bodyFont(body, fonts);
  yield* headingFonts(paragraphs, fonts);
  yield* linePitch(word, body);
  yield* pageNumbers(word, fonts);
}

function millimetres(twips: number): number {
  return (twips * 25.4) / 1440;
}

/** ××县人民政府文件: what stands at the head of an official document, above its number. */
const HEAD = /^[\u4e00-\u9fff\s×]{4,40}文\s{0,4}件$/;
const HEAD_WITHIN = 8;
const DOCKET = /〔(?:19|20)\d\d〕\s{0,4}\d{1,5}\s{0,4}号/;

/** 版头: the issuer's name in red, and a red line below the document's number, where there is such a head. */
function* redHead({ main, styles }: WordDocument, paragraphs: readonly Paragraph[]): Generator<Beyond> {
  const first = paragraphs.filter(({ text }) => text.trim() !== '').slice(0, HEAD_WITHIN);
  const head = first.find(({ text }) => HEAD.test(text.trim()));
  if (!head) return;
  const off: string[] = [];
  const colours = head.pieces.filter(({ written }) => written).map(({ run }) => colourOf(run, head, styles));
  if (!colours.some(isRed)) off.push('发文机关标志不是红色');
  const docket = first.find(({ text }) => DOCKET.test(text));
  const lines = [head, ...(docket ? [docket] : [])].flatMap(({ elements }) => elements);
  if (docket && !lines.some(hasRedBorder) && !hasRedLine(main.root)) off.push('发文字号之下没有红色分隔线');
  if (off.length === 0) return;
  yield {
    rule: RED_HEAD,
    place: '版头',
    shown: head.text.trim(),
    message: off.join('，'),
    basis: `${STANDARD} 7.2.4、7.2.7`,
  };
}

/** The colour set for a run, or by the style of its paragraph. */
function colourOf(run: Element, { elements }: Paragraph, styles: WordDocument['styles']): string {
  const own = run.at('w:rPr', 'w:color')?.value;
  if (own !== undefined) return own;
  const ofStyle = styles
    .ofParagraph(childOf(elements.at(-1), 'w:pPr'))
    .map(({ element }) => element.at('w:rPr', 'w:color')?.value)
    .find((value) => value !== undefined);
  return ofStyle ?? '';
}

/** FF0000 and what is near it: much red, little else. */
function isRed(colour: string): boolean {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (red === undefined) return /^red$/i.test(colour);
  return (
    Number.parseInt(red, 16) > 180 && Number.parseInt(green!, 16) < 80 && Number.parseInt(blue!, 16) < 80
  );
}

function hasRedBorder(paragraph: Element): boolean {
  const border = paragraph.at('w:pPr', 'w:pBdr', 'w:bottom');
  return isRed(border?.attribute('w:color') ?? '');
}

/** A line that is drawn: `v:line`, or a shape with a red outline. */
function hasRedLine(root: Element): boolean {
  for (const element of root.descendants()) {
    if (isRed(element.attribute('strokecolor') ?? '')) return true;
    if (element.name.endsWith(':ln')) {
      for (const inner of element.descendants())
        if (inner.name.endsWith(':srgbClr') && isRed(inner.attribute('val') ?? '')) return true;
    }
  }
  return false;
}

function* paper({ main }: WordDocument): Generator<Beyond> {
  for (const { element } of sectionsOf(main.root)) {
    const size = element.child('w:pgSz');
    const margins = element.child('w:pgMar');
    const width = millimetres(integer(size?.attribute('w:w')) ?? 0);
    const height = millimetres(integer(size?.attribute('w:h')) ?? 0);
    // Tables on their side follow other rules.
    if (!margins || width > height) continue;
    const off = wrongMargins(margins);
    if (size && (Math.abs(width - A4.width) > 2 || Math.abs(height - A4.height) > 2)) {
      off.unshift(`纸张为 ${width.toFixed(0)}×${height.toFixed(0)} 毫米，应为 A4（210×297 毫米）`);
    }
    if (off.length === 0) continue;
    yield {
      rule: PAPER,
      place: '页面设置',
      shown: '页边距',
      message: off.join('；'),
      basis: `${STANDARD} 5.1、5.2.1`,
    };
    return;
  }
}

function wrongMargins(margins: Element): string[] {
  const off: string[] = [];
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const gutter = side === 'left' ? (integer(margins.attribute('w:gutter')) ?? 0) : 0;
    const set = integer(margins.attribute(`w:${side}`));
    if (set === undefined) continue;
    const value = millimetres(Math.abs(set) + gutter);
    if (Math.abs(value - MARGINS[side]) > TOLERANCE) {
      off.push(`${SIDES[side]}边距 ${value.toFixed(1)} 毫米，应为 ${MARGINS[side]} 毫米`);
    }
  }
  return off;
}

/** The title: centred, near the beginning, and more than a label. */
function* titleFont(paragraphs: readonly Paragraph[], fonts: Fonts): Generator<Beyond> {
  const title = paragraphs
    .filter(({ text }) => text.trim() !== '')
    .slice(0, TITLE_WITHIN)
    .find((p) => isCentred(p) && p.text.length >= 6 && isTitle(p.text));
  const shown = title && shownIn(title, fonts);
  if (!shown || (isOf(shown.font, /小标宋|标宋/) && shown.size === SIZE_2)) return;
  yield {
    rule: TITLE_FONT,
    place: '标题',
    shown: title.text,
    message: `标题为${describe(shown)}，一般用二号小标宋体字`,
    basis: `${STANDARD} 7.3.1`,
  };
}

const TITLE_WITHIN = 15;
/** 文种: how a title ends. */
const GENRES =
  '通知 报告 请示 批复 意见 决定 决议 令 公报 公告 通告 通报 议案 函 纪要 方案 办法 规定 要点'.split(' ');

/** What a title says of its text at the very end: （试行）. */
const STATE = /（[^）]{1,10}）$/;

function isTitle(text: string): boolean {
  const title = text.trim().replace(STATE, '');
  return GENRES.some((genre) => title.endsWith(genre));
}

function isCentred({ elements }: Paragraph): boolean {
  return childOf(childOf(elements[0], 'w:pPr'), 'w:jc')?.value === 'center';
}

function* bodyFont(body: readonly Paragraph[], fonts: Fonts): Generator<Beyond> {
  const units = new Map<string, { shown: Shown; units: number }>();
  let all = 0;
  for (const { pieces, elements } of body) {
    for (const { run, start, end } of pieces) {
      const shown = fonts.of(run, elements.at(-1));
      const key = describe(shown);
      const entry = units.get(key) ?? { shown, units: 0 };
      entry.units += end - start;
      all += end - start;
      units.set(key, entry);
    }
  }
  const [most] = [...units.values()].sort((a, b) => b.units - a.units);
  if (!most || (isOf(most.shown.font, /仿宋|fangsong/i) && most.shown.size === SIZE_3)) return;
  const share = Math.round((most.units / all) * 100);
  yield {
    rule: BODY_FONT,
    place: '正文',
    shown: body[0]!.text.slice(0, 20),
    message: `正文 ${share}% 为${describe(most.shown)}，一般用三号仿宋体字`,
    basis: `${STANDARD} 5.2.2、7.3.3`,
  };
}

/** Levels of headings by how they begin. */
const LEVELS = [
  { mark: /^[一二三四五六七八九十]{1,3}、/, font: /黑体|hei/i, name: '第一层（“一、”）', wanted: '黑体字' },
  {
    mark: /^（[一二三四五六七八九十]{1,3}）/,
    font: /楷体|kai/i,
    name: '第二层（“（一）”）',
    wanted: '楷体字',
  },
];
const HEADING_LENGTH = 40;

function* headingFonts(paragraphs: readonly Paragraph[], fonts: Fonts): Generator<Beyond> {
  for (const { mark, font, name, wanted } of LEVELS) {
    const headings = paragraphs.filter(
      ({ number, text }) => text.length <= HEADING_LENGTH && mark.test(`${number?.text ?? ''}${text}`.trim()),
    );
    const others = headings.filter((heading) => {
      const shown = shownIn(heading, fonts);
      return shown?.font !== undefined && !font.test(shown.font);
    });
    if (others.length === 0) continue;
    const shown = shownIn(others[0]!, fonts)!;
    yield {
      rule: HEADING_FONT,
      place: '层次标题',
      shown: `${others[0]!.number?.text ?? ''}${others[0]!.text}`,
      message: `${name}标题 ${headings.length} 处中有 ${others.length} 处不是${wanted}（如${describe(shown)}），一般用${wanted}`,
      basis: `${STANDARD} 7.3.3`,
    };
  }
}

function* linePitch({ main, styles }: WordDocument, body: readonly Paragraph[]): Generator<Beyond> {
  const grids = [...sectionsOf(main.root)].map(({ element }) => element.child('w:docGrid'));
  const grid = grids.find((g) => /lines/i.test(g?.attribute('w:type') ?? ''));
  const gridPitch = grid && integer(grid.attribute('w:linePitch'));
  const counts = new Map<string, number>();
  for (const { elements } of body) {
    const properties = childOf(elements.at(-1), 'w:pPr');
    const sources = [
      properties,
      ...styles.ofParagraph(properties).map(({ element }) => element.child('w:pPr')),
    ];
    const spacing = sources
      .map((p) => p?.child('w:spacing'))
      .find((s) => s?.attribute('w:line') !== undefined);
    const pitch = pitchOf(spacing, gridPitch);
    counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[0] === FITS) return;
  yield {
    rule: LINE_PITCH,
    place: '行距',
    shown: most[0],
    message: `正文行距为${most[0]}，一般每面排 22 行（固定值 28 磅左右，或按文档网格每页 22 行）`,
    basis: `${STANDARD} 5.2.3`,
  };
}

const FITS = '';

/** In words; empty when about 22 lines fill the page. */
function pitchOf(spacing: Element | undefined, grid: number | undefined): string {
  const line = integer(spacing?.attribute('w:line'));
  const rule = spacing?.attribute('w:lineRule');
  const fits = (twips: number) => twips >= PITCH.least && twips <= PITCH.most;
  if (line !== undefined && (rule === 'exact' || rule === 'atLeast')) {
    return fits(line) ? FITS : `${rule === 'exact' ? '固定值' : '最小值'} ${line / 20} 磅`;
  }
  const lines = (line ?? 240) / 240;
  if (grid !== undefined && fits(grid * lines)) return FITS;
  return lines === 1 ? '单倍行距' : `${Number(lines.toFixed(2))} 倍行距`;
}

function* pageNumbers({ stories }: WordDocument, fonts: Fonts): Generator<Beyond> {
  const margins = stories.filter(({ kind }) => kind === 'footer' || kind === 'header');
  const numbers = margins
    .flatMap(({ reading }) => reading.placed)
    .filter(({ paragraph }) => paragraph.pageNumber);
  const basis = `${STANDARD} 7.5`;
  const [first] = numbers;
  if (!first) {
    yield { rule: PAGE_NUMBER, place: '页码', shown: '（无）', message: '没有页码', basis };
    return;
  }
  const { paragraph } = first;
  const off: string[] = [];
  if (!/[—－–-]/.test(paragraph.text)) off.push('数字左右没有一字线');
  const shown = shownIn(paragraph, fonts);
  if (shown && shown.size !== SIZE_4) off.push(`字号为${sizeName(shown.size)}，一般用四号`);
  if (off.length === 0) return;
  yield {
    rule: PAGE_NUMBER,
    place: '页码',
    shown: paragraph.text.trim() || '（页码）',
    message: `页码${off.join('，')}`,
    basis,
  };
}

function shownIn({ pieces, elements }: Paragraph, fonts: Fonts): Shown | undefined {
  const piece = pieces.find(({ written }) => written);
  return piece && fonts.of(piece.run, elements.at(-1));
}

function isOf(font: string | undefined, names: RegExp): boolean {
  // What is said nowhere is not reported as wrong.
  return font === undefined || names.test(font);
}

const SIZE_NAMES: Readonly<Record<string, string>> = {
  '42': '初号',
  '36': '小初',
  '26': '一号',
  '24': '小一',
  '22': '二号',
  '18': '小二',
  '16': '三号',
  '15': '小三',
  '14': '四号',
  '12': '小四',
  '10.5': '五号',
  '9': '小五',
};

function sizeName(size: number): string {
  return SIZE_NAMES[String(size)] ?? `${size} 磅`;
}

function describe({ font, size }: Shown): string {
  return `${sizeName(size)}${font ?? '（未指定字体）'}`;
}
