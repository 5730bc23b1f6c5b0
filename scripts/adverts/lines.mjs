/** Invented lines: those that sites leave in a text (`leftovers.txt`) and tempting ones of official texts (`honest.txt`). */
import { readFileSync } from 'node:fs';

const PLACES = { n: 'title', c: 'cover', h: 'head', b: 'body', t: 'tail', i: 'inside' };
const read = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const slots = new Map(
  read('slots.txt').map((line) => {
    const at = line.indexOf(':');
    return [
      line.slice(0, at),
      line
        .slice(at + 1)
        .trim()
        .split('|'),
    ];
  }),
);

/** A source of numbers below 1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The templates with their places. @returns {{places: string[], template: string}[]} */
export function leftoverTemplates() {
  return read('leftovers.txt').map(split);
}

/** @returns {{places: string[], line: string}[]} */
export function honestLines() {
  return read('honest.txt').map((row) => {
    const { places, template } = split(row);
    return { places, line: template };
  });
}

function split(row) {
  const at = row.indexOf(': ');
  return {
    places: row
      .slice(0, at)
      .split(',')
      .map((p) => PLACES[p]),
    template: row.slice(at + 2),
  };
}

/** One line of a template: `(a|b)` is a choice, `(a|b)?` and `a?` may be left out, `{name}` a slot, `\` takes the next mark as it is. */
export function expand(template, next) {
  let at = 0;
  const pick = (list) => list[Math.floor(next() * list.length)];
  function sequence(inGroup) {
    const choices = [''];
    while (at < template.length) {
      const char = template[at++];
      if (char === '\\') choices[choices.length - 1] += template[at++];
      else if (char === '(') {
        let chosen = sequence(true);
        if (template[at] === '?') {
          at++;
          if (next() < 0.4) chosen = '';
        }
        choices[choices.length - 1] += chosen;
      } else if (inGroup && char === '|') choices.push('');
      else if (inGroup && char === ')') return pick(choices);
      else if (char === '{') {
        const close = template.indexOf('}', at);
        const name = template.slice(at, close);
        const list = slots.get(name);
        if (list) {
          choices[choices.length - 1] += expand(pick(list), next);
          at = close + 1;
        } else choices[choices.length - 1] += char;
      } else if (char === '?' && choices[choices.length - 1] !== '') {
        if (next() < 0.5) choices[choices.length - 1] = choices[choices.length - 1].slice(0, -1);
      } else choices[choices.length - 1] += char;
    }
    return choices.join('|');
  }
  return sequence(false).trim();
}
