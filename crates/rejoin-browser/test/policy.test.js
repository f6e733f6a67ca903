// The policy against the Rust library's decisions, which a test over there writes down.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Policy, ROWS, lookup, retryWindow } from '../js/rejoin.js';
import { pick } from '../js/policy.js';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

test('every code is dealt with as the Rust library does', () => {
  const policy = new Policy();
  let next = 0;
  for (const [first, last, expected] of read('verdicts.json')) {
    assert.equal(first, next, 'no code is left out');
    for (let code = first; code <= last; code++) {
      const decisions = [1, 2, 9].map((attempt) => policy.decide({ code, attempt }));
      assert.deepEqual(decisions, expected, `${code}`);
    }
    next = last + 1;
  }
  assert.equal(next, 65_536);
});

test('reasons, attempts, times and options count as in the Rust library', () => {
  const cases = read('decisions.json');
  for (const { options, situation, decision } of cases) {
    const told = JSON.stringify({ options, situation });
    assert.deepEqual(new Policy(options).decide(situation), decision, told);
  }
  assert.ok(cases.length > 500);
});

test('every number has one row, and no other number has', () => {
  assert.equal(lookup(1012).name, 'SERVICE_RESTART');
  assert.equal(lookup(3001).name, 'LIBRARY');
  assert.equal(lookup(0).name, 'UNUSED');
  assert.equal(lookup(65_535).name, 'OUT_OF_RANGE');
  for (const wrong of [-1, 65_536, NaN, undefined]) assert.throws(() => lookup(wrong), RangeError);
  assert.throws(() => ROWS.push({}), TypeError, 'nobody changes them');
});

test('a window is read as milliseconds', () => {
  assert.deepEqual(retryWindow('service restart; retry=1.0-5.0'), [1_000, 5_000]);
  assert.equal(retryWindow('service restart'), null);
});

test('delays are drawn from the whole range', () => {
  assert.equal(pick([1_000, 5_000], 0), 1_000);
  assert.equal(pick([1_000, 5_000], 0.5), 3_000);
  assert.ok(pick([1_000, 5_000], 1 - Number.EPSILON) < 5_000);
});

test('options that are none are refused with the rule', () => {
  for (const options of [
    { codes: [{ codes: 70_000, retry: 'never' }] },
    { codes: [{ codes: [4_002, 4_001], retry: 'never' }] },
    { codes: [{ codes: 4_000, retry: 'perhaps' }] },
    { codes: [{ codes: 4_000, retry: 'yes', delay: [2, 1] }] },
    { cap: -1 },
    { cap: NaN },
    { obeyWithin: [5, 1] },
    { stableAfter: '5' },
    { maxAttempts: -1 },
    { maxElapsed: NaN },
  ]) {
    assert.throws(() => new Policy(options), RangeError, JSON.stringify(options));
  }
});
