/**
 * Rules about a Word document rather than its text. What they find has mostly no place in the text: it stands on a line of its own behind
 * it, which says what was looked at.
 */
import { type Finding, familyOf, type Preset, type Settings, type Severity } from '../../rules/index.ts';
import type { Story } from '../document.ts';

export interface DocumentRule {
  /** `document/…`, or `layout/…` */
  readonly id: string;
  readonly severity: Severity;
  /** Off unless set. */
  readonly optIn?: true;
}

export const WATERMARK: DocumentRule = { id: 'document/watermark', severity: 'info' };
export const PROPERTIES: DocumentRule = { id: 'document/properties', severity: 'warning' };
export const COMMENTS: DocumentRule = { id: 'document/comments', severity: 'info' };
export const REVISIONS: DocumentRule = { id: 'document/revisions', severity: 'info' };
export const HIDDEN: DocumentRule = { id: 'document/hidden', severity: 'info' };
export const CONTROL: DocumentRule = { id: 'document/control', severity: 'error' };
export const EMBEDDED: DocumentRule = { id: 'document/embedded', severity: 'warning' };
export const CUSTOM_XML: DocumentRule = {
  id: 'document/custom-xml',
  severity: 'warning',
};

const layout = (name: string): DocumentRule => ({
  id: `layout/${name}`,
  severity: 'info',
  optIn: true,
});
export const PAPER = layout('paper');
export const BODY_FONT = layout('body-font');
export const TITLE_FONT = layout('title-font');
export const HEADING_FONT = layout('heading-font');
export const LINE_PITCH = layout('line-pitch');
export const PAGE_NUMBER = layout('page-number');
export const RED_HEAD = layout('red-head');

/** All of them, in the order in which they are listed. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [
  WATERMARK,
  PROPERTIES,
  COMMENTS,
  REVISIONS,
  HIDDEN,
  CONTROL,
  EMBEDDED,
  CUSTOM_XML,
  PAPER,
  BODY_FONT,
  TITLE_FONT,
  HEADING_FONT,
  LINE_PITCH,
  PAGE_NUMBER,
  RED_HEAD,
];

/** What one of them found. */
export interface Beyond {
  readonly rule: DocumentRule;
  /** Where, in Chinese: `文档属性“公司”`. */
  readonly place: string;
  /** What stands there. */
  readonly shown: string;
  /** Of what has a place in the text of a story. */
  readonly at?: { readonly story: Story; readonly start: number; readonly end: number };
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
