import { headingAt, type Renumbering, relevel } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { ServedDocument } from './served-document.ts';

/** Moving the heading on an offset's line, with everything under it, a level up and a level down, as far as it can go. */
export function headingMoves(
  { say }: Pick<ServerContext, 'say'>,
  { lint: { document } }: ServedDocument,
  offset: number,
): Renumbering[] {
  const heading = headingAt(document, offset);
  if (!heading) return [];
  return ([-1, 1] as const)
    .flatMap((by) => relevel(document, heading, by) ?? [])
    .map((move) => ({ ...move, title: say('numbering/', move.title) }));
}
