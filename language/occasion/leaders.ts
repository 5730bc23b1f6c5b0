/** Who holds which post, as a document says: 县长李明, 县委书记 王志强. Ranges are absolute. */
import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { NONE } from '../../engine/lists.ts';
import { nameEnd } from '../names/person-names.ts';
import { BLANKS, Characters } from '../text/characters.ts';
import { anyOf } from '../text/pattern.ts';

interface Leader extends Range {
  readonly post: string;
  readonly name: string;
}

/** At what level, and what heads an office, a department or a company. */
const AREA = '[省市县区州旗镇乡村]';
const HEADS = anyOf('局局长 委主任 办主任 部部长 厅厅长 公司董事长 公司总经理');

/** Posts that one person holds. 副县长, 常委 and 主任 are many. */
const POSTS = [
  `(?:${AREA}|街道)?党?工?委(?:常务)?副?书记`,
  `${AREA}?人大(?:常委会)?主任`,
  `${AREA}?政协主席`,
  `${AREA}?纪委书记`,
  '(?:常务副)?[省市县区乡镇州旗]长',
  '(?:[省市县区州旗](?:委|政府))?(?:秘书长|办公室主任)',
  `[\u4e00-\u9fff]{2,5}${HEADS}`,
];
const POST = new RegExp(`(${anyOf(POSTS)})$`);
const POST_ENDS = new Characters('记任席长理');
const BLANK = new Characters(BLANKS);
const FORMER = /原|前任|时任|曾任|历任|拟任|提名|当选|任命|免去|各|副$/;
const LONGEST = 16;

const leaders = defineFact<readonly Leader[]>('leaders', (paragraph) => {
  const { text, contentEnd, language } = paragraph;
  let found: Leader[] | undefined;
  for (
    let i = POST_ENDS.next(text, 0, contentEnd);
    i < contentEnd;
    i = POST_ENDS.next(text, i + 1, contentEnd)
  ) {
    let start = i + 1;
    while (BLANK.at(text, start) && start - i < 4) start++;
    const end = nameEnd(text, start, language.words);
    if (end === undefined) continue;
    const before = text.slice(Math.max(0, i + 1 - LONGEST), i + 1);
    const post = POST.exec(before)?.[1];
    if (!post || FORMER.test(before.slice(0, -post.length).slice(-4))) continue;
    found ??= [];
    found.push({ start, end, post, name: text.slice(start, end) });
  }
  return found ?? NONE;
});

/** By post; a post that goes with several names in the document (of several places, of several years) is left out. */
export function leadersIn(document: Document): ReadonlyMap<string, Range & { readonly value: string }> {
  const found = new Map<string, Range & { readonly value: string }>();
  const ambiguous = new Set<string>();
  for (const paragraph of document.paragraphsWith(leaders)) {
    const by = paragraph.start;
    for (const { start, end, post, name } of paragraph.fact(leaders)) {
      const known = found.get(post);
      if (!known) found.set(post, { start: by + start, end: by + end, value: name });
      else if (known.value !== name) ambiguous.add(post);
    }
  }
  for (const post of ambiguous) found.delete(post);
  return found;
}
