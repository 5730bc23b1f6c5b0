/**
 * Everything the command line says, in Chinese and English. What rules say is Chinese in both: their messages quote
 * and correct Chinese prose.
 */
import { faultInChinese, faultInEnglish } from '../config/messages.ts';
import type { TextFileProblem } from '../host/text-file-error.ts';
import type { DocumentKind, Severity } from '../rules/index.ts';

const zh = {
  language: 'zh' as 'zh' | 'en',
  help: `用法：gongwen-lint [选项] 文件、文件夹或通配符…
      gongwen-lint --stdin [--stdin-filename 名称] [选项] < 文件

校对公文、讲话稿、报告：未填写的占位符、广告水印、序号与数字错误等。
.docx 按 Word 文档读，.md、.markdown 按 Markdown 读，其余按纯文本读；UTF-8、GB18030（GBK）、UTF-16 自动识别。

选项：
  --fix                   修复可安全修复的问题并写回文件（编码、换行符不变）
  --fix-dry-run           同上，但不写文件；--format json 时结果在 output 中
  --kind 文种             ${'speech（讲话稿）、report（报告）、official（公文）、law（法律法规）、general（其他）'}；默认自动识别
  --rule 规则:级别        级别为 error、warning、info、hint、off、on；规则可为一类，如 advert:off；可重复
  --only 规则             只用这条规则（或这一类）检查；可重复
  --preset 强度           recommended（推荐，默认，不报习惯性写法）或 strict（严格，全部，连同预览的规则和 Word 版式）
  --preview               连同尚在预览的规则
  --config 文件           用这个 gongwen-lint.json；默认用离文件最近的一个
  --no-config             不用任何配置文件
  --set                   给出的文件是一套材料（同一次会议的通知、方案、讲话稿……），放在一起互相对照
  --print-config 文件     显示对这个文件生效的配置，各项来自哪里
  --quiet                 只显示错误和警告
  --max-warnings 个数     警告超过此数时退出码为 1
  --format 格式           stylish（默认）、json、jsonl（一行一个文件）、sarif、github、junit、checkstyle、csv、html、markdown
  --files-from 文件       文件名清单，一行一个；- 为标准输入
  --stdin                 检查标准输入
  --stdin-filename 名称   标准输入的文件名，用于输出和识别格式
  --names                 另行识别人名、地名，查占位文稿中残留的名称（需 nodejieba，启动较慢）
  --stats                 各规则用时和检查速度（写到标准错误）
  --outline               不检查，只显示文稿的层次：标题和“首先、其次”等各级序号
  --readings              不检查，只显示文中数字是怎样理解的
  --ledger                不检查，由文中的数字生成一张台账（指标、口径、时期、数值、单位），核对后可作本单位资料表
  --text                  不检查，只显示读到的文字：Word 文档一段一行，前有自动编号，表格一行一行
  --review 批注稿.docx    Word 文档：另存一份，每个问题一条批注，可安全修复的写成修订；多个文件或文件夹时给出文件夹
  --review-fixes 范围     写成修订的修复：safe（安全的，默认）、all（全部）、none（只加批注）
  --accept-all 清稿.docx  不检查，另存一份接受全部修订、去掉批注的 Word 文档
  --revisions 读法        Word 文档中的修订按 accepted（接受）还是 rejected（拒绝）读，默认 accepted
  --list-rules            列出全部规则
  --explain 规则          说明一条规则
  --help, --version

退出码：0 没有错误级问题；1 有错误级问题；2 有文件未能检查或用法有误。
`,
  usage: (problem: string) => `gongwen-lint: ${problem}（见 gongwen-lint --help）`,
  noFiles: '没有给出文件',
  unknownOption: (name: string) => `没有选项 ${name}`,
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
      missing: '文件不存在',
      name: '文件名不是 UTF-8，不能打开，请改名后再检查',
      directory: '是文件夹，请给出其中的文件',
      special: '不是普通文件',
      unreadable: '不能读取',
      unwritable: '不能写入，文件未改动',
      folder: '所在文件夹不可写，不能完整地替换文件，文件未改动',
      linked: '另有硬链接指向同一内容，写回会使它们分开，文件未改动',
      owner: '写回会改变文件的属主，文件未改动',
      changed: '检查期间已被其他程序改动，未写入，请再运行一次',
      binary: '不是文本文件',
      damaged: '编码不能识别，或文件已损坏',
      foreign: '编码不是 UTF-8 或 GB18030，未检查；请转存为 UTF-8',
      'too-big': '文件太大',
      'not-kept': '写回会改变修复之外的内容（编码不能原样还原），文件未改动',
    };
    return `gongwen-lint: ${path}: ${problems[problem]}${detail && `（${detail}）`}`;
  },
  wordProblem: (path: string, problem: string) => `gongwen-lint: ${path}: ${problem}`,
  reviewed: (path: string, comments: number, changes: number) =>
    `已写批注稿 ${path}：批注 ${comments} 条，修订 ${changes} 处`,
  cleaned: (path: string) => `已写清稿 ${path}`,
  onlyWord: (path: string, option: string) => `gongwen-lint: ${path}: 不是 Word 文档，不能用 ${option}`,
  sameFile: (path: string) => `gongwen-lint: ${path}: 不能写到原稿上，请另给文件名`,
  fixWord: (path: string) =>
    `gongwen-lint: ${path}: Word 文档不原地修改，请用 --review 批注稿.docx 另存一份带批注和修订的稿子`,
  ruleThrew: (ruleId: string, error: string) => `gongwen-lint: 规则 ${ruleId} 出错，检查不完整：${error}`,
  fileCrashed: (path: string, error: string) => `gongwen-lint: ${path}: 内部错误，未检查完：${error}`,
  tookTooLong: (path: string) =>
    `gongwen-lint: ${path}: 检查用时过长，已停止，此文件未检查完；请看文中是否有异常的长行`,
  noNames: (reason: string) => `gongwen-lint: 人名地名未能识别，检查不完整：${reason}`,
  notPrinted: (detail: string) => `gongwen-lint: 结果未能全部输出（${detail}）`,
  crash: (error: string) => `gongwen-lint: 内部错误：${error}`,
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
};

