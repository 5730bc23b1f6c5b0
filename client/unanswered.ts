/** Which draft a server was at when it ended or fell silent: the one that has been waiting longest for its answer. */
export class Unanswered {
  readonly #now: () => number;
  readonly #waiting = new Map<object, { readonly uri: string; readonly since: number }>();

  /** @param now milliseconds from anywhere */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Something is asked about a draft. @returns to be called when it is answered, or no answer is wanted any more */
  ask(uri: string): () => void {
    const question = {};
    this.#waiting.set(question, { uri, since: this.#now() });
    return () => void this.#waiting.delete(question);
  }

  /** The draft that has been waiting longest, if for more than so many milliseconds; nobody waits for anything behind it. */
  takeOverdue(milliseconds: number): string | undefined {
    // In the order in which they were asked.
    const [first] = this.#waiting.values();
    this.#waiting.clear();
    return first && this.#now() - first.since > milliseconds ? first.uri : undefined;
  }
}
