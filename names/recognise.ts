/**
 * From nodejieba's words to names of people, places and organisations.
 *
 * jieba tags a third of its dictionary as names, 文明 and 明白 as people, 英雄 and 上市 as places, and gives
 * names that it does not know (its hidden Markov model only finds where they begin and end) no tag at all. So
 * a tag is a hint here and a name needs evidence beside it: a title or a label for a person, an administrative
 * suffix or a list for a place, a place in front and a body word behind for an organisation. What has no such
 * evidence is left out: a missed name costs an offer, a false one the reader's trust.
 *
 * One long file: the three kinds are read in one walk over the words, each deciding what the others may still take.
 */

export type NameKind = 'person' | 'place' | 'organisation';

/** A name in a text. Offsets are UTF-16 offsets, `end` is exclusive and `text` is what stands between. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: NameKind;
}

/** A word as nodejieba's `tag` gives it; the words of a text joined are the text. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** What is known about words beyond their tags. */
export interface NameLexicon {
  /** Tag in the dictionary; undefined for words that only the hidden Markov model made. */
  tagOf(word: string): string | undefined;
  /** Places that are names without any suffix: provinces, cities, countries, regions. */
  isPlace(word: string): boolean;
  /** Words that look like names and are not. */
  isNotName(word: string): boolean;
}

interface Token {
  readonly text: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** A name as a range of tokens, `to` exclusive; `end` may lie inside the last token (方红卫|到). */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly kind: NameKind;
}

const set = (words: string) => new Set(words.split(' '));
const charSet = (characters: string) => new Set(characters);

// ---------------------------------------------------------------------------------------------------------
// What names are made of

/** The three hundred commonest surnames of one character. */
const SURNAMES = charSet(
  '习王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯' +
    '邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒' +
    '阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戎岑景党宫费卜冷晏席卫米' +
    '柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣晁亢雒贠郗逯巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝',
);

const COMPOUND_SURNAMES = set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 东方 端木 宇文 长孙 申屠',
);

/** Surnames that are common words too. Alone before a name they are more often the word (向雷锋同志学习). */
const WORD_SURNAMES = charSet(
  '向任应关万全成时方原明文单管连农党盛满解商官封简司师安边华查易路游车时宁闻位班劳',
);

/** Of these the character is the surname all the same when a given name follows (于洪波局长). */
const SURNAME_RATHER = charSet('方成明文安华');

/** Never in a given name: function words, numerals, and what titles, bodies and places are made of. */
const NOT_GIVEN = charSet(
  '的了在是不有就都也及与或到等来去说以从将把被让使但而则须该各每我你他她它们这那个后前里外内月日副正某第由向对于为给并且再又仅只' +
    '局县市区省厅部处科委办院校所站队村镇乡州街厂矿司社会组员级赴要至',
);

/** Words that the hidden Markov model glues to the end of a name (方红卫到, 王强等). */
const GLUED_TAILS = charSet('作两到在为向与和等说对就也都及赴率要任是');

const TITLES =
  /(?:书记|主席|省长|市长|县长|区长|州长|镇长|乡长|村长|部长|厅长|局长|处长|科长|股长|主任|院长|校长|所长|站长|队长|会长|秘书长|总理|委员长|检察长|理事长|董事长|经理|支书|委员|常委|组长|指挥长|政委|司令员|调研员|巡视员|教授|工程师|院士|先生|女士|老师|医生|科员|厂长|行长|庭长|法官|检察官|发言人|网格员|护林员)$/u;

/** Words after which a name is said, though they are no titles. */
const INTRODUCERS = set('村民 居民 党员 职工 干部 贫困户 脱贫户 代表 负责人 校友 烈士');

/** Words that follow a name and no title does. */
const FOLLOWERS = set('同志 同学 烈士 一行 等同志');

/** Labels before a colon, in forms and at the foot of documents. */
const LABELS =
  /^(?:联系人|负责人|签发人|经办人|审核人|起草人|拟稿人|主持人|记录人|汇报人|主持|记录|签发|姓名|申请人|被申请人|当事人|法定代表人)$/u;

