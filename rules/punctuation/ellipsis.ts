import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters } from '../../language/text/characters.ts';
import { isEllipsis } from './runs.ts';

interface Ellipsis extends Match {
  /** Dots of another form; a point beside them; or 等, which says the same. */
  readonly fault:
    | { readonly is: 'form'; readonly becomes: string; readonly sure: boolean }
    | { readonly is: 'point'; readonly point: { readonly start: number; readonly end: number } }
    | { readonly is: 'etc'; readonly etc: { readonly start: number; readonly end: number } };
}

/** Ellipses of dots, of one or three signs, and beside points or 等. GB/T 15834—2011 4.11.2, A.9, B.2.4. */
export const ellipsis = defineParagraphRule<Ellipsis>({
  id: 'punctuation/ellipsis',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.11.2',

  reads: places,
  among: ofKind('run'),
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'run')) {
      const found = judge(paragraph, start, end);
      if (found) yield found;
    }
  },

  explain({ fault, start, end }, { text }) {
    const said = text.slice(start, end);
    switch (fault.is) {
      case 'form':
        return { message: `“${said}”应为省略号“……”（六个点，占两个字的位置）` };
      case 'point':
        return {
          message: `省略号前后通常不用点号：“${said}”里的“${text.slice(fault.point.start, fault.point.end)}”可删`,
          basis: 'GB/T 15834—2011 附录 B.2.4',
        };
      case 'etc':
        return { message: `“${said}”：省略号与“等”意思相同，只用一个`, basis: 'GB/T 15834—2011 附录 A.9.2' };
    }
  },

  fix({ fault, start, end }) {
    switch (fault.is) {
      case 'form':
        return [{ title: '改为“……”', edits: [{ start, end, text: fault.becomes }], safe: fault.sure }];
      case 'point':
        return [{ title: '删去点号', edits: [{ ...fault.point, text: '' }], safe: false }];
      case 'etc': {
        const { etc } = fault;
        const dots = etc.start === start ? { start: etc.end, end } : { start, end: etc.start };
        return [
          { title: '删去省略号', edits: [{ ...dots, text: '' }], safe: false },
          { title: '删去“等”', edits: [{ ...etc, text: '' }], safe: false },
        ];
      }
    }
  },
});

/** 等 belongs to what stands before it: 平等, 中等. */
const ENDS_IN_ETC = new Characters('平相均同优中初高上下对劣');
/** 等 ends a list: one of its pauses stands not far before it. */
const PAUSE = new Characters('、');
const LIST = 15;
const POINTS = new Characters('、，；');
/** 等 belongs to what stands behind it: 等待. */
const BEGINS_WITH_ETC = new Characters('待级候到');

/** Whether a run ends where its line does, or at a blank. */
function isApart(text: string, at: number, edge: number, beside: number): boolean {
  return at === edge || isBlank(text.charCodeAt(at + beside));
}

function judge(
  { text, contentStart, contentEnd }: Paragraph,
  start: number,
  end: number,
): Ellipsis | undefined {
  const run = text.slice(start, end);
  if (!isEllipsis(run)) return undefined;
  const signs = /…+/.exec(run);
  if (!signs) {
    if (run === '..' && end < text.length) return undefined;
    // A text cut short by a page; dots of all sorts are one ellipsis.
    return { start, end, fault: { is: 'form', becomes: '……', sure: run[0] !== '、' && run.length > 2 } };
  }
  const from = start + signs.index;
  const to = from + signs[0].length;
  if (signs[0].length !== 2) {
    // A whole paragraph is left out with twelve dots on a line of their own, or between blanks where lines were joined.
    if (signs[0].length === 4 && isApart(text, from, contentStart, -1) && isApart(text, to, contentEnd, 0))
      return undefined;
    return { start: from, end: to, fault: { is: 'form', becomes: '……', sure: true } };
  }
  // 往山下跑……|等赶到卫生院: no list that goes on.
  if (text[to] === '等' && !BEGINS_WITH_ETC.at(text, to + 1) && PAUSE.isIn(text, from - LIST, from))
    return { start: from, end: to + 1, fault: { is: 'etc', etc: { start: to, end: to + 1 } } };
  if (text[from - 1] === '等' && !ENDS_IN_ETC.at(text, from - 2) && PAUSE.isIn(text, from - LIST, from)) {
    const etc = text[from - 2] === '等' ? from - 2 : from - 1;
    return { start: etc, end: to, fault: { is: 'etc', etc: { start: etc, end: from } } };
  }
  if (POINTS.at(text, from - 1) && from > start)
    return {
      start: from - 1,
      end: to,
      severity: 'info',
      fault: { is: 'point', point: { start: from - 1, end: from } },
    };
  if (text[to] === '。' && to < end)
    return {
      start: from,
      end: to + 1,
      severity: 'info',
      fault: { is: 'point', point: { start: to, end: to + 1 } },
    };
  return undefined;
}
