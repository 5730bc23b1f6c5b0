/** Word documents on the command line. */
import { ignoreFinding } from '../config/ignores.ts';
import {
  type Author,
  CheckedDocument,
  DOCUMENT_RULES,
  printText,
  type Revisions,
  reviewDocument,
  WordDocument,
} from '../docx/index.ts';
import { type Document, familyOf, type Linter, type Settings } from '../rules/index.ts';
import type { CheckOptions, View } from './options.ts';
import { print } from './print.ts';
import type { Checked, CheckInput } from './report.ts';
import { visibleLines } from './terminal.ts';

/**
 * What is shown of a document instead of checking it.
 * @throws DocxError
 */
export function inspectWord(view: View, bytes: Uint8Array, linter: Linter, revisions: Revisions): string {
  const word = new WordDocument(bytes, { revisions });
  // A line break inside a paragraph (U+000B) is part of the form; terminals only go to the next line.
  if (view === 'text') return printText(word).split('\v').map(visibleLines).join('\v');
  return print(view, new CheckedDocument(word, linter).stories[0]!.linted.document);
}

/**
 * The body, as other documents of its set are held against it.
 * @throws DocxError
 */
export function bodyOf(bytes: Uint8Array, linter: Linter): Document {
  return new CheckedDocument(new WordDocument(bytes, { revisions: 'accepted' }), linter).stories[0]!.linted
    .document;
}

/**
 * What the check came to, in two steps: names are recognised between them, and only what stands between is limited in time.
 * @throws DocxError
 */
export function checkWord({ path, bytes, linter, settings, companions, options }: CheckInput): Checked {
  const word = new WordDocument(bytes, { revisions: options.revisions });
  const checked = new CheckedDocument(word, linter, { ...settings, rules: onlyAsked(settings, options) });
  checked.stories[0]!.linted.accompany(companions);
  checked.findings();
  return {
    linted: checked.stories.map(({ linted }) => linted),
    report: () => ({
      path,
      document: checked.document,
      kind: checked.kind,
      findings: checked.findings(),
      fixed: 0,
      written: false,
      context: (finding) => checked.context(finding),
    }),
    unusedIgnores: () => checked.unusedIgnores(),
    unusedSuppressions: () => [],
    ignore: (name, finding) => ({
      ...ignoreFinding(name, checked.document, finding),
      context: checked.contextOf(finding),
    }),
    ...(options.review && {
      copy: () =>
        reviewDocument(checked, linter, { author: author(new Date()), fixes: options.review!.fixes }),
    }),
  };
}

/** `--only` has limited the linter's rules already; these are the document's. */
function onlyAsked({ rules = {} }: Settings, { only }: CheckOptions): NonNullable<Settings['rules']> {
  if (!only) return rules;
  const others = DOCUMENT_RULES.filter(({ id }) => !only.includes(id) && !only.includes(familyOf(id)));
  const asked = DOCUMENT_RULES.filter((rule) => !others.includes(rule));
  return {
    ...Object.fromEntries(asked.map(({ id }) => [id, 'on' as const])),
    ...rules,
    ...Object.fromEntries(others.map(({ id }) => [id, 'off' as const])),
  };
}

/** Word writes the time of the clock on the wall, whatever the zone. */
function author(now: Date): Author {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return { name: '公文校对', initials: '校', date: `${local.toISOString().slice(0, 19)}Z` };
}
