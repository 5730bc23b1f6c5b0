/**
 * Rules that users define without code: words with their right forms, wording that is forbidden or required, words counted, patterns.
 * They are data of a configuration file or of a table (a pack); here they are made into rules like ours, with levels, ignores and fixes.
 *
 * Patterns are RE2's: matched in time linear in the line, whatever the pattern. That was chosen over judging patterns beforehand, which
 * refuses some that are harmless and can itself take long; what RE2 has not (lookaround, back references) is refused when it is read.
 */
import { RE2JS } from 're2js';
import {
  DOCUMENT_KINDS,
  type Document,
  type DocumentKind,
  defineDocumentRule,
  type Fix,
  type OptionSpecs,
  type Paragraph,
  type Range,
  type Rule,
  type RulePage,
  type Severity,
  WordIndex,
} from '../rules/index.ts';

/** One thing that a rule looks for. */
export type Clause =
  /** Without a right form it is forbidden; where `right` is given it is the fix. */
  | { readonly is: 'word'; readonly words: readonly string[]; readonly right: string | undefined }
  /** `right` may name groups: `$1`. */
  | { readonly is: 'pattern'; readonly pattern: string; readonly right: string | undefined }
  /** One of the words must stand in the document, if one of `when` does; always, without `when`. */
  | { readonly is: 'require'; readonly words: readonly string[]; readonly when: readonly string[] }
  | {
      readonly is: 'count';
      readonly words: readonly string[];
      readonly least: number;
      readonly most: number;
    };

export interface UserRule {
  /** `family/name`, of one of the families, and none of ours. */
  readonly id: string;
  readonly level: Severity;
  /** What the finding says; made up from the clause where empty. */
  readonly message: string;
  /** Why, and what to do; may be empty. */
  readonly note: string;
  /** Whether its fixes are applied unasked. */
  readonly safe: boolean;
  /** Kinds of documents that it is about; all where empty. */
  readonly kinds: readonly DocumentKind[];
  /** Words within which nothing is found. */
  readonly except: readonly string[];
  readonly clauses: readonly Clause[];
}

interface Found extends Range {
  readonly clause: Clause;
  /** As written. */
  readonly written: string;
  /** What belongs there, where the clause says. */
  readonly right: string | undefined;
  /** Of a count: how many there are. */
  readonly count?: number;
}

/** What may be set for a rule beside its level, in `rules`; it stands above what its definition says. */
interface UserOptions {
  readonly except?: readonly string[];
  /** Of a rule that counts, and counts one thing. */
  readonly least?: number;
  readonly most?: number;
}

/** More are as good as no limit. */
const UNLIMITED = 9999;

/** What is wrong with a pattern; undefined for a good one. */
export function patternFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A rule that says what the definition has it say. */
export function ruleOf(definition: UserRule): Rule & { readonly definition: UserRule } {
  const { id, level, message, note, safe, kinds, clauses } = definition;
  const words = new WordIndex(
    clauses.flatMap((clause) =>
      clause.is === 'pattern' ? [] : clause.words.map((word) => [word, clause] as const),
    ),
  );
  const patterns = clauses.flatMap((clause) =>
    clause.is === 'pattern' ? [{ clause, pattern: RE2JS.compile(clause.pattern) }] : [],
  );
  const lines = new WeakMap<Paragraph, readonly Found[]>();
  const readLine = (paragraph: Paragraph): readonly Found[] => {
    let found = lines.get(paragraph);
    if (!found) {
      found = [
        ...wordsIn(paragraph.text, words),
        ...patterns.flatMap(({ clause, pattern }) => matchesIn(paragraph.text, clause, pattern)),
      ];
      lines.set(paragraph, found);
    }
    return found;
  };
  const off = kinds.length === 0 ? [] : DOCUMENT_KINDS.filter((kind) => !kinds.includes(kind));
  const rule = defineDocumentRule<Found, UserOptions>({
    id,
    since: 'user',
    severity: level,
    options: optionsFor(definition),
    ...(off.length > 0 && { kinds: Object.fromEntries(off.map((kind) => [kind, 'off' as const])) }),

    find(document, { except = [], least, most }) {
      const all = document.paragraphs.flatMap((paragraph) =>
        readLine(paragraph)
          .filter((found) => !except.some((word) => isWithin(paragraph.text, found, word)))
          .map((found) => ({
            ...found,
            start: paragraph.start + found.start,
            end: paragraph.start + found.end,
          })),
      );
      return clauses.flatMap((clause) => {
        const found = all.filter((one) => one.clause === clause);
        if (clause.is !== 'count') return judge(clause, found, document);
        return judge({ ...clause, least: least ?? clause.least, most: most ?? clause.most }, found, document);
      });
    },

    explain: (found) => ({
      message: [message || said(found), note].filter(Boolean).join('：'),
    }),

    fix({ start, end, right }): readonly Fix[] {
      if (right === undefined) return [];
      const title = right === '' ? '删去' : `改为“${right}”`;
      return [{ title, edits: [{ start, end, text: right }], safe }];
    },
  });
  return { ...rule, definition };
}

