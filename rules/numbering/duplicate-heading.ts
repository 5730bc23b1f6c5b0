import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { BARE_WORD, isStructural } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, titleOf } from '../../language/structure/structure.ts';

interface Pair {
  readonly title: string;
  readonly member: Member;
  readonly earlier: Member;
}

type Duplicate = Match & Pair;

/** The same heading twice among the members of one series. */
export const duplicateHeading = defineDocumentRule<Duplicate>({
  id: 'numbering/duplicate-heading',
  severity: 'warning',

  *find(document) {
    for (const pairs of document.model(duplicates).found.values()) {
      // Asked anew each time: lines that come between them change no mark.
      if (isContents(pairs)) continue;
      for (const { title, member, earlier } of pairs) {
        const { start, paragraph, mark } = member;
        const end = paragraph.start + paragraph.text.indexOf(title, mark.end) + title.length;
        yield { start, end, title, member, earlier };
      }
    }
  },

  explain({ title, member, earlier }) {
    const line = earlier.paragraph.index + 1;
    return {
      message: `标题“${title}”重复：第${line}行“${earlier.label}”与此处“${member.label}”同题`,
      evidence: [
        {
          start: earlier.start,
          end: earlier.paragraph.end,
          message: `“${earlier.label}”同题`,
        },
      ],
    };
  },
});

/** What stands for text still to be written: XXXX, ________. */
const BLANKS = /[_＿×XxＸ○〇☆★*＊□…\s]/g;

/** ____方违反第____条，应当____ and / 方违反第 / 条: lines of a form, filled in or struck out later. */
const HOLE = /[_＿]{2,}|(?:^|\s)\/(?=\s|$)/g;
const HOLES_OF_FORM = 2;

/** 附件1.docx is called by the number. */
const NAMED = /[\u4e00-\u9fff]{2}/;

/** Whether the first of each stand line by line in a list, and the second over their texts. */
function isContents(pairs: readonly Pair[]): boolean {
  const inList = (member: Member, i: number, all: readonly Member[]) =>
    i === 0 || member.paragraph.index - all[i - 1]!.paragraph.index <= NEXT_LINE;
  return (
    pairs.length > 1 &&
    pairs.map(({ earlier }) => earlier).every(inList) &&
    !pairs.map(({ member }) => member).some((member, i, all) => i > 0 && inList(member, i, all))
  );
}
const NEXT_LINE = 2;

/** Shorter titles (说明, 其他) may come back. */
const SHORTEST = 4;

const duplicates = definePerSeries<readonly Pair[]>('duplicate headings', (series) => {
  const { kind, first, members } = series;
  if (kind === 'article' || first.mark.word === BARE_WORD) return undefined;
  if (!isStructural(kind) || !first.mark.lead || members.length === 1) return undefined;
  // The title stands on the cover, and once more over the text.
  if (kind === 'heading' && first.paragraph.headingLevel === 1) return undefined;
  const seen = new Map<string, Member>();
  const pairs: Pair[] = [];
  for (const member of members) {
    const title = titleOf(member);
    if (title.replace(BLANKS, '').length < SHORTEST || !NAMED.test(title)) continue;
    if ((title.match(HOLE)?.length ?? 0) >= HOLES_OF_FORM) continue;
    const earlier = seen.get(title);
    if (!earlier) seen.set(title, member);
    else pairs.push({ title, member, earlier });
  }
  return pairs.length > 0 ? pairs : undefined;
});