const PLACE_SUFFIX = /^.{2,}(?:省|市|县|区|州|镇|乡|村|旗)$/u;
/** Tokens that make a place of the word before. */
const PLACE_CLASSES = set(
  '省 市 县 区 州 镇 乡 村 地区 新区 街道 社区 自治区 自治州 自治县 开发区 高新区 经开区',
);
/** Those small enough to bear a name that jieba takes for a person’s (李家沟村). */
const SMALL_PLACE_CLASSES = set('镇 乡 村 街道 社区');
/** What ends in such a suffix and is no name: 大城市, 小城镇, 上山下乡. */
const GENERAL_PLACE = /(?:城市|都市|城镇|乡镇|村镇|集镇|城区|山区|下乡|农村|乡村)$/u;
const UNKNOWN_PLACE = /^(?![省市县区镇乡村在于])\p{Script=Han}{2,4}(?:县|区|镇|乡|村|街道)$/u;

/** The word in which the name of an organisation ends … */
const BODY =
  /(?:人民政府|政府|委员会|管委会|人民法院|法院|检察院|公安局|分局|支队|大队|总队|办公室|办事处|指挥部|派出所|党委|党组|党校|人大|政协|大学|学院|中学|小学|幼儿园|医院|研究院|研究所|设计院|博物馆|图书馆|银行|分行|支行|公司|集团|协会|学会|联合会|基金会|总工会|红十字会|供销社|合作社|报社|电视台|(?<![布格结当全大时僵])局|厅|海关)$/u;
/** … and words too general for that unless a service is named before them (大数据管理中心). */
const CENTRE =
  /^(?:服务|管理|指挥|监测|检测|交易|保障|研究|评价|执法|救助|培训|宣传|信息|融媒体|接待)?中心$/u;
const CENTRE_SERVICES = set(
  '服务 管理 指挥 监测 检测 交易 保障 研究 评价 执法 救助 培训 宣传 信息 融媒体 接待',
);

/** The branches that stand behind a whole name and a place (中国农业银行榆林分行). */
const BRANCH = /^(?:分局|分行|支行|分公司|支公司|支队|大队|分院|分校)$/u;

/** Nouns of all kinds, of which the middle of an organisation’s name is made. */
const MIDDLE_TAGS = set('n vn nz j b l an nt');
/** Other words usual there that jieba tags as verbs, adverbs or adjectives. */
const MIDDLE_WORDS = set(
  '和 与 发展 改革 健康 自然 应急 统计 退役 建设 规划 监督 管理 执法 审批 服务 保障 建工 监察 检查 审计 信访 招商 扶贫 投资 交通 运输 旅游 体育 城乡 住房',
);
/** Nouns that end a phrase rather than stand within a name. */
const NOT_MIDDLE = set('领导 干部 工作 会议 问题 同志 全体 各级 有关 相关 时候 情况 人民群众 群众');

/** Names of organisations in the dictionary that begin thus need no place in front. */
const NATIONAL = /^(?:中国|中华|中共|全国|国家|最高人民)/u;
const KNOWN_BODIES = set(
  '国务院 党中央 中共中央 新华社 人民日报 中央军委 中央纪委 联合国 外交部 国防部 财政部 商务部 司法部 铁道部 卫生部',
);

const HAN = /^\p{Script=Han}+$/u;

// ---------------------------------------------------------------------------------------------------------

/**
 * Names in several texts that belong together, such as the paragraphs of a draft: a person introduced in one
 * is recognised in the others without title.
 *
 * @param tag cuts and tags one text; the words joined must be the text
 * @returns names of each text in order, without overlaps
 */
export function recogniseNames(
  texts: readonly string[],
  tag: (text: string) => readonly TaggedWord[],
  lexicon: NameLexicon,
): Name[][] {
  const perText = texts.map((text) => {
    const tokens = tokensOf(text, tag(text));
    return { text, tokens, names: namesOf(text, tokens, lexicon) };
  });
  // Names of two characters turn up inside other words too often to be looked for.
  const people = new Set(
    perText
      .flatMap(({ names }) => names.filter((name) => name.kind === 'person' && name.text.length > 2))
      .map((name) => name.text),
  );
  return perText.map(({ text, tokens, names }) => withRepeated(text, tokens, names, people));
}

