import assert from 'node:assert/strict';
import { Unanswered } from '../../client/unanswered.ts';

describe('a server that does not answer', () => {
  it('was at the draft that waits longest', () => {
    let now = 0;
    const unanswered = new Unanswered(() => now);
    const answered = unanswered.ask('file:///answered.txt');
    now = 1000;
    unanswered.ask('file:///hostile.txt');
    now = 2000;
    unanswered.ask('file:///behind.txt');
    answered();
    now = 7000;
    assert.equal(unanswered.takeOverdue(5000), 'file:///hostile.txt');
    assert.equal(unanswered.takeOverdue(0), undefined, 'nobody waits for a server that has ended');
  });

  it('that ends for another reason has no draft to blame', () => {
    let now = 0;
    const unanswered = new Unanswered(() => now);
    assert.equal(unanswered.takeOverdue(5000), undefined);
    unanswered.ask('file:///draft.txt');
    now = 3000;
    assert.equal(unanswered.takeOverdue(5000), undefined);
  });
});
