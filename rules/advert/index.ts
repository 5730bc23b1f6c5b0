import type { Rule } from '../../engine/rule.ts';
import { aiResidue } from './ai-residue.ts';
import { block } from './block.ts';
import { contact } from './contact.ts';
import { invisible } from './invisible.ts';
import { pageChrome } from './page-chrome.ts';
import { paywall } from './paywall.ts';
import { watermark } from './watermark.ts';

export const rules: readonly Rule[] = [block, watermark, paywall, pageChrome, aiResidue, contact, invisible];
