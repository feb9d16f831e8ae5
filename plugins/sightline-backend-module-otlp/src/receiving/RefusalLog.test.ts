import { RefusalLog } from './RefusalLog';

describe('RefusalLog', () => {
  const create = () => {
    const lines: string[] = [];
    const clock = { now: 0 };
    const logger = { warn: (line: string) => lines.push(line) };
    return { lines, clock, log: new RefusalLog(logger, () => clock.now) };
  };
  const times = (count: number, work: () => void) =>
    Array.from({ length: count }, work);

  it('writes a line for each, ten a minute, and then how many it left out', () => {
    const { lines, clock, log } = create();
    times(15, () => log.add(400, 'no OTLP'));
    expect(lines).toEqual(
      times(10, () => {}).map(() => 'Traces refused (400): no OTLP'),
    );
    clock.now = 60_000;
    log.add(400, 'nothing like it');
    log.add(400, 'still not');
    expect(lines.slice(10)).toEqual([
      'Traces refused (400): nothing like it (and 5 more before it)',
      'Traces refused (400): still not',
    ]);
  });

  it('writes one a minute for those who come again, and each status for itself', () => {
    const { lines, log } = create();
    times(1000, () => log.add(503, 'starting'));
    times(1000, () => log.add(429, 'too much'));
    log.add(413, 'too large');
    expect(lines).toEqual([
      'Traces refused (503): starting',
      'Traces refused (429): too much',
      'Traces refused (413): too large',
    ]);
  });

  it('writes one line, however many and long the words', () => {
    const { lines, log } = create();
    log.add(415, `not\r\nwith \u001b[31m${'x'.repeat(1000)}`);
    expect(lines).toEqual([
      `Traces refused (415): not with  [31m${'x'.repeat(286)}`,
    ]);
  });
});
