import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface ReplyMatch extends Match {
  /** What was not said of the letter that is answered. */
  readonly missing: 'title' | 'number' | 'all';
}

const RECEIVED = '已?(?:收悉|悉|收到)';
/** 你局请示收悉, 贵单位来函收悉, 你校6月1日的报告收悉: the whole of what opens the answer, no title in it. */
const UNTITLED = new RegExp(
  String.raw`^[你贵][\u4e00-\u9fff]{1,8}?(?:\d{1,2}月\d{1,2}日)?(?:的|报送的|报来的)?${anyOf('请示 报告 函 来函 来文 申请')}${RECEIVED}`,
);
/** 《关于……的请示》收悉, with nothing between the mark and the word. */
const UNNUMBERED = new RegExp(String.raw`^[你贵][\u4e00-\u9fff]{1,8}《[^》]{4,60}》${RECEIVED}`);
/** How many lines behind the addressees the answer may open in. */
const NEAR = 3;

/** 批复, 复函: they open with the title of what they answer, and its number. */
export const reply = defineDocumentRule<ReplyMatch>({
  id: 'format/reply',
  since: '0.5.0',
  severity: 'info',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },

  *find(document) {
    const { genre, title, addressees } = document.model(official);
    if (genre !== '批复' && genre !== '复函' && genre !== '函') return;
    const above = addressees ?? title.at(-1);
    if (!above) return;
    for (const line of document.paragraphs.slice(above.index + 1, above.index + 1 + NEAR)) {
      const found = unsaid(line);
      if (found) yield found;
    }
    const opening = addressees && genre === '批复' ? openingOf(document, addressees) : undefined;
    if (opening) yield { ...opening, missing: 'all' };
  },

  explain: ({ missing }) => ({
    message:
      missing !== 'number'
        ? '答复来文先引标题、后引发文字号：“你局《……》（……〔……〕……号）收悉”'
        : '引用来文，标题之后用圆括号注明发文字号：《……》（……〔……〕……号）',
  }),
});

/** What the first sentence of an approval says where nothing before it tells what is answered: 经研究，同意… */
const APPROVES = /^(?:经[^，。《]{1,14}，)?(?:现)?(?:原则)?同意[^。《]{2,60}。/;

/** The sentence that approves, where it opens the text below the addressees and nothing is said to have come in. */
function openingOf(document: Document, addressees: Paragraph): Range | undefined {
  const line = document.lineBehind(addressees);
  const said = line && !line.content.includes('悉') ? APPROVES.exec(line.content) : null;
  if (!line || !said) return undefined;
  const start = line.start + line.contentStart;
  return { start, end: start + said[0].length };
}

function unsaid({ content, start, contentStart }: Paragraph): ReplyMatch | undefined {
  const at = start + contentStart;
  const untitled = UNTITLED.exec(content);
  if (untitled) return { start: at, end: at + untitled[0].length, missing: 'title' };
  const unnumbered = UNNUMBERED.exec(content);
  return unnumbered ? { start: at, end: at + unnumbered[0].length, missing: 'number' } : undefined;
}
