/**
 * The form's page: shows what the extension says and tells it what the writer does. Knows nothing of drafts. Text is only ever set as
 * text, so that whatever a draft says is never read as HTML.
 */
import type { FromPage, Item, Section, ToPage, View, Words } from '../messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: string): void };

const host = acquireVsCodeApi();
const words: Words = JSON.parse(document.getElementById('words')!.textContent!);
const list = document.getElementById('list')!;
const progress = document.getElementById('progress')!;
const said = document.getElementById('said')!;
const apply = document.getElementById('apply') as HTMLButtonElement;

/** The elements of one question, kept while it is asked: what is being typed must not be disturbed. */
interface Row {
  readonly root: HTMLElement;
  readonly label: HTMLElement;
  readonly before: HTMLElement;
  readonly mark: HTMLElement;
  readonly after: HTMLElement;
  readonly input: HTMLInputElement;
  readonly jump: HTMLButtonElement;
  readonly offers: HTMLElement;
  readonly origin: HTMLElement;
  readonly doubts: HTMLElement;
  item: Item;
}

const rows = new Map<number, Row>();
const SECTIONS: readonly Section[] = ['people', 'places', 'dates', 'figures', 'other'];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'show') show(data.view);
  else said.textContent = data.text;
});

document.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Escape') host.postMessage({ type: 'close' });
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) host.postMessage({ type: 'apply' });
  else return;
  event.preventDefault();
});
apply.addEventListener('click', () => host.postMessage({ type: 'apply' }));
document.getElementById('save')!.addEventListener('click', () => host.postMessage({ type: 'save' }));
document.getElementById('close')!.addEventListener('click', () => host.postMessage({ type: 'close' }));
host.setState(words.uri);
host.postMessage({ type: 'ready' });

function show({ items, progress: text }: View): void {
  const wanted = new Set(items.map(({ id }) => id));
  for (const [id, { root }] of rows) {
    if (wanted.has(id)) continue;
    root.remove();
    rows.delete(id);
  }
  const first = rows.size === 0;
  for (const section of SECTIONS)
    fill(
      section,
      items.filter((item) => item.section === section),
    );
  if (items.length === 0) said.textContent = words.nothing;
  if (progress.textContent !== text) progress.textContent = text;
  apply.disabled = items.every(({ answer }) => answer.trim() === '');
  if (first) inputs()[0]?.focus();
}

/** The questions of one section in their order; its heading stands while there are any. */
function fill(section: Section, items: readonly Item[]): void {
  const id = `section-${section}`;
  let group = document.getElementById(id);
  if (items.length === 0) {
    group?.remove();
    return;
  }
  if (!group) {
    group = element('section', '');
    group.id = id;
    const heading = element('h2', '', words.sections[section]);
    heading.id = `${id}-heading`;
    group.setAttribute('aria-labelledby', heading.id);
    group.append(heading);
    const next = SECTIONS.slice(SECTIONS.indexOf(section) + 1)
      .map((other) => document.getElementById(`section-${other}`))
      .find((other) => other !== null);
    list.insertBefore(group, next ?? null);
  }
  let at: Element | null = group.firstElementChild!.nextElementSibling;
  for (const item of items) {
    const row = rows.get(item.id) ?? create(item);
    update(row, item);
    // Only what is out of order is moved: moving takes the focus away.
    if (row.root === at) at = at.nextElementSibling;
    else group.insertBefore(row.root, at);
  }
}

