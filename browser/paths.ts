/**
 * Files of a browser's workspace have URIs of many schemes (`vscode-vfs://github/…`) and no paths. Configuration speaks of paths with slashes:
 * these hold the scheme and the authority as their first two folders.
 */

/** What stands for no authority. */
const NONE = '-';

/** Undefined for a draft that was never saved. */
export function pathOf(uri: string): string | undefined {
  const { protocol, host, pathname } = new URL(uri);
  if (protocol === 'untitled:') return undefined;
  return `/${protocol.slice(0, -1)}/${host || NONE}${decoded(pathname)}`;
}

/** As it stands where it is no encoding: a client may write what it likes. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The URI as VS Code writes it: documents that are open are known by that. */
export function uriOf(path: string): string {
  const [, scheme, given, ...names] = path.split('/');
  const authority = given === NONE ? '' : given;
  const root = authority || scheme === 'file' ? `${scheme}://${authority}` : `${scheme}:`;
  return `${root}/${names.map(encoded).join('/')}`;
}

/** More than `encodeURIComponent` does: `讲话稿(1).txt` is a usual name. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
