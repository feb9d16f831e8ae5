import { ConfigReader } from '@backstage/config';
import { readOtlpConfig } from './readOtlpConfig';

const read = (otlp: object) =>
  readOtlpConfig(new ConfigReader({ sightline: { otlp } }));

describe('readOtlpConfig', () => {
  it('needs nothing', () => {
    expect(readOtlpConfig(new ConfigReader({}))).toMatchObject({
      folder: 'sightline-otlp',
      bodyAtMost: 67_108_864,
      reportEvery: 10_000,
      limits: { pairingWithin: 30_000, resentWithin: 300_000 },
    });
  });

  it.each([
    [{ body: { mebibytesAtMost: 0 } }, 'sightline.otlp.body.mebibytesAtMost'],
    [{ pairing: { within: '3m' } }, 'sightline.otlp.resent.within'],
    [{ reportEvery: 'often' }, 'reportEvery'],
  ])('says what is wrong with %j', (otlp, words) => {
    expect(() => read(otlp)).toThrow(words);
  });
});
