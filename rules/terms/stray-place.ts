import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isNameOf } from '../../language/house/house-index.ts';
import { isMistaken, ownPlace } from '../../language/names/own-names.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { type OwnName, ownNames } from './words/own-names.ts';

interface Stray extends Match {
  readonly name: string;
  readonly own: string;
  /** Where the text calls its own place by name. */
  readonly source: Range;
  /** How often each stands there. */
  readonly counts: { readonly name: number; readonly own: number };
}

/** From so many mentions on a place is the one that the text is about; without a title it needs more. */
const OWN = 2;
/** A name that was left over has escaped its writer: it stands once or twice. */
const LEFT_OVER = 2;

/** What a text says of its own place alone: 安平县各级各部门, 安平县将继续抓好. */
const OWN_ROLE = new ShortList(
  (
    '委、 委和 委对 委政府 委县政府 委市政府 委区政府 委常委会 委全会 委经济工作 委已 委决定 委要求 委高度重视 政府工作 政府将 政府要 各级 各部门 各单位 各乡镇 各镇 上下 广大 干部群众 人民群众 全体 将 要 必须 应当 ' +
    '位于 地处 辖 总面积 始终 坚持 坚定 全面 实现了 完成了 高质量发展 经济社会 实际 改革发展 两会 委全面 委始终 委坚持'
  ).split(' '),
);
/** In a sentence with these another place is spoken of on purpose. */
const OF_OTHERS =
  /我县|我市|我区|我省|以[东西南北]|学习|借鉴|考察|结对|对口|合作|共建|毗邻|相邻|接壤|支援|帮扶|协作|联合|签订|先进经验|兄弟|友好|调研|历任|曾任|出生|祖籍|原籍|籍贯|搬迁|比较|对比|例如|比如|等地|分别/;
const BESIDE = new Characters('、和与及同跟向对到从由往距');
/** An organ's name with nothing behind it is a letterhead or a signature. */
const ORGANS = new ShortList(['人民政府办公室', '人民政府', '委办公室', '委员会']);
const SENTENCE_ENDS = new Characters('。；！？');

/** A place that is not the text's own in a part that only its own can have: left over from the text it was made from. */
export const strayPlace = defineDocumentRule<Stray>({
  id: 'terms/stray-place',
  since: '0.3.0',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const own = document.model(ownPlace);
    // What the house has told of its places is for terms/other-place.
    if (!own || isNameOf(document.house, own.place)) return;
    const byName = placesByName(document);
    const ours = byName.get(own.place) ?? [];
    if (ours.length < OWN) return;
    for (const [name, places] of byName) {
      const isOther = name.at(-1) === own.place.at(-1) && name !== own.place && !isMistaken(name, own.place);
      if (!isOther || places.length > LEFT_OVER) continue;
      for (const { paragraph, place } of places) {
        if (!isOwnRole(paragraph, place)) continue;
        yield {
          start: paragraph.start + place.start,
          end: paragraph.start + place.start + name.length,
          name,
          own: own.place,
          source: { start: own.start, end: own.end },
          counts: { name: places.length, own: ours.length },
        };
      }
    }
  },

  explain: ({ name, own, source, counts }) => ({
    message: `全文说的是“${own}”（${counts.own}处），“${name}”只有${counts.name}处，疑为旧稿残留的地名，请核对`,
    evidence: [{ ...source, message: `本文作“${own}”` }],
  }),

  fix: ({ start, end, own }) => [{ title: `改为“${own}”`, edits: [{ start, end, text: own }], safe: false }],
});

function placesByName(document: Document): Map<string, { paragraph: Paragraph; place: OwnName }[]> {
  const byName = new Map<string, { paragraph: Paragraph; place: OwnName }[]>();
  for (const paragraph of document.paragraphsWith(ownNames)) {
    for (const place of paragraph.fact(ownNames)) {
      const known = byName.get(place.name);
      if (known) known.push({ paragraph, place });
      else byName.set(place.name, [{ paragraph, place }]);
    }
  }
  return byName;
}

/** Whether the name is one (贫困县 is none), opens its clause, and does what only the text's own place does. */
function isOwnRole({ text, language }: Paragraph, { start, name }: OwnName): boolean {
  const end = start + name.length;
  if (BESIDE.at(text, start - 1) || !(OWN_ROLE.isAt(text, end) || isSigned(text, start, end))) return false;
  const tag = language.words.tagOf(name.slice(0, -1));
  if (tag !== undefined && !tag.startsWith('n')) return false;
  if (tag === 'n' || !language.words.isBoundary(text, start)) return false;
  const from = SENTENCE_ENDS.behindLast(text, 0, start);
  const to = SENTENCE_ENDS.next(text, end, text.length);
  return !OF_OTHERS.test(text.slice(from, to));
}

/** Whether a line begins with the place and has only its organ besides: 安平县人民政府办公室　　2026年4月2日. */
function isSigned(text: string, start: number, end: number): boolean {
  const organ = ORGANS.wordAt(text, end);
  if (organ === undefined || text.slice(0, start).trim() !== '') return false;
  return /^(?:文件)?[\s　]*(?:20\d\d年\d{1,2}月\d{1,2}日)?(?:印发)?$/.test(text.slice(end + organ.length));
}
