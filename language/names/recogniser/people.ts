/** People: surname and given name with a title, a label or another person beside them, or whole in the dictionary. */

import { anyOf } from '../../text/pattern.ts';
import { COMPOUND_SURNAMES, SURNAMES, SURNAMES_RATHER, WORD_SURNAMES } from '../surnames.ts';
import { MIDDLE_WORDS } from './organisations.ts';
import { PLACE_CLASSES } from './places.ts';
import { Apart, charSet, type Found, HAN, type NameLexicon, set, type Token } from './tokens.ts';

/** Never in a given name: function words, numerals, and what titles, bodies and places are made of. */
const NOT_GIVEN = charSet(
  '的了在是不有就都也及与或到等来去说以从将把被让使但而则须该各每我你他她它们这那个后前里外内月日副正某第由向对于为给并且再又仅只' +
    '局县市区省厅部处科委办院校所站队村镇乡州街厂矿司社会组员级赴要至',
);

/** Words that the hidden Markov model glues to the end of a name (方红卫到, 王强等). */
const GLUED_TAILS = charSet('作两到在为向与和等说对就也都及赴率要任是');

const OFFICES = [
  '书记 主席 省长 市长 县长 区长 州长 镇长 乡长 村长 部长 厅长 局长 处长 科长 股长 主任 院长 校长 所长 站长 队长 会长 秘书长 总理',
  '委员长 检察长 理事长 董事长 经理 支书 委员 常委 组长 指挥长 政委 司令员 调研员 巡视员 教授 工程师 院士 先生 女士 老师 医生 科员 厂长',
  '行长 庭长 法官 检察官 发言人 网格员 护林员',
];
const TITLES = new RegExp(`${anyOf(OFFICES)}$`, 'u');

/** Words after which a name is said, though they are no titles. */
const INTRODUCERS = set('村民 居民 党员 职工 干部 贫困户 脱贫户 代表 负责人 校友 烈士');

/** Words that follow a name and no title does. */
const FOLLOWERS = set('同志 同学 烈士 一行 等同志');

/** Labels before a colon, in forms and at the foot of documents. */
const LABELS =
  /^(?:联系人|负责人|签发人|经办人|审核人|起草人|拟稿人|主持人|记录人|汇报人|主持|记录|签发|姓名|申请人|被申请人|当事人|法定代表人)$/u;

export function findPeople(tokens: readonly Token[], lexicon: NameLexicon): Found[] {
  const apart = new Apart();
  const people = apart.found;
  const add = (found: Found | undefined) => {
    if (found) apart.add(found);
  };

  tokens.forEach((token, i) => {
    if (FOLLOWERS.has(token.text)) add(personBefore(tokens, i, lexicon));
    else if (TITLES.test(token.text)) {
      add(personBefore(tokens, tokens[i - 1]?.text === '副' ? i - 1 : i, lexicon));
      add(personAfter(tokens, i + 1, lexicon));
    } else if (INTRODUCERS.has(token.text)) add(personAfter(tokens, i + 1, lexicon));
    if (/^[：:]$/u.test(token.text) && LABELS.test(tokens[i - 1]?.text ?? '')) {
      add(personAfter(tokens, i + 1, lexicon));
    }
    if (isFamousPerson(token, lexicon) && !PLACE_CLASSES.has(tokens[i + 1]?.text ?? '')) {
      add({ from: i, to: i + 1, end: token.end, kind: 'person' });
    }
  });

  // 张猛、李明华等同志: what is listed beside a person is one
  for (let i = 0; i < people.length; i++) {
    const { from, to } = people[i]!;
    if (tokens[from - 1]?.text === '、') add(personBefore(tokens, from - 1, lexicon));
    if (tokens[to]?.text === '、')
      add(personAfter(tokens, to + 1, lexicon, /^[、，。；）)]$|^等$|^和$|^同志$/u));
    const followedByAnd = tokens[to]?.text === '等' && FOLLOWERS.has(tokens[to + 1]?.text ?? '');
    if (followedByAnd && tokens[from - 1]?.text === '和') add(personBefore(tokens, from - 1, lexicon));
  }
  return people;
}

/** A whole name in the dictionary that is hardly anything else: surname and two characters, tagged a person. */
function isFamousPerson({ text, tag }: Token, lexicon: NameLexicon): boolean {
  return (
    tag === 'nr' &&
    text.length === 3 &&
    SURNAMES.has(text[0]!) &&
    !WORD_SURNAMES.has(text[0]!) &&
    isFullName(text) &&
    !lexicon.isNotName(text) &&
    !lexicon.isPlace(text) &&
    !/[河江湖海山殿宫寺庙桥路城沟湾家岭坡塘岗法权期金节派门楼台园岛洞石州族人氏帝后王性证书图营间文字质广度化者员器机业庭嘴浦港汇]$/u.test(
      text,
    )
  );
}

