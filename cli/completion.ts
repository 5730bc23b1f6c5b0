/** `--completion`: scripts that complete options, their values and file names, made of {@link OPTIONS}. */
import { LEVELS } from '../config/model.ts';
import { familyOf, rules } from '../rules/index.ts';
import { OPTIONS, type SHELLS, type Value } from './option-specs.ts';

/** @returns a script to be sourced: `source <(gongwen-lint --completion bash)` */
export function completion(shell: (typeof SHELLS)[number]): string {
  return shell === 'bash' ? bash() : zsh();
}

/** The option as it is typed, and what its value may be; undefined for a flag. */
const options: readonly { readonly name: string; readonly value: Value | undefined }[] = Object.entries(
  OPTIONS,
).map(([name, spec]) => ({ name: `--${name}`, value: 'value' in spec ? spec.value : undefined }));

const ids = rules.map(({ id }) => id);
const families = [...new Set(ids.map(familyOf))];

/** All there is to choose from; undefined for names of files and free text. */
function choices(value: Value): readonly string[] | undefined {
  switch (value) {
    case 'rule':
      return ids;
    case 'rule-or-family':
      return [...families, ...ids];
    case 'rule-level':
      return [...families, ...ids].flatMap((name) => LEVELS.map((level) => `${name}:${level}`));
    case 'file':
    case 'folder':
    case 'text':
      return undefined;
    default:
      return value;
  }
}

/** Whether rules that users define fit, which are asked for when there is a configuration. */
function isOfRules(value: Value): boolean {
  return value === 'rule' || value === 'rule-or-family' || value === 'rule-level';
}

/** What bash and zsh do alike: the names of the users' rules (ours come with them), each with the levels that are given. */
const OWN_RULES = `__gongwen_lint_own() {
  local folder=$PWD name level
  while [[ -n $folder && ! -e $folder/gongwen-lint.json ]]; do folder=\${folder%/*}; done
  [[ -n $folder ]] || return
  gongwen-lint --list-rules 2>/dev/null | while read -r name level; do
    if [[ $# -eq 0 ]]; then echo "$name"; fi
    for level in "$@"; do echo "$name:$level"; done
  done
}`;

function bash(): string {
  const cases = options.flatMap(({ name, value }) => {
    if (value === undefined) return [];
    const list = choices(value);
    const own = isOfRules(value)
      ? ` $(__gongwen_lint_own ${value === 'rule-level' ? LEVELS.join(' ') : ''})`
      : '';
    if (list) return [`    ${name}) __gongwen_lint_words "${list.join(' ')}${own}"; return ;;`];
    if (value === 'folder')
      return [`    ${name}) compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur")); return ;;`];
    if (value === 'file')
      return [`    ${name}) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;`];
    return [`    ${name}) return ;;`];
  });
  return `# gongwen-lint: source <(gongwen-lint --completion bash)
${OWN_RULES}
__gongwen_lint_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur" | sort -u))
  # A word with a colon is several to bash: what stands before the last one is there already.
  if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("\${COMPREPLY[@]#"\${cur%"\${cur##*:}"}"}")
  fi
}
_gongwen_lint() {
  local IFS=$' \\t\\n' cur prev i
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  i=$((COMP_CWORD - 1))
  # Put together again what a colon or an equals sign has parted.
  while [[ $i -gt 0 && ( $cur == [:=]* || \${COMP_WORDS[i]} == [:=] ) && \${COMP_WORDS[i]} != -* ]]; do
    cur=\${COMP_WORDS[i]}$cur
    i=$((i - 1))
  done
  cur=\${cur#=}
  prev=\${COMP_WORDS[i]}
  case $prev in
${cases.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W '${options.map(({ name }) => name).join(' ')}' -- "$cur"))
  else
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -F _gongwen_lint gongwen-lint
`;
}

function zsh(): string {
  const specs = options.map(({ name, value }) => {
    if (value === undefined) return `    '${name}'`;
    const list = choices(value);
    if (isOfRules(value)) {
      const levels = value === 'rule-level' ? LEVELS.join(' ') : '';
      return `    '*${name}=[]:${name.slice(2)}:{ compadd -- ${list!.join(' ')} $(__gongwen_lint_own ${levels}) }'`;
    }
    // A colon parts a value from its description.
    const words = list?.map((word) => word.replaceAll(':', '\\:')).join(' ');
    const action = words
      ? `(${words})`
      : value === 'folder'
        ? '_files -/'
        : value === 'file'
          ? '_files'
          : ' ';
    return `    '*${name}=[]:${name.slice(2)}:${action}'`;
  });
  return `#compdef gongwen-lint
# gongwen-lint: source <(gongwen-lint --completion zsh), after compinit
${OWN_RULES}
_gongwen_lint() {
  _arguments -s \\
${specs.map((spec) => `${spec} \\`).join('\n')}
    '*:file:_files'
}
compdef _gongwen_lint gongwen-lint
`;
}
