import { type Hover, MarkupKind, type Position, type ServerCapabilities } from 'vscode-languageserver';
import { type Document, describeFigure, type FigureReading, type Finding } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { MAX_RELATED } from './diagnostics.ts';
import { offsetAt, positionAt, rangeOf, touches } from './positions.ts';
import type { ServedDocument } from './served-document.ts';

/**
 * Over a finding: its rule's name and summary, and the basis; message and related places the client shows itself, and only one that
 * does not is told the evidence. Over a figure, where the settings ask for it: how it was read.
 */
export function hover(server: ServerContext): ServerCapabilities {
  const { connection, documents } = server;

  connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
    const document = await documents.settled(textDocument.uri);
    if (!document || token.isCancellationRequested) return null;
    return document.ask(() => hoverAt(server, document, position));
  });

  return { hoverProvider: true };
}

function hoverAt(server: ServerContext, document: ServedDocument, position: Position): Hover | null {
  const at = offsetAt(document.lint.document, position);
  const found = document.evaluate().findings.filter((f) => touches(f, { start: at, end: at }));
  const figure = document.enabled && document.readings ? figureAt(document.lint.document, at) : undefined;
  const spots = [...found, ...(figure ? [figure] : [])];
  if (spots.length === 0) return null;
  const smallest = spots.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const markdown = server.client.markdownHover;
  // Findings of one rule at one place share its name and summary.
  const rules = [...new Set(found.map((f) => f.ruleId))];
  const sections = rules.map((ruleId) =>
    section(
      server,
      ruleId,
      found.filter((f) => f.ruleId === ruleId),
      document,
      markdown,
    ),
  );
  if (figure) sections.push(reading(server, figure, markdown));
  return {
    contents: {
      kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: sections.join(markdown ? '\n\n---\n\n' : '\n\n'),
    },
    range: rangeOf(document.lint.document, smallest),
  };
}

function section(
  server: ServerContext,
  ruleId: string,
  findings: readonly Finding[],
  document: ServedDocument,
  markdown: boolean,
): string {
  const text = markdown ? escapeMarkdown : (plain: string) => plain;
  const page = server.rulePage(ruleId);
  const parts = [
    markdown ? `**${text(page?.title ?? ruleId)}** \`${ruleId}\`` : `${page?.title ?? ''} ${ruleId}`.trim(),
  ];
  if (page) parts.push(text(page.summary));
  const told = evidenceOf(server, findings, document, text);
  if (told !== '') parts.push(told);
  for (const basis of new Set(findings.flatMap((f) => f.basis ?? [])))
    parts.push(text(server.messages.basis(basis)));
  return parts.join(markdown ? '\n\n' : '\n');
}

/** The evidence as a list, for a client that does not show it itself; `''` where there is none to tell. */
function evidenceOf(
  { client, messages }: ServerContext,
  findings: readonly Finding[],
  document: ServedDocument,
  text: (plain: string) => string,
): string {
  if (client.relatedInformation) return '';
  const lines = findings
    .flatMap(({ evidence }) => evidence)
    .map(({ start, message, elsewhere }) => {
      if (elsewhere) return `- ${text(`${elsewhere.path}:${elsewhere.line + 1} ${message}`)}`;
      const { line } = positionAt(document.lint.document, start);
      return `- ${text(messages.line(line + 1, message))}`;
    });
  const shown = [...new Set(lines)];
  const hidden = shown.length - MAX_RELATED;
  if (hidden > 0) shown.splice(MAX_RELATED, hidden, `- ${text(messages.andMore('…', hidden))}`);
  return shown.join('\n');
}

function reading(server: ServerContext, { text, lines }: FigureReading, markdown: boolean): string {
  const plain = server.messages.figure(text);
  const title = markdown ? `**${escapeMarkdown(plain)}**` : plain;
  const said = lines.map((line) => server.say('figures/', line));
  const list = said.map((line) => `- ${markdown ? escapeMarkdown(line) : line}`).join('\n');
  return `${title}${markdown ? '\n\n' : '\n'}${list}`;
}

/** The figure that holds the unit behind the offset, else the one that ends there: 2024年|3月 is about the month. */
function figureAt(document: Document, offset: number): FigureReading | undefined {
  const behind = describeFigure(document, offset + 1);
  return behind && behind.start <= offset ? behind : describeFigure(document, offset);
}

/** Text of the writer's must not turn into markup, nor an address in it into a link: `**`, `<b>` and `[1]` are what rules talk about. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&:@$]/g, '\\$&');
}
