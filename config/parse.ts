/** Reads one `gongwen-lint.json`: JSON with comments and trailing commas. A mistake costs what it is in, never the rest. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  familyOf,
  type Level,
  PRESET_NAMES,
  type RuleSetting,
  readOptions,
  SEVERITIES,
} from '../rules/index.ts';
import {
  type ConfigFile,
  type ConfigProblem,
  type Fault,
  type Layer,
  LEVELS,
  type NamedFile,
  type SettableRule,
} from './model.ts';
import { joinPath, parentOf } from './paths.ts';
import { userRuleNames } from './rule-pack.ts';
import { similarRules } from './similar.ts';
import { type Clause, patternFault, type UserRule } from './user-rules.ts';

const LAYER_KEYS = ['kind', 'preset', 'preview', 'rules', 'words', 'brands', 'house'];
const USER_RULE_KEYS = [
  ...['find', 'pattern', 'require', 'right', 'when', 'least', 'most'],
  ...['message', 'note', 'level', 'safe', 'kinds', 'except'],
];
const OVERRIDE_KEYS = ['files', ...LAYER_KEYS];
const FILE_KEYS = [
  '$schema',
  'extends',
  'ignore',
  'sets',
  'userRules',
  'rulePacks',
  'overrides',
  ...LAYER_KEYS,
];

/**
 * @param path for problems, and for what names in the file are relative to
 * @param rules those of the product, by which names and options are checked
 * @param own those that users define: known once all files that hold together have been read
 */
export function parseConfig(
  path: string,
  text: string,
  rules: readonly SettableRule[],
  own: readonly SettableRule[] = [],
): { config: ConfigFile; problems: readonly ConfigProblem[] } {
  const reader = new Reader(path, rules, own);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors)
    reader.fault({ offset, length }, { is: 'syntax', what: printParseErrorCode(error) });
  const config = reader.file(root);
  return { config, problems: reader.problems };
}

type Span = Pick<Node, 'offset' | 'length'>;