/** Places tokens in the text; none if the words do not make up the text, which would shift every offset. */
function tokensOf(text: string, words: readonly TaggedWord[]): Token[] {
  let at = 0;
  const tokens = words.map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { text: word, tag, start, end: at };
  });
  return at === text.length ? tokens : [];
}

function namesOf(text: string, tokens: readonly Token[], lexicon: NameLexicon): Name[] {
  const places = findPlaces(tokens, lexicon);
  const organisations = findOrganisations(tokens, places, lexicon);
  const people = findPeople(tokens, lexicon);
  // Of names that overlap, the one with the stronger evidence stays.
  const kept = new Apart();
  for (const found of [...organisations, ...people, ...places]) kept.add(found);
  return kept.found
    .map(({ from, end, kind }) => {
      const start = tokens[from]!.start;
      return { start, end, text: text.slice(start, end), kind };
    })
    .sort((a, b) => a.start - b.start);
}

/** Names of which none overlaps one that came before it. Looks at tokens, not at names: a line may list thousands. */
class Apart {
  readonly found: Found[] = [];
  readonly #taken = new Set<number>();

  add(found: Found): void {
    for (let i = found.from; i < found.to; i++) if (this.#taken.has(i)) return;
    for (let i = found.from; i < found.to; i++) this.#taken.add(i);
    this.found.push(found);
  }
}

/** Adds further occurrences of people known by name, where they begin and end with words. */
function withRepeated(text: string, tokens: readonly Token[], names: Name[], people: Set<string>): Name[] {
  const edges = new Set([0, ...tokens.map(({ end }) => end)]);
  const all = [...names];
  const taken = new Uint8Array(text.length);
  for (const { start, end } of names) taken.fill(1, start, end);
  for (const person of people) {
    for (let start = text.indexOf(person); start >= 0; start = text.indexOf(person, start + person.length)) {
      const end = start + person.length;
      if (!edges.has(start) || !edges.has(end)) continue;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      all.push({ start, end, text: person, kind: 'person' });
    }
  }
  return all.length === names.length ? names : all.sort((a, b) => a.start - b.start);
}

// ---------------------------------------------------------------------------------------------------------
// Places

function findPlaces(tokens: readonly Token[], lexicon: NameLexicon): Found[] {
  const places: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const to = placeEnd(tokens, i, lexicon, places.at(-1)?.to === i);
    if (to > i) places.push({ from: i, to, end: tokens[to - 1]!.end, kind: 'place' });
    i = Math.max(to, i + 1);
  }
  return places;
}

/** Where the place that begins at token `i` ends; `i` if none does. */
function placeEnd(tokens: readonly Token[], i: number, lexicon: NameLexicon, followsPlace: boolean): number {
  const { text, tag } = tokens[i]!;
  if (text.length < 2 || !HAN.test(text) || GENERAL_PLACE.test(text) || lexicon.isNotName(text)) return i;
  const next = tokens[i + 1]?.text ?? '';
  const known = lexicon.isPlace(text);
  const unknown = tag === 'x' && lexicon.tagOf(text) === undefined;

  const canBearClass =
    known ||
    tag === 'ns' ||
    (tag.startsWith('nr') && SMALL_PLACE_CLASSES.has(next)) ||
    (unknown && followsPlace);
  if (canBearClass && PLACE_CLASSES.has(next) && !PLACE_SUFFIX.test(text)) return i + 2;
  if (known) return i + 1;
  if ((tag === 'ns' || tag === 'nr') && PLACE_SUFFIX.test(text)) return i + 1;
  if (unknown && followsPlace && UNKNOWN_PLACE.test(text)) return i + 1;
  return i;
}

// ---------------------------------------------------------------------------------------------------------
// Organisations

function findOrganisations(
  tokens: readonly Token[],
  places: readonly Found[],
  lexicon: NameLexicon,
): Found[] {
  const placeAt = new Map(places.map((place) => [place.from, place]));
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const to = organisationEnd(tokens, i, placeAt, lexicon);
    if (to > i) found.push({ from: i, to, end: tokens[to - 1]!.end, kind: 'organisation' });
    i = Math.max(to, i + 1);
  }
  return found;
}

