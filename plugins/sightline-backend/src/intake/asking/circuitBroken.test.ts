import {
  good,
  held,
  question,
  scripted,
  settle,
  testContext,
  unwell,
} from '../__testUtils__/asking';
import { Ask } from './Ask';
import { CircuitCell, circuitBroken } from './circuitBroken';

const setUp = (ask: Ask) => {
  const time = { now: 0 };
  const cell: CircuitCell = { circuit: { failures: 0 }, probing: false };
  const settings = { failures: 2, openFor: 60_000 };
  const broken = circuitBroken(ask, { cell, settings, clock: () => time.now });
  return { time, cell, ask: () => broken(question(), testContext().context) };
};

describe('circuitBroken', () => {
  it('leaves a source alone after it failed too often, and says so', async () => {
    const { ask: source, asked } = scripted(unwell);
    const { ask } = setUp(source);
    await ask();
    await ask();
    expect(await ask()).toEqual({
      outcome: 'retry',
      fault: {
        kind: 'rate-limited',
        words:
          'Not asked: it failed 2 times in a row and is left alone for 1 minute more',
      },
    });
    expect(asked).toHaveLength(2);
  });

  it('tries it with one question after a while, and closes when that is answered', async () => {
    const source = held();
    const { ask, time, cell } = setUp(source.ask);
    cell.circuit = { failures: 2, open: { since: 0, lasts: 60_000 } };
    time.now = 60_000;
    const probe = ask();
    const other = await ask();
    expect(other.outcome === 'retry' && other.fault.words).toBe(
      'Not asked: it failed 2 times in a row and is left alone until it has answered one question',
    );
    expect(source.waiting()).toBe(1);
    source.answer(good);
    expect(await probe).toEqual(good);
    expect(cell).toEqual({ circuit: { failures: 0 }, probing: false });
  });

  it('stays open when the one question fails', async () => {
    const { ask: source } = scripted(unwell);
    const { ask, time, cell } = setUp(source);
    cell.circuit = { failures: 2, open: { since: 0, lasts: 60_000 } };
    time.now = 70_000;
    await ask();
    expect(cell).toEqual({
      circuit: { failures: 3, open: { since: 70_000, lasts: 60_000 } },
      probing: false,
    });
  });

  it('does not hold it against the source when we stop asking', async () => {
    const source = held();
    const cell: CircuitCell = { circuit: { failures: 0 }, probing: false };
    const settings = { failures: 1, openFor: 1000 };
    const { context, abort } = testContext();
    const ask = circuitBroken(source.ask, { cell, settings, clock: () => 0 });
    const asked = ask(question(), context);
    abort();
    source.answer(unwell);
    await asked;
    await settle();
    expect(cell.circuit).toEqual({ failures: 0 });
  });
});
