import assert from 'node:assert/strict';
import {
  type NameLexicon,
  recogniseNames,
  type TaggedWord,
} from '../../language/names/recogniser/recognise.ts';

// Without nodejieba: words as it would give them, so that each rule can be seen by itself and on every platform.

const TAGS: Record<string, string> = { 李建军: 'nr', 许可: 'nr', 金水河: 'nr', 建设: 'vn', 高度: 'n' };
const lexicon: NameLexicon = {
  tagOf: (word) => TAGS[word],
  isPlace: (word) => ['陕北', '陕西', '榆林', '西安'].includes(word),
  isNotName: (word) => ['许可', '城区'].includes(word),
};

/** Reads 书记/n 张猛/x. */
const parse = (words: string): TaggedWord[] =>
  words.split(' ').map((word) => {
    const [text = '', tag = 'x'] = word.split('/');
    return { word: text, tag };
  });

function namesIn(...sentences: string[]): string[][] {
  const parsed = new Map(
    sentences.map((words) => [
      parse(words)
        .map(({ word }) => word)
        .join(''),
      parse(words),
    ]),
  );
  const texts = [...parsed.keys()];
  const found = recogniseNames(texts, (text) => parsed.get(text) ?? [], lexicon);
  found.forEach((names, index) => {
    let at = 0;
    for (const { start, end, text } of names) {
      assert.ok(start >= at);
      assert.equal(texts[index]?.slice(start, end), text);
      at = end;
    }
  });
  return found.map((names) => names.map(({ kind, text }) => `${kind[0]}:${text}`));
}

/** p is a person or a place, o an organisation. */
const check = (words: string, ...expected: string[]) =>
  it(words, () => assert.deepEqual(namesIn(words), [expected]));

describe('names: people', () => {
  describe('with a title, a label or 同志', () => {
    check('区委/n 书记/n 张猛/x 同志/n', 'p:张猛');
    check('书记/n 张/q 猛/a 主持/v', 'p:张猛');
    check('副/b 县长/n 赵/nr 小/a 刚/d 、/x', 'p:赵小刚');
    check('于/p 洪波/x 局长/n', 'p:于洪波');
    check('向/p 雷锋/nr 同志/n 学习/v', 'p:雷锋');
    check('欧阳/ns 震华/x 同志/n', 'p:欧阳震华');
    check('马文涛/x 副/b 局长/n', 'p:马文涛');
    check('联系人/n ：/x 王/nr 丽/nr ，/x', 'p:王丽');
    check('村民/n 刘大伟/x 反映/v', 'p:刘大伟');
  });
  describe('with the tail that the model glued on cut off', () => {
    check('书记/n 方红卫到/x 榆林/ns 调研/vn', 'p:方红卫', 'p:榆林');
  });
  describe('in lists', () => {
    check('张猛/x 、/x 李明华/x 等/u 同志/n', 'p:张猛', 'p:李明华');
    check('县长/n 张猛/x 、/x 李明华/x 出席/v', 'p:张猛');
  });
  describe('from the dictionary', () => {
    check('李建军/nr 指出/v', 'p:李建军');
    check('金水河/nr 流域/n');
  });
  describe('not', () => {
    check('陈/nr 某某/r 局长/n');
    check('书记/n 高度/n 重视/v');
    check('主任/b 许可/nr');
    check('李/nr 书记/n 强调/v');
    check('张村/x 书记/n');
    check('全体/n 同志/n');
    check('主任/b 时/n 要/v 注意/v');
    check('张猛/x 指出/v');
  });
  it('again where another text has introduced them, but only between words', () => {
    assert.deepEqual(namesIn('书记/n 李明华/x 同志/n', '李明华/x 指出/v', '木李明华/x 丽/a'), [
      ['p:李明华'],
      ['p:李明华'],
      [],
    ]);
  });
});

describe('names: places', () => {
  check('我省/r 陕北/ns 地区/n 的/uj', 'p:陕北地区');
  check('陕西省/ns 榆林/ns 市/n 榆阳区/x 青云/x 镇/n', 'p:陕西省', 'p:榆林市', 'p:榆阳区', 'p:青云镇');
  check('李家沟/nr 村/n', 'p:李家沟村');
  check('大城市/ns 和/c 小城镇/ns');
  check('英雄/ns 城区/ns 上市/ns');
  check('榆阳区/x');
});

describe('names: organisations', () => {
  check('陕西省/ns 榆林市/ns 公安局/nt 雁塔/nr 分局/n', 'o:陕西省榆林市公安局雁塔分局');
  check('陕西省/ns 发展/vn 和/c 改革/vn 委员会/n', 'o:陕西省发展和改革委员会');
  check(
    '西安交通大学/nt 、/x 国务院/nt 、/x 中国农业银行/nt 榆林/ns 分行/v',
    'o:西安交通大学',
    'o:国务院',
    'o:中国农业银行榆林分行',
  );
  check('由/p 市/n 教育局/nt 牵头/v', 'o:市教育局');
  check('榆林市/ns 便民/n 服务/vn 中心/n', 'o:榆林市便民服务中心');
  check('榆林市/ns 工作/vn 中心/n', 'p:榆林市');
  check('榆林市/ns 和/c 教育局/nt', 'p:榆林市');
  check('人民政府/nt 、/x 公安局/nt 、/x 国际化/nt');
});

describe('names: words that do not make up the text', () => {
  it('give no names rather than wrong offsets', () => {
    assert.deepEqual(
      recogniseNames(['书记张猛同志，'], () => parse('书记/n 张猛/x 同志/n'), lexicon),
      [[]],
    );
  });
});