function organisationEnd(
  tokens: readonly Token[],
  i: number,
  placeAt: ReadonlyMap<number, Found>,
  lexicon: NameLexicon,
): number {
  const { text, tag } = tokens[i]!;
  if (lexicon.isNotName(text)) return i;

  // 西安交通大学, 国务院: names of their own in the dictionary
  const named =
    tag === 'nt' &&
    text.length > 2 &&
    (KNOWN_BODIES.has(text) || ((NATIONAL.test(text) || beginsWithPlace(text, lexicon)) && BODY.test(text)));
  if (named) return branchEnd(tokens, i + 1);

  // 市教育局: the body of a level of government, which the document itself makes definite
  if (/^[省市县区州]$/u.test(text)) {
    const body = tokens[i + 1];
    const isBody =
      body !== undefined && /^n/u.test(body.tag) && /^\p{Script=Han}{2,}(?:局|厅|委)$/u.test(body.text);
    return isBody ? i + 2 : i;
  }

  // 陕西省榆林市公安局: places, then what it does, then what it is
  let at = i;
  for (let place = placeAt.get(at); place; place = placeAt.get(at)) at = place.to;
  if (at === i) return i;
  const middle = at;
  let end = i;
  for (; at < tokens.length && at - middle < 7; at++) {
    const token = tokens[at]!;
    const conjunction = token.text === '和' || token.text === '与';
    if (conjunction && at === middle) break;
    if (isBodyWord(tokens, at, middle)) end = at + 1;
    else if (end > i) break;
    if (!isMiddle(token) || NOT_MIDDLE.has(token.text)) break;
  }
  return end > i ? branchEnd(tokens, end) : i;
}

/** Whether an organisation may end in the token at `at`, with its middle beginning at `middle`. */
function isBodyWord(tokens: readonly Token[], at: number, middle: number): boolean {
  const { text } = tokens[at]!;
  // 局 or 厅 alone needs something that it is the office of: 水利|局.
  if (BODY.test(text)) return text.length > 1 || at > middle;
  if (!CENTRE.test(text)) return false;
  return text !== '中心' || (at > middle && CENTRE_SERVICES.has(tokens[at - 1]!.text));
}

const isMiddle = ({ text, tag }: Token) =>
  HAN.test(text) && (MIDDLE_WORDS.has(text) || (MIDDLE_TAGS.has(tag) && text.length > 1) || BODY.test(text));

/** Takes a branch behind a whole name in: 雁塔|分局, 榆林|分行. */
function branchEnd(tokens: readonly Token[], at: number): number {
  const [place, branch] = [tokens[at], tokens[at + 1]];
  if (place && BRANCH.test(place.text)) return at + 1;
  if (!place || !branch || !BRANCH.test(branch.text)) return at;
  return HAN.test(place.text) && /^(?:ns|nr|x)/u.test(place.tag) ? at + 2 : at;
}

function beginsWithPlace(text: string, lexicon: NameLexicon): boolean {
  for (let length = 2; length <= 5 && length < text.length; length++) {
    if (lexicon.isPlace(text.slice(0, length))) return true;
  }
  return false;
}

// ---------------------------------------------------------------------------------------------------------
// People

function findPeople(tokens: readonly Token[], lexicon: NameLexicon): Found[] {
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
    const isWord = WORD_SURNAMES.has(text) && !SURNAME_RATHER.has(text);
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
    const next = tokens[to]!;
    const known = lexicon.tagOf(next.text);
    const fits =
      next.text.length === 1
        ? isFullName(name + next.text)
        : next.text.length === 2 && name === text && (known === undefined || known.startsWith('nr'));
    if (!fits || !isFullName(name + next.text)) break;
    name += next.text;
  }
  // Another single character behind makes it likelier that this is running text.
  const next = tokens[to]?.text ?? '。';
  const open = next.length === 1 && HAN.test(next) && !GLUED_TAILS.has(next);
  return isFullName(name) && !open && !isOtherWord(name, lexicon) ? person(to) : undefined;
}

/** Whether the dictionary has these letters as something else than a person. */
function isOtherWord(text: string, lexicon: NameLexicon): boolean {
  return lexicon.isNotName(text) || !(lexicon.tagOf(text) ?? 'nr').startsWith('nr');
}
