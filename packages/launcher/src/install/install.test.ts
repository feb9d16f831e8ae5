import {
  explainInstallFailure,
  isFailedRequest,
  lastMeaningfulLines,
} from './installFailure.ts';
import { toYarnEnvironment } from './npmSettings.ts';
import { readYarnLine } from './yarnProgress.ts';

describe('readYarnLine', () => {
  it.each([
    ['➤ YN0000: ┌ Resolution step', 'checking the lock file'],
    ['➤ YN0000: ┌ Fetch step', 'fetching packages'],
    ['➤ YN0000: ┌ Link step', 'linking packages'],
    ['➤ YN0000: ┌ Something new', 'Something new'],
    ['➤ YN0000: └ Completed in 1s 385ms', undefined],
    ['➤ YN0000: · Yarn 4.13.0', undefined],
  ])('reads %s', (line, phase) => {
    expect(readYarnLine(line)).toBe(phase);
  });
});

describe('explainInstallFailure', () => {
  it.each([
    ['➤ YN0001: │ Error: ENOSPC: no space left on device', /no space left/],
    ['➤ YN0028: │ The lockfile would have been modified', /does not fit/],
    ['➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND r', /cannot be reached/],
    ['➤ YN0001: │ RequestError: self-signed certificate', /certificate/],
    ['➤ YN0001: │ Error: something else', /could not be installed/],
  ])('understands %s', (output, sentence) => {
    expect(explainInstallFailure(output).message).toMatch(sentence);
  });

  it('repeats what Yarn said without its decoration, warnings and stacks', () => {
    const output = [
      '➤ YN0000: ┌ Fetch step',
      '➤ YN0060: │ react is listed by your project',
      '\x1b[31m➤\x1b[39m YN0001: │ Error: boom',
      '    at somewhere (yarn.js:1:1)',
      '➤ YN0000: └ Completed',
    ].join('\n');
    expect(lastMeaningfulLines(output)).toEqual(['➤ YN0001: │ Error: boom']);
  });
});

describe('isFailedRequest', () => {
  it('counts requests that failed, not everything that did', () => {
    expect(isFailedRequest('➤ YN0001: │ RequestError: connect')).toBe(true);
    expect(isFailedRequest('➤ YN0001: │ Error: checksum')).toBe(false);
  });
});

describe('toYarnEnvironment', () => {
  it('hands on what npm was told, and nothing that is a default', () => {
    const npmSays = [
      'registry=https://registry.npmjs.org/',
      'cafile=/etc/ssl/company.pem',
      'https-proxy=http://proxy:8080',
      'proxy=null',
    ].join('\n');
    expect(toYarnEnvironment(npmSays)).toEqual({
      YARN_HTTPS_CA_FILE_PATH: '/etc/ssl/company.pem',
      YARN_HTTPS_PROXY: 'http://proxy:8080',
    });
  });
});
