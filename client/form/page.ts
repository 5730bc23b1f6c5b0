/** The page of the form: what stands still. Nothing runs on it but its own script, nothing is loaded from elsewhere. */
import type { Words } from './messages.ts';

/** Words that stand still, in the user's language. */
export interface Frame {
  readonly language: string;
  readonly title: string;
  readonly hint: string;
  readonly apply: string;
  readonly save: string;
  readonly close: string;
}

/** @param script the address of the page's bundle, as the webview serves it */
export function formPage(frame: Frame, words: Words, script: string, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const text = (value: string) => value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  // In a script element only `<` could end it.
  const json = JSON.stringify(words).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${text(frame.language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${text(frame.title)}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main>
<header><h1>${text(frame.title)}</h1><p id="progress" role="status"></p><p class="hint">${text(frame.hint)}</p></header>
<div id="list"></div>
<p id="said" role="status"></p>
<footer><button id="apply" disabled>${text(frame.apply)}</button><button id="save" class="secondary">${text(frame.save)}</button><button id="close" class="secondary">${text(frame.close)}</button></footer>
</main><script type="application/json" id="words" nonce="${nonce}">${json}</script><script nonce="${nonce}" src="${text(script)}"></script></body></html>`;
}

const STYLE = `
html { scroll-padding: 1em 0 5em; }
body { padding: 0; color: var(--vscode-foreground); background: var(--vscode-editor-background); }
main { max-width: 44em; margin: 0 auto; padding: 0 1.2em; }
h1 { font-size: 1.25em; font-weight: 600; margin: 1em 0 .2em; }
h2 { font-size: 1em; font-weight: 600; margin: 1.6em 0 .4em; color: var(--vscode-descriptionForeground); }
p { margin: .2em 0; }
.hint, .origin { color: var(--vscode-descriptionForeground); }
.hint { font-size: .9em; }
.question { padding: .5em .7em; margin: .3em 0; border-left: 2px solid transparent; }
.question:focus-within { border-left-color: var(--vscode-focusBorder); background: var(--vscode-editor-inactiveSelectionBackground); }
.vscode-high-contrast .question:focus-within { background: none; outline: 1px solid var(--vscode-focusBorder); }
.label { font-weight: 600; }
.context { overflow-wrap: anywhere; line-height: 1.6; }
mark { color: var(--vscode-editor-foreground); background: var(--vscode-editor-findMatchHighlightBackground); border: 1px solid var(--vscode-contrastActiveBorder, transparent); padding: 0 .15em; }
.line { display: flex; gap: .5em; margin: .3em 0; }
input { flex: 1; min-width: 6em; font: inherit; padding: .3em .5em; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); }
input:focus, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.doubtful input { border-color: var(--vscode-inputValidation-warningBorder); }
.doubts:not(:empty) { white-space: pre-line; padding: .2em .5em; color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground)); background: var(--vscode-inputValidation-warningBackground); border: 1px solid var(--vscode-inputValidation-warningBorder); }
.origin:empty { display: none; } .origin { font-size: .9em; }
.offers { display: flex; flex-wrap: wrap; gap: .3em; list-style: none; margin: .2em 0; padding: 0; } .offers[hidden] { display: none; }
.offers li { padding: .1em .6em; cursor: pointer; border: 1px solid var(--vscode-contrastBorder, transparent); color: var(--vscode-badge-foreground); background: var(--vscode-badge-background); border-radius: 2px; }
.offers li[aria-selected="true"] { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
button { font: inherit; padding: .3em .9em; cursor: pointer; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; }
button:hover { background: var(--vscode-button-hoverBackground); } button:disabled { opacity: .5; cursor: default; }
button.secondary { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground); }
button.jump { color: var(--vscode-textLink-foreground); background: none; border-color: transparent; padding: .3em .4em; white-space: nowrap; }
button.jump:hover { text-decoration: underline; background: none; }
footer { position: sticky; bottom: 0; box-shadow: 0 2em 0 var(--vscode-editor-background); display: flex; flex-wrap: wrap; gap: .5em; padding: .8em 0; margin-top: 1em; background: var(--vscode-editor-background); border-top: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); }
#said:empty { display: none; } #said { padding: .6em 0; }
`;
