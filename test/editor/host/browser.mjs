import { chromium } from 'playwright-core';

/** A headless Chromium that talks to nobody but the server under test. */
export function launchBrowser(/** @type {string} */ executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // cleanup.mjs ends the process on these, and with it the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
