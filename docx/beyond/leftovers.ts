/** What a document carries besides its text: marks of those who sold it, and what was left in it by those who worked on it. */
import type { Linter } from '../../rules/index.ts';
import type { WordDocument } from '../document.ts';
import type { Part } from '../package/package.ts';
import { DocxError } from '../problem.ts';
import { childOf } from '../read/children.ts';
import type { Paragraph, Prompt } from '../read/paragraph.ts';
import { readComments } from '../review/comments.ts';
import type { Element } from '../xml/element.ts';
import {
  type Beyond,
  COMMENTS,
  CONTROL,
  CUSTOM_XML,
  EMBEDDED,
  HIDDEN,
  PROPERTIES,
  REVISIONS,
  WATERMARK,
} from './rules.ts';

/** What reviews of ours leave in a document. */
const OURS = '公文校对';

export function* leftovers(word: WordDocument, linter: Linter): Generator<Beyond> {
  const isAdvert = advertIn(linter);
  yield* watermarks(word, isAdvert);
  yield* properties(word, isAdvert);
  yield* hiddenText(word, isAdvert);
  yield* controls(word);
  yield* embedded(word);
  yield* comments(word, isAdvert);
  yield* revisions(word);
  yield* customXml(word, isAdvert);
}

/** Names of sites and shops, addresses and numbers to call: nothing that a writer or an office is called. */
const SITES = [
  /文库|文秘|范文|文稿网|写作网|文档网|(?:公文|材料|资料)[网库社]|笔杆子|素材/,
  /https?:|www\.|\.(?:com|cn|net)(?![a-z])/i,
  /QQ|微信|公众号|淘宝|闲鱼|小红书/i,
];

const namesSite = (text: string) => SITES.some((site) => site.test(text));

/** Whether a text solicits by its own words. */
function advertIn(linter: Linter): IsAdvert {
  const off = linter.rules
    .filter(({ id }) => !id.startsWith('advert/'))
    .map(({ id }) => [id, 'off'] as const);
  const settings = { rules: Object.fromEntries(off) };
  return (text) => {
    const line = text.replace(/\s/g, ' ').trim();
    if (line === '') return false;
    return linter.lint(line, settings).some(({ ruleId }) => ADVERTS.has(ruleId));
  };
}

const ADVERTS = new Set(['advert/block', 'advert/watermark', 'advert/contact', 'advert/paywall']);

type IsAdvert = (text: string) => boolean;

/** A watermark of text is a shape in a header or footer: WordArt, whose words are an attribute. */
function* watermarks(word: WordDocument, isAdvert: IsAdvert): Generator<Beyond> {
  const seen = new Set<string>();
  const { package: all, main } = word;
  const margins = ['header', 'footer'].flatMap((type) => all.related(main.name, type));
  const parts = new Set([main, ...margins]);
  for (const { root } of parts) {
    for (const element of root.descendants()) {
      const text = element.name === 'v:textpath' ? element.attribute('string')?.trim() : undefined;
      if (!text || seen.has(text)) continue;
      seen.add(text);
      const sold = namesSite(text) || isAdvert(text);
      yield {
        rule: WATERMARK,
        place: '文字水印',
        shown: text,
        message: sold
          ? `文字水印“${text}”是广告或来源网站留下的，不属于文稿；请在“设计—水印”中删除`
          : `文稿带有文字水印“${text}”，定稿前请确认是否保留`,
        ...(sold && { severity: 'error' as const }),
      };
    }
  }
}

/** Properties by the name of their element. */
const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  'dc:title': '标题',
  'dc:subject': '主题',
  'dc:creator': '作者',
  'dc:description': '备注',
  'cp:keywords': '标记',
  'cp:lastModifiedBy': '最后一次保存者',
  'cp:category': '类别',
  'ep:Company': '公司',
  'ep:Manager': '经理',
  'ep:HyperlinkBase': '超链接基础',
};

const TITLES = new Set(['dc:title', 'dc:subject']);

function* properties(word: WordDocument, isAdvert: IsAdvert): Generator<Beyond> {
  const { package: parts } = word;
  const own = withoutGaps(word.body.reading.text);
  for (const type of ['core-properties', 'extended-properties', 'custom-properties']) {
    for (const { root } of parts.related('', type, true)) {
      for (const element of root.children) {
        const name = PROPERTY_NAMES[element.name] ?? element.attribute('name');
        const text = allText(element).trim();
        if (name === undefined || text === '' || !(namesSite(text) || isAdvert(text))) continue;
        // 关于加强微信公众号管理的通知: the title of the text is judged there.
        if (TITLES.has(element.name) && own.includes(withoutGaps(text))) continue;
        yield {
          rule: PROPERTIES,
          place: `文档属性“${name}”`,
          shown: text,
          message: `文档属性“${name}”为“${shorten(text)}”，像是来源网站或卖家留下的；请在“文件—信息—属性”中删除`,
        };
      }
    }
  }
}

function* hiddenText({ stories }: WordDocument, isAdvert: IsAdvert): Generator<Beyond> {
  for (const { reading } of stories) {
    for (const { paragraph } of reading.placed) {
      const text = paragraph.hidden.trim();
      if (text === '') continue;
      const sold = isAdvert(text);
      const after = paragraph.text === '' ? '' : `（在“${shorten(paragraph.text)}”一段）`;
      yield {
        rule: HIDDEN,
        place: '隐藏文字',
        shown: text,
        message: sold
          ? `隐藏文字“${shorten(text)}”是广告，不属于文稿${after}`
          : `有隐藏文字“${shorten(text)}”，看不见但随文件传出，定稿前请确认${after}`,
        ...(sold && { severity: 'error' as const }),
      };
    }
  }
}

