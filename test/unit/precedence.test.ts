/** What is no text of the author's is not judged for its marks; what is the author's, beside it, is. */
import assert from 'node:assert/strict';
import { createLinter } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';

const linter = createLinter({ words: testWords });
const found = (text: string, settings = {}) => linter.lint(text, settings).map(({ ruleId }) => ruleId);

const ADVERT = '更多范文,请加微信号:fanwen888,会员免费下载!';
const WORK = '各单位要认真落实,及时上报,不得有误。';

describe('precedence of findings', () => {
  it('lets half-width marks in an advert be', () => {
    const rules = found(ADVERT);
    assert.ok(
      rules.some((id) => id.startsWith('advert/')),
      rules.join(),
    );
    assert.deepEqual(
      rules.filter((id) => id.startsWith('punctuation/')),
      [],
    );
  });

  it('tells of them where the advert is ignored, or its rules are off', () => {
    const rules = { advert: 'off' } as const;
    assert.ok(found(ADVERT, { rules }).includes('punctuation/half-width'));
  });

  it('tells of those beside an advert', () => {
    assert.ok(
      found(`${WORK}\n${ADVERT}\n${WORK}`).filter((id) => id === 'punctuation/half-width').length >= 2,
    );
  });

  it('tells of a paragraph in which only some of the marks are of the advert', () => {
    const text = `（更多范文,请关注公众号:文稿大全）${WORK}`;
    assert.ok(found(text).includes('punctuation/half-width'), found(text).join());
  });

  it('guesses at no words in it', () => {
    const lines = [
      '现在加入会员，立享全站资料免费下载',
      '全网最全公文写作素材，天天更新',
      '发现有人倒卖本站会员资料，欢迎举报',
    ];
    const rules = found(lines.join('\n'));
    assert.ok(
      rules.some((id) => id.startsWith('advert/')),
      rules.join(),
    );
    assert.ok(!rules.includes('wording/near-miss'), rules.join());
  });

  it('tells of a wrong word in it', () => {
    assert.ok(
      found('范文大全网，会员免费下载，统一布署').includes('wording/typo'),
      found('范文大全网，会员免费下载，统一布署').join(),
    );
  });
});
