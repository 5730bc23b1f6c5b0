import {
  CheckedDocument,
  DocxError,
  describeProblem,
  fillDocument,
  reviewDocument,
  WordDocument,
  wordQuestions,
} from '../docx/index.ts';
import type { Linter } from '../rules/index.ts';
import { base64Of, bytesOf } from './bytes.ts';
import type { Configuration } from './configuration.ts';
import type { ServerContext } from './context.ts';
import type { Messages } from './messages.ts';
import { limited, patienceOf, tookTooLong } from './patience.ts';
import type { Answer, GongwenRequests, Params, WordLine, WordProblem } from './protocol.ts';
import type { Sets } from './sets.ts';

/** Word documents: read for who shows them, and reviewed. The client brings the bytes; the server knows no files. */
export function word(server: ServerContext, configuration: Configuration, sets: Sets): void {
  const { connection, linter, host, messages } = server;
  /** What `tell` says of a document; what cannot be read, or comes to no end, is told with what can be done. */
  const ask = async <T>(
    { uri, content }: Params<'gongwen/readWord'>,
    tell: (checked: CheckedDocument) => T,
  ): Promise<T | WordProblem> => {
    const { enable, outside, readings, sets: declared, ...settings } = await configuration.of(uri);
    const companions = sets.companionsOf(uri, declared);
    try {
      return limited(host, uri, () => {
        const checked = new CheckedDocument(new WordDocument(bytesOf(content)), linter, settings);
        checked.stories[0]!.linted.accompany(companions);
        return tell(checked);
      });
    } catch (error) {
      if (tookTooLong(error)) return { problem: messages.gaveUp(patienceOf(host)) };
      if (!(error instanceof DocxError)) throw error;
      return { problem: describeProblem(error, messages.language) };
    }
  };

  connection.onRequest<Answer<'gongwen/readWord'>, void>(
    'gongwen/readWord',
    (params: Params<'gongwen/readWord'>) => ask(params, (checked) => read(checked, server)),
  );
  connection.onRequest<Answer<'gongwen/reviewWord'>, void>(
    'gongwen/reviewWord',
    (params: Params<'gongwen/reviewWord'>) => ask(params, (checked) => review(checked, linter, params)),
  );
  connection.onRequest<Answer<'gongwen/wordQuestions'>, void>(
    'gongwen/wordQuestions',
    (params: Params<'gongwen/wordQuestions'>) => ask(params, (checked) => questions(checked, messages)),
  );
  connection.onRequest<Answer<'gongwen/fillWord'>, void>(
    'gongwen/fillWord',
    (params: Params<'gongwen/fillWord'>) => ask(params, (checked) => fill(checked, params)),
  );
}

/** The answer to a question, where there was no problem. */
type Told<M extends keyof GongwenRequests> = Exclude<Answer<M>, WordProblem>;

function read(checked: CheckedDocument, { told }: ServerContext): Told<'gongwen/readWord'> {
  const findings = told(checked.findings());
  return { kind: checked.kind, lines: linesOf(checked), findings: findingsOf(checked, findings) };
}

function review(
  checked: CheckedDocument,
  linter: Linter,
  { author, fixes }: Params<'gongwen/reviewWord'>,
): Told<'gongwen/reviewWord'> {
  const { bytes, comments, changes } = reviewDocument(checked, linter, { author, fixes });
  return { content: base64Of(bytes), comments, changes };
}

function questions(checked: CheckedDocument, messages: Messages): Told<'gongwen/wordQuestions'> {
  return {
    questions: wordQuestions(checked).map(({ group, slot, label, phrase, places }) => ({
      group,
      label: messages.slot(slot, label),
      phrase,
      places: places.map(({ start, end }) => ({ start, end })),
    })),
  };
}

function fill(checked: CheckedDocument, { values }: Params<'gongwen/fillWord'>): Told<'gongwen/fillWord'> {
  const byGroup = new Map(values.map(({ group, value }) => [group, value]));
  const { bytes, filled, open: left } = fillDocument(checked, byGroup);
  return { content: base64Of(bytes), filled, open: left.length };
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

function findingsOf(
  checked: CheckedDocument,
  findings: ReturnType<ServerContext['told']>,
): readonly Finding[] {
  return findings.map((finding) => {
    const { ruleId, severity, start, end, message, basis } = finding;
    const evidence = finding.evidence.map((e) => e.message);
    return { ruleId, severity, start, end, message, basis, evidence, context: checked.context(finding) };
  });
}

type Finding = Extract<Answer<'gongwen/readWord'>, { kind: unknown }>['findings'][number];
