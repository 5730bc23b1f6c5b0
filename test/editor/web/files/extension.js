// Files of the test, handed over by the server of the page; written in memory.
const vscode = require('vscode');

exports.activate = async ({ extensionUri, subscriptions }) => {
  const given = await (await fetch(extensionUri.with({ path: '/workspace.json' }).toString(true))).json();
  const files = new Map(
    Object.entries(given).map(([path, base64]) => [
      path,
      { bytes: Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)), mtime: 1 },
    ]),
  );
  const changes = new vscode.EventEmitter();
  const below = (path) => (path === '/' ? '/' : `${path}/`);
  const find = ({ path }) => {
    const file = files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  };
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      if ([...files.keys()].some((path) => path.startsWith(below(uri.path))))
        return { type: vscode.FileType.Directory, ctime: 0, mtime: 1, size: 0 };
      const { bytes, mtime } = find(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    },
    readDirectory({ path }) {
      const paths = [...files.keys()].filter((file) => file.startsWith(below(path)));
      const entries = paths.map((file) => {
        const [name, ...rest] = file.slice(below(path).length).split('/');
        return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
      });
      return [...new Map(entries)];
    },
    readFile: (uri) => find(uri).bytes,
    writeFile(uri, bytes) {
      const known = files.get(uri.path);
      files.set(uri.path, { bytes, mtime: (known?.mtime ?? 0) + 1 });
      changes.fire([{ type: known ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri }]);
    },
    createDirectory() {},
    delete(uri) {
      files.delete(uri.path);
      changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
    },
    rename() {},
  };
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider('test-files', provider, { isCaseSensitive: true }),
  );
};
