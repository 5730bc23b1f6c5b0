/** 填写占位符: what only the writer knows, by group, and the edits that put it in. */

import {
  countNames,
  type Document,
  fillGaps,
  type Gap,
  gapsOf,
  groupGaps,
  offersFor,
  wholeCharacters,
} from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { rangeOf, textEdits } from './positions.ts';
import type { Answer, AskPlace, Params } from './protocol.ts';

/** Units of the line shown on either side of a gap. */
const CONTEXT = 40;

/** `gongwen/asks` and `gongwen/fillEdits`. */
export function placeholders({ connection, documents }: ServerContext): void {
  connection.onRequest(
    'gongwen/asks',
    async ({ uri }: Params<'gongwen/asks'>): Promise<Answer<'gongwen/asks'>> => {
      const document = await documents.required(uri);
      const { findings, version } = document.evaluate();
      const text = document.lint.document;
      const groups = document.ask(() => {
        const names = countNames(text);
        return groupGaps(gapsOf(findings)).map(({ ask, gaps, constraints }) => {
          const places = gaps.map((gap) => placeOf(gap, text));
          const { group, slot, label } = ask;
          return { group, slot, label, places, constraints, offers: offersFor(ask, places[0]!, names) };
        });
      });
      return { version, groups };
    },
  );

  connection.onRequest(
    'gongwen/fillEdits',
    async ({ uri, version, values }: Params<'gongwen/fillEdits'>): Promise<Answer<'gongwen/fillEdits'>> => {
      const document = await documents.required(uri, version);
      const byGroup = new Map(values.map(({ group, value }) => [group, value]));
      const text = document.lint.document;
      const { findings } = document.evaluate();
      const edits = document.ask(() => fillGaps(gapsOf(findings), byGroup));
      return { version, edits: textEdits(text, edits) };
    },
  );
}

function placeOf(gap: Gap, document: Document): AskPlace {
  const line = document.paragraphAt(gap.start);
  const start = gap.start - line.start;
  const end = gap.end - line.start;
  return {
    range: rangeOf(document, gap),
    text: document.slice(gap.start, gap.end),
    before: wholeCharacters(line.source.slice(Math.max(0, start - CONTEXT), start)),
    after: wholeCharacters(line.source.slice(end, end + CONTEXT)),
  };
}
