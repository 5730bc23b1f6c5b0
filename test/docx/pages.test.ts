/** Rules about a document rather than its text have pages like all others. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOCUMENT_RULES } from '../../docx/index.ts';
import { rulePage } from '../../rules/index.ts';
import { readDocumentPages } from '../../scripts/rule-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

describe('Word documents: pages of rules', () => {
  const pages = readDocumentPages(root);

  it('are there for every rule, and for no other', () => {
    assert.deepEqual(pages.map(({ ruleId }) => ruleId).sort(), DOCUMENT_RULES.map(({ id }) => id).sort());
  });

  it('tell the title, what it is about and the level', () => {
    for (const { id, severity } of DOCUMENT_RULES) {
      const page = pages.find(({ ruleId }) => ruleId === id)!;
      assert.deepEqual(
        page.problems.map(({ what }) => what).filter((what) => !/应当报告|不应报告/.test(what)),
        [],
        id,
      );
      assert.equal(page.severity, severity, id);
      assert.notEqual(rulePage(id)?.title, undefined);
    }
  });
});
