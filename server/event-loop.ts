/** Resolves after the event loop has gone round once: messages that wait (a cancellation, an edit) come first. */
export function afterEventLoopTurn(): Promise<void> {
  return new Promise((resolve) => {
    // Browsers have no setImmediate.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
