/** Drafts of any size out of `samples/`, the same in every run: no draft like another, as in a folder of real ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = ['讲话稿.txt', '通知.txt'];
/** Two of these name the battles of a copy: what one copy declares must not be declared by all others too. */
const NAMES = [...'春夏晨晓风云山川江河金石松柏兰竹东南西北红蓝青白天地星月平安和顺新启宏远'];
const FILLINGS = ['张', '李', '王', '赵', '3', '7', '12', '45'];

/** The paragraphs of the sample speech, without its cover. */
export function paragraphsOf(root) {
  return samples(root)[0]
    .split('\n')
    .filter((line) => line.length > 40);
}

/**
 * The states of work that drafts are measured in. `written`, as worked on: adverts taken out, nineteen gaps of twenty filled
 * in. `downloaded`: all adverts and a third of the gaps, a finding every hundred and thirty characters, as in whole speeches and
 * reports from resale sites. `dense`: the samples as they are, which show all kinds of slips on two pages, a finding every
 * eighty characters; whole texts are not like that.
 */
export const STATES = ['written', 'downloaded', 'dense'];

/**
 * About `size` UTF-16 units: the samples over and over, other digits and fillings in every copy. Cut at a line break.
 * @param {'written' | 'downloaded' | 'dense'} state
 * @param {(text: string) => string} withoutAdverts
 */
export function draftOf(root, size, state, withoutAdverts) {
  const texts = state === 'written' ? samples(root).map(withoutAdverts) : samples(root);
  let draft = '';
  for (let copy = 0; draft.length < size; copy++) draft += vary(texts[copy % texts.length], copy, state);
  return draft.slice(0, draft.lastIndexOf('\n', size) + 1);
}

function samples(root) {
  return SAMPLES.map((name) => readFileSync(join(root, 'samples', name), 'utf8'));
}

/** One gap of so many is left. */
const LEFT = { written: 20, downloaded: 3, dense: 5 };

function vary(text, copy, state) {
  if (copy === 0 && state === 'dense') return text;
  let n = 0;
  // Small multiplicative steps: spread, deterministic, no library.
  const next = (limit) => {
    n++;
    return Math.abs(Math.imul(copy * 7919 + n, 2654435761) >> 8) % limit;
  };
  const digits = text.replace(/\d+/g, (number) =>
    number.replace(/\d/g, (digit, i) =>
      i === 0 ? String(1 + next(9)) : String((Number(digit) + next(10)) % 10),
    ),
  );
  const name = NAMES[copy % NAMES.length] + NAMES[Math.floor(copy / NAMES.length) % NAMES.length];
  const named = digits.replaceAll('攻坚战', `${name}攻坚战`);
  if (state === 'dense' && copy % 3 !== 1) return named;
  const left = LEFT[state];
  return named.replace(/×+|XX+/g, (gap) => (next(left) === 0 ? gap : FILLINGS[next(FILLINGS.length)]));
}

/** A draft of about a size as it is sent off: lines that anything is found in are left out, until nothing is found. */
export function cleanDraftOf(root, size, linter) {
  let text = draftOf(root, size * 3, 'written', (draft) => draft);
  for (;;) {
    const linted = linter.open(text);
    const wrong = new Set(linted.findings().map(({ start }) => linted.document.indexAt(start)));
    if (wrong.size === 0) {
      const end = text.indexOf('\n', size) + 1;
      if (end === 0 || end === text.length) return text;
      text = text.slice(0, end);
    } else {
      const rest = linted.document.paragraphs.filter((_, i) => !wrong.has(i));
      text = rest.map(({ source }) => source).join('\n');
    }
  }
}
