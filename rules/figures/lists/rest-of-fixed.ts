/** The members of a fixed expression that are still to come: 大局意识、核心意识、看齐意识 behind “增强政治意识、”. */
import { EXPRESSIONS, type Expression } from './fixed.ts';

/** Units before the place in which the name may stand that the members belong to. */
const REACH = 60;
/** A shorter member alone tells nothing: 创新、 begins many lists. */
const LEAST_ALONE = 4;
const PAUSE = '、';

/**
 * What the list goes on with, to its end; undefined where no list of members ends at the place, or where it is complete.
 * @param left the text before the place, as much of the paragraph as there is
 */
export function restOfFixed(left: string): string | undefined {
  const near = left.slice(-REACH);
  const opened = /([\u4e00-\u9fff]{2,10})[”"]?(?:[：（(]|，即)$/.exec(near);
  if (opened) {
    const expression = certain.find(({ names }) => names.some((name) => opened[1]!.endsWith(name)));
    return expression && rest(expression, 0);
  }
  if (!near.endsWith(PAUSE)) return undefined;
  const items = near.slice(0, -PAUSE.length).split(/[、，；：（(“”]/);
  for (const expression of certain) {
    const at = lastMember(expression, items);
    if (at !== undefined && at + 1 < expression.members.length) return rest(expression, at + 1);
  }
  return undefined;
}

/** Lists that stand word for word in public texts, always in one order. */
const certain: readonly Expression[] = EXPRESSIONS.filter(
  ({ strict, source, members }) => strict && source === '公开文本' && members.length > 2,
);

/** Which member the items end with, where they leave no doubt that they are this expression's. */
function lastMember({ members, names }: Expression, items: readonly string[]): number | undefined {
  const last = items.at(-1) ?? '';
  const at = members.findIndex((wordings) => wordings.some((wording) => last.endsWith(wording)));
  if (at < 0) return undefined;
  if (at === 0) {
    const named = items.some((item) => names.some((name) => item.endsWith(name)));
    return named || (members[0]![0]!.length >= LEAST_ALONE && isOnlyOne(members[0]![0]!)) ? 0 : undefined;
  }
  const before = items.at(-2) ?? '';
  return members[at - 1]!.some((wording) => before.endsWith(wording)) ? at : undefined;
}

/** Whether no other expression has the member: 稳就业 is of 六稳 and of 四稳. */
function isOnlyOne(member: string): boolean {
  return certain.filter(({ members }) => members.some((wordings) => wordings.includes(member))).length === 1;
}

function rest({ members }: Expression, from: number): string {
  return members
    .slice(from)
    .map(([usual]) => usual)
    .join(PAUSE);
}
