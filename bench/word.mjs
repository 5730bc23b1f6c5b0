/**
 * `node bench/word.mjs [--rounds N]`: a Word document of 300 pages (3 MB of XML) beside the same text as .txt: read (`--text`), checked, and
 * reviewed by whole processes of the command line. Seconds of the clock, those of the processor (which others on the machine do not lengthen
 * as much) and the most memory; then how long the slowest of the hostile files of the tests takes to be refused. Run on what `npm run build`
 * has made.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { register } from 'tsx/esm/api';
import { cpuOfRun, quantile, verdict } from './cpu.mjs';
import { draftOf } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
/** A page of official text: 22 lines of 28 characters. */
const PAGE = 22 * 28;
const PAGES = 300;
const XML = 3_000_000;
const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-bench-'));

const { linter, fixText } = await loadEngine();
const adverts = linter((id) => id.startsWith('advert/'));
const text = draftOf(root, PAGES * PAGE, 'written', (draft) => fixText(adverts, draft).text);
const plain = join(folder, 'draft.txt');
const word = join(folder, 'draft.docx');
const { bytes, xml } = documentOf(text);
writeFileSync(plain, text);
writeFileSync(word, bytes);

try {
  const steps = {
    'the document, read': { args: ['--text', word], seconds: 1.5 },
    'the plain text, checked': { args: [plain] },
    'the document, checked': { args: [word], seconds: 3, megabytes: 300 },
    'the document, reviewed': { args: ['--review', join(folder, 'review.docx'), word] },
  };
  const runs = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, { args }] of Object.entries(steps)) runs[name].push(run(args));
  }
  console.log(
    `${text.length} characters, ${(xml / 1e6).toFixed(1)} MB of XML, ${(bytes.length / 1e6).toFixed(2)} MB packed`,
  );
  const median = (name, what) =>
    quantile(
      runs[name].map((one) => one[what]),
      0.5,
    );
  for (const [name, { seconds, megabytes }] of Object.entries(steps)) {
    const [time, cpu, memory] = [median(name, 'seconds'), median(name, 'cpu'), median(name, 'megabytes')];
    const judged = [seconds && verdict(time, seconds), megabytes && verdict(memory, megabytes)].filter(
      Boolean,
    );
    console.log(
      `${name.padEnd(26)}${time.toFixed(2).padStart(6)} s${cpu.toFixed(2).padStart(8)} s of CPU${memory.toFixed(0).padStart(6)} MB   ${judged.join('   ')}`,
    );
  }
  const ratio = median('the document, checked', 'cpu') / median('the plain text, checked', 'cpu');
  console.log(`the document takes ${ratio.toFixed(2)} times the CPU of the plain text`);
  await tellHostile();
} finally {
  rmSync(folder, { recursive: true });
}

/** CPU seconds of a process that refuses a hostile file. */
async function tellHostile() {
  register();
  const { hostileFiles } = await import('../test/docx/hostile.ts');
  const times = [...hostileFiles()].map(([name, [, content]]) => {
    const file = join(folder, 'hostile.docx');
    writeFileSync(file, content);
    return { name, seconds: cpuOfRun(cli, file) / 1000 };
  });
  const slowest = times.reduce((a, b) => (a.seconds > b.seconds ? a : b));
  console.log(
    `hostile files, the slowest of ${times.length} (${slowest.name})   ${verdict(slowest.seconds, 2)} s`,
  );
}

/** A process of the command line. */
function run(args) {
  const tell =
    'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process._rawDebug("most "+maxRSS+" "+(userCPUTime+systemCPUTime))})';
  const started = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--import', tell, cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status === null || status > 1)
    throw new Error(`gongwen-lint ${args.join(' ')}: ${stderr.slice(0, 1000)}`);
  const [, most, cpu] = /^most (\d+) (\d+)/m.exec(stderr);
  return { seconds, cpu: Number(cpu) / 1e6, megabytes: Number(most) / 1024 };
}

/** As writers' programs make it: fonts at every run, a run every few characters, until the part has its size. */
function documentOf(draft) {
  const lines = draft.split('\n').filter((line) => line !== '');
  const font =
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>';
  const around =
    '<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr></w:p>'
      .length;
  const runLength = `<w:r>${font}<w:t xml:space="preserve"></w:t></w:r>`.length;
  const length = Math.max(
    1,
    Math.round((draft.length * runLength) / (XML - draft.length - lines.length * around)),
  );
  const body = lines.map((line) => {
    let runs = '';
    for (let at = 0; at < line.length; at += length) {
      const part = line.slice(at, at + length).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
      runs += `<w:r>${font}<w:t xml:space="preserve">${part}</w:t></w:r>`;
    }
    return `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>${runs}</w:p>`;
  });
  const main = 'http://schemas.openxmlformats.org';
  const source = `<w:document xmlns:w="${main}/wordprocessingml/2006/main"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`;
  const file = (content) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
  const bytes = zipSync({
    '[Content_Types].xml': file(
      `<Types xmlns="${main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': file(
      `<Relationships xmlns="${main}/package/2006/relationships"><Relationship Id="r" Type="${main}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': file(source),
  });
  return { bytes, xml: source.length };
}
