import { createLogFilter, lastComplaints, readLevel } from './backendLog.ts';
import { describePortal } from './describePortal.ts';
import { describePortOwner, findListeningInode } from './portOwner.ts';
import { hasSettled } from './readiness.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1B5F 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 41235 1 0 100 0 0 10 0
   1: 0100007F:1B60 0100007F:1B5F 01 00000000:00000000 00:00000000 00000000     0        0 41240 1 0 20 4 30 10 -1`;

describe('findListeningInode', () => {
  it('finds who listens, not who is connected', () => {
    expect(findListeningInode(table, 7007)).toBe('41235');
    expect(findListeningInode(table, 7008)).toBeUndefined();
    expect(findListeningInode('', 7007)).toBeUndefined();
  });
});

describe('describePortOwner', () => {
  it('names the process, shortened', () => {
    expect(describePortOwner(undefined)).toBe('another program');
    expect(describePortOwner({ pid: 7, commandLine: 'node app.js' })).toBe(
      'process 7 (node app.js)',
    );
    expect(describePortOwner({ pid: 7, commandLine: 'x'.repeat(200) })).toBe(
      `process 7 (${'x'.repeat(100)}…)`,
    );
  });
});

describe('the backend log', () => {
  const at = '2026-11-21T14:31:07.591Z';
  const info = `${at} catalog info Performing database migration`;
  const warn = `${at} search warn no index yet`;
  const error = `${at} backstage error Plugin 'x' threw`;

  it('has levels', () => {
    expect([info, warn, error, '    at somewhere'].map(readLevel)).toEqual([
      'info',
      'warn',
      'error',
      undefined,
    ]);
  });

  it('shows warnings and errors, with the beginning of their stack', () => {
    const stack = ['1', '2', '3', '4', '5'].map(n => `    at ${n}`);
    const lines = [info, '  of three', warn, info, error, ...stack];
    expect(lines.filter(createLogFilter())).toEqual([
      warn,
      error,
      ...stack.slice(0, 4),
    ]);
  });

  it('ends with complaints, or else with the last words', () => {
    expect(lastComplaints([info, error, info])).toEqual([error]);
    expect(lastComplaints([info, info], 1)).toEqual([info]);
    const crash = ['TypeError [X]: no', '    at somewhere', 'Node.js v24.21.0'];
    expect(lastComplaints([error, ...crash])).toEqual(crash);
  });
});

describe('hasSettled', () => {
  it('waits until services came and no more come', () => {
    const settled = hasSettled();
    expect(
      [
        [0, 0],
        [0, 5_000],
        [12, 5_250],
        [28, 6_500],
        [28, 7_999],
        [28, 8_000],
      ].map(([count, now]) => settled(count, now)),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, 28]);
  });
});

describe('describePortal', () => {
  const portal = {
    root: '/checkout',
    url: 'http://localhost:7007',
    data: '/checkout/.local/data',
    readiness: 'serving' as const,
  };

  it('says how to look at the town, when there is one', () => {
    const lines = describePortal({ ...portal, town: true }).split('\n');
    expect(lines.slice(1, 9)).toEqual([
      '  Sightline is running:  http://localhost:7007',
      '',
      '  sign in   as guest',
      '  town      Harbour lives beside it: its last minutes are on the pages within one',
      '            npm run town -- --incident payments-slow   lets something go wrong',
      '            npm run town -- --help                     what else can',
      '            npm start -- --no-town                     leaves it out',
      '  data      .local/data',
    ]);
    expect(describePortal({ ...portal, town: false })).not.toMatch(/town/i);
  });
});
