/** What LSP allows when: nothing before `initialize`, nothing but `exit` behind `shutdown`. */
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';

/** Handlers of these belong to the session itself. */
const ALWAYS = new Set(['onInitialize', 'onShutdown', 'onExit']);

/** The connection as features see it: handlers that they register answer no more once `ended` says so. */
export function inSession(connection: Connection, ended: () => boolean): Connection {
  const open =
    (handler: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) =>
      ended()
        ? new ResponseError(ErrorCodes.InvalidRequest, 'the session has been shut down')
        : handler(...args);
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof name === 'string' && /^on(?:[A-Z]|$)/.test(name) && !ALWAYS.has(name)) {
          return (...args: unknown[]) =>
            (value as (...args: unknown[]) => unknown).apply(
              target,
              args.map((arg) => (typeof arg === 'function' ? open(arg as () => unknown) : arg)),
            );
        }
        if (name === 'languages' || name === 'diagnostics' || name === 'inlineCompletion')
          return wrap(value as object);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return wrap(connection);
}

/** Requests that come before `initialize`, and those that nobody knows. */
export function refuseUnknown(connection: Connection, started: () => boolean): void {
  connection.onRequest((method: string) =>
    started()
      ? new ResponseError(ErrorCodes.MethodNotFound, `unhandled method ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'the session has not been initialised'),
  );
}
