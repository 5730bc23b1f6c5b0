/**
 * Loaded into a process before anything else: notes every connection it opens and every file it writes, makes or removes, a line
 * each, in the file that GONGWEN_TRACE names.
 */
const fs = require('node:fs');
const net = require('node:net');
const dgram = require('node:dgram');
const dns = require('node:dns');

const file = process.env.GONGWEN_TRACE;
const append = fs.appendFileSync;
let noting = false;
function note(what) {
  if (noting) return;
  noting = true;
  append(file, `${what}\n`);
  noting = false;
}

function watch(target, name, describe) {
  const original = target[name];
  if (typeof original !== 'function') return;
  target[name] = function (...args) {
    const said = describe(args);
    if (said) note(`${name} ${said}`);
    return original.apply(this, args);
  };
}

const writes = (flags) => typeof flags === 'number' ? (flags & 3) !== 0 : typeof flags === 'string' && /[wax+]/.test(flags);
for (const from of [fs, fs.promises]) {
  for (const name of ['open', 'openSync']) watch(from, name, ([path, flags]) => (writes(flags) ? path : undefined));
  for (const name of ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'unlink', 'symlink', 'link', 'copyFile', 'rename', 'truncate', 'cp'])
    for (const sync of ['', 'Sync'])
      watch(from, name + sync, ([path, to]) => (typeof path === 'string' ? `${path}${name === 'rename' ? ` ${to}` : ''}` : undefined));
  watch(from, 'createWriteStream', ([path]) => path);
}
watch(net.Socket.prototype, 'connect', (args) => JSON.stringify(args));
watch(net.Server.prototype, 'listen', (args) => JSON.stringify(args));
watch(dgram, 'createSocket', () => 'udp');
for (const name of ['lookup', 'resolve', 'resolve4']) watch(dns, name, ([host]) => host);
