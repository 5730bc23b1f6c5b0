/**
 * The place and the organ that a document is of, and names in it that are theirs but for one character: 青河县 in a text of
 * 清河县, 规划与自然资源局 in one of 规划和自然资源局. Ranges of facts are relative to the paragraph, of models absolute.
 */
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel, sameFields } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { rows } from '../../generated/names-alike.ts';
import { layout } from '../layout/layout.ts';
import { Characters, onlyDifference } from '../text/characters.ts';

const LEVELS = new Characters('县镇乡区市');
const JOINING = new Characters('和与及');
/** What no place of two characters is written with: 全县, 我市, 各乡镇. */
const NO_NAME = new Characters(
  '全我各本该某每邻县镇乡区市省村个两几多等和与及在到为是的了向对由把被将从外内新老辖属并请使让据则而且即均',
);
const TOWN = new Characters('城');
/** 关于|清河县, 在|清河县: what stands before a place without being part of it. */
const LOCALITY = 3;

/** A name of two characters and its level, wherever it stands. */
export interface Locality extends Range {
  readonly name: string;
  /** Whether the text tells of it as of its own: 安源县境内水系发达, at the head of a sentence. */
  readonly described: boolean;
}

const DESCRIBED =
  /^(?:境内|位于|地处|总面积|辖区|下辖|辖|现辖|常住人口|总人口|县城(?:以上|位于)|设有?|属于?)/;

const localities = defineFact<readonly Locality[]>('localities', (paragraph) => {
  const { text, contentEnd } = paragraph;
  const found: Locality[] = [];
  for (
    let i = LEVELS.next(text, LOCALITY - 1, contentEnd);
    i < contentEnd;
    i = LEVELS.next(text, i + 1, contentEnd)
  ) {
    const start = i - LOCALITY + 1;
    // 宁城县; but 城区, 城镇, 城乡 and 城市 are no names.
    if (text[i] !== '县' && TOWN.isIn(text, start, i)) continue;
    // 首都|都市圈
    if (text[i - 1] === '都' && text[i + 1] === '圈') continue;
    if (start < 0 || NO_NAME.isIn(text, start, i) || !/^[\u4e00-\u9fff]{2}/.test(text.slice(start, i)))
      continue;
    const opens = start === paragraph.contentStart || '。；'.includes(text[start - 1]!);
    const described = opens && DESCRIBED.test(text.slice(i + 1, i + 7));
    found.push({ start, end: i + 1, name: text.slice(start, i + 1), described });
  }
  return found;
});

/** A locality where it stands. */
export interface PlacedLocality {
  readonly paragraph: Paragraph;
  readonly locality: Locality;
}

/** The localities that the document tells of, and where, by name. */
export const localitiesByName = defineModel<{ readonly entries: GroupedEntries<PlacedLocality> }>(
  'localities by name',
  (document, previous) => {
    const entries =
      previous?.entries ??
      new GroupedEntries<PlacedLocality>(
        (paragraph) => paragraph.fact(localities).map((locality) => ({ paragraph, locality })),
        ({ locality }) => locality.name,
      );
    entries.syncTo(document, localities);
    return { entries };
  },
);

/** 规划|和|自然资源局: what two parts of a name are joined by. */
interface Joint extends Range {
  readonly before: string;
  readonly after: string;
}

const PART = 8;
const ORGAN = /^[\u4e00-\u9fff]{2,7}(?:局|委员会|厅|中心)/;

export const joints = defineFact<readonly Joint[]>('joints of names', (paragraph) => {
  const { text, contentEnd } = paragraph;
  const found: Joint[] = [];
  for (let i = JOINING.next(text, 0, contentEnd); i < contentEnd; i = JOINING.next(text, i + 1, contentEnd)) {
    const after = ORGAN.exec(text.slice(i + 1, i + 1 + PART + 3))?.[0];
    if (after === undefined) continue;
    found.push({ start: i, end: i + 1, before: text.slice(Math.max(0, i - PART), i), after });
  }
  return found;
});

/** What a document calls its own, with the place where it does. */
export interface Own extends Range {
  readonly place: string;
}

/** A signature is short and stands among the last lines. */
const SIGNATURE = 24;
const LAST_LINES = 6;
/** Among these the title is looked for where nothing shows it. */
const FIRST_LINES = 2;
const ISSUER = /(?:人民政府|办公室|局|委员会|委|厅|办|指挥部|领导小组)$/;

/** The title's place, or the signature's; none where they disagree on the level of one. */
export const ownPlace = defineModel<Own | undefined>(
  'own place',
  (document: Document) => {
    const { title } = document.model(layout);
    const titled =
      title ??
      document.paragraphs.slice(0, FIRST_LINES).find((p) => isTitleLike(p) && p.fact(localities).length > 0);
    const inTitle = titled && placeIn(titled);
    if (inTitle) return inTitle;
    const { paragraphs } = document;
    for (let i = paragraphs.length - 1; i >= Math.max(0, paragraphs.length - LAST_LINES); i--) {
      const line = paragraphs[i]!;
      if (line.contentEnd - line.contentStart > SIGNATURE || !ISSUER.test(line.content)) continue;
      return placeIn(line);
    }
    return undefined;
  },
  sameFields,
);

function isTitleLike({ content }: Paragraph): boolean {
  return content.length <= LONGEST_TITLE && !/[。；，：]/.test(content);
}

function placeIn(paragraph: Paragraph): Own | undefined {
  const [first, ...others] = paragraph.fact(localities);
  let own = first;
  // 安源市|青河县: the lower of the two.
  for (const other of others) if (other.start === own!.end) own = other;
  return own && { start: paragraph.start + own.start, end: paragraph.start + own.end, place: own.name };
}

const alike = new Map<string, Set<string>>();
for (const { characters } of rows)
  for (const character of characters) {
    const group = alike.get(character) ?? new Set<string>();
    for (const other of characters) group.add(other);
    alike.set(character, group);
  }

/** Whether one character of names is mistaken for the other: 青 for 清, 水 for 永. */
export function areAlike(one: string, other: string): boolean {
  return alike.get(one)?.has(other) === true;
}

/** Whether two names differ in one character that is mistaken for the other: 清河县 and 青河县, not 东岭镇 and 西岭镇. */
export function isMistaken(name: string, own: string): boolean {
  const at = name.length === own.length ? onlyDifference(name, 0, own) : undefined;
  return at !== undefined && areAlike(name[at]!, own[at]!);
}

/** The organ at the head of the title, where its name has two parts: 河东区规划|和|自然资源局. */
export const ownJoint = defineModel<(Joint & { readonly word: string }) | undefined>(
  'own joint',
  (document) => {
    const first = document.paragraphs
      .slice(0, FIRST_LINES)
      .find((p) => isTitleLike(p) && p.fact(joints).length > 0);
    const joint = first?.fact(joints)[0];
    if (!first || !joint || joint.start - first.contentStart > NAME_WITHIN) return undefined;
    const { start, end, before, after } = joint;
    return {
      start: first.start + start,
      end: first.start + end,
      before,
      after,
      word: first.text.slice(start, end),
    };
  },
  sameFields,
);

/** In characters. */
const LONGEST_TITLE = 40;
/** The name of the place that a title is of stands among its first characters. */
const NAME_WITHIN = 12;
