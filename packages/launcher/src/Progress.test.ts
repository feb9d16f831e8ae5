import { startProgress } from './Progress.ts';

describe('startProgress', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function record(isTTY: boolean) {
    const written: string[] = [];
    const out = {
      isTTY,
      columns: 30,
      write: (text: string) => written.push(text),
    };
    return { written, progress: startProgress({ name: 'install', out }) };
  }

  it('writes a line for each phase, not for each detail', () => {
    const { written, progress } = record(false);
    progress.show('fetching');
    progress.show('fetching', '7 so far');
    progress.show('linking');
    jest.advanceTimersByTime(3_000);
    progress.done('in place');
    expect(written).toEqual([
      '· install: fetching (0 s)\n',
      '· install: linking (0 s)\n',
      '✓ install: in place (3 s)\n',
    ]);
  });

  it('gives a sign of life every ten seconds', () => {
    const { written, progress } = record(false);
    progress.show('fetching');
    jest.advanceTimersByTime(8_000);
    progress.show('fetching', '7 so far');
    jest.advanceTimersByTime(14_000);
    progress.failed('no network');
    jest.advanceTimersByTime(60_000);
    expect(written).toEqual([
      '· install: fetching (0 s)\n',
      '· install: fetching, 7 so far (10 s)\n',
      '· install: fetching, 7 so far (20 s)\n',
      '✗ install: no network (22 s)\n',
    ]);
  });

  it('keeps to one line of a terminal, as wide as it is', () => {
    const { written, progress } = record(true);
    progress.show('fetching', 'a detail that does not fit');
    jest.advanceTimersByTime(400);
    progress.skipped('not needed');
    expect(written).toEqual([
      '\r\x1b[K· install: fetching, a detail',
      '\r\x1b[K· install: fetching, a detail',
      '\r\x1b[K- skipped: install: not needed\n',
    ]);
  });
});
