/** Everything the command line itself says, in Chinese and English; what rules say is in `english/`. */
import { faultInChinese, faultInEnglish } from '../config/messages.ts';
import type { TextFileProblem } from '../host/text-file-error.ts';
import type { DocumentKind, Severity } from '../rules/index.ts';

const zh = {
  language: 'zh' as 'zh' | 'en',
  usage: (problem: string) => `gongwen-lint: ${problem}（见 gongwen-lint --help）`,
  noFiles: '没有给出文件；检查当前文件夹请写 gongwen-lint .',
  unknownOption: (name: string, similar: readonly string[]) =>
    `没有选项 ${name}${similar.length > 0 ? `，是否指 ${similar.join('、')}` : ''}`,
  badOptionValue: (name: string) => `选项 ${name} 的用法不对：缺少值，或不应有值`,
  badChoice: (name: string, value: string, choices: readonly string[]) =>
    `${name} 不能是“${value}”，只能是 ${choices.join('、')}`,
  badNumber: (name: string, value: string) => `${name} 应为不小于 0 的整数，不能是“${value}”`,
  badRuleSwitch: (value: string) => `--rule 应写成 规则:级别，如 advert/watermark:off，不能是“${value}”`,
  unknownRule: (rule: string, similar: readonly string[]) =>
    `没有规则“${rule}”${similar.length > 0 ? `；是否指 ${similar.join('、')}` : '，--list-rules 列出全部规则'}`,
  fixStdin: '标准输入不能写回，请用 --fix-dry-run 代替 --fix',
  fixTwice: '--fix 与 --fix-dry-run 只能用一个',
  viewTwice: (one: string, other: string) => `${one} 与 ${other} 只能用一个`,
  notForView: (option: string, view: string) => `${view} 不检查，不能与 ${option} 一起用`,
  stdinAndFiles: '--stdin 不能与文件一起用',
  filenameWithoutStdin: '--stdin-filename 只能与 --stdin 一起用',
  fileProblem: (path: string, problem: TextFileProblem, detail: string) => {
    const problems: Record<TextFileProblem, string> = {
      missing: '文件不存在，请核对名称和所在的文件夹',
      name: '文件名不是 UTF-8，不能打开，请改名后再检查',
      directory: '是文件夹，请给出其中的文件',
      special: '不是普通文件，请转存为文件后再检查',
      unreadable: '不能读取，请查看文件的权限',
      unwritable: '不能写入，文件未改动，请查看权限和磁盘空间',
      folder: '所在文件夹不可写，不能完整地替换文件，文件未改动，请复制到可写的文件夹',
      linked: '另有硬链接指向同一内容，写回会使它们分开，文件未改动，请复制一份再修复',
      owner: '写回会改变文件的属主，文件未改动，请由属主来修复',
      changed: '检查期间已被其他程序改动，未写入，请再运行一次',
      binary: '不是文本文件，请转存为文本或 .docx',
      damaged: '编码不能识别，或文件已损坏，请在编辑器里核对后另存为 UTF-8',
      foreign: '编码不是 UTF-8 或 GB18030，未检查；请转存为 UTF-8',
      'too-big': '文件太大，请拆开再检查',
      'not-kept': '写回会改变修复之外的内容（编码不能原样还原），文件未改动，请另存为 UTF-8 再修复',
    };
    if (path === '-' && problem === 'missing')
      return 'gongwen-lint: 没有名为“-”的文件，读标准输入请写 --stdin';
    return `gongwen-lint: ${path}: ${problems[problem]}${detail && `（${detail}）`}`;
  },
  wordProblem: (path: string, problem: string) => `gongwen-lint: ${path}: ${problem}`,
  reviewed: (path: string, comments: number, changes: number) =>
    `已写批注稿 ${path}：批注 ${comments} 条，修订 ${changes} 处`,
  cleaned: (path: string) => `已写清稿 ${path}`,
  onlyWord: (path: string, option: string) => `gongwen-lint: ${path}: 不是 Word 文档，不能用 ${option}`,
  sameFile: (path: string) => `gongwen-lint: ${path}: 不能写到原稿上，请另给文件名`,
  otherExtension: (path: string, extension: string) =>
    `gongwen-lint: ${path}: 另存的文件名也须以 ${extension} 结尾，否则 Word 打不开`,
  fixWord: (path: string) =>
    `gongwen-lint: ${path}: Word 文档不原地修改，请用 --review 批注稿.docx 另存一份带批注和修订的稿子`,
  ruleThrew: (ruleId: string, error: string) =>
    `gongwen-lint: 规则 ${ruleId} 出错，检查不完整，请报告这个问题：${error}`,
  fileCrashed: (path: string, error: string) =>
    `gongwen-lint: ${path}: 内部错误，未检查完，请报告这个问题：${error}`,
  tookTooLong: (path: string) =>
    `gongwen-lint: ${path}: 检查用时过长，已停止，此文件未检查完；请看文中是否有异常的长行`,
  noNames: (reason: string) => `gongwen-lint: 人名地名未能识别，检查不完整：${reason}`,
  notPrinted: (detail: string) => `gongwen-lint: 结果未能全部输出（${detail}），请查看磁盘空间后再运行`,
  crash: (error: string) => `gongwen-lint: 内部错误，请报告这个问题：${error}`,
  levels: { error: '错误', warning: '警告', info: '提示', hint: '建议' } as Record<Severity, string>,
  kinds: {
    speech: '讲话稿',
    report: '报告',
    official: '公文',
    law: '法律法规',
    general: '其他',
  } as Record<DocumentKind, string>,
  basis: (basis: string) => `依据：${basis}`,
  fixedIn: (fixed: number, written: boolean) =>
    written ? `已修复 ${fixed} 处` : `可修复 ${fixed} 处（未写入）`,
  summary: (counts: Record<Severity, number>, files: number) => {
    const total = counts.error + counts.warning + counts.info + counts.hint;
    return `${files} 个文件，${total} 个问题：错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.info}，建议 ${counts.hint}`;
  },
  clean: (files: number) => `${files} 个文件，没有问题`,
  fixable: (count: number) => `其中 ${count} 个可用 --fix 自动修复`,
  reviewable: (count: number) => `Word 文档中有 ${count} 个可用 --review 写成修订`,
  tooManyWarnings: (count: number, limit: number) =>
    `gongwen-lint: 警告 ${count} 个，超过 --max-warnings ${limit}`,
  statsHead: (files: number, units: string, milliseconds: string, speed: string) =>
    `${files} 个文件，${units} 字，检查用时 ${milliseconds} 毫秒，每秒 ${speed} 百万字`,
  statsColumns: ['毫秒', '占比', '问题', '规则'],
  preview: '默认关闭',
  configProblem: (place: string, said: string) => `gongwen-lint: ${place}: ${said}`,
  fault: faultInChinese,
  ignored: (path: string) => `gongwen-lint: ${path}: 配置中设为不检查，已跳过`,
  configTwice: '--config 与 --no-config 不能一起用',
  badJobs: (value: string) => `--jobs 应为 1 到 999 的整数或 auto，不能是“${value}”`,
  lineWithoutAdd: '--line 只能与 --ignores add 一起用',
  resumeFormat: '--resume 只能与 --format jsonl 一起用',
  noBaseline: (path: string) =>
    `gongwen-lint: ${path}: 没有这个基线；路径无误的话，用 --ignores update 由现在的问题新建一个`,
  listUnreadable: (path: string, detail: string) =>
    `gongwen-lint: ${path}: 忽略清单不能读取（${detail}），其中的忽略未起作用`,
  listProblem: (path: string, line: number, text: string) =>
    `gongwen-lint: ${path}:${line}: 不是“文件⇥规则⇥位置指纹⇥原文”，这一行未起作用，请改正或删去：${text}`,
  notUtf8: '不是 UTF-8，请转存为 UTF-8',
  listWritten: (path: string, added: number, removed: number) =>
    `已写 ${path}：添 ${added} 条，删 ${removed} 条`,
  listUnwritten: (path: string, detail: string) =>
    `gongwen-lint: ${path}: 忽略清单不能写入（${detail}），未改动`,
  idle: (because: 'no-file' | 'no-rule' | 'no-finding', place: string, what: string) =>
    `gongwen-lint: ${place}: ${
      { 'no-file': '文件已不在', 'no-rule': '已没有这条规则', 'no-finding': '已没有对应的问题' }[because]
    }，这条忽略可删：${what}`,
  idleMore: (rest: number) => `gongwen-lint: 还有 ${rest} 条这样的忽略；--ignores prune 一并删去`,
  idleHint: 'gongwen-lint: --ignores prune 一并删去',
  idleComment: (place: string, rules: readonly string[]) =>
    `gongwen-lint: ${place}: 这条注释没有隐去任何问题，可删${rules.length > 0 ? `：${rules.join('、')}` : ''}`,
  cacheBroken: (path: string) => `gongwen-lint: ${path}: 缓存已损坏，已重新检查并重写`,
  cacheUnusable: (path: string, detail: string) =>
    `gongwen-lint: ${path}: 缓存不能写入（${detail}），这次不用缓存；可用 --cache-location 另指文件夹`,
  resumed: (count: number) => `gongwen-lint: 已有结果的 ${count} 个文件不再检查`,
  workerDied: (path: string, detail: string) =>
    `gongwen-lint: ${path}: 检查此文件的线程意外结束（${detail}），未检查完；其余文件照常`,
  progress: (done: number, all: number) => `已检查 ${done}/${all}`,
};

