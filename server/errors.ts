import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** For the log: the stack, which begins with the message, where there is one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The request is fine, but nothing can be said: the document is not open. */
export function requestFailed(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The answer would be about a text that is gone. The client asks again. */
export function contentModified(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, message);
}
