/** Paths with slashes, whatever the machine: `/稿/讲话.txt`, `C:/稿/讲话.txt`. */

/** The folder of a path with slashes; undefined above the root. */
export function parentOf(path: string): string | undefined {
  const cut = path.lastIndexOf('/');
  if (cut < 0 || path === '/') return undefined;
  return cut === 0 ? '/' : path.slice(0, cut);
}

/** The name of a file below a folder. */
export function nameIn(folder: string, path: string): string {
  return path.slice(folder === '/' ? 1 : folder.length + 1);
}

/** A name in a folder, `.` and `..` taken out. */
export function joinPath(folder: string, name: string): string {
  if (/^(?:\/|[A-Za-z]:\/)/.test(name)) return name;
  const parts: string[] = [];
  for (const part of `${folder}/${name}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}
