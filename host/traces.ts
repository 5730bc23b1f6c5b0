/** Traces of errors that name the sources, for who works on them: `node --enable-source-maps dist/cli.js DRAFT`. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';

/**
 * Has the traces of a bundle name its sources where Node was asked for that and the build has made a map: Node does so by itself only
 * for files that it has loaded itself. The map is read when the first error is shown.
 */
export function traceToSources(bundle: string): void {
  const file = `${bundle}.map`;
  if (!process.sourceMapsEnabled || !existsSync(file)) return;
  let map: SourceMap | undefined;
  const placeOf = (site: NodeJS.CallSite): string => {
    if (site.getFileName() !== bundle) return `${site}`;
    map ??= new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
    const origin = map.findOrigin(site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
    if (!('fileName' in origin)) return `${site}`;
    const place = `${resolve(dirname(bundle), origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}`;
    const name = site.getFunctionName();
    return name === null ? place : `${name} (${place})`;
  };
  Error.prepareStackTrace = (error, sites) =>
    [`${error}`, ...sites.map((site) => `    at ${placeOf(site)}`)].join('\n');
}
