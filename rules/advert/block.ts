import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Advert, adverts } from './detect/lines.ts';
import { reasonOf } from './detect/reasons.ts';
import { removeLines } from './detect/removal.ts';

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
    return {
      message: `连续${lines.length}行广告或来源网站的水印（${shown(lines)}），不属于文稿`,
      evidence: lines.map((line) => ({
        start: line.paragraph.start + line.start,
        end: line.paragraph.start + line.end,
        message: `广告：${reasonOf(line)}`,
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
function shown(lines: readonly Advert[]): string {
  const telling = lines.filter(({ reason }) => reason.by === 'words' || reason.by === 'traits');
  return [...new Set((telling.length > 0 ? telling : lines).map(reasonOf))].slice(0, 3).join('、');
}
