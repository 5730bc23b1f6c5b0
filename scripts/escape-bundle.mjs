/**
 * Makes a bundle ASCII: esbuild leaves what is no ASCII in patterns as it is. The bundle is all but one line long, so that every escape
 * moves what stands behind it, and with it the columns of the source map.
 */

/** `\u4e00` for `一`. */
const GROWTH = 5;

/**
 * @param {string} code
 * @param {{ mappings: string }} [map] its source map, as esbuild writes it
 * @returns the code and the map with every unit that is no ASCII escaped
 */
export function escapeBundle(code, map) {
  // A backslash before such a character would take in the escape.
  if (/\\[^\0-\x7f]/.test(code)) throw new Error('the bundle escapes a character that needs no escape');
  const escaped = code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (!map) return { code: escaped };
  const lines = code.split('\n');
  const mappings = map.mappings.split(';').map((segments, i) => moveColumns(segments, lines[i] ?? ''));
  return { code: escaped, map: { ...map, mappings: mappings.join(';') } };
}

/** The segments of one line: the first number of each is its column, told from the segment before. */
function moveColumns(segments, line) {
  if (segments === '') return '';
  let column = 0;
  let moved = 0;
  let seen = 0;
  let escapes = 0;
  const move = (segment) => {
    const { value, end } = readNumber(segment);
    column += value;
    for (; seen < column; seen++) if (line.charCodeAt(seen) > 0x7f) escapes++;
    const step = column + escapes * GROWTH - moved;
    moved += step;
    return writeNumber(step) + segment.slice(end);
  };
  return segments.split(',').map(move).join(',');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first number of a segment: base 64, five bits a digit from the lowest on, another digit where the sixth is set; the lowest bit of all is the sign. */
function readNumber(segment) {
  let bits = 0;
  let end = 0;
  for (let shift = 0, more = true; more; shift += 5) {
    const digit = DIGITS.indexOf(segment[end++]);
    bits |= (digit & 31) << shift;
    more = digit > 31;
  }
  return { value: bits & 1 ? -(bits >>> 1) : bits >>> 1, end };
}

function writeNumber(value) {
  let bits = value < 0 ? (-value << 1) | 1 : value << 1;
  let written = '';
  do {
    const digit = bits & 31;
    bits >>>= 5;
    written += DIGITS[bits > 0 ? digit | 32 : digit];
  } while (bits > 0);
  return written;
}