function optionsFor({ except, clauses }: UserRule): OptionSpecs<UserOptions> {
  const counts = clauses.filter((clause) => clause.is === 'count');
  const [counted] = counts.length === 1 ? counts : [];
  const count = (description: string, is: number) => ({
    type: 'integer' as const,
    minimum: 0,
    maximum: UNLIMITED,
    default: Math.min(is, UNLIMITED),
    description,
  });
  return {
    except: { type: 'strings', default: except, description: '写在这些字词里的不算' },
    ...(counted && {
      least: count('至少几处', counted.least),
      most: count('最多几处', counted.most),
    }),
  } as OptionSpecs<UserOptions>;
}

/** The page of a user's rule, out of its definition; undefined for a rule of ours. */
export function userPage(rule: Rule & { readonly definition?: UserRule }): RulePage | undefined {
  const { definition } = rule;
  if (!definition) return undefined;
  const { id, message, note, except, clauses } = definition;
  const looksFor = clauses.map(describeClause);
  if (except.length > 0) looksFor.push(`写在“${except.join('”“')}”里的不算`);
  const summary = [message, note, ...looksFor].filter(Boolean).join('；');
  const list = looksFor.map((line) => `- ${line}\n`).join('');
  const said = [message, note].filter(Boolean).map((line) => `${line}\n\n`);
  return {
    ruleId: id,
    title: '自定规则',
    summary,
    markdown: `# ${id} · 自定规则\n\n${said.join('')}${list}`,
  };
}

function describeClause(clause: Clause): string {
  const right = 'right' in clause && clause.right !== undefined ? `，改为“${clause.right}”` : '';
  switch (clause.is) {
    case 'word':
      return `${right === '' ? '不用' : '找'}“${clause.words.join('”“')}”${right}`;
    case 'pattern':
      return `找模式 ${clause.pattern}${right}`;
    case 'require':
      return `须有“${clause.words.join('”或“')}”${clause.when.length > 0 ? `（文中有“${clause.when.join('”或“')}”时）` : ''}`;
    case 'count':
      return `“${clause.words.join('”“')}”${clause.least > 0 ? `至少 ${clause.least} 处` : ''}${clause.most < Number.POSITIVE_INFINITY ? `最多 ${clause.most} 处` : ''}`;
  }
}

function wordsIn(text: string, index: WordIndex<Clause>): Found[] {
  const found: Found[] = [];
  for (const { start, end, word, of: clause } of index.hits(text)) {
    const right = clause.is === 'word' ? clause.right : undefined;
    // 数字经济产业园 holds 数字经济, which is right there.
    const isPart = right !== undefined && right !== word && isWithinForm(text, { start, end }, word, right);
    if (!isPart) found.push({ start, end, clause, written: word, right });
  }
  return found;
}

/** Whether the word, at this place, is a part of its own right form. */
function isWithinForm(text: string, { start, end }: Range, word: string, right: string): boolean {
  for (let at = right.indexOf(word); at >= 0; at = right.indexOf(word, at + 1))
    if (text.startsWith(right, start - at) && start - at + right.length >= end) return true;
  return false;
}

/** Whether a place lies within the word, somewhere in the line. */
function isWithin(text: string, { start, end }: Range, word: string): boolean {
  const at = text.indexOf(word, Math.max(0, end - word.length));
  return at >= 0 && at <= start;
}

/** More in one line are a pattern gone wrong. */
const MOST = 200;

function matchesIn(text: string, clause: Clause & { readonly is: 'pattern' }, pattern: RE2JS): Found[] {
  const found: Found[] = [];
  const matcher = pattern.matcher(text);
  while (found.length < MOST && matcher.find()) {
    const start = matcher.start();
    const end = matcher.end();
    // What matches nothing says nothing.
    if (start === end) continue;
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? '');
    const right = clause.right?.replace(/\$(\d)/g, (_, number) => groups[Number(number)] ?? '');
    found.push({ start, end, clause, written: text.slice(start, end), right });
  }
  return found;
}

/** What of the places is wrong. What is missing is told at the beginning of the document. */
function judge(clause: Clause, places: readonly Found[], document: Document): readonly Found[] {
  const found = places.map((place) => ({ ...place, clause }));
  switch (clause.is) {
    case 'word':
    case 'pattern':
      return found;
    case 'require': {
      const { when } = clause;
      const isAsked =
        when.length === 0 || document.paragraphs.some(({ text }) => when.some((word) => text.includes(word)));
      return found.length > 0 || !isAsked ? [] : [missing(clause, document)];
    }
    case 'count':
      if (found.length < clause.least) return [{ ...missing(clause, document), count: found.length }];
      return found.slice(clause.most).map((one) => ({ ...one, count: found.length }));
  }
}

function missing(clause: Clause, { paragraphs }: Document): Found {
  const first = paragraphs.find(({ blank }) => !blank) ?? paragraphs[0]!;
  const start = first.start + first.contentStart;
  return { start, end: first.start + first.contentEnd, clause, written: '', right: undefined };
}

function said({ clause, written, right, count }: Found): string {
  switch (clause.is) {
    case 'word':
    case 'pattern':
      return right === undefined ? `不用“${written}”` : `“${written}”应为“${right}”`;
    case 'require':
      return `全文没有“${clause.words.join('”或“')}”`;
    case 'count': {
      const words = clause.words.join('”“');
      return count! < clause.least
        ? `“${words}”至少要有 ${clause.least} 处，全文有 ${count} 处`
        : `“${words}”最多 ${clause.most} 处，全文有 ${count} 处`;
    }
  }
}
