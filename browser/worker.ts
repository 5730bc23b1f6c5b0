/**
 * The language server as a worker of the browser's: waits for its tables, then serves. The engine reads them when it is loaded, which is
 * therefore done behind that.
 */
import { type Handed, READY } from './handed.ts';

addEventListener(
  'message',
  async ({ data }: MessageEvent<Handed>) => {
    try {
      // Where `generated/packed.ts` of this bundle looks for them; in a buffer of their own, since numbers are read at multiples of their length.
      Object.assign(globalThis, { gongwenPacked: data.packed.slice() });
      const { serve } = await import('./serve.ts');
      serve(data);
      postMessage(READY);
    } catch (error) {
      postMessage(String(error));
    }
  },
  { once: true },
);
