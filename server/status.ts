import { DEFAULT_PRESET, PRESET_NAMES, type Severity } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { StatusParams } from './protocol.ts';

/** `gongwen/status`: what a status bar shows, after every evaluation. */
export function status({ connection, client, documents }: ServerContext): void {
  if (!client.status) return;
  documents.onDidEvaluate(({ document, evaluation }) => {
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const { severity } of evaluation.findings) counts[severity]++;
    if (document.isGarbled) counts.error = 1;
    const { version, kind, milliseconds } = evaluation;
    const params: StatusParams = {
      uri: document.uri,
      version,
      ours: document.isOurs,
      enabled: document.enabled,
      kind,
      preset: PRESET_NAMES.find((name) => name === document.lint.settings.preset) ?? DEFAULT_PRESET,
      counts,
      milliseconds,
      ...(document.lacksNames && { namesMissing: true }),
    };
    void connection.sendNotification('gongwen/status', params);
  });
}
