import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Range, Severity } from '../../engine/finding.ts';
import { GroupedEntries } from '../../engine/grouped.ts';
import { NONE } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { rows } from '../../generated/wording-near-misses.ts';
import { SURNAMES, WORD_SURNAMES } from '../../language/names/surnames.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { wordsOf } from '../../language/text/pattern.ts';
import { isHan } from '../../language/text/scan.ts';
import { defineWordRules } from '../../language/text/word-rules.ts';
import { faults } from './words/faults.ts';
import { isUsualAmong } from './words/neighbours.ts';
import { isMistakable } from './words/out-of-place.ts';
import { slipsIn } from './words/slips.ts';
import { isNamed, type SoundAlike } from './words/sound-alikes.ts';

/** A finding and whether a row of the tables knows it; what none knows may be a name or a term of the document's own. */
interface NearMiss extends SoundAlike {
  readonly known: boolean;
}

const lookAlikes = defineWordRules('look-alikes', wordList('wording.near-misses'), rows);

/** What looks like a frequent word, what an expression loses a character to, and what sounds like a frequent phrase, where no row of the tables knows better. */
const nearMisses = defineFact<readonly NearMiss[]>('near misses', (paragraph) => {
  const looks = paragraph.fact(lookAlikes);
  const slips = slipsIn(paragraph);
  if (looks.length + slips.length === 0) return NONE;
  const found: NearMiss[] = looks
    .filter(({ start, end }) => !isNamed(paragraph.text, start, end) && !SYLLABLES.at(paragraph.text, end))
    .map(({ start, end, row, severity }) => ({
      start,
      end,
      wrong: row.wrong,
      right: row.right!,
      known: true,
      ...(severity && { severity }),
    }));
  const told: Range[] = [...found, ...paragraph.fact(faults)];
  // The longer tell more: 疫情放控 before 放控.
  for (const slip of slips) {
    if (isOfCode(paragraph.text, slip.end)) continue;
    if (isGivenName(paragraph, slip) || isOfCountries(paragraph.text, slip)) continue;
    if (isOfPlace(paragraph.text, slip) || SYLLABLES.at(paragraph.text, slip.end)) continue;
    if (told.some(({ start, end }) => slip.start < end && start < slip.end)) continue;
    found.push({ ...slip, known: slip.severity !== undefined, ...severityOf(paragraph, slip) });
    told.push(slip);
  }
  return found;
});

/** So many characters at most tell of what kind a document is: 平政办函〔2026〕2号. */
const OF_KIND = 3;

/** Whether the code of an organ ends behind a place, or a few characters on: 青政议〔2026〕2号. */
function isOfCode(text: string, at: number): boolean {
  let end = at;
  while (end - at < OF_KIND && isHan(text.charCodeAt(end))) end++;
  return text[end] === '〔';
}

/** Countries and regions as relations with them are named: 中俄, 俄方. */
const COUNTRIES = new Characters(
  '俄美日韩朝蒙越老柬泰缅新马印巴尼斯孟哈吉塔乌土阿沙伊以埃苏非拉欧盟英法德意西葡荷比丹挪瑞芬奥匈捷波塞希罗保克白格智秘古墨加澳肯坦赞津安赤',
);

/** 中柬|关系, 吉中|命运共同体: two countries by one character each, China among them. */
function isPairOfCountries(text: string, start: number): boolean {
  const [first, second] = [text[start], text[start + 1]];
  const other = first === '中' ? start + 1 : second === '中' ? start : -1;
  return other >= 0 && COUNTRIES.at(text, other) && BETWEEN_COUNTRIES.isAt(text, start + 2);
}

const BETWEEN_COUNTRIES = new ShortList(
  '关系 两国 两军 两党 双方 友谊 友好 友人 传统 命运 全面 战略 经贸 贸易 建交 合作 人文 人民 边界 边境'.split(
    ' ',
  ),
);

/** 愿同|柬立法机构: a country by one character behind these. */
const WITH_COUNTRY = new Characters('同与和对赴访驻');

/** 促进|我县|经济社会发展: what is said of a country is said of a county as well. */
const isOfPlace = (text: string, { start, end, right }: SoundAlike): boolean =>
  right.includes('我国') && OWN_PLACE.test(text.slice(start, end));
const OWN_PLACE = /我[省市州盟县区旗镇乡村街局校院部厅]/;

/** 新时代中塞命运共同体, 美乌总统会晤, 愿同希方一道. */
function isOfCountries(text: string, { start, end, right }: SoundAlike): boolean {
  const nation = right.indexOf('国');
  if (nation > 0 && end - start === right.length && COUNTRIES.at(text, start + nation)) return true;
  if (end - start === 2 && isPairOfCountries(text, start)) return true;
  if (end - start === 2 && COUNTRIES.at(text, start) && WITH_COUNTRY.at(text, start - 1)) return true;
  return end - start === 2 && text[end - 1] === '方' && COUNTRIES.at(text, start) && text.includes('中方');
}

/** 创业|之艰, 我们县|在外: what stands beside anything. */
const FUNCTIONAL = new Characters('之在与其而');