class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly #path: string;
  readonly #rules: ReadonlyMap<string, SettableRule>;
  readonly #families: ReadonlySet<string>;
  readonly #ruleNameFault: (name: string) => Fault | undefined;

  constructor(path: string, rules: readonly SettableRule[], own: readonly SettableRule[]) {
    this.#path = path;
    this.#rules = new Map([...rules, ...own].map((rule) => [rule.id, rule]));
    this.#ruleNameFault = userRuleNames(rules);
    this.#families = new Set(rules.map(({ id }) => familyOf(id)));
  }

  fault({ offset, length }: Span, fault: Fault): void {
    this.problems.push({ path: this.#path, start: offset, end: offset + length, fault });
  }

  file(root: Node | undefined): ConfigFile {
    const members = this.#members(root, 'gongwen-lint.json', FILE_KEYS);
    return {
      path: this.#path,
      extends: this.#strings(members.get('extends'), 'extends'),
      ignore: this.#strings(members.get('ignore'), 'ignore'),
      sets: this.#sets(members.get('sets')),
      userRules: this.#userRules(members.get('userRules')),
      rulePacks: this.#files(members.get('rulePacks'), 'rulePacks'),
      overrides: this.#overrides(members.get('overrides')),
      ...this.#layer(members),
    };
  }

  #userRules(node: Node | undefined): readonly UserRule[] {
    if (!node) return [];
    return [...this.#members(node, 'userRules')].flatMap(([id, value]) => {
      const unnamed = this.#ruleNameFault(id);
      if (!unnamed) return this.#userRule(id, value) ?? [];
      this.fault(keyOf(value), unnamed);
      return [];
    });
  }

  #userRule(id: string, node: Node): UserRule | undefined {
    const members = this.#members(node, id, USER_RULE_KEYS);
    const clause = this.#clause(node, members);
    if (!clause) return undefined;
    const level = this.#oneOf(members.get('level'), 'level', SEVERITIES) ?? 'warning';
    const safe = members.get('safe');
    if (safe && typeof safe.value !== 'boolean')
      this.fault(safe, { is: 'bad-value', key: 'safe', expected: 'true | false' });
    return {
      id,
      level,
      message: this.#strings(members.get('message'), 'message')[0] ?? '',
      note: this.#strings(members.get('note'), 'note')[0] ?? '',
      safe: safe?.value === true,
      kinds: this.#kinds(members.get('kinds')),
      except: this.#strings(members.get('except'), 'except'),
      clauses: [clause],
    };
  }

  #kinds(node: Node | undefined): readonly DocumentKind[] {
    return this.#texts(node, 'kinds').flatMap((item) => this.#oneOf(item, 'kinds', DOCUMENT_KINDS) ?? []);
  }

  /** What a user's rule looks for: one of `find`, `pattern` and `require`. */
  #clause(node: Node, members: ReadonlyMap<string, Node>): Clause | undefined {
    const texts = (key: string) => this.#strings(members.get(key), key);
    const right = members.get('right');
    const rightForm = typeof right?.value === 'string' ? right.value : undefined;
    if (right && rightForm === undefined)
      this.fault(right, { is: 'bad-value', key: 'right', expected: '"…"' });
    const said = ['find', 'pattern', 'require'].filter((key) => members.has(key));
    const words = said.length === 1 ? texts(said[0]!) : [];
    if (words.length === 0) {
      if (node.type === 'object' && said.length !== 1)
        this.fault(node, {
          is: 'bad-value',
          key: 'userRules',
          expected: '{ "find" | "pattern" | "require": … }',
        });
      return undefined;
    }
    if (said[0] === 'require') return { is: 'require', words, when: texts('when') };
    if (said[0] === 'pattern') {
      const [pattern] = words as [string];
      const wrong = patternFault(pattern);
      if (wrong === undefined) return { is: 'pattern', pattern, right: rightForm };
      this.fault(members.get('pattern')!, { is: 'bad-pattern', detail: wrong });
      return undefined;
    }
    if (!members.has('most') && !members.has('least')) return { is: 'word', words, right: rightForm };
    const least = this.#count(members.get('least'), 'least') ?? 0;
    const most = this.#count(members.get('most'), 'most') ?? Number.POSITIVE_INFINITY;
    return { is: 'count', words, least, most };
  }

  #count(node: Node | undefined, key: string): number | undefined {
    if (!node) return undefined;
    if (Number.isInteger(node.value) && node.value >= 0) return node.value as number;
    this.fault(node, { is: 'bad-value', key, expected: '0, 1, 2 …' });
    return undefined;
  }

  /** Each a glob, or a list of them. */
  #sets(node: Node | undefined): ConfigFile['sets'] {
    if (!node) return [];
    const items = node.type === 'array' ? (node.children ?? []) : [node];
    return items.map((item) => this.#strings(item, 'sets')).filter((globs) => globs.length > 0);
  }

  #overrides(node: Node | undefined): ConfigFile['overrides'] {
    if (!node) return [];
    if (node.type !== 'array') {
      this.fault(node, { is: 'bad-value', key: 'overrides', expected: '[{ "files": […], … }, …]' });
      return [];
    }
    return (node.children ?? []).flatMap((child) => {
      const members = this.#members(child, 'overrides', OVERRIDE_KEYS);
      const files = this.#strings(members.get('files'), 'files');
      if (files.length > 0) return [{ files, ...this.#layer(members) }];
      if (child.type === 'object' && !members.has('files'))
        this.fault(child, { is: 'bad-value', key: 'overrides', expected: '{ "files": ["*.txt"], … }' });
      return [];
    });
  }

  #layer(members: ReadonlyMap<string, Node>): Layer {
    const kind = this.#oneOf(members.get('kind'), 'kind', ['auto', ...DOCUMENT_KINDS] as const);
    const preset = this.#oneOf(members.get('preset'), 'preset', PRESET_NAMES);
    const preview = members.get('preview');
    if (preview && typeof preview.value !== 'boolean')
      this.fault(preview, { is: 'bad-value', key: 'preview', expected: 'true | false' });
    const rules = this.#ruleSettings(members.get('rules'));
    return {
      ...(kind && { kind }),
      ...(preset && { preset }),
      ...(typeof preview?.value === 'boolean' && { preview: preview.value }),
      ...(rules && { rules }),
      ...(members.has('words') && { words: this.#strings(members.get('words'), 'words') }),
      ...(members.has('brands') && { brands: this.#strings(members.get('brands'), 'brands') }),
      ...(members.has('house') && { house: this.#files(members.get('house'), 'house') }),
    };
  }

  /** Names of files, from the folder of this one. */
  #files(node: Node | undefined, key: string): readonly NamedFile[] {
    const folder = parentOf(this.#path) ?? '/';
    return this.#texts(node, key).map(({ value, offset, length }) => ({
      path: joinPath(folder, value),
      start: offset,
      end: offset + length,
    }));
  }

  #ruleSettings(node: Node | undefined): Record<string, RuleSetting> | undefined {
    if (!node) return undefined;
    const settings: Record<string, RuleSetting> = {};
    for (const [name, value] of this.#members(node, 'rules')) {
      const rule = this.#rules.get(name);
      if (!rule && !this.#families.has(name)) {
        const similar = similarRules(name, [...this.#families, ...this.#rules.keys()]);
        this.fault(keyOf(value), { is: 'unknown-rule', rule: name, similar });
        continue;
      }
      const setting =
        value.type === 'object' && rule ? this.#detailed(value, rule) : this.#level(value, name);
      if (setting !== undefined) settings[name] = setting;
    }
    return settings;
  }

  /** `{ "level": …, "options": { … } }` */
  #detailed(node: Node, rule: SettableRule): RuleSetting {
    const members = this.#members(node, rule.id, ['level', 'options']);
    const level = members.has('level') ? this.#level(members.get('level')!, 'level') : undefined;
    const given = members.has('options') ? this.#members(members.get('options')!, 'options') : new Map();
    const values = Object.fromEntries([...given].map(([name, value]) => [name, plainValue(value)]));
    for (const { name, expected } of readOptions(rule.options, values).bad) {
      const at = given.get(name)!;
      if (expected !== undefined) this.fault(at, { is: 'bad-value', key: name, expected });
      else this.fault(keyOf(at), { is: 'unknown-key', key: name, known: Object.keys(rule.options ?? {}) });
    }
    return { ...(level && { level }), options: values };
  }

  #level(node: Node, key: string): Level | undefined {
    return this.#oneOf(node, key, LEVELS);
  }

  #oneOf<T extends string>(node: Node | undefined, key: string, allowed: readonly T[]): T | undefined {
    const found = allowed.find((value) => value === node?.value);
    if (node && found === undefined)
      this.fault(node, { is: 'bad-value', key, expected: allowed.join(' | ') });
    return found;
  }

  /** A string, or a list of strings. */
  #strings(node: Node | undefined, key: string): readonly string[] {
    return this.#texts(node, key).map(({ value }) => value);
  }

  #texts(node: Node | undefined, key: string): readonly (Node & { readonly value?: string })[] {
    if (!node) return [];
    const items = node.type === 'array' ? (node.children ?? []) : [node];
    return items.flatMap((item) => {
      if (typeof item.value === 'string' && item.value !== '') return [item];
      this.fault(item, { is: 'bad-value', key, expected: '"…" | ["…", …]' });
      return [];
    });
  }

  /** The members of an object by name; with `known`, others are faults. A name that comes twice counts where it comes last. */
  #members(node: Node | undefined, what: string, known?: readonly string[]): Map<string, Node> {
    const members = new Map<string, Node>();
    if (!node) return members;
    if (node.type !== 'object') {
      this.fault(node, { is: 'bad-value', key: what, expected: '{ … }' });
      return members;
    }
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key || !value) continue;
      if (!known || known.includes(key.value)) members.set(key.value, value);
      else this.fault(key, { is: 'unknown-key', key: key.value, known });
    }
    return members;
  }
}

/** Where the name of a member stands, from its value. */
function keyOf(value: Node): Span {
  return value.parent?.children?.[0] ?? value;
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  return node.type === 'object' ? {} : node.value;
}
