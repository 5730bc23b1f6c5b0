/** Mocha's spec reporter, ending in the one line that `scripts/test.mjs` adds up: `N passed, N failed, N skipped`. */
const { reporters } = require('mocha');

module.exports = class extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  }
};
