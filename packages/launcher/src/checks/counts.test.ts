import { failuresOfJest, skippedByJest, tallyOfJest } from './jestReport.ts';
import { environmentFor } from './postgres/openTestPostgres.ts';
import { add, describeTally } from './tally.ts';
import { readTap } from './tapReport.ts';

const report = {
  numPassedTests: 190,
  numFailedTests: 2,
  numPendingTests: 3,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: '/r/a.test.ts',
      status: 'passed',
      message: '',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'two replicas (no PostgreSQL) agree', status: 'pending' },
      ],
    },
    { name: '/r/b.test.ts', status: 'failed', message: '\x1b[1mno\x1b[22m\nx' },
  ],
};

it('a suite that could not run counts as failed', () => {
  expect(tallyOfJest(report)).toEqual({ passed: 190, failed: 3, skipped: 4 });
});

it('failures begin with the file, from the root', () => {
  expect(failuresOfJest(report, '/r')).toEqual(['b.test.ts', 'no', 'x']);
});

it('every test that was left out is named', () => {
  expect(skippedByJest(report)).toEqual(['two replicas (no PostgreSQL) agree']);
});

it('reads the end of a TAP report', () => {
  const text =
    '1..5\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 0';
  expect(readTap(text)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  expect(readTap('')).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

it('adds up to the last line', () => {
  const sum = add(
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 10, failed: 1, skipped: 0 },
  );
  expect(describeTally(sum)).toBe('11 passed, 1 failed, 2 skipped');
});

it.each([
  [15, 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING'],
  [19, 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING'],
])(
  'PostgreSQL %d goes by a name that the test databases know',
  (major, name) => {
    expect(environmentFor('postgresql://x', major)).toEqual({
      SIGHTLINE_TEST_POSTGRES: 'postgresql://x',
      [name]: 'postgresql://x',
    });
  },
);