export type Messages = typeof zh;

const en: Messages = {
  language: 'en',
  usage: (problem) => `gongwen-lint: ${problem} (see gongwen-lint --help)`,
  noFiles: 'no files given; for the folder you are in, say gongwen-lint .',
  unknownOption: (name, similar) =>
    `there is no option ${name}${similar.length > 0 ? `; did you mean ${similar.join(', ')}` : ''}`,
  badOptionValue: (name) => `option ${name} lacks its value, or takes none`,
  badChoice: (name, value, choices) => `${name} cannot be '${value}', only ${choices.join(', ')}`,
  badNumber: (name, value) => `${name} takes a whole number from 0, not '${value}'`,
  badRuleSwitch: (value) => `--rule takes RULE:LEVEL such as advert/watermark:off, not '${value}'`,
  unknownRule: (rule, similar) =>
    `there is no rule '${rule}'${similar.length > 0 ? `; did you mean ${similar.join(', ')}` : '; --list-rules lists them'}`,
  fixStdin: 'standard input cannot be written back; use --fix-dry-run instead of --fix',
  fixTwice: 'give either --fix or --fix-dry-run',
  viewTwice: (one, other) => `give either ${one} or ${other}`,
  notForView: (option, view) => `${view} checks nothing and does not go together with ${option}`,
  stdinAndFiles: '--stdin does not go together with files',
  filenameWithoutStdin: '--stdin-filename goes only with --stdin',
  fileProblem: (path, problem, detail) => {
    const problems: Record<TextFileProblem, string> = {
      missing: 'no such file; look at its name and folder',
      name: 'the name is not UTF-8 and cannot be opened; rename the file',
      directory: 'is a directory; give the files in it',
      special: 'is not a regular file; save it as one',
      unreadable: 'cannot be read; look at its permissions',
      unwritable: 'cannot be written and is unchanged; look at permissions and free space',
      folder:
        'is in a folder that cannot be written to, so it cannot be replaced as a whole; it is unchanged, fix a copy elsewhere',
      linked: 'has other hard links, which writing would part from it; it is unchanged, fix a copy',
      owner: 'would change its owner if written; it is unchanged, fix it as its owner',
      changed: 'was changed by another program in the meantime; not written, please run again',
      binary: 'is not a text file; save it as text or .docx',
      damaged: 'has an unknown encoding, or is damaged; look at it in an editor and save it as UTF-8',
      foreign: 'is neither UTF-8 nor GB18030 and was not checked; save it as UTF-8',
      'too-big': 'is too big; check it in parts',
      'not-kept':
        'writing would change more than the fixes (its encoding does not round-trip); it is unchanged, save it as UTF-8 first',
    };
    if (path === '-' && problem === 'missing')
      return 'gongwen-lint: no file named -; to read standard input, give --stdin';
    return `gongwen-lint: ${path}: ${problems[problem]}${detail && ` (${detail})`}`;
  },
  wordProblem: (path, problem) => `gongwen-lint: ${path}: ${problem}`,
  reviewed: (path, comments, changes) => `written: ${path}, ${comments} comment(s), ${changes} change(s)`,
  cleaned: (path) => `written: ${path}`,
  onlyWord: (path, option) => `gongwen-lint: ${path}: not a Word document; ${option} cannot be used`,
  sameFile: (path) => `gongwen-lint: ${path}: will not be written over the original; give another name`,
  otherExtension: (path, extension) =>
    `gongwen-lint: ${path}: the copy's name must end in ${extension} too, or Word will not open it`,
  fixWord: (path) =>
    `gongwen-lint: ${path}: Word documents are not changed in place; --review COPY.docx writes a copy with comments and tracked changes`,
  ruleThrew: (ruleId, error) =>
    `gongwen-lint: rule ${ruleId} failed, the check is incomplete; please report it: ${error}`,
  fileCrashed: (path, error) =>
    `gongwen-lint: ${path}: internal error, the check is incomplete; please report it: ${error}`,
  tookTooLong: (path) =>
    `gongwen-lint: ${path}: took too long and was stopped, the check is incomplete; look for lines out of the ordinary`,
  noNames: (reason) => `gongwen-lint: names could not be recognised, the check is incomplete: ${reason}`,
  notPrinted: (detail) =>
    `gongwen-lint: not all results could be printed (${detail}); look for free space and run again`,
  crash: (error) => `gongwen-lint: internal error, please report it: ${error}`,
  levels: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  kinds: { speech: 'speech', report: 'report', official: 'official document', law: 'law', general: 'other' },
  basis: (basis) => `basis: ${basis}`,
  fixedIn: (fixed, written) => (written ? `${fixed} fixed` : `${fixed} fixable (not written)`),
  summary: (counts, files) => {
    const total = counts.error + counts.warning + counts.info + counts.hint;
    return `${files} file(s), ${total} problem(s): ${counts.error} error, ${counts.warning} warning, ${counts.info} info, ${counts.hint} hint`;
  },
  clean: (files) => `${files} file(s), no problems`,
  fixable: (count) => `${count} of them can be fixed with --fix`,
  reviewable: (count) => `${count} in Word documents can be written as tracked changes with --review`,
  tooManyWarnings: (count, limit) => `gongwen-lint: ${count} warnings, more than --max-warnings ${limit}`,
  statsHead: (files, units, milliseconds, speed) =>
    `${files} file(s), ${units} characters, checked in ${milliseconds} ms, ${speed} million a second`,
  statsColumns: ['ms', 'share', 'findings', 'rule'],
  preview: 'off by default',
  configProblem: (place, said) => `gongwen-lint: ${place}: ${said}`,
  fault: faultInEnglish,
  ignored: (path) => `gongwen-lint: ${path}: left out by the configuration, skipped`,
  configTwice: '--config and --no-config exclude each other',
  badJobs: (value) => `--jobs takes a whole number from 1 to 999, or auto, not '${value}'`,
  lineWithoutAdd: '--line goes only with --ignores add',
  resumeFormat: '--resume goes only with --format jsonl',
  noBaseline: (path) =>
    `gongwen-lint: ${path}: there is no such baseline; if the path is right, --ignores update makes one of what is found now`,
  listUnreadable: (path, detail) =>
    `gongwen-lint: ${path}: the list of ignores cannot be read (${detail}); nothing in it holds`,
  listProblem: (path, line, text) =>
    `gongwen-lint: ${path}:${line}: not "file⇥rule⇥fingerprint⇥text"; this line does nothing, mend or delete it: ${text}`,
  notUtf8: 'not UTF-8; save it as UTF-8',
  listWritten: (path, added, removed) => `written: ${path}, ${added} added, ${removed} removed`,
  listUnwritten: (path, detail) =>
    `gongwen-lint: ${path}: the list of ignores cannot be written (${detail}); it is unchanged`,
  idle: (because, place, what) =>
    `gongwen-lint: ${place}: ${
      {
        'no-file': 'the file is gone',
        'no-rule': 'there is no such rule any more',
        'no-finding': 'nothing is found for it any more',
      }[because]
    }; this ignore can go: ${what}`,
  idleMore: (rest) => `gongwen-lint: ${rest} more such ignores; --ignores prune removes them all`,
  idleHint: 'gongwen-lint: --ignores prune removes them all',
  idleComment: (place, rules) =>
    `gongwen-lint: ${place}: this comment hides nothing and can go${rules.length > 0 ? `: ${rules.join(', ')}` : ''}`,
  cacheBroken: (path) => `gongwen-lint: ${path}: what the cache kept is damaged; checked and kept anew`,
  cacheUnusable: (path, detail) =>
    `gongwen-lint: ${path}: the cache cannot be written (${detail}) and is not used; --cache-location names another folder`,
  resumed: (count) => `gongwen-lint: ${count} file(s) have their results already and are not checked again`,
  workerDied: (path, detail) =>
    `gongwen-lint: ${path}: the thread that checked it ended (${detail}), the check is incomplete; the others go on`,
  progress: (done, all) => `${done}/${all} checked`,
};

/**
 * Chinese unless the locale asks for another language. C and POSIX (and no locale at all, as on Windows) ask for
 * none, and who proofreads Chinese reads it.
 */
export function messagesFor(env: Readonly<Record<string, string | undefined>>): Messages {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?:zh|C|POSIX)(?:[._@-]|$)|^$/i.test(locale) ? zh : en;
}
