/** Meetings that the title and the line below it number differently: …第十五届委员会第八次全体会议决议 over （…第九次全体会议通过）. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { layout } from '../../../language/layout/layout.ts';
import { ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';
import type { Placed, Written } from './faults.ts';
import type { Source } from './sources.ts';

/** A meeting with its two numbers. Offsets relative to the paragraph. */
interface Session {
  /** 届 and 次. */
  readonly numbers: readonly [Written, Written];
  /** The body that meets: 委员会, 人民代表大会. */
  readonly body: string;
}

const NUMBER = `[${ONE_TO_TEN}]{1,4}`;
const MEETING = new RegExp(
  String.raw`第(?<term>${NUMBER})届(?<body>[\u4e00-\u9fff]{2,12}?)第(?<session>${NUMBER})次(?:全体)?会议`,
  'dg',
);
/** The line that says where and when stands so near below the title. */
const BELOW = 3;

const sessions = defineFact<readonly Session[]>('sessions in titles', ({ text }) => {
  if (!text.includes('次') || !text.includes('届')) return NONE;
  return [...text.matchAll(MEETING)].map(({ indices, groups }) => {
    const number = (name: string): Written => {
      const [start, end] = indices!.groups![name]!;
      return { start, end, value: readHanNumber(groups![name]!, 0)?.value ?? 0, han: true };
    };
    return { numbers: [number('term'), number('session')], body: groups!.body! };
  });
});

export function* sessionFaults(document: Document): Generator<Placed> {
  const { title } = document.model(layout);
  const own = title?.fact(sessions);
  if (!title || own?.length !== 1) return;
  for (const paragraph of captionsOf(document, title)) {
    const said = paragraph.fact(sessions).filter(({ body }) => body === own[0]!.body);
    if (said.length !== 1) continue;
    for (const i of [0, 1] as const) {
      const [right, stated] = [own[0]!.numbers[i], said[0]!.numbers[i]];
      if (right.value === stated.value) continue;
      const source: Source = {
        kind: 'title-session',
        start: title.start + right.start,
        end: title.start + right.end,
        text: title.text.slice(right.start, right.end),
      };
      const { start, end } = stated;
      yield {
        paragraph,
        fault: { kind: 'session', severity: 'warning', start, end, stated, right: right.value, source },
      };
    }
  }
}

/** The lines in brackets or behind a dash right below the title. */
function captionsOf(document: Document, title: Paragraph): Paragraph[] {
  return document
    .linesIn(title.index + 1, title.index + 1 + BELOW)
    .filter(({ content }) => /^[（(—]/.test(content));
}
