import {
  CheckedDocument,
  DocxError,
  describeProblem,
  fillDocument,
  reviewDocument,
  WordDocument,
  wordQuestions,
} from '../docx/index.ts';
import type { Configuration } from './configuration.ts';
import type { ServerContext } from './context.ts';
import type { Answer, Params, WordLine, WordProblem } from './protocol.ts';
import type { Sets } from './sets.ts';

/** Word documents: read for who shows them, and reviewed. The client brings the bytes; the server knows no files. */
export function word(
  { connection, linter, messages }: ServerContext,
  configuration: Configuration,
  sets: Sets,
): void {
  const open = async (uri: string, content: string) => {
    const { enable, outside, readings, sets: declared, ...settings } = await configuration.of(uri);
    const checked = new CheckedDocument(new WordDocument(bytesOf(content)), linter, settings);
    checked.stories[0]!.linted.accompany(sets.companionsOf(uri, declared));
    return checked;
  };

  /** What cannot be read is told, with what can be done. */
  const orProblem = async <T>(run: () => Promise<T>): Promise<T | WordProblem> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof DocxError)) throw error;
      return { problem: describeProblem(error, messages.language) };
    }
  };

  connection.onRequest<Answer<'gongwen/readWord'>, void>(
    'gongwen/readWord',
    ({ uri, content }: Params<'gongwen/readWord'>) =>
      orProblem(async () => {
        const checked = await open(uri, content);
        return { kind: checked.kind, lines: linesOf(checked), findings: findingsOf(checked) };
      }),
  );

  connection.onRequest<Answer<'gongwen/reviewWord'>, void>(
    'gongwen/reviewWord',
    ({ uri, content, author, fixes }: Params<'gongwen/reviewWord'>) =>
      orProblem(async () => {
        const { bytes, comments, changes } = reviewDocument(await open(uri, content), linter, {
          author,
          fixes,
        });
        return { content: base64Of(bytes), comments, changes };
      }),
  );

  connection.onRequest<Answer<'gongwen/wordQuestions'>, void>(
    'gongwen/wordQuestions',
    ({ uri, content }: Params<'gongwen/wordQuestions'>) =>
      orProblem(async () => {
        const questions = wordQuestions(await open(uri, content));
        return {
          questions: questions.map(({ group, label, phrase, places }) => ({
            group,
            label,
            phrase,
            places: places.map(({ start, end }) => ({ start, end })),
          })),
        };
      }),
  );

  connection.onRequest<Answer<'gongwen/fillWord'>, void>(
    'gongwen/fillWord',
    ({ uri, content, values }: Params<'gongwen/fillWord'>) =>
      orProblem(async () => {
        const byGroup = new Map(values.map(({ group, value }) => [group, value]));
        const { bytes, filled, open: left } = fillDocument(await open(uri, content), byGroup);
        return { content: base64Of(bytes), filled, open: left.length };
      }),
  );
}

function linesOf({ stories, text }: CheckedDocument): WordLine[] {
  return stories.flatMap(({ story, offset }) =>
    story.reading.lines.map(({ start, end, placed, row }): WordLine => {
      const [first] = placed;
      return {
        story: story.kind,
        start: offset + start,
        text: text.slice(offset + start, offset + end),
        row,
        level: first?.paragraph.outline ?? 0,
      };
    }),
  );
}

function findingsOf(checked: CheckedDocument): readonly Finding[] {
  return checked.findings().map((finding) => {
    const { ruleId, severity, start, end, message, basis } = finding;
    const evidence = finding.evidence.map((e) => e.message);
    return { ruleId, severity, start, end, message, basis, evidence, context: checked.context(finding) };
  });
}

type Finding = Extract<Answer<'gongwen/readWord'>, { kind: unknown }>['findings'][number];

export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

const CHUNK = 0x2000;
