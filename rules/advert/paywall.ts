import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Cut, paywalls } from './detect/paywall-notice.ts';
import { removePart } from './detect/removal.ts';

interface PaywallMatch extends Match {
  readonly paragraph: Paragraph;
  readonly cut: Cut;
}

/** The notice of a site that has cut the text. Its removal is never safe: the text behind it is missing. */
export const paywall = defineDocumentRule<PaywallMatch>({
  id: 'advert/paywall',
  severity: 'error',

  *find(document) {
    for (const paragraph of document.paragraphsWith(paywalls)) {
      for (const cut of paragraph.fact(paywalls)) {
        yield { start: paragraph.start + cut.start, end: paragraph.start + cut.end, paragraph, cut };
      }
    }
  },

  explain({ paragraph, cut }) {
    const loss = cut.missing ? `缺${cut.missing}字` : '缺失内容';
    const notice = paragraph.text.slice(cut.start, cut.end);
    return {
      message: `“${shorten(notice)}”是网站的付费提示，原文在此被截断（${loss}），须找全文补齐后再删`,
    };
  },

  fix({ paragraph, cut }, document) {
    const edit = removePart(document, paragraph, cut);
    return [{ title: '删去付费提示（被截去的正文不能恢复）', edits: [edit], safe: false }];
  },
});

const SHOWN = 20;

function shorten(notice: string): string {
  return notice.length > SHOWN ? `${notice.slice(0, SHOWN)}…` : notice;
}