/** How Word and WPS call the style of a prompt. */
const PROMPT_STYLE = /^(?:Placeholder ?Text|占位符文本)$/i;
/** How a prompt begins, whoever wrote it. */
const PROMPT_WORDS = /^[\s[［【<〈（(]*(?:请|单击|点击|选择|输入|填写|录入|Click|Choose|Enter|Select|Tap)/i;

/**
 * Controls that show their prompt. The mark alone is not enough: programs that fill in templates leave it where they have written.
 */
function* controls(word: WordDocument): Generator<Beyond> {
  for (const story of word.stories) {
    for (const { paragraph, start: from } of story.reading.placed) {
      for (const prompt of paragraph.prompts) {
        const shown = paragraph.text.slice(prompt.start, prompt.end);
        if (!PROMPT_WORDS.test(shown) && !isStyledAsPrompt(paragraph, prompt, word)) continue;
        yield {
          rule: CONTROL,
          place: '内容控件',
          shown,
          at: { story, start: from + prompt.start, end: from + prompt.end },
          message: `内容控件没有填写，还是提示语“${shorten(shown)}”`,
        };
      }
    }
  }
}

function isStyledAsPrompt({ pieces }: Paragraph, { start, end }: Prompt, { styles }: WordDocument): boolean {
  return pieces
    .filter((piece) => piece.start >= start && piece.end <= end)
    .every(({ run }) => {
      const id = childOf(childOf(run, 'w:rPr'), 'w:rStyle')?.value;
      return id !== undefined && PROMPT_STYLE.test(styles.chain(id)[0]?.name ?? id);
    });
}

/** Other files that Word shows as part of the text when it opens the document: they are not read. */
function* embedded({ package: parts, main }: WordDocument): Generator<Beyond> {
  const targets = new Map(parts.relationships(main.name).map(({ id, target }) => [id, target]));
  for (const element of main.root.descendants()) {
    if (element.name !== 'w:altChunk' && element.name !== 'w:subDoc') continue;
    const shown = targets.get(element.attribute('r:id') ?? '') ?? '文件之外';
    yield {
      rule: EMBEDDED,
      place: '嵌入的文件',
      shown,
      message: `文中嵌有另一份文件（${shown}），其中的文字没有检查；请在 Word 中打开后另存一次，并入正文再检查`,
    };
  }
}

function* comments(word: WordDocument, isAdvert: IsAdvert): Generator<Beyond> {
  const left = readComments(word).filter(({ author }) => author !== OURS);
  if (left.length === 0) return;
  const authors = [...new Set(left.map(({ author }) => author))].filter(Boolean);
  const sold = left.find(({ text, author }) => isAdvert(text) || namesSite(author));
  yield {
    rule: COMMENTS,
    place: '批注',
    shown: sold?.text ?? left[0]!.text,
    message: sold
      ? `批注“${shorten(sold.text)}”是广告，不属于文稿`
      : `文稿留有 ${left.length} 条批注${by(authors)}，定稿前请处理`,
    ...(sold && { severity: 'error' as const }),
  };
}

const REVISION = /^w:(?:ins|del|moveFrom|moveTo|\w+Change)$/;

function* revisions(word: WordDocument): Generator<Beyond> {
  let count = 0;
  const authors = new Set<string>();
  for (const part of new Set(word.stories.map((story) => story.part))) {
    for (const element of part.root.descendants()) {
      const author = element.attribute('w:author');
      if (author === undefined || author === OURS || !REVISION.test(element.name)) continue;
      count++;
      authors.add(author);
    }
  }
  if (count === 0) return;
  yield {
    rule: REVISIONS,
    place: '修订',
    shown: `${count} 处`,
    message: `文稿留有 ${count} 处修订${by([...authors].filter(Boolean))}，定稿前请接受或拒绝；检查按接受后的文字进行`,
  };
}

function* customXml({ package: parts, main }: WordDocument, isAdvert: IsAdvert): Generator<Beyond> {
  for (const { root, name } of readable(parts, main.name)) {
    const text = allText(root).replace(/\s+/g, ' ').trim();
    if (text === '' || text.length > MOST_TEXT || !isAdvert(text)) continue;
    yield {
      rule: CUSTOM_XML,
      place: `附带的数据（${name}）`,
      shown: text,
      message: `文件附带的数据中有广告“${shorten(text)}”；请用“文件—检查问题—检查文档”删除自定义 XML`,
    };
  }
}

/** Data is another program's: where it is broken, the document can still be read. What is made to do harm is refused all the same. */
function readable(parts: WordDocument['package'], of: string): readonly Part[] {
  try {
    return parts.related(of, 'customXml', true);
  } catch (error) {
    if (error instanceof DocxError && error.problem === 'malformed') return [];
    throw error;
  }
}

/** Longer data is no message to a reader. */
const MOST_TEXT = 2000;

const withoutGaps = (text: string) => text.replace(/\s/g, '');

function allText(element: Element): string {
  let text = element.text;
  for (const { text: own } of element.descendants()) text += ` ${own}`;
  return text;
}

function by(authors: readonly string[]): string {
  return authors.length === 0 ? '' : `（${authors.slice(0, 3).join('、')}${authors.length > 3 ? '等' : ''}）`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
