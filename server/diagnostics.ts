/** From findings to LSP diagnostics, the same for pull and push. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Document, type Evidence, type Finding, SEVERITIES, type Severity } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { Messages } from './messages.ts';
import { rangeOf } from './positions.ts';
import type { DiagnosticData } from './protocol.ts';
import type { Evaluation, ServedDocument } from './served-document.ts';

/** `Diagnostic.source`, and the last part of `source.fixAll.gongwen`. */
export const SOURCE = 'gongwen';

/** Documents of this scheme are rules' pages, for a client that provides `gongwen.explainRule`. */
const RULE_PAGE_SCHEME = 'gongwen-rule';

/** More would cost every key more than they help: a list of a thousand takes longer to send than the text to check. */
const MAX_DIAGNOSTICS = 200;

/** In a longer list the places that support a finding are told where it is looked at: in the hover. */
const MAX_WITH_PLACES = 100;

/** Places listed under one diagnostic: a hover is read at a glance, and a brand that stands in every line must not list every line at every line. */
export const MAX_RELATED = 6;

const LEVELS: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

type DiagnosticContext = Pick<ServerContext, 'client' | 'host' | 'messages'>;

export interface Judgement {
  /** Of the evaluation. */
  readonly id: string;
  /** In document order; of too many the gravest, and a last one that says so. Of a document that is given up, why. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a document is told of, unless the client knows that already: `undefined` for the evaluation of the given id. */
export function judge(
  server: ServerContext,
  document: ServedDocument,
  known?: string,
): Judgement | undefined {
  if (document.gaveUp === undefined) {
    try {
      // One limit for both: finding and putting into words.
      return document.ask(() => {
        const evaluation = document.evaluate();
        const { id } = evaluation;
        if (id !== known && document.enabled && document.isGarbled)
          return {
            id,
            diagnostics: [firstLine(document, DiagnosticSeverity.Error, server.messages.garbled)],
          };
        return id === known
          ? undefined
          : { id, diagnostics: diagnosticsOf(server, judged(document, evaluation)) };
      });
    } catch (error) {
      if (document.gaveUp === undefined) throw error;
    }
  }
  const { id } = document.evaluate();
  if (id === known) return undefined;
  return { id, diagnostics: [firstLine(document, DiagnosticSeverity.Warning, document.gaveUp)] };
}

/** What is said of the whole document. */
function firstLine(
  { lint: { document } }: ServedDocument,
  severity: DiagnosticSeverity,
  message: string,
): Diagnostic {
  const range = rangeOf(document, { start: 0, end: document.paragraphs[0]!.end });
  return { range, severity, source: SOURCE, message };
}

/** What was found in a text, wherever the text comes from. */
export interface Judged {
  readonly uri: string;
  readonly text: Document;
  readonly findings: readonly Finding[];
  /** Of the evaluation, where there may be questions about it. */
  readonly id?: string;
}

function judged({ uri, lint }: ServedDocument, { id, findings }: Evaluation): Judged {
  return { uri, text: lint.document, findings, id };
}

/** In document order; of too many the gravest, and a last one that says so. */
export function diagnosticsOf(server: DiagnosticContext, judged: Judged): Diagnostic[] {
  const { text, findings } = judged;
  const shown = gravest(findings, MAX_DIAGNOSTICS);
  const places = server.client.relatedInformation && shown.size <= MAX_WITH_PLACES;
  const diagnostics: Diagnostic[] = [];
  let hidden: Finding | undefined;
  for (const [i, finding] of findings.entries()) {
    if (shown.has(finding)) diagnostics.push(toDiagnostic(server, judged, i, places));
    else hidden ??= finding;
  }
  if (hidden) {
    diagnostics.push({
      range: rangeOf(text, hidden),
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: server.messages.tooMany(findings.length, shown.size),
    });
  }
  return diagnostics;
}

function gravest(findings: readonly Finding[], limit: number): ReadonlySet<Finding> {
  if (findings.length <= limit) return new Set(findings);
  const shown = new Set<Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (shown.size === limit) return shown;
      if (finding.severity === severity) shown.add(finding);
    }
  }
  return shown;
}

function toDiagnostic(
  { client, host, messages }: DiagnosticContext,
  { uri, text, findings, id }: Judged,
  index: number,
  places: boolean,
): Diagnostic {
  const finding = findings[index]!;
  const locationOf = (evidence: Evidence) => {
    const { elsewhere } = evidence;
    // Where the host names no files, what is in one of them is shown at the finding.
    if (!elsewhere || !host.configFiles) return { uri: uri, range: rangeOf(text, evidence) };
    const { path, line, start, end } = elsewhere;
    const range = { start: { line, character: start }, end: { line, character: end } };
    return { uri: host.configFiles.uriOf(path), range };
  };
  // In the product's own client the rule's page opens inside the editor, without a network.
  const pageOf = (ruleId: string) =>
    client.explainRule ? `${RULE_PAGE_SCHEME}:/${ruleId}.md` : host.ruleUrl?.(ruleId);
  const diagnostic: Diagnostic = {
    range: rangeOf(text, finding),
    severity: LEVELS[finding.severity],
    source: SOURCE,
    code: finding.ruleId,
    message: messageOf(finding, messages),
    ...(id !== undefined && { data: { finding: `${id}:${index}` } satisfies DiagnosticData }),
  };
  const href = client.codeDescription ? pageOf(finding.ruleId) : undefined;
  if (href !== undefined) diagnostic.codeDescription = { href };
  if (places && finding.evidence.length > 0) {
    const hidden = finding.evidence.length - MAX_RELATED;
    diagnostic.relatedInformation = finding.evidence.slice(0, MAX_RELATED).map((evidence, i) => ({
      location: locationOf(evidence),
      message:
        hidden > 0 && i === MAX_RELATED - 1 ? messages.andMore(evidence.message, hidden) : evidence.message,
    }));
  }
  return diagnostic;
}

/** Standard and clause behind what is wrong, unless the message names them itself. */
function messageOf({ message, basis }: Finding, messages: Messages): string {
  return basis === undefined || message.includes(basis) ? message : messages.because(message, basis);
}
