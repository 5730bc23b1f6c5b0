/** 填写占位符: what only the writer knows, by group, and the edits that put it in. */

import {
  countNames,
  type Document,
  doubtsAbout,
  gapsOf,
  offersFor,
  type Question,
  questionsOf,
  type Range,
  wholeCharacters,
} from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { rangeOf, textEdits } from './positions.ts';
import type { Answer, AskPlace, Params } from './protocol.ts';
import type { ServedDocument } from './served-document.ts';

/** Units of the line shown on either side of a gap. */
const CONTEXT = 40;

/** `gongwen/asks`, `gongwen/doubts` and `gongwen/fillEdits`. */
export function placeholders({ connection, documents, messages, say }: ServerContext): void {
  connection.onRequest(
    'gongwen/asks',
    async ({ uri }: Params<'gongwen/asks'>): Promise<Answer<'gongwen/asks'>> => {
      const document = await documents.required(uri);
      const text = document.lint.document;
      const groups = document.ask(() => {
        const names = countNames(text);
        return questionsIn(document).map(({ group, slot, label, phrase, places, constraints, ask }) => {
          const placed = places.map((place) => placeOf(place, text));
          const offers = offersFor(ask, placed[0]!, names, text.house);
          return {
            group,
            slot,
            label: messages.slot(slot, label),
            phrase,
            places: placed,
            constraints,
            offers,
          };
        });
      });
      const { version } = document;
      return { version, groups };
    },
  );

  connection.onRequest(
    'gongwen/doubts',
    async ({ uri, values }: Params<'gongwen/doubts'>): Promise<Answer<'gongwen/doubts'>> => {
      const document = await documents.required(uri);
      return document.ask(() => {
        const questions = new Map(questionsIn(document).map((question) => [question.group, question]));
        const doubts = values.flatMap(({ group, value }) => {
          const question = questions.get(group);
          if (!question) return [];
          const around = placeOf(question.places[0]!, document.lint.document);
          const messages = doubtsAbout(question, value, around).map((doubt) => say('placeholder/', doubt));
          return messages.length === 0 ? [] : [{ group, messages }];
        });
        return { doubts };
      });
    },
  );

  connection.onRequest(
    'gongwen/fillEdits',
    async ({ uri, version, values }: Params<'gongwen/fillEdits'>): Promise<Answer<'gongwen/fillEdits'>> => {
      const document = await documents.required(uri, version);
      const byGroup = new Map(values.map(({ group, value }) => [group, value]));
      const text = document.lint.document;
      const edits = document.ask(() =>
        questionsIn(document).flatMap(({ group, fill }) => {
          const value = byGroup.get(group);
          return value === undefined ? [] : fill(value);
        }),
      );
      return { version, edits: textEdits(text, edits) };
    },
  );
}

/** What the present text asks of the writer. */
export function questionsIn(document: ServedDocument): Question[] {
  return questionsOf(document.lint.document, gapsOf(document.evaluate().findings));
}

function placeOf(place: Range, document: Document): AskPlace {
  const line = document.paragraphAt(place.start);
  const start = place.start - line.start;
  const end = place.end - line.start;
  return {
    range: rangeOf(document, place),
    text: document.slice(place.start, place.end),
    before: wholeCharacters(line.source.slice(Math.max(0, start - CONTEXT), start)),
    after: wholeCharacters(line.source.slice(end, end + CONTEXT)),
  };
}
