/** The font and size that a run of Chinese text is shown in: its own, its styles', the document's defaults, the theme's. */
import type { Part } from '../package/package.ts';
import { childOf } from '../read/children.ts';
import type { Style, Styles } from '../read/styles.ts';
import { type Element, integer } from '../xml/element.ts';

export interface Shown {
  /** `仿宋_GB2312`; undefined when nothing says. */
  readonly font: string | undefined;
  /** Points. */
  readonly size: number;
}

/** What Word takes when nobody says anything. */
const DEFAULT_SIZE = 10;

export class Fonts {
  readonly #styles: Styles;
  readonly #theme: Part | undefined;

  /** @param theme the part of the theme, if there is one */
  constructor(styles: Styles, theme: Part | undefined) {
    this.#styles = styles;
    this.#theme = theme;
  }

  of(run: Element, paragraph: Element | undefined): Shown {
    const sources = this.#sources(run.child('w:rPr'), this.#styles.ofParagraph(childOf(paragraph, 'w:pPr')));
    let font: string | undefined;
    let size: number | undefined;
    for (const properties of sources) {
      const fonts = properties.child('w:rFonts');
      font ??= this.#themed(fonts?.attribute('w:eastAsiaTheme')) ?? fonts?.attribute('w:eastAsia');
      size ??= integer(properties.child('w:sz')?.value);
    }
    return { font, size: size === undefined ? DEFAULT_SIZE : size / 2 };
  }

  *#sources(own: Element | undefined, paragraphStyles: readonly Style[]): Generator<Element> {
    if (own) yield own;
    const styles = [...this.#styles.chain(childOf(own, 'w:rStyle')?.value), ...paragraphStyles];
    for (const { element } of styles) {
      const properties = element.child('w:rPr');
      if (properties) yield properties;
    }
    const defaults = this.#styles.defaults?.at('w:rPrDefault', 'w:rPr');
    if (defaults) yield defaults;
  }

  /** `minorEastAsia` → the theme's font for Chinese. */
  #themed(name: string | undefined): string | undefined {
    const scheme = this.#theme?.root.at('a:themeElements', 'a:fontScheme');
    if (name === undefined || !scheme) return undefined;
    const fonts = scheme.child(name.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
    const plain = fonts?.child('a:ea')?.attribute('typeface');
    if (plain) return plain;
    return fonts?.children.find((e) => e.attribute('script') === 'Hans')?.attribute('typeface');
  }
}
