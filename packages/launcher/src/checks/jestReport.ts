import { stripVTControlCharacters } from 'node:util';
import type { Tally } from './tally.ts';

/** The part of Jest's `--json` report that we read. */
export type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults?: { fullName: string; status: string }[];
  }[];
};

/** A suite that could not run at all has no failed test, and yet it failed. */
export function tallyOfJest(report: JestReport): Tally {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What Jest says about each suite that did not pass. */
export function failuresOfJest(report: JestReport, root: string): string[] {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message }) => [
      name.replace(`${root}/`, ''),
      ...stripVTControlCharacters(message).split('\n'),
    ]);
}

/** One line a test that was left out; the title of its suite says why. */
export function skippedByJest(report: JestReport): string[] {
  return report.testResults
    .flatMap(({ assertionResults = [] }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
}
