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
