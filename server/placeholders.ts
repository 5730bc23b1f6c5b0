/** 填写占位符: what only the writer knows, by group, and the edits that put it in. */
import type { Ask, Constraint, Document, Finding } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { countNames, type NameCounts, offersFor } from './offers.ts';
import { rangeOf, textEdits } from './positions.ts';
import type { Answer, AskGroup, AskPlace, Params } from './protocol.ts';

/** Units of the line shown on either side of a gap. */
const CONTEXT = 40;

type Gap = Finding & { readonly ask: Ask };

/** `gongwen/asks` and `gongwen/fillEdits`. */
export function placeholders({ connection, documents }: ServerContext): void {
  connection.onRequest(
    'gongwen/asks',
    async ({ uri }: Params<'gongwen/asks'>): Promise<Answer<'gongwen/asks'>> => {
      const document = await documents.required(uri);
      const { findings, version } = document.evaluate();
      const text = document.lint.document;
      return { version, groups: groupsOf(findings, text, countNames(text)) };
    },
  );

  connection.onRequest(
    'gongwen/fillEdits',
    async ({ uri, version, values }: Params<'gongwen/fillEdits'>): Promise<Answer<'gongwen/fillEdits'>> => {
      const document = await documents.required(uri, version);
      const byGroup = new Map(values.map(({ group, value }) => [group, value]));
      const text = document.lint.document;
      const edits = gaps(document.evaluate().findings).flatMap((gap) => {
        const value = byGroup.get(gap.ask.group);
        if (value === undefined) return [];
        const { start, end } = gap;
        return [{ start, end, text: withUnit(value, gap, text.slice(start, end)) }];
      });
      return { version, edits: textEdits(text, edits) };
    },
  );
}

/** Where the gap takes its unit in (`×0%`, a bare `公里`), a figure typed without it must not cost the text the unit. */
function withUnit(value: string, { ruleId, ask }: Gap, mark: string): string {
  if (!/^\d+(?:\.\d+)?$/.test(value)) return value;
  if (ruleId === 'placeholder/dropped-number') return value + mark;
  return ask.slot === 'percent' ? value + (/[%％‰]$/.exec(mark)?.[0] ?? '') : value;
}

/** In document order, without those that lie within another: a place is filled once. */
function gaps(findings: readonly Finding[]): Gap[] {
  const found: Gap[] = [];
  let end = 0;
  for (const finding of findings) {
    if (!finding.ask || finding.start < end) continue;
    found.push(finding as Gap);
    end = finding.end;
  }
  return found;
}

function groupsOf(findings: readonly Finding[], document: Document, names: NameCounts): AskGroup[] {
  const groups = new Map<string, { ask: Ask; places: AskPlace[]; constraints: Map<string, Constraint> }>();
  for (const gap of gaps(findings)) {
    const { ask } = gap;
    let group = groups.get(ask.group);
    if (!group) {
      group = { ask, places: [], constraints: new Map() };
      groups.set(ask.group, group);
    }
    group.places.push(placeOf(gap, document));
    // The same bound may be seen from several places.
    for (const constraint of ask.constraints ?? []) {
      group.constraints.set(JSON.stringify(constraint), constraint);
    }
  }
  return [...groups.values()].map(({ ask, places, constraints }) => ({
    group: ask.group,
    slot: ask.slot,
    label: ask.label,
    places,
    constraints: [...constraints.values()],
    offers: offersFor(ask, places[0]!, names),
  }));
}

function placeOf(gap: Gap, document: Document): AskPlace {
  const line = document.paragraphAt(gap.start);
  const start = gap.start - line.start;
  const end = gap.end - line.start;
  return {
    range: rangeOf(document, gap),
    text: document.slice(gap.start, gap.end),
    before: wholeCharacters(line.source.slice(Math.max(0, start - CONTEXT), start)),
    after: wholeCharacters(line.source.slice(end, end + CONTEXT)),
  };
}

/** A cut may have gone through a surrogate pair: its half is dropped. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
