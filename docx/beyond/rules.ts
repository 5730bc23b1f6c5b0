/**
 * Rules about a Word document rather than its text. They have no place in the text: what they find stands on a line of its own behind
 * it, which says what was looked at.
 */
import { type Finding, familyOf, type Preset, type Settings, type Severity } from '../../rules/index.ts';

export interface DocumentRule {
  /** `document/…`, or `layout/…` */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Off unless set. */
  readonly optIn?: true;
}

export const WATERMARK: DocumentRule = { id: 'document/watermark', title: '文字水印', severity: 'info' };
export const PROPERTIES: DocumentRule = { id: 'document/properties', title: '文档属性', severity: 'warning' };
export const COMMENTS: DocumentRule = { id: 'document/comments', title: '遗留的批注', severity: 'info' };
export const REVISIONS: DocumentRule = { id: 'document/revisions', title: '遗留的修订', severity: 'info' };
export const HIDDEN: DocumentRule = { id: 'document/hidden', title: '隐藏文字', severity: 'info' };
export const CUSTOM_XML: DocumentRule = {
  id: 'document/custom-xml',
  title: '附带的数据',
  severity: 'warning',
};

const layout = (name: string, title: string): DocumentRule => ({
  id: `layout/${name}`,
  title,
  severity: 'info',
  optIn: true,
});
export const PAPER = layout('paper', '纸张与页边距');
export const BODY_FONT = layout('body-font', '正文字体字号');
export const TITLE_FONT = layout('title-font', '标题字体字号');
export const HEADING_FONT = layout('heading-font', '层次标题字体字号');
export const LINE_PITCH = layout('line-pitch', '行距');
export const PAGE_NUMBER = layout('page-number', '页码');

/** All of them, in the order in which they are listed. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [
  WATERMARK,
  PROPERTIES,
  COMMENTS,
  REVISIONS,
  HIDDEN,
  CUSTOM_XML,
  PAPER,
  BODY_FONT,
  TITLE_FONT,
  HEADING_FONT,
  LINE_PITCH,
  PAGE_NUMBER,
];

/** What one of them found. */
export interface Beyond {
  readonly rule: DocumentRule;
  /** Where, in Chinese: `文档属性“公司”`. */
  readonly place: string;
  /** What stands there. */
  readonly shown: string;
  readonly message: string;
  readonly basis?: string;
  /** Graver than the rule usually is. */
  readonly severity?: Severity;
}

/** How grave a rule's findings are by the settings; undefined when it is off. Presets with rules in preview have those of the layout too. */
export function levelOf(
  { id, severity, optIn }: DocumentRule,
  { rules = {} }: Settings,
  preset: Preset | undefined,
): Severity | 'own' | undefined {
  const setting = rules[id] ?? rules[familyOf(id)];
  const level = typeof setting === 'object' ? setting.level : setting;
  if (level === 'off' || (level === undefined && optIn && !preset?.preview)) return undefined;
  return level === undefined || level === 'on' ? (optIn ? severity : 'own') : level;
}

/** The finding, given the place of its line in the whole text. */
export function toFinding(beyond: Beyond, level: Severity | 'own', start: number, end: number): Finding {
  const { rule, message, basis, severity } = beyond;
  return {
    ruleId: rule.id,
    severity: level === 'own' ? (severity ?? rule.severity) : level,
    start,
    end,
    message,
    evidence: [],
    basis,
    fixes: [],
    ask: undefined,
  };
}
