/** How long anything may take that is asked of a text, for all who ask. */
import type { ServerHost } from './host.ts';

/** Milliseconds: a megabyte is checked in one of them. */
const PATIENCE = 10_000;

/** In seconds, to be told. */
export function patienceOf(host: Pick<ServerHost, 'delays'>): number {
  return (host.delays?.document ?? PATIENCE) / 1000;
}

/**
 * What `run` returns, or throws; throws an error that {@link tookTooLong} knows where it comes to no end, and the host can tell.
 * @param uri whose text it is about
 */
export function limited<T>(host: Pick<ServerHost, 'within' | 'delays'>, uri: string, run: () => T): T {
  return host.within ? host.within(host.delays?.document ?? PATIENCE, run, uri) : run();
}

export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && error.name === 'TookTooLong';
}
