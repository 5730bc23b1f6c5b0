/**
 * `[SHOW=N] node --import tsx scripts/adverts/learn.mjs [DIR …]`: learns from invented lines what each trait of a line weighs and what each
 * character says, and writes `rules/advert/data/weights.tsv` and `characters.tsv`. Honest lines are those of `honest.txt`, of the rule pages, and every line and sentence of
 * the published texts below the folders. Logistic regression: the weights are the logarithms of odds that add up best. With SHOW the N lines that fit worst are printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Document } from '../../engine/document.ts';
import { decodeText } from '../../host/encoding.ts';
import { scan } from '../../language/text/scan.ts';
import { placeAt, placesOf } from '../../rules/advert/detect/places.ts';
import { hitsOf, partsOf, read } from '../../rules/advert/detect/reading.ts';
import { characterWeights, registerOf } from '../../rules/advert/detect/register.ts';
import { readRulePages } from '../rule-pages.mjs';
import { textsBelow } from '../texts-below.mjs';
import { expand, honestLines, leftoverTemplates, random } from './lines.mjs';
import { learnCharacters, rowsOfCharacters } from './register.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(root, 'rules/advert/data/weights.tsv');
const CHARACTERS = join(root, 'rules/advert/data/characters.tsv');
/** Lines made of each template. */
const EXPANSIONS = 12;
/** How much all published text counts beside all invented leftovers, and an invented honest line beside one of these. */
const PUBLISHED_WEIGHT = 2;
const HONEST_WEIGHT = 1.8;
const ROUNDS = 400;
const PENALTY = 0.6;

const language = {
  scan,
  get words() {
    throw new Error('traits ask for no dictionary');
  },
};
const MOST_LENGTH = 160;

/** Lines are dealt into so many folds: what the characters of a line say is learnt from the others, as it is for a line nobody has seen. */
const FOLDS = 5;

/** @typedef {{traits: Map<string, number>, label: 0 | 1, weight: number, shown: string}} Example */
/** @type {Example[]} */
const examples = [];

const next = random(1);
const leftovers = leftoverTemplates().flatMap(({ places, template }, i) =>
  Array.from({ length: EXPANSIONS }, () => ({ places, text: expand(template, next), fold: i % FOLDS })),
);
/** Their words without the names and titles that stand in many of them. */
const bare = leftoverTemplates().flatMap(({ template }, i) =>
  Array.from({ length: EXPANSIONS }, () => ({
    text: expand(template.replace(/\{(?!您|文种)[^{}]+\}/g, ''), next),
    weight: 1 / EXPANSIONS,
    fold: i % FOLDS,
  })),
);
const honest = honestLines().map(({ places, line }, i) => ({
  places,
  text: line,
  weight: 1,
  fold: i % FOLDS,
}));
const published = process.argv
  .slice(2)
  .flatMap((folder) => [...textsBelow(folder)])
  .map((file) => decodeText(readFileSync(file)).text);
const publishedTexts = published.map((text) => ({ text, weight: 1 }));
const charactersWithout = Array.from({ length: FOLDS }, (_, fold) => {
  const others = (lines) => lines.filter((line) => line.fold !== fold);
  return characterWeights(learnCharacters(others(bare), [publishedTexts, others(honest)]));
});

/** @param {Pick<Example, 'label' | 'weight'>} judged */
function addUnit(text, range, hits, place, judged, fold = 0) {
  const traits = new Map();
  for (const { trait, amount } of read(text, range, hits, true).traits) traits.set(trait, amount);
  addPlaced(traits, text, range, place, judged, fold);
}

function addPlaced(traits, text, { start, end }, place, judged, fold) {
  traits.set('register', registerOf(text, start, end, charactersWithout[fold]));
  if (place !== 'body') traits.set(place, 1);
  examples.push({ traits, ...judged, shown: text.slice(start, end) });
}

function addLine(line, places, label, weight, fold = 0) {
  const paragraph = new Document(line, 'plain', language).paragraphs[0];
  const range = { start: paragraph.contentStart, end: paragraph.contentEnd };
  for (const [place, share] of places)
    addUnit(paragraph.text, range, hitsOf(paragraph), place, { label, weight: weight * share }, fold);
}

const PLACES = ['cover', 'head', 'body', 'tail', 'inside'];
/** Where a template's lines belong for the most part, and now and then elsewhere. */
const mostly = (own) => PLACES.map((place) => [place, own.includes(place) ? 0.8 / own.length : 0.04]);
/** An honest line must not be taken for a leftover wherever it stands. */
const EVERYWHERE = PLACES.map((place) => [place, 1 / PLACES.length]);

for (const { places, text, fold } of leftovers) addLine(text, mostly(places), 1, 1, fold);
for (const page of readRulePages(root).filter(({ ruleId }) =>
  /^advert\/(?:watermark|page-chrome|paywall|ai-residue)$/.test(ruleId),
)) {
  for (const { text, expected, bad } of page.examples) {
    if (text.includes('\n')) continue;
    if (!bad) addLine(text, EVERYWHERE, 0, HONEST_WEIGHT);
    else if (expected.length === 1 && expected[0].end - expected[0].start === text.trim().length)
      addLine(text.trim(), EVERYWHERE, 1, 5);
  }
}
for (const { places, text, fold } of honest) {
  // A title stands where the body begins.
  const own = places.map((place) => (place === 'title' ? 'body' : place));
  addLine(
    text,
    PLACES.map((place) => [place, own.includes(place) ? 0.8 : 0.1]),
    0,
    HONEST_WEIGHT * 2,
    fold,
  );
}
const invented = examples.length;
for (const text of published) addPublished(new Document(text, 'plain', language));

