import { cutsCharacter } from '../../engine/characters.ts';
import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';

interface AddresseeMatch extends Match {
  readonly fault: 'end' | 'several' | 'person' | 'missing' | 'public';
  readonly paragraph: Paragraph;
}

/** A person of office, alone on the line: 张市长：. */
const PERSON = /^(?:尊敬的)?[\u4e00-\u9fff]{1,3}(?:省长|市长|县长|区长|书记|局长|主任|处长)[：:]?$/;

/** Whether organs are listed; 各县（市、区） in brackets is one. */
function hasSeveral(content: string): boolean {
  const [before = '', rest = ''] = content.split('（');
  return /[、，,]/.test(before) || /[、，,]/.test(rest.split('）')[1] ?? '');
}

const OTHER_MARK = /[，。；;、]$/;
const COLON = /[：:]$/;

/** Whether an organ below the title is written to: one that signs the text, or that its title names, is the writer. */
function isAlone(document: Document, organ: string): boolean {
  const { signature, titleText } = document.model(official);
  return signature !== undefined && !signature.content.endsWith(organ) && !titleText.startsWith(organ);
}

/** What goes to everybody. */
const PUBLIC = new Set(['公告', '通告']);

/** What always goes to somebody. */
const SENT = /^(?:请示|请示报告|报告|函|复函|批复)$/;
/** The first paragraph of a body is no shorter. */
const PROSE = 30;
/** Lines below the title in which it begins. */
const HEAD = 6;

/** The first paragraph of what is sent to somebody, where all else is there, number and signature, but nobody to whom. */
function bodyWithoutAddressees(document: Document): Paragraph | undefined {
  const { title, genre, docket, signature, date } = document.model(official);
  const last = title.at(-1);
  if (!last || !docket || !signature || !date || !SENT.test(genre ?? '')) return undefined;
  const body = document.paragraphs
    .slice(last.index + 1, last.index + HEAD)
    .find((line) => !line.blank && line !== docket && !/^[（(]/.test(line.content));
  return body && body.content.length >= PROSE && /[。：]$/.test(body.content) ? body : undefined;
}

/** The first two characters of a line: where something lacks before it. */
function startOf({ start, contentStart, text }: Paragraph) {
  const end = contentStart + 2;
  return { start: start + contentStart, end: start + end + (cutsCharacter(text, end) ? 1 : 0) };
}

/** 主送机关: the colon behind it, one organ for a request, no person for what goes up. */
export const addressees = defineDocumentRule<AddresseeMatch>({
  id: 'format/addressees',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.3.2',

  *find(document) {
    const { addressees: line, genre } = document.model(official);
    if (!line) {
      const first = bodyWithoutAddressees(document);
      if (first) yield { ...startOf(first), fault: 'missing', paragraph: first };
      return;
    }
    const start = line.start + line.contentStart;
    const end = line.start + line.contentEnd;
    const { content } = line;
    const asks = genre === '请示' || genre === '请示报告';
    const up = asks || genre === '报告';
    if (up && PERSON.test(content)) yield { start, end, fault: 'person', paragraph: line };
    else if (PUBLIC.has(genre ?? ''))
      yield { start, end, fault: 'public', paragraph: line, severity: 'info' };
    else if (asks && hasSeveral(content)) yield { start, end, fault: 'several', paragraph: line };
    else if (
      OTHER_MARK.test(content) ||
      (!COLON.test(content) && (/^各|[，、]各/.test(content) || isAlone(document, content)))
    )
      yield { start: end - 1, end, fault: 'end', paragraph: line };
  },

  explain({ fault, paragraph: { content } }) {
    if (fault === 'person')
      return {
        message: `主送“${content}”是个人：除上级机关负责人直接交办的以外，不得以本机关名义向上级机关负责人报送公文`,
        basis: '《党政机关公文处理工作条例》第十五条（五）',
      };
    if (fault === 'missing')
      return {
        message: '没有主送机关：请示、报告、函、批复在标题之下、正文之前写明主送机关，后加冒号',
        basis: 'GB/T 9704—2012 7.3.2',
      };
    if (fault === 'several')
      return {
        message: '请示原则上主送一个上级机关，需要同时送其他机关的用抄送',
        basis: '《党政机关公文处理工作条例》第十五条（一）',
      };
    if (fault === 'public')
      return {
        message: '公告、通告向社会公布，一般不写主送机关；只发给这些单位的用“通知”',
        basis: '《党政机关公文处理工作条例》第八条（五）（六）',
      };
    return { message: '主送机关之后用全角冒号' };
  },

  fix({ fault, end, paragraph: { content } }) {
    if (fault !== 'end') return [];
    const start = OTHER_MARK.test(content) ? end - 1 : end;
    return [{ title: '改为冒号', edits: [{ start, end, text: '：' }], safe: false }];
  },
});
