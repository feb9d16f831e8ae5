import { describeTrouble } from './describeTrouble';

const failure = (code: string) =>
  Object.assign(new Error(`${code}: open 'x'`), { code });
const where = 'Spans cannot be kept in /data/otlp (sightline.otlp.folder): ';

describe('describeTrouble', () => {
  it.each([
    [
      failure('EACCES'),
      `${where}the portal may not write there (EACCES: open 'x')`,
    ],
    [failure('EROFS'), `${where}the disk is read-only (EROFS: open 'x')`],
    [failure('ENOSPC'), `${where}the disk is full (ENOSPC: open 'x')`],
    [failure('EDQUOT'), `${where}the quota is used up (EDQUOT: open 'x')`],
    [failure('ENOENT'), `ENOENT: open 'x'`],
    [new Error('something else'), 'something else'],
    ['said already', 'said already'],
  ])('says of %s what to look at', (error, words) => {
    expect(describeTrouble(error, '/data/otlp')).toBe(words);
  });
});
