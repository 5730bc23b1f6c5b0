import type { ServerContext } from './context.ts';

/** Placeholder until the engine takes names. */
export function names(_server: ServerContext): { dispose(): void } {
  return { dispose() {} };
}
