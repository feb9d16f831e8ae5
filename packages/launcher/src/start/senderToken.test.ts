import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSenderToken, senderTokenFile } from './senderToken.ts';

const freshData = () => join(mkdtempSync(join(tmpdir(), 'data-')), 'data');
const modeOf = (file: string) => statSync(file).mode % 0o1000;

it('makes a token that Backstage takes and nobody guesses, for its owner alone', () => {
  const data = freshData();
  const token = keepSenderToken(data);

  expect(token).toMatch(/^[\w-]{43}$/);
  expect(keepSenderToken(freshData())).not.toBe(token);
  expect(readFileSync(senderTokenFile(data), 'utf8')).toBe(`${token}\n`);
  expect(modeOf(senderTokenFile(data))).toBe(0o600);
});

it('keeps the one that is there, and closes it to others', () => {
  const data = freshData();
  const token = keepSenderToken(data);
  chmodSync(senderTokenFile(data), 0o644);

  expect(keepSenderToken(data)).toBe(token);
  expect(modeOf(senderTokenFile(data))).toBe(0o600);
});

it.each(['', '\n', 'short', 'two words here'])(
  'makes another where %j is written, with which Backstage would not start',
  text => {
    const data = freshData();
    mkdirSync(data);
    writeFileSync(senderTokenFile(data), text);

    expect(keepSenderToken(data)).toMatch(/^[\w-]{43}$/);
    expect(existsSync(`${senderTokenFile(data)}.new`)).toBe(false);
  },
);
