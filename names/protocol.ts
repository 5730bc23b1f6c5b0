/** What the names service and its worker say to each other, and the service as its callers see it. */
import type { Name } from '../rules/index.ts';

/** What the service sends to its worker. Texts of a request belong together. */
export interface NamesRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What the worker sends back. */
export type NamesReply =
  /** The worker cannot do its work on this machine, and starting it again will not help. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'names'; readonly id: number; readonly names: Name[][] };

/** Longest request, in UTF-16 units over all its texts: about a second's work. */
export const MOST_UNITS = 1_000_000;

/** Names as who asks for them sees it; where there is no Node nobody can be asked. */
export interface NamesService {
  /** False once nodejieba has turned out not to work here; true before it was tried. */
  readonly available: boolean;
  /** Why it is not available; undefined while it is. */
  readonly unavailableReason: string | undefined;
  /** Requests answered with no names because nobody has looked for any. */
  readonly unanswered: number;

  /**
   * Recognises the names in texts that belong together, such as the paragraphs of a draft: a person whom one
   * text introduces is recognised in the others. Starts the worker if need be.
   *
   * @param signal takes the request back; the promise is then rejected with the signal's reason
   * @returns for each text its names in order, without overlaps, in UTF-16 offsets of that text. Empty where
   *   names are unavailable, for requests above {@link MOST_UNITS} and when too many requests wait.
   */
  recognise(texts: readonly string[], signal?: AbortSignal): Promise<Name[][]>;

  /** Stops the worker and answers all that waits with no names. Resolves when the process is gone. */
  dispose(): Promise<void>;
}
