/** What the form's page and the extension say to each other. Types only: the page is a bundle of its own. */

export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  /** Chinese, says where the bound comes from. */
  readonly reason: string;
}

export type Section = 'people' | 'places' | 'dates' | 'figures' | 'other';

/** One question as the page shows it. All text is plain text. */
export interface Item {
  readonly id: number;
  readonly section: Section;
  readonly label: string;
  readonly answer: string;
  /** Where an answer comes from that was not typed. */
  readonly origin: string;
  /** What speaks against the answer. */
  readonly doubts: readonly string[];
  readonly offers: readonly string[];
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  /** `第 12 行`, `第 12 行等 23 处` */
  readonly where: string;
}

export interface View {
  readonly items: readonly Item[];
  /** `已填 3 项，共 20 项` */
  readonly progress: string;
}

export type ToPage =
  | { readonly type: 'show'; readonly view: View }
  | { readonly type: 'say'; readonly text: string };

export type FromPage =
  /** The page is loaded and wants to be shown something. */
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly value: string }
  /** The writer is at this question: its first place is to be seen. */
  | { readonly type: 'look'; readonly id: number }
  /** To the next place of the question, and into the editor. */
  | { readonly type: 'jump'; readonly id: number }
  | { readonly type: 'apply' }
  | { readonly type: 'save' }
  | { readonly type: 'close' };

/** Words of the page, in the user's language. */
export interface Words {
  /** The draft, by which the page is found again after the window was reloaded. */
  readonly uri: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly jump: string;
  readonly nothing: string;
}
