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

/** One line of a template: `(a|b)` is a choice, `(a|b)?` and `a?` may be left out, `{name}` a slot, `\\` takes the next mark as it is. */
export function expand(template, next) {
  return new Expansion(template, next).sequence(false).trim();
}

class Expansion {
  #template;
  #next;
  #at = 0;

  constructor(template, next) {
    this.#template = template;
    this.#next = next;
  }

  /** What stands up to the end, or, in a group, one of its choices. */
  sequence(inGroup) {
    const choices = [''];
    while (this.#at < this.#template.length) {
      const char = this.#template[this.#at++];
      if (inGroup && char === ')') return pick(choices, this.#next);
      if (inGroup && char === '|') choices.push('');
      else choices.push(this.#append(choices.pop(), char));
    }
    return choices.join('|');
  }

  /** A choice with what one character of the template adds to it. */
  #append(choice, char) {
    switch (char) {
      case '\\':
        return choice + this.#template[this.#at++];
      case '(':
        return choice + this.#group();
      case '{':
        return choice + this.#slot();
      case '?':
        if (choice === '') return char;
        return this.#next() < 0.5 ? choice.slice(0, -1) : choice;
      default:
        return choice + char;
    }
  }

  #group() {
    const chosen = this.sequence(true);
    if (this.#template[this.#at] !== '?') return chosen;
    this.#at++;
    return this.#next() < 0.4 ? '' : chosen;
  }

  #slot() {
    const close = this.#template.indexOf('}', this.#at);
    const list = slots.get(this.#template.slice(this.#at, close));
    if (!list) return '{';
    this.#at = close + 1;
    return expand(pick(list, this.#next), this.#next);
  }
}

const pick = (list, next) => list[Math.floor(next() * list.length)];
