import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';
import { isMistaken } from '../../language/names/own-names.ts';

interface SignatureMatch extends Match {
  /** It stands below the date. */
  readonly isBelow?: true;
  readonly written: string;
  readonly organ: string;
  /** Where the text names the organ: in its title, or in the masthead where the title has none. */
  readonly source: { readonly start: number; readonly end: number };
}

/** 关于, or what else begins what a title is about; the organ stands before it. */
const ABOUT = /关于|转发|批转|印发/;
/** An organ's own name, and one alone: 青河县人民政府办公室. */
const ORGAN = /^[\u4e00-\u9fff]{3,24}(?:政府|办公室|委员会|局|厅|县委|市委|区委|省委)$/;
/** How much longer a name in full is than the one in the title: 中共, the name of the city. */
const FULLER = 8;

/** 署名: the organ below the text is the one in the title. */
export const signature = defineDocumentRule<SignatureMatch>({
  id: 'format/signature',
  since: '0.5.0',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.2.4、7.3.5',

  *find(document) {
    const { title, signature: line, date } = document.model(official);
    const issuer = issuerOf(document);
    if (date && !line) yield* below(document, date.paragraph, issuer);
    if (!issuer || !line) return;
    const { named, source } = issuer;
    const organ = bare(named);
    const written = bare(line.content);
    if (!ORGAN.test(organ) || !ORGAN.test(written) || isSame(organ, written)) return;
    if (isJoint(named, written)) return;
    // One character apart: placeholder/own-name says so. Signed elsewhere: what is below is of another document that it holds.
    if (isMistaken(written, organ) || isSigned(document, organ, title.at(-1)?.index ?? 0)) return;
    const start = line.start + line.contentStart;
    yield { start, end: line.start + line.contentEnd, written, organ, source };
  },

  explain: ({ written, organ, source, isBelow }) => ({
    message: isBelow
      ? `署名“${written}”应在成文日期之上`
      : `署名“${written}”与标题、版头的发文机关“${organ}”不一致，请核对`,
    ...(organ !== written && { evidence: [{ ...source, message: `这里作“${organ}”` }] }),
  }),
});

interface Issuer {
  readonly named: string;
  readonly source: SignatureMatch['source'];
}

/** An organ's name in the line below the date: the issuer's, or, where the text does not name it, the last line there is. GB/T 9704—2012 7.3.5. */
function* below(document: Document, date: Paragraph, issuer: Issuer | undefined): Iterable<SignatureMatch> {
  const line = document.lineBehind(date);
  if (!line) return;
  const written = bare(line.content);
  const range = { start: line.start + line.contentStart, end: line.start + line.contentEnd };
  if (issuer) {
    const organ = bare(issuer.named);
    if (ORGAN.test(written) && isSame(organ, written))
      yield { ...range, written, organ, source: issuer.source, isBelow: true };
  } else if (SIGNED.test(written) && !document.lineBehind(line))
    yield { ...range, written, organ: written, source: range, isBelow: true };
}

/** A name that stands alone below the date. */
const SIGNED =
  /^[\u4e00-\u9fff]{3,24}(?:政府|办公室|委员会|局|厅|[县市区省]委|馆|院|所|中心|公司|学校|[中小大]学|总工会|工会|站)$/;

/** The organ before 关于 in the title; else that of the masthead (青河县人民政府文件) above the document's number. */
function issuerOf(document: Document): Issuer | undefined {
  const { title, titleText, docket } = document.model(official);
  const first = title[0];
  const about = ABOUT.exec(titleText);
  if (first && about && about.index > 0) {
    const start = first.start + first.contentStart;
    const end = start + Math.min(about.index, first.content.length);
    return { named: titleText.slice(0, about.index).trim(), source: { start, end } };
  }
  for (const line of docket ? document.paragraphs.slice(0, docket.index) : []) {
    if (!line.content.endsWith(MASTHEAD)) continue;
    const start = line.start + line.contentStart;
    const named = line.content.slice(0, -MASTHEAD.length);
    return { named, source: { start, end: start + named.length } };
  }
  return undefined;
}

const MASTHEAD = '文件';

const bare = (name: string) => name.replace(/[\s　]/g, '').replace(/^中共|^中国共产党/, '');

/** Whether one is the other, perhaps with the place in full before it: 县教育局, 青河县教育局. */
function isSame(organ: string, written: string): boolean {
  const [short, long] = organ.length < written.length ? [organ, written] : [written, organ];
  return long.endsWith(short) && long.length - short.length <= FULLER;
}

/** Whether the title names two organs: 中共青河县委　青河县人民政府; the line above the date is the last of theirs. */
function isJoint(named: string, written: string): boolean {
  const organ = bare(named);
  return /[\s　]/.test(named) || (organ.startsWith(written) && organ.length - written.length > OFFICE);
}

/** 办公室: what an organ's own office has behind its name. */
const OFFICE = 3;

function isSigned({ paragraphs }: Document, organ: string, titled: number): boolean {
  return paragraphs.some(
    ({ index, content }) =>
      index > titled && content.length <= organ.length * 2 && bare(content).endsWith(organ),
  );
}
