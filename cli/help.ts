/** `--help`: all there is to say, in the order of a manual page. A test holds every option against it, in both languages. */

const zh = `用法：gongwen-lint [选项] 文件、文件夹或通配符…
      gongwen-lint --stdin [--stdin-filename 名称] [选项] < 文件

校对公文、讲话稿、报告：未填写的占位符、广告水印、序号与数字错误等。
.docx 按 Word 文档读，.md、.markdown 按 Markdown 读，其余按纯文本读；UTF-8、GB18030（GBK）、UTF-16 自动识别。
文件夹取其中全部 .txt、.md、.markdown、.docx；.gitignore 和 .gongwenignore 排除的不查，指名的文件总查。

检查什么：
  --kind 文种             speech（讲话稿）、report（报告）、official（公文）、law（法律法规）、general（其他）；默认自动识别
  --rule 规则:级别        级别为 error、warning、info、hint、off、on；规则可为一类，如 advert:off，也可为自定规则；可重复
  --only 规则             只用这条规则（或这一类）检查；可重复
  --preset 强度           recommended（推荐，默认，不报习惯性写法）或 strict（严格，全部，连同预览的规则和 Word 版式）
  --preview               连同尚在预览的规则
  --config 文件           用这个 gongwen-lint.json；默认用离文件最近的一个
  --no-config             不用任何配置文件
  --names                 另行识别人名、地名，查占位文稿中残留的名称（需 nodejieba，启动较慢）
  --set                   给出的文件是一套材料（同一次会议的通知、方案、讲话稿……），放在一起互相对照
  --files-from 文件       文件名清单，一行一个；- 为标准输入
  --resume 文件           接着上次中断的 --format jsonl 做：文件中已有结果的不再检查
  --stdin                 检查标准输入
  --stdin-filename 名称   标准输入的文件名，用于输出和识别格式

修复：
  --fix                   修复可安全修复的问题并写回文件（编码、换行符不变）
  --fix-dry-run           同上，但不写文件；--format json 时结果在 output 中

忽略：
  --baseline 文件         旧稿的基线：其中记下的问题不再报告；格式与 gongwen-ignores.tsv 相同
  --ignores 做法          add：把查到的问题记下，以后不再报告；prune：删去已没有对应问题的；update：两者都做。
                          记入离文件最近的 gongwen-ignores.tsv，给出 --baseline 时记入基线（没有则新建）
  --line 行号             与 --ignores add 一起用：只记这一行的问题；可重复
  --no-ignore             忽略清单、基线和 Markdown 注释一概不算，全部显示

输出：
  --format 格式           stylish（默认）、json、jsonl（一行一个文件）、sarif、github、junit、checkstyle、csv、html、markdown
  --quiet                 只显示错误和警告
  --max-warnings 个数     警告超过此数时退出码为 1
  --stats                 各规则用时和检查速度（写到标准错误）

速度：
  --jobs 个数             同时检查几个文件，auto（默认）按处理器和文件数定；输出的次序不变
  --cache                 结果存入缓存，内容、配置和版本都没有变的文件不再检查
  --cache-location 文件夹 缓存的位置，默认 .gongwen-lint-cache

Word 文档：
  --review 批注稿.docx    另存一份，每个问题一条批注，可安全修复的写成修订；多个文件或文件夹时给出文件夹
  --review-fixes 范围     写成修订的修复：safe（安全的，默认）、all（全部）、none（只加批注）
  --accept-all 清稿.docx  不检查，另存一份接受全部修订、去掉批注的 Word 文档
  --revisions 读法        文档中的修订按 accepted（接受）还是 rejected（拒绝）读，默认 accepted

只看不查：
  --outline               文稿的层次：标题和“首先、其次”等各级序号
  --readings              文中数字是怎样理解的
  --ledger                由文中的数字生成一张台账（指标、口径、时期、数值、单位），核对后可作本单位资料表
  --text                  读到的文字：Word 文档一段一行，前有自动编号，表格一行一行
  --print-config 文件     对这个文件生效的配置，各项来自哪里
  --list-rules            全部规则，连同给出的文件（不给时当前文件夹）的自定规则；--format json 时附说明
  --explain 规则          一条规则的说明，自定规则也有
  --completion 外壳       bash 或 zsh 的自动补全脚本：source <(gongwen-lint --completion bash)
  --help, -h  --version, -v

退出码：
  0  没有错误级问题
  1  有错误级问题，或警告超过 --max-warnings
  2  有文件未能检查、配置或清单有误、用法有误

文件：
  gongwen-lint.json       配置，离文稿最近的一个生效
  gongwen-ignores.tsv     忽略的问题，一行一条：文件、规则、位置指纹、原文
  .gongwenignore          不检查的文件，写法同 .gitignore

环境变量：
  LC_ALL、LC_MESSAGES、LANG   提示用中文还是英文；供程序读取的格式（json、sarif……）总是中文
  NO_COLOR、FORCE_COLOR       不要颜色、要颜色；输出到管道或文件时没有颜色

例：
  gongwen-lint 讲话稿.txt
  gongwen-lint --fix --only punctuation 稿件/
  gongwen-lint --baseline 旧稿.tsv --ignores update 旧稿/
  gongwen-lint --format sarif 稿件/ > 结果.sarif
`;