/** So long a phrase hardly comes about by chance. */
const LONG = 4;

/**
 * No more than a hint where documents do not have the right word among these neighbours, as in 服化|道 and 幼有善育: in texts that the
 * tables were not made of, five of six such forms were names, new words or the ends of two words; of planted slips one in five is.
 */
function severityOf({ text, language }: Paragraph, slip: SoundAlike): { severity?: Severity } {
  const { start, end, right, severity, lost } = slip;
  if (severity) return { severity };
  // 做好|术前, 合作交流|展: what stands alone between two words is more often one of its own.
  if (lost || isOfAnotherWord(slip) || language.words.has(text.slice(start, end)))
    return { severity: 'hint' };
  if (end - start === 2 && FUNCTIONAL.isIn(text, start, end)) return { severity: 'hint' };
  return right.length > LONG || isUsualAmong(text, start, end, right) ? {} : { severity: 'hint' };
}

/**
 * 智慧农情, 社区爱老, 历史较好: a character that neither sounds nor looks like the one expected is mostly another word: of thirty such
 * forms in texts that the tables were not made of seven were slips, of those that do a dozen of fourteen.
 */
function isOfAnotherWord({ wrong, right }: SoundAlike): boolean {
  if (wrong.length !== right.length) return false;
  const apart = [...wrong].flatMap((char, i) => (char === right[i] ? [] : [i]));
  return apart.length === 1 && !isMistakable(wrong.charCodeAt(apart[0]!), right.charCodeAt(apart[0]!));
}

/** What persons are, before their names or behind them. */
const TITLES = wordsOf(
  '教授 同志 院长 院士 校长 所长 主任 书记 局长 处长 科长 部长 市长 县长 区长 镇长 乡长 村长 会长 站长 队长 行长 主席 司令 委员 董事长 护士长 总监 总裁 经理 董事 律师 法官 博士 医生 老师 先生 女士',
);
/** What stands behind a person's name. */
const BEHIND_NAMES = new ShortList([
  ...TITLES,
  ...wordsOf('说 表示 介绍 指出 认为 告诉 坦言 建议 参加 出席 列席'),
]);

/** 总经理|王体轩, 书记李|双祥受到, 主任郑栅|洁受: within the name of a person behind a title, which begins at a place or up to two characters before it. */
function isBehindTitle(text: string, at: number): boolean {
  return [0, 1, 2].some(
    (back) => SURNAMES.has(text[at - back]!) && TITLES.some((title) => text.endsWith(title, at - back)),
  );
}

/** With these the names of foreigners go on, and hardly a word begins: 总司令布|尔汉. */
const SYLLABLES = new Characters('尔斯莱姆蒂娅');

/** How people are called by their surname: 老尹. */
const FAMILIAR = new Characters('老小阿');

/** What a name ends before in a row of names. */
const ROW_OF_NAMES = new Characters('、，：；。）（\n');

/**
 * 张定伟教授, 经信委袁副主任: two characters between a surname and what persons are called or do, or with a surname as the last; 陈学伟、穆祥望，: in a row of names those behind a surname that
 * is no word.
 */
function isGivenName({ text, contentEnd, language }: Paragraph, { start, end }: Range): boolean {
  if (end - start !== 2) return false;
  const [before, first, second] = [text[start - 1]!, text[start]!, text[start + 1]!];
  const title = text[end] === '副' ? end + 1 : end;
  if (BEHIND_NAMES.isAt(text, title) && (SURNAMES.has(before) || SURNAMES.has(first) || SURNAMES.has(second)))
    return true;
  if (isBehindTitle(text, start)) return true;
  // 老尹用, 小肖在
  if (FAMILIAR.at(text, start - 1) && isOnlyName(first)) return true;
  const ends = (at: number) => at >= contentEnd || ROW_OF_NAMES.at(text, at);
  // 干部队伍|建没: the end of a word is no surname.
  if (isOnlyName(before) && ends(end) && language.words.isBoundary(text, start - 1)) return true;
  // 、尹力、 · 、贾力贝等
  return isOnlyName(first) && !isHan(text.charCodeAt(start - 1)) && (ends(end) || ends(end + 1));
}

const isOnlyName = (char: string) => SURNAMES.has(char) && !WORD_SURNAMES.has(char);

/** So long a word stands in a document for itself; of two characters one may sound like a name (水韵, 水运). */
const TELLING = 3;
/** So often no slip comes: 集动车 in a tender for the cleaning of trains. */
const OF_THE_TRADE = 8;
/** A writer's habit is a matter of one draft: whole collections of texts have more lines with such forms, and are not read through at each key. */
const MOST_LINES = 30;

/** A form that no row knows, and where it stands. */
interface Unknown {
  readonly paragraph: Paragraph;
  readonly miss: NearMiss;
}

/** Forms that come again: what is meant by each, and how often it comes. */
type Again = ReadonlyMap<string, { readonly right: string; readonly times: number }>;

