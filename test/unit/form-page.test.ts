import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Words } from '../../client/form/messages.ts';
import { type Frame, formPage } from '../../client/form/page.ts';

describe('the page of the form', () => {
  const evil = '</script><script>alert(1)</script><img src=x>"\'&';
  const frame: Frame = { language: evil, title: evil, hint: evil, apply: evil, save: evil, close: evil };
  const words: Words = {
    uri: evil,
    sections: { people: evil, places: evil, dates: evil, figures: evil, other: evil },
    jump: evil,
    nothing: evil,
  };
  const page = formPage(frame, words, 'vscode-resource:/dist/form.js', 'NONCE');

  it('runs nothing but its own script, and loads nothing from elsewhere', () => {
    assert.match(page, /default-src 'none'; style-src 'nonce-NONCE'; script-src 'nonce-NONCE'/);
    assert.equal(page.match(/<script/g)!.length, 2);
    assert.equal(page.match(/<script [^>]*nonce="NONCE"/g)!.length, 2);
    assert.doesNotMatch(page, /https?:|<img|onerror/);
  });

  it('has the words of the draft as text, the data of the script among them', () => {
    const json = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page)![1]!;
    assert.equal(JSON.parse(json).uri, evil);
  });

  it('sets text as text: its script has no way to read HTML', () => {
    const script = readFileSync(new URL('../../client/form/webview/main.ts', import.meta.url), 'utf8');
    assert.doesNotMatch(script, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });
});
