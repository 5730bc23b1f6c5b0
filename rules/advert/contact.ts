import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { adverts } from './detect/lines.ts';
import { paywalls } from './detect/paywall-notice.ts';
import { removeStretch } from './detect/removal.ts';
import { type Contact, contacts } from './detect/stray-contacts.ts';

const NAMES: Readonly<Record<Contact['what'], string>> = {
  qq: 'QQ号',
  wechat: '微信号',
  mobile: '手机号码',
  url: '网址',
};

interface ContactMatch extends Match {
  readonly paragraph: Paragraph;
  readonly contact: Contact;
}

/** An account, number or address in running text that no contact clause introduces. */
export const contact = defineDocumentRule<ContactMatch>({
  id: 'advert/contact',
  severity: 'warning',

  *find(document) {
    const paragraphs = document.paragraphsWith(contacts);
    if (paragraphs.length === 0) return;
    const inAdvert = document.model(adverts).byParagraph();
    for (const paragraph of paragraphs) {
      const others: readonly Range[] = [...(inAdvert.get(paragraph) ?? []), ...paragraph.fact(paywalls)];
      for (const contact of paragraph.fact(contacts)) {
        if (others.some((a) => a.start < contact.end && contact.start < a.end)) continue;
        yield {
          start: paragraph.start + contact.start,
          end: paragraph.start + contact.end,
          paragraph,
          contact,
        };
      }
    }
  },

  explain({ paragraph, contact }) {
    const shown = paragraph.text.slice(contact.start, contact.end);
    return {
      message: `正文中出现${NAMES[contact.what]}“${shown}”，前后没有“联系人”“联系电话”“网址”等说明，疑为广告残留`,
    };
  },

  fix({ paragraph, contact }) {
    return [{ title: `删去${NAMES[contact.what]}`, edits: [removeStretch(paragraph, contact)], safe: false }];
  },
});
