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

/** The URI as VS Code writes it. */
export function uriOf(path: string): string {
  const [, scheme, authority, ...names] = path.split('/');
  return `${scheme}://${authority === NONE ? '' : authority}/${names.map(encodeURIComponent).join('/')}`;
}
