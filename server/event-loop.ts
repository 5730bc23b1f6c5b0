/** Resolves after the event loop has gone round once: messages that wait (a cancellation, an edit) come first. */
export function afterEventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate) setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Browsers have none. */
const { setImmediate } = globalThis as { readonly setImmediate?: (run: () => void) => void };