/** Every line and sentence of a published text. */
function addPublished(document) {
  const places = placesOf(document);
  for (const paragraph of document.paragraphs) {
    if (paragraph.blank || paragraph.role === 'table') continue;
    const { text, contentStart: start, contentEnd: end } = paragraph;
    const hits = hitsOf(paragraph);
    const place = placeAt(places, paragraph.index);
    if (end - start <= MOST_LENGTH && (hits.length > 0 || end - start < 60))
      addUnit(text, { start, end }, hits, place, { label: 0, weight: 1 });
    if (hits.length === 0) continue;
    const parts = partsOf(text, { start, end }, hits);
    if (parts.length < 2) continue;
    for (const reading of parts) {
      if (reading.traits.length === 0 || !hits.some((h) => h.start >= reading.start && h.end <= reading.end))
        continue;
      const traits = new Map(reading.traits.map(({ trait, amount }) => [trait, amount]));
      addPlaced(traits, text, reading, 'inside', { label: 0, weight: 1 }, 0);
    }
  }
}
const positive = examples.filter((e) => e.label === 1).reduce((sum, e) => sum + e.weight, 0);
const publishedExamples = examples.slice(invented);
for (const e of publishedExamples) e.weight = (positive * PUBLISHED_WEIGHT) / publishedExamples.length;

const { head, body: table } = tableOf(FILE);
const index = new Map(table.map(([trait], i) => [trait, i]));
const weights = learn(examples, index);
report();
writeTable(FILE, [
  ...head,
  ...table.map(([trait, side, , name], i) => [trait, side, weights[i].toFixed(2), name]),
]);
writeTable(CHARACTERS, [
  ...tableOf(CHARACTERS).head,
  ...rowsOfCharacters(learnCharacters(bare, [publishedTexts, honest])),
]);

/** The rows of a table down to the names of its columns, and those below. */
function tableOf(file) {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const names = rows.findIndex((cells) => cells.includes('weight'));
  return { head: rows.slice(0, names + 1), body: rows.slice(names + 1) };
}

function writeTable(file, rows) {
  writeFileSync(file, rows.map((cells) => `${cells.join('\t')}\n`).join(''));
}

/** Gradient descent with a step for each weight (Adagrad). Weights of what speaks for a leftover by its meaning stay above zero. */
function learn(all, index) {
  const n = index.size;
  const w = new Float64Array(n);
  const squares = new Float64Array(n).fill(1e-8);
  const gradient = new Float64Array(n);
  const sparse = all.map((e) => ({
    at: [...e.traits.keys()].map((t) => index.get(t)),
    amounts: [...e.traits.values()],
    label: e.label,
    weight: e.weight,
  }));
  const total = all.reduce((sum, e) => sum + e.weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    gradient.fill(0);
    for (const { at, amounts, label, weight } of sparse) {
      let sum = 0;
      for (let k = 0; k < at.length; k++) sum += w[at[k]] * amounts[k];
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      for (let k = 0; k < at.length; k++) gradient[at[k]] += error * amounts[k];
    }
    for (let i = 0; i < n; i++) {
      const g = (gradient[i] + (i === index.get('bias') ? 0 : PENALTY * w[i])) / total;
      squares[i] += g * g;
      w[i] -= (0.5 * g) / Math.sqrt(squares[i]);
    }
  }
  return w;
}

function report() {
  const score = (e) =>
    [...e.traits].reduce((sum, [trait, amount]) => sum + weights[index.get(trait)] * amount, 0);
  const scored = examples.map((e, i) => ({ ...e, published: i >= invented, score: score(e) }));
  for (const limit of [-2, -1, 0, 1, 2, 3]) {
    const share = (list) =>
      `${((100 * list.filter((e) => e.score >= limit).length) / list.length).toFixed(2)} %`;
    console.log(
      `score ≥ ${limit}: invented leftovers ${share(scored.filter((e) => e.label === 1))}, invented honest ${share(scored.filter((e) => e.label === 0 && !e.published))}, published ${scored.filter((e) => e.published && e.score >= limit).length} of ${publishedExamples.length}`,
    );
  }
  if (process.env.SHOW === undefined) return;
  const show = (title, list) => {
    console.log(title);
    for (const e of list.slice(0, Number(process.env.SHOW)))
      console.log(`  ${e.score.toFixed(2)}  ${e.shown.slice(0, 110)}`);
  };
  show(
    'published, highest',
    scored.filter((e) => e.published).sort((a, b) => b.score - a.score),
  );
  show(
    'honest, highest',
    scored.filter((e) => e.label === 0 && !e.published).sort((a, b) => b.score - a.score),
  );
  show(
    'leftovers, lowest',
    scored.filter((e) => e.label === 1).sort((a, b) => a.score - b.score),
  );
}