const en = `Usage: gongwen-lint [options] FILE, FOLDER or GLOB…
       gongwen-lint --stdin [--stdin-filename NAME] [options] < FILE

Proofreads Chinese official writing: unfilled placeholders, advert watermarks, slips in numbering and figures.
.docx is read as a Word document, .md and .markdown as Markdown, all else as plain text; UTF-8, GB18030 (GBK) and UTF-16 are recognised.
Of a folder, all .txt, .md, .markdown and .docx below it are checked but for what .gitignore and .gongwenignore leave out; a file that is named always is.

What is checked:
  --kind KIND             speech, report, official, law or general; default: detected
  --rule RULE:LEVEL       LEVEL is error, warning, info, hint, off or on; RULE may be a family (advert:off) or
                          a rule of the user's; repeatable
  --only RULE             check with this rule or family alone; repeatable
  --preset STRENGTH       recommended (default; quiet about habits of style) or strict (everything, previews and the layout of
                          Word documents too)
  --preview               with the rules in preview too
  --config FILE           use this gongwen-lint.json; default: the nearest to each file
  --no-config             use no configuration file
  --names                 recognise names too and look for those left among placeholders (needs nodejieba; slow to start)
  --set                   the files are one set (notice, plan, speech … of one meeting): check them against each other
  --files-from FILE       a list of names, one a line; - for standard input
  --resume FILE           go on with a run of --format jsonl that was cut off: what has its result in FILE is not checked again
  --stdin                 check standard input
  --stdin-filename NAME   its name, for the output and to tell its format

Fixing:
  --fix                   apply the safe fixes and write the files (encoding and line breaks are kept)
  --fix-dry-run           the same without writing; with --format json the result is in \`output\`

Ignoring:
  --baseline FILE         the baseline of old documents: what is noted in it is not reported; the format is that of gongwen-ignores.tsv
  --ignores VERB          add: note what is found, so that it is not reported again; prune: drop what matches nothing any more; update: both.
                          In the gongwen-ignores.tsv nearest to each file or, with --baseline, in the baseline (made where there is none)
  --line N                with --ignores add: only what is found on this line; repeatable
  --no-ignore             show all, whatever lists, baseline and comments in Markdown say

Output:
  --format FORMAT         stylish (default), json, jsonl (a line a file), sarif, github, junit, checkstyle, csv, html, markdown
  --quiet                 show errors and warnings only
  --max-warnings N        exit with 1 when there are more warnings than N
  --stats                 time per rule and throughput (to standard error)

Speed:
  --jobs N                how many files are checked at once; auto (default) goes by processors and files; the order of the output stays
  --cache                 keep results: a file whose text, configuration and version are the same is not checked again
  --cache-location FOLDER where they are kept; default: .gongwen-lint-cache

Word documents:
  --review COPY.docx      write a copy with a comment for each finding and safe fixes as tracked changes; with several files or a
                          folder, give a folder
  --review-fixes WHICH    fixes that become tracked changes: safe (default), all, none
  --accept-all COPY.docx  check nothing; write a copy with all tracked changes accepted and comments removed
  --revisions HOW         tracked changes are read as accepted (default) or rejected

Showing, without a check:
  --outline               the structure: headings and lists such as 首先, 其次
  --readings              how each figure was read
  --ledger                make a table of the figures in the text, to become the house's ledger
  --text                  the text as it is read: of a Word document a paragraph a line, with its automatic number, and tables row by row
  --print-config FILE     what holds for the file, and where each setting comes from
  --list-rules            all rules, with those that users define for the files given (the folder you are in where none is); with
                          --format json, with their summaries
  --explain RULE          the page of a rule, of a user's too
  --completion SHELL      a script that completes the options in bash or zsh: source <(gongwen-lint --completion bash)
  --help, -h  --version, -v

Exit codes:
  0  no finding at error
  1  findings at error, or more warnings than --max-warnings
  2  a file could not be checked, a mistake in a configuration or a list, or wrong usage

Files:
  gongwen-lint.json       the configuration; the nearest to a draft holds
  gongwen-ignores.tsv     findings left alone, a line each: file, rule, fingerprint of the place, text
  .gongwenignore          files that are not checked, written like .gitignore

Environment:
  LC_ALL, LC_MESSAGES, LANG   whether messages are Chinese or English; formats for programs (json, sarif …) are always Chinese
  NO_COLOR, FORCE_COLOR       no colours, colours; none into a pipe or a file

Examples:
  gongwen-lint 讲话稿.txt
  gongwen-lint --fix --only punctuation drafts/
  gongwen-lint --baseline old.tsv --ignores update old/
  gongwen-lint --format sarif drafts/ > results.sarif
`;

export function help(language: 'zh' | 'en'): string {
  return language === 'zh' ? zh : en;
}