const unknownForms = defineModel<{ readonly forms: GroupedEntries<Unknown>; readonly again: Again }>(
  'near misses that come again',
  (document, previous) => {
    const forms = previous?.forms ?? new GroupedEntries(unknownOf, ({ miss }) => miss.wrong);
    const changes = forms.syncTo(document, nearMisses);
    const again = new Map(previous?.again);
    for (const wrong of changes.keys()) {
      const found = forms.groups.get(wrong) ?? NONE;
      if (found.length < 2) again.delete(wrong);
      else again.set(wrong, { right: found.at(-1)!.miss.right, times: found.length });
    }
    return { forms, again };
  },
  (before, after) => sameForms(before.again, after.again),
);

const unknownOf = (paragraph: Paragraph): readonly Unknown[] =>
  paragraph
    .fact(nearMisses)
    .filter(({ known }) => !known)
    .map((miss) => ({ paragraph, miss }));

function sameForms(before: Again, after: Again): boolean {
  if (before.size !== after.size) return false;
  for (const [wrong, { right, times }] of after) {
    const other = before.get(wrong);
    if (other?.right !== right || other.times !== times) return false;
  }
  return true;
}

interface Recurring {
  readonly names: ReadonlySet<string>;
  readonly revision: number;
  /** A paragraph in which each that is meant stands; undefined where none does. */
  readonly standing: ReadonlyMap<string, Paragraph | undefined>;
}

/**
 * Forms that come again in a document, and that no row knows: names, drugs, technical terms. Where what is meant stands in the document
 * too, it is a slip that its writer makes by habit.
 */
const recurring = defineModel<Recurring>(
  'recurring near misses',
  (document, previous) => {
    const isCollection = document.paragraphsWith(nearMisses).length > MOST_LINES;
    const names = new Set<string>();
    const standing = new Map<string, Paragraph | undefined>();
    for (const [wrong, { right, times }] of document.model(unknownForms).again) {
      const mayBeHabit = !isCollection && right.length >= TELLING && times < OF_THE_TRADE;
      if (mayBeHabit && !standing.has(right)) standing.set(right, standsIn(document, right, previous));
      if (!mayBeHabit || !standing.get(right)) names.add(wrong);
    }
    return { names, revision: document.revision, standing };
  },
  (before, after) =>
    before.names.size === after.names.size && [...after.names].every((name) => before.names.has(name)),
);

/** A paragraph in which a word stands: the one where it stood before, or one that has changed since, or any where it stood in one that is gone. */
function standsIn(document: Document, word: string, before: Recurring | undefined): Paragraph | undefined {
  const { paragraphs } = document;
  const known = before?.standing.get(word);
  if (known && paragraphs[known.index] === known) return known;
  const has = ({ text }: Paragraph) => text.includes(word);
  if (!before?.standing.has(word)) return paragraphs.find(has);
  const alike = document.alikeSince(before.revision);
  const changed = paragraphs.slice(alike.before, paragraphs.length - alike.behind).find(has);
  return changed ?? (known && paragraphs.find(has));
}

/** A pair of characters that comes so often in a document is a word to it. */
const AT_HOME = 3;
/** … within so many units: what is told of a key is not to wait for a whole book. */
const AT_HOME_WITHIN = 30_000;

/** The lines that begin within these. */
const beginning = defineModel<readonly Paragraph[]>(
  'the beginning',
  (document) => {
    const lines: Paragraph[] = [];
    for (let line = document.lineAt(0); line && line.start <= AT_HOME_WITHIN; )
      line = document.lineAt(lines.push(line));
    return lines;
  },
  (before, after) => before.length === after.length && after.every((line, i) => line === before[i]),
);

/** 算力系统, where the document speaks of 算力 all the time: the half that would be wrong is a word of its own. */
function isAtHome(document: Document, { wrong, right }: NearMiss): boolean {
  if (wrong.length !== 4 || right.length !== 4) return false;
  const half = wrong.slice(0, 2) === right.slice(0, 2) ? wrong.slice(2) : wrong.slice(0, 2);
  let times = 0;
  for (const { text } of document.model(beginning)) {
    for (let i = text.indexOf(half); i >= 0; i = text.indexOf(half, i + 2)) {
      if (++times >= AT_HOME) return true;
    }
  }
  return false;
}

/** 不确订性 for 不确定性, 疫情放控 for 疫情防控, 全面从治党 for 全面从严治党: no words, but one slip away from frequent ones. */
export const nearMiss = defineDocumentRule<NearMiss>({
  id: 'wording/near-miss',
  severity: 'info',
  // Statutes have terms and old words that no other document has: 壅水, 有权令其降落.
  kinds: { law: 'hint' },

  *find(document) {
    const { names } = document.model(recurring);
    for (const paragraph of document.paragraphsWith(nearMisses)) {
      for (const miss of paragraph.fact(nearMisses)) {
        if (!miss.known && (names.has(miss.wrong) || isAtHome(document, miss))) continue;
        yield { ...miss, start: paragraph.start + miss.start, end: paragraph.start + miss.end };
      }
    }
  },

  explain: ({ wrong, right, lost }) => ({
    message: lost ? `“${wrong}”中间疑漏“${lost}”字` : `“${wrong}”不像一个词语，疑为“${right}”之误`,
  }),

  fix: ({ start, end, right }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false },
  ],
});
