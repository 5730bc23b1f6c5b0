/** Articles, sections and chapters that an amendment gives of the text it changes: 增加一条，作为第十条：, and 第十条 below it. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Run } from '../../../language/structure/runs.ts';
import type { MarkKind } from '../../../language/structure/series-marks.ts';
import type { Member } from '../../../language/structure/structure.ts';
import { Characters } from '../../../language/text/characters.ts';

const QUOTED: readonly MarkKind[] = ['part', 'chapter', 'section', 'article'];

/** Lines above the first member in which the amendment may stand. */
const ABOVE = 6;

/**
 * The members of the run that are the text's own; undefined where the run quotes nothing. After an amendment all is quoted
 * until the text's own numbers go on.
 */
export function ownMembers({ members }: Run, document: Document): readonly Member[] | undefined {
  if (!QUOTED.includes(members[0]!.mark.kind)) return undefined;
  const own: Member[] = [];
  let quoting = false;
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!;
    const { index } = member.paragraph;
    const from = members[i - 1]?.paragraph.index ?? Math.max(0, index - ABOVE);
    let amendment: Paragraph | undefined;
    for (let p = index - 1; p >= from && !amendment; p--)
      if (amends(document.lineAt(p)!)) amendment = document.lineAt(p);
    quoting ||= amendment !== undefined;
    const expected = own.length > 0 ? own[own.length - 1]!.mark.value + 1 : 1;
    if (quoting && (member.mark.value !== expected || amendment?.text.includes(member.label))) continue;
    quoting = false;
    own.push(member);
  }
  return own.length < members.length ? own : undefined;
}

const CHANGES = /修改为|修订为|改为|调整为|表述为|更改为|增加|增写|新增|增设|作为第|补充/;
const LEADS_ON = /(?:[：:]|如下[。：]?|修改为|改为)$/;
/** What {@link LEADS_ON} ends with. */
const LEADS_ON_ENDS = new Characters('：:。下为');

/** 将第十条修改为：, 增加一节，作为第六节，内容如下：. */
function amends({ text, contentStart, contentEnd }: Paragraph): boolean {
  if (!LEADS_ON_ENDS.at(text, contentEnd - 1)) return false;
  if (contentEnd - contentStart < 4 || !LEADS_ON.test(text.slice(contentEnd - 4, contentEnd))) return false;
  return CHANGES.test(text.slice(contentStart, contentEnd));
}