function create(item: Item): Row {
  const { id } = item;
  const root = element('div', 'question');
  const label = element('label', 'label') as HTMLLabelElement;
  const context = element('p', 'context');
  context.id = `context-${id}`;
  const [before, mark, after] = [element('span', ''), element('mark', ''), element('span', '')];
  context.append(before, mark, after);
  const input = element('input', '') as HTMLInputElement;
  input.type = 'text';
  input.id = label.htmlFor = `answer-${id}`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  const jump = element('button', 'jump') as HTMLButtonElement;
  jump.title = words.jump;
  const offers = element('ul', 'offers');
  offers.id = `offers-${id}`;
  offers.setAttribute('role', 'listbox');
  const origin = element('p', 'origin');
  origin.id = `origin-${id}`;
  const doubts = element('p', 'doubts');
  doubts.id = `doubts-${id}`;
  doubts.setAttribute('role', 'status');
  input.setAttribute('aria-describedby', `${context.id} ${origin.id} ${doubts.id}`);
  const line = element('div', 'line');
  line.append(input, jump);
  root.append(label, context, line, offers, origin, doubts);

  const row: Row = { root, label, before, mark, after, input, jump, offers, origin, doubts, item };
  input.addEventListener('input', () => tell(row));
  input.addEventListener('focus', () => host.postMessage({ type: 'look', id }));
  input.addEventListener('keydown', (event) => onKey(event, row));
  jump.addEventListener('click', () => host.postMessage({ type: 'jump', id }));
  rows.set(id, row);
  return row;
}

function update(row: Row, item: Item): void {
  row.item = item;
  set(row.label, item.label);
  set(row.before, item.before);
  set(row.mark, item.mark);
  set(row.after, item.after);
  set(row.jump, item.where);
  row.jump.setAttribute('aria-label', `${words.jump}: ${item.where}`);
  set(row.origin, item.origin);
  if (set(row.doubts, item.doubts.join('\n'))) {
    row.root.classList.toggle('doubtful', item.doubts.length > 0);
    // A doubt comes below the box that is typed into, which may be the last in sight.
    if (row.root.contains(document.activeElement)) row.root.scrollIntoView({ block: 'nearest' });
  }
  // What comes back of an answer that is still being typed is older than what stands there.
  if (document.activeElement !== row.input && row.input.value !== item.answer) row.input.value = item.answer;
  if (
    row.offers.childElementCount !== item.offers.length ||
    item.offers.some((o, i) => row.offers.children[i]!.textContent !== o)
  ) {
    row.offers.replaceChildren(...item.offers.map((offer, i) => option(row, offer, i)));
    row.offers.hidden = item.offers.length === 0;
    if (item.offers.length > 0) {
      row.input.setAttribute('role', 'combobox');
      row.input.setAttribute('aria-controls', row.offers.id);
      row.input.setAttribute('aria-expanded', 'true');
    } else {
      for (const name of ['role', 'aria-controls', 'aria-expanded']) row.input.removeAttribute(name);
    }
  }
  choose(row);
}

function option(row: Row, offer: string, i: number): HTMLElement {
  const item = element('li', '', offer);
  item.id = `${row.offers.id}-${i}`;
  item.setAttribute('role', 'option');
  item.addEventListener('click', () => {
    row.input.value = offer;
    tell(row);
    row.input.focus();
  });
  return item;
}

/** Shows which offer stands in the box. */
function choose({ input, offers }: Row): void {
  let chosen = '';
  for (const item of offers.children) {
    const is = item.textContent === input.value;
    item.setAttribute('aria-selected', String(is));
    if (is) chosen = item.id;
  }
  if (chosen === '') input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', chosen);
}

function tell(row: Row): void {
  choose(row);
  host.postMessage({ type: 'answer', id: row.item.id, value: row.input.value });
}

function onKey(event: KeyboardEvent, row: Row): void {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter') {
    if (event.altKey) host.postMessage({ type: 'jump', id: row.item.id });
    else step(row, event.shiftKey ? -1 : 1);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && row.item.offers.length > 0) {
    const { offers } = row.item;
    const at = offers.indexOf(row.input.value);
    const by = event.key === 'ArrowDown' ? 1 : -1;
    row.input.value =
      offers[at < 0 && by < 0 ? offers.length - 1 : (at + by + offers.length) % offers.length]!;
    tell(row);
  } else return;
  event.preventDefault();
}

/** To the next question, or the one before; behind the last comes the button that fills in. */
function step({ input }: Row, by: number): void {
  const all = inputs();
  const next = all[all.indexOf(input) + by];
  if (next) next.focus();
  else if (by > 0) apply.focus();
}

function inputs(): HTMLInputElement[] {
  return [...list.querySelectorAll('input')];
}

/** Whether the text is another than before. */
function set(target: HTMLElement, text: string): boolean {
  if (target.textContent === text) return false;
  target.textContent = text;
  return true;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}
