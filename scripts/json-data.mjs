/**
 * Generated tables as text that `JSON.parse` reads: V8 takes several times as long over the same data written as an expression, and
 * that at each start of the command line.
 */
import { readFileSync } from 'node:fs';

/** `export const rows: Type = […] as const;` */
const DATA = /^export const (\w+)(?:: [^=]+)? = ([[{].*?)(?: as const)?;$/gm;
/** Below this many characters it does not matter. */
const SMALL = 2000;

/** @type {import('esbuild').Plugin} */
export const jsonData = {
  name: 'json-data',
  setup(build) {
    build.onLoad({ filter: /[\\/]generated[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(DATA, (whole, name, json) =>
        json.length < SMALL || !isJson(json) ? whole : `export const ${name} = JSON.parse(${JSON.stringify(json)});`,
      ),
    }));
  },
};

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
