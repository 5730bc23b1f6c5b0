/**
 * The presets: how much is told unless settings say otherwise. Errors and warnings are told by each of them; what they differ in is
 * what many published texts have, which a writer may want to see or not.
 *
 * Counts are those of 330 published texts of 2.6 million characters.
 */
import type { Preset } from '../engine/preset.ts';

/** What holds unless another is set. */
export const DEFAULT_PRESET = 'recommended';

export const presets = {
  /** Quiet: without remarks that would come on every other page. */
  recommended: {
    preview: false,
    rules: {
      // Blanks between Han and digits, as typesetters and converted PDFs leave them: 370.
      'punctuation/space': 'info',
      // 15834 lets a colon stand within a colon’s sentence where it must (“一般应避免”): 20.
      'punctuation/colon-level': 'off',
      // Hyphens in ranges other than of years, which offices use by habit: 12.
      'punctuation/range-mark': 'info',
      // Items that end with semicolons although they hold full stops: common in published rules.
      'punctuation/item-semicolon': 'off',
      // Brackets within brackets: the clause says “as far as possible”.
      'punctuation/nesting': 'info',
      // Variants that statutes keep (56), and formulas whose wording has changed since (38).
      'wording/variant': 'info',
      'terms/expression': 'info',
    },
    kinds: {
      // Who reads a statute cannot mend it: half-width marks (285), titles and digits as they were printed, blanks of its forms.
      law: {
        'punctuation/half-width': 'warning',
        'punctuation/half-width-bracket': 'warning',
        'punctuation/book-title': 'warning',
        'numerals/full-width': 'warning',
        'placeholder/unfilled': 'warning',
      },
    },
  },
  /** All there is, rules in preview and the layout of Word documents among it. */
  strict: { preview: true, rules: {}, kinds: {} },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export const PRESET_NAMES = Object.keys(presets) as readonly PresetName[];