/** Surname and given name, of two to four characters, by its letters alone. */
function isFullName(text: string): boolean {
  if (!HAN.test(text)) return false;
  const compound = COMPOUND_SURNAMES.has(text.slice(0, 2));
  if (!compound && !SURNAMES.has(text[0]!)) return false;
  const given = [...text.slice(compound ? 2 : 1)];
  return given.length >= 1 && given.length <= 2 && !given.some((character) => NOT_GIVEN.has(character));
}

/** A token that may be a whole name: one that jieba could not name, or took for a person. */
function isNameToken({ text, tag }: Token, lexicon: NameLexicon): boolean {
  // Of two characters, one of them a common word, the model makes more words than names (应临).
  const made = tag === 'x' && lexicon.tagOf(text) === undefined;
  const unknown = made && !(text.length === 2 && WORD_SURNAMES.has(text[0]!));
  return (unknown || tag.startsWith('nr')) && isFullName(text) && !lexicon.isNotName(text);
}

/** The tags of words that a two-character given name may happen to be (建军, 文明). */
const GIVEN_TAGS = /^(?:n|v|a|x|z|t|j)/u;

/** The person whose name ends before token `i`. */
function personBefore(tokens: readonly Token[], i: number, lexicon: NameLexicon): Found | undefined {
  if (tokens[i - 1]?.text === '等') return personBefore(tokens, i - 1, lexicon);
  const last = tokens[i - 1];
  if (!last) return undefined;
  const person = (from: number): Found => ({ from, to: i, end: last.end, kind: 'person' });
  const joined = (from: number) =>
    tokens
      .slice(from, i)
      .map(({ text }) => text)
      .join('');
  const surname = (at: number) => {
    const text = tokens[at]?.text ?? '';
    const isWord = WORD_SURNAMES.has(text) && !SURNAMES_RATHER.has(text);
    return (text.length === 1 && SURNAMES.has(text) && !isWord) || COMPOUND_SURNAMES.has(text);
  };
  const whole = (from: number) =>
    from >= 0 && isFullName(joined(from)) && !isOtherWord(joined(from), lexicon);

  // 于|洪波 before 洪波: a surname before a two-character name belongs to it, unless it is a word
  if (
    last.text.length === 2 &&
    surname(i - 2) &&
    whole(i - 2) &&
    GIVEN_TAGS.test(last.tag) &&
    !MIDDLE_WORDS.has(last.text)
  ) {
    return person(i - 2);
  }
  if (isNameToken(last, lexicon)) return person(i - 1);
  // 赵|小|刚, 张|猛
  if (last.text.length !== 1) return undefined;
  if (tokens[i - 2]?.text.length === 1 && surname(i - 3) && whole(i - 3)) return person(i - 3);
  if (surname(i - 2) && whole(i - 2)) return person(i - 2);
  return undefined;
}

/** The person whose name begins with token `i`; what follows must match `before` if that is given. */
function personAfter(
  tokens: readonly Token[],
  i: number,
  lexicon: NameLexicon,
  before?: RegExp,
): Found | undefined {
  const first = tokens[i];
  if (!first) return undefined;
  const person = (to: number, end = tokens[to - 1]!.end): Found | undefined => {
    const next = tokens[to]?.text ?? '。';
    const whole = end === tokens[to - 1]!.end; // rather than cut off from a glued tail
    if (whole && PLACE_CLASSES.has(next)) return undefined;
    if (whole && before && !before.test(next) && !TITLES.test(next)) return undefined;
    return { from: i, to, end, kind: 'person' };
  };

  // 方红卫到: the tail that the hidden Markov model glued on goes back to the sentence
  const { text } = first;
  const unknown = first.tag === 'x' && lexicon.tagOf(text) === undefined;
  if (unknown && text.length >= 3 && GLUED_TAILS.has(text.at(-1)!) && isFullName(text.slice(0, -1))) {
    return person(i + 1, first.end - 1);
  }
  if (isNameToken(first, lexicon)) return person(i + 1);

  const surname =
    COMPOUND_SURNAMES.has(text) || (text.length === 1 && SURNAMES.has(text) && !WORD_SURNAMES.has(text));
  if (!surname) return undefined;
  let to = i + 1;
  let name = text;
  for (; to < tokens.length && to < i + 3; to++) {
    const next = tokens[to]!.text;
    // Two characters are a given name as a whole, if they are no other word.
    const fits = next.length === 1 || (next.length === 2 && name === text && !isKnownWord(next, lexicon));
    if (!fits || !isFullName(name + next)) break;
    name += next;
  }
  // Another single character behind makes it likelier that this is running text.
  const next = tokens[to]?.text ?? '。';
  const open = next.length === 1 && HAN.test(next) && !GLUED_TAILS.has(next);
  return isFullName(name) && !open && !isOtherWord(name, lexicon) ? person(to) : undefined;
}

function isKnownWord(text: string, lexicon: NameLexicon): boolean {
  return !(lexicon.tagOf(text) ?? 'nr').startsWith('nr');
}

/** Whether the dictionary has these letters as something else than a person. */
function isOtherWord(text: string, lexicon: NameLexicon): boolean {
  return lexicon.isNotName(text) || isKnownWord(text, lexicon);
}