export type Messages = typeof zh;

const en: Messages = {
  language: 'en',
  help: `Usage: gongwen-lint [options] FILE, FOLDER or GLOB…
       gongwen-lint --stdin [--stdin-filename NAME] [options] < FILE

Proofreads Chinese official writing: unfilled placeholders, advert watermarks, slips in numbering and figures.
.docx is read as a Word document, .md and .markdown as Markdown, all else as plain text; UTF-8, GB18030 (GBK) and UTF-16 are recognised.

Options:
  --fix                   apply the safe fixes and write the files (encoding and line breaks are kept)
  --fix-dry-run           the same without writing; with --format json the result is in \`output\`
  --kind KIND             speech, report, official, law or general; default: detected
  --rule RULE:LEVEL       LEVEL is error, warning, info, hint, off or on; RULE may be a family (advert:off); repeatable
  --only RULE             check with this rule or family alone; repeatable
  --preset STRENGTH       recommended (default; quiet about habits of style) or strict (everything, previews and
                          the layout of Word documents too)
  --preview               with the rules in preview too
  --config FILE           use this gongwen-lint.json; default: the nearest to each file
  --no-config             use no configuration file
  --set                   the files are one set (notice, plan, speech … of one meeting): check them against each other
  --print-config FILE     show what holds for the file, and where each setting comes from
  --quiet                 show errors and warnings only
  --max-warnings N        exit with 1 when there are more warnings than N
  --format FORMAT         stylish (default), json, jsonl (a line a file), sarif, github, junit, checkstyle, csv, html, markdown
  --files-from FILE       a list of names, one a line; - for standard input
  --stdin                 check standard input
  --stdin-filename NAME   its name, for the output and to tell its format
  --names                 recognise names too and look for those left among placeholders (needs nodejieba; slow to start)
  --stats                 time per rule and throughput (to standard error)
  --outline               check nothing; show the structure: headings and lists such as 首先, 其次
  --readings              check nothing; show how each figure was read
  --ledger                check nothing; make a table of the figures in the text, to become the house's ledger
  --text                  check nothing; show the text as it is read: of a Word document a paragraph a line, with
                          its automatic number, and tables row by row
  --review COPY.docx      Word documents: write a copy with a comment for each finding and safe fixes as tracked
                          changes; with several files or a folder, give a folder
  --review-fixes WHICH    fixes that become tracked changes: safe (default), all, none
  --accept-all COPY.docx  check nothing; write a copy with all tracked changes accepted and comments removed
  --revisions HOW         tracked changes of Word documents are read as accepted (default) or rejected
  --list-rules            list all rules
  --explain RULE          explain a rule
  --help, --version

Exit codes: 0 no finding at error; 1 findings at error; 2 a file could not be checked, or wrong usage.
`,
  usage: (problem) => `gongwen-lint: ${problem} (see gongwen-lint --help)`,
  noFiles: 'no files given',
  unknownOption: (name) => `there is no option ${name}`,
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
      missing: 'no such file',
      name: 'the name is not UTF-8 and cannot be opened; rename the file',
      directory: 'is a directory; give the files in it',
      special: 'is not a regular file',
      unreadable: 'cannot be read',
      unwritable: 'cannot be written; the file is unchanged',
      folder:
        'is in a folder that cannot be written to, so it cannot be replaced as a whole; the file is unchanged',
      linked: 'has other hard links, which writing would part from it; the file is unchanged',
      owner: 'would change its owner if written; the file is unchanged',
      changed: 'was changed by another program in the meantime; not written, please run again',
      binary: 'is not a text file',
      damaged: 'has an unknown encoding, or is damaged',
      foreign: 'is neither UTF-8 nor GB18030 and was not checked; save it as UTF-8',
      'too-big': 'is too big',
      'not-kept':
        'writing would change more than the fixes (its encoding does not round-trip); the file is unchanged',
    };
    return `gongwen-lint: ${path}: ${problems[problem]}${detail && ` (${detail})`}`;
  },
  wordProblem: (path, problem) => `gongwen-lint: ${path}: ${problem}`,
  reviewed: (path, comments, changes) => `written: ${path}, ${comments} comment(s), ${changes} change(s)`,
  cleaned: (path) => `written: ${path}`,
  onlyWord: (path, option) => `gongwen-lint: ${path}: not a Word document; ${option} cannot be used`,
  sameFile: (path) => `gongwen-lint: ${path}: will not be written over the original; give another name`,
  fixWord: (path) =>
    `gongwen-lint: ${path}: Word documents are not changed in place; --review COPY.docx writes a copy with comments and tracked changes`,
  ruleThrew: (ruleId, error) => `gongwen-lint: rule ${ruleId} failed, the check is incomplete: ${error}`,
  fileCrashed: (path, error) => `gongwen-lint: ${path}: internal error, the check is incomplete: ${error}`,
  tookTooLong: (path) =>
    `gongwen-lint: ${path}: took too long and was stopped, the check is incomplete; look for lines out of the ordinary`,
  noNames: (reason) => `gongwen-lint: names could not be recognised, the check is incomplete: ${reason}`,
  notPrinted: (detail) => `gongwen-lint: not all results could be printed (${detail})`,
  crash: (error) => `gongwen-lint: internal error: ${error}`,
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
};

/**
 * Chinese unless the locale asks for another language. C and POSIX (and no locale at all, as on Windows) ask for
 * none, and who proofreads Chinese reads it.
 */
export function messagesFor(env: Readonly<Record<string, string | undefined>>): Messages {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?:zh|C|POSIX)(?:[._@-]|$)|^$/i.test(locale) ? zh : en;
}
