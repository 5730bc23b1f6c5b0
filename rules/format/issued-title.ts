import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';
import { commonEnd, commonStart } from '../../language/text/characters.ts';

interface IssuedMatch extends Match {
  readonly written: string;
  readonly titled: string;
  /** Where the title names what is issued. */
  readonly source: Range;
}

/** 关于印发青云县农村宅基地管理办法的通知: what is issued; 的通知 written twice is for `format/title` to tell. */
const ISSUES = /(?:(?:印发|转发|批转)(.{6,60}?)》?(?:的通知){1,2}|关于(?:同意)?(.{6,60}?)的批复)$/;
/** 现印发给你们, behind the title of what is. */
const HANDED_ON = /(?:现|予以)[^。]{0,6}(?:印发|转发|批转)/;
/** 现将《……》印发给你们, around it. */
const HANDS = /现将$/;
const ON = /^(?:（[^（）]{1,12}）)?[^。，]{0,4}(?:印发|转发|批转)/;
/** 原则同意《……》, before it. */
const AGREED = /同意$/;
/** The lines below the title in which that is said. */
const NEAR = 12;
/** Titles that differ in one stretch of so many characters are meant to be one; they have so many in common at least. */
const APART = 4;
const ALIKE = 6;

/** The title of what a notice issues, in its own title and in its first sentence: 《农村宅基地审批管理办法》 for 农村宅基地管理办法. */
export const issuedTitle = defineDocumentRule<IssuedMatch>({
  id: 'format/issued-title',
  since: '0.6.0',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', general: 'off' },
  basis: '《党政机关公文处理工作条例》第二十条（四）',

  *find(document) {
    const { title, titleText } = document.model(official);
    const issues = ISSUES.exec(titleText);
    const titled = (issues?.[1] ?? issues?.[2])?.replace(/^《/, '');
    const last = title.at(-1);
    if (titled === undefined || !last) return;
    const first = title[0]!;
    const source = { start: first.start + first.contentStart, end: last.start + last.contentEnd };
    const lines = document.paragraphs.slice(last.index + 1, last.index + NEAR);
    for (const { text, start } of lines) {
      const from = text.indexOf('《') + 1;
      const to = text.indexOf('》', from);
      if (from === 0 || to < 0) continue;
      const isHandedOn =
        HANDED_ON.test(text.slice(to)) ||
        (HANDS.test(text.slice(0, from - 1)) && ON.test(text.slice(to + 1)));
      if (!isHandedOn && !AGREED.test(text.slice(0, from - 1))) continue;
      const written = text.slice(from, to);
      if (isSlip(bare(titled), bare(written)))
        yield { start: start + from, end: start + to, written, titled, source };
      break;
    }
    if (issues?.[1] !== undefined) yield* attached(document, titled, source);
  },

  explain: ({ written, titled, source }) => ({
    message: `这里作《${written.replace(/[《》]/g, '')}》，标题作“${titled}”，请核对`,
    evidence: [{ ...source, message: '标题' }],
  }),
});

/** The title of what is attached, below the date. */
function* attached(document: Document, titled: string, source: Range): Iterable<IssuedMatch> {
  const { date } = document.model(official);
  const lines = document.paragraphs.slice((date?.paragraph.index ?? document.paragraphs.length) + 1);
  for (const { content, start, contentStart, blank } of lines.slice(0, NEAR)) {
    if (blank || content.length > LONGEST || content.endsWith('。')) continue;
    if (bare(content) === bare(titled)) return;
    if (!isSlip(bare(titled), bare(content))) continue;
    const at = start + contentStart;
    yield { start: at, end: at + content.length, written: content, titled, source };
    return;
  }
}

/** A title on one line. */
const LONGEST = 40;

/** Without marks, and without （试行） and the like, which either may leave out. */
const bare = (title: string) => title.replace(/（[^（）]*）|[《》〈〉“”‘’\s　]/g, '');

/** Whether two titles that differ are one with a slip; what one has before the other is the name of its organ. */
function isSlip(one: string, other: string): boolean {
  // 转发…关于做好…的通知: the genre of what is passed on stands for both.
  if (one.endsWith(other) || other.endsWith(one) || other === `${one}的通知`) return false;
  const start = commonStart(one, other);
  const end = Math.min(commonEnd(one, other), one.length - start, other.length - start);
  return start + end >= ALIKE && Math.max(one.length, other.length) - start - end <= APART;
}
