import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import type { Advert } from './detect/advert.ts';
import { adverts } from './detect/lines.ts';
import { reasonOf } from './detect/reasons.ts';
import { removeLines } from './detect/removal.ts';

/** The lines stand one below the other: so many are told of by themselves. */
const SHOWN = 3;

interface BlockMatch extends Match {
  readonly lines: readonly Advert[];
}

/** A cover page of adverts, or several advert lines in a row anywhere else: one finding, one fix. */
export const block = defineDocumentRule<BlockMatch>({
  id: 'advert/block',
  awaitsMore: true,
  severity: 'error',

  *find(document) {
    for (const lines of document.model(adverts).blocks) {
      const first = lines[0]!;
      const last = lines[lines.length - 1]!;
      yield { start: first.paragraph.start + first.start, end: last.paragraph.start + last.end, lines };
    }
  },

  explain({ lines }) {
    const said = lines.map((line) => ({ line, reason: reasonOf(line) }));
    return {
      message: `连续${lines.length}行广告或来源网站的水印（${shown(said)}），不属于文稿`,
      evidence: said.slice(0, SHOWN).map(({ line: { paragraph, start, end }, reason }) => ({
        start: paragraph.start + start,
        end: paragraph.start + end,
        message: `广告：${reason}`,
      })),
    };
  },

  fix({ lines }, document) {
    const edit = removeLines(document, lines[0]!.paragraph.index, lines[lines.length - 1]!.paragraph.index);
    return [
      {
        title: `删去这${lines.length}行广告及留下的空行`,
        edits: [edit],
        safe: lines.every(({ certain }) => certain),
      },
    ];
  },
});

/** What the first lines give themselves away by; who only stands among them is no evidence in words. */
function shown(said: readonly { readonly line: Advert; readonly reason: string }[]): string {
  const telling = said.filter(({ line: { reason } }) => reason.by === 'words' || reason.by === 'traits');
  const reasons = (telling.length > 0 ? telling : said).map(({ reason }) => reason);
  return [...new Set(reasons)].slice(0, SHOWN).join('、');
}
