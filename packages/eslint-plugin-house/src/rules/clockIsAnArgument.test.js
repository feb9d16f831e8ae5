const { lint } = require('../__testUtils__/lint');

const ENGINE = 'plugins/sightline-backend/src/features/slo/engine/burnRate.ts';

describe('an engine that reads a clock or throws dice is told to take an argument', () => {
  it.each([
    ['new Date()', 'take `now: Date` as an argument'],
    ['Date()', 'take `now: Date` as an argument'],
    ['Date.now()', 'take `now: Date` as an argument'],
    ['performance.now()', 'take `now: Date` as an argument'],
    ['DateTime.now()', 'take `now: Date` as an argument'],
    ['DateTime.utc()', 'take `now: Date` as an argument'],
    ['Math.random()', 'take the random value'],
    ['crypto.randomUUID()', 'take the random value'],
  ])('%s', (code, words) => {
    expect(lint(ENGINE, code)).toEqual([expect.stringContaining(words)]);
  });
});

it('lets an engine make a date out of a value', () => {
  expect(lint(ENGINE, 'new Date(0); DateTime.utc(2026); Math.max(1)')).toEqual(
    [],
  );
});

it('looks at engines only', () => {
  const store = ENGINE.replace('engine/burnRate', 'SloStore');
  expect(lint(store, 'new Date(); Math.random()')).toEqual([]);
});

it('lets the test of an engine read the clock', () => {
  expect(lint(ENGINE.replace('.ts', '.test.ts'), 'Date.now()')).toEqual([]);
});
