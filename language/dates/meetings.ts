/**
 * Meetings named by numbers: 党的十九届五中全会, 中国共产党第二十次全国代表大会, 十四届全国人大三次会议,
 * 全国政协十四届三次会议. Read around the hits of the lexicon list `dates.words`.
 * Offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { readHits } from '../text/hits.ts';
import { ONE_TO_TEN, readNumber } from '../text/numerals.ts';
import { dateWords } from './dates.ts';

export type MeetingKind = 'plenum' | 'congress' | 'npc' | 'cppcc';

export interface Meeting extends Range {
  readonly kind: MeetingKind;
  /** 届 (次 of a congress). */
  readonly term: number;
  /** Of plenums and sessions; 0 for a congress. */
  readonly session: number;
  /** How the term is named, as written: 届, 次, or 大 (十九大五中全会). */
  readonly counter: Range & { readonly text: string };
  /** Where the number of the session stands; undefined for a congress. */
  readonly number: (Range & { readonly han: boolean }) | undefined;
}

const HAN = `[${ONE_TO_TEN}]`;
const NUMBER = `(?:${HAN}{1,3}|[0-9０-９]{1,2})`;

/** Longest text before a hit that belongs to the name: 中国人民政治协商会议第十四届. */
const BEFORE = 24;

/** Names by what the hit is; matched from the beginning of the window, ending where they may. */
const NAMES: readonly { readonly hit: string; readonly kind: MeetingKind; readonly name: RegExp }[] = [
  {
    hit: 'plenum',
    kind: 'plenum',
    name: new RegExp(
      `(?<term>${HAN}{1,3})(?<counter>[届大])(?:${HAN}中?[、和])*(?<session>${HAN}{1,2})中全会`,
      'dg',
    ),
  },
  {
    hit: 'plenum-name',
    kind: 'plenum',
    name: new RegExp(`第(?<term>${NUMBER})(?<counter>届)中央委员会第(?<session>${NUMBER})次全体会议`, 'dg'),
  },
  {
    hit: 'congress-name',
    kind: 'congress',
    name: new RegExp(`(?:中国共产党|中共|党的)第(?<term>${NUMBER})(?<counter>[届次])全国代表大会`, 'dg'),
  },
  {
    hit: 'npc',
    kind: 'npc',
    name: new RegExp(
      `第?(?<term>${NUMBER})(?<counter>[届次])全国(?:人大|人民代表大会)第?(?<session>${NUMBER})次会议`,
      'dg',
    ),
  },
  {
    hit: 'cppcc',
    kind: 'cppcc',
    name: new RegExp(
      `(?:全国政协|中国人民政治协商会议)第?(?<term>${NUMBER})(?<counter>届)(?:全国委员会)?第?(?<session>${NUMBER})次会议`,
      'dg',
    ),
  },
];

/** Longest name behind its hit: 中国人民政治协商会议第|十四届全国委员会第十二次会议. */
const AFTER = 20;

export const meetings = defineFact<readonly Meeting[]>('meetings', { facts: [dateWords] }, (paragraph) => {
  return readHits(paragraph.fact(dateWords), (hit) => {
    const form = NAMES.find((f) => f.hit === hit.entry.value);
    return form && readName(paragraph.text, hit, form.kind, form.name);
  });
});

/** 省委十四届八中全会: a local committee has terms and sessions of its own. */
const LOCAL = /(?:[省市县区州旗盟镇乡]委|党委|党工委|局|省|市|县)第?$/;

/** The name that takes in the hit. */
function readName(text: string, hit: Range, kind: MeetingKind, name: RegExp): Meeting | undefined {
  const from = Math.max(0, hit.start - BEFORE);
  const window = text.slice(from, hit.end + AFTER);
  for (const match of window.matchAll(name)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start > hit.start || end < hit.end) continue;
    if (LOCAL.test(window.slice(0, match.index))) return undefined;
    const groups = match.groups!;
    const term = readNumber(groups.term!);
    const session = groups.session === undefined ? 0 : readNumber(groups.session);
    if (term === undefined || session === undefined) return undefined;
    const rangeOf = (name: string) => {
      const indices = match.indices!.groups![name];
      return indices && { start: from + indices[0], end: from + indices[1] };
    };
    const counter = { ...rangeOf('counter')!, text: groups.counter! };
    const number = rangeOf('session');
    return {
      kind,
      term,
      session,
      start,
      end,
      counter,
      number: number && { ...number, han: !/[0-9０-９]/.test(groups.session!) },
    };
  }
  return undefined;
}
