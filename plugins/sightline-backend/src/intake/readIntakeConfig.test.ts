import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ok, PullSource } from '@sightline/backstage-plugin-sightline-node';
import { readIntakeConfig } from './readIntakeConfig';

const source = (id: string, defaults?: PullSource['defaults']): PullSource => ({
  kind: 'pull',
  id,
  title: id,
  defaults,
  pull: async () => ok({}),
});

const read = (sightline: JsonObject, ...sources: PullSource[]) =>
  readIntakeConfig(new ConfigReader({ sightline }), sources);

describe('readIntakeConfig', () => {
  it('has an answer to everything when nothing is configured', () => {
    const config = readIntakeConfig(new ConfigReader({}), [source('pact')]);
    expect(config).toEqual({
      sources: new Map([
        [
          'pact',
          {
            enabled: true,
            every: 60_000,
            timeout: 30_000,
            freshFor: 180_000,
            batch: undefined,
            concurrency: 2,
            retry: { attempts: 3, first: 500, longest: 10_000 },
            circuit: { failures: 5, openFor: 60_000 },
            negativeCache: { for: 10_000 },
          },
        ],
      ]),
      spread: 10_000,
      warnings: [],
    });
  });

  it('takes the entry of the source before what its author brings along, and that before the defaults for all', () => {
    const { sources, spread } = read(
      {
        intake: { every: '2m', timeout: '20s', spread: '0s', batch: 7 },
        sources: {
          prometheus: {
            url: 'https://prom.example',
            every: { seconds: 15 },
            retry: { attempts: 5, first: '50ms', longest: 'PT3S' },
            circuit: { failures: 2, openFor: '10s' },
            negativeCache: { for: '0s' },
          },
        },
      },
      source('prometheus', { every: { minutes: 5 }, timeout: { seconds: 3 } }),
    );
    expect(spread).toBe(0);
    expect(sources.get('prometheus')).toEqual({
      enabled: true,
      every: 15_000,
      timeout: 3000,
      freshFor: 45_000,
      batch: 7,
      concurrency: 2,
      retry: { attempts: 5, first: 50, longest: 3000 },
      circuit: { failures: 2, openFor: 10_000 },
      negativeCache: { for: 0 },
    });
  });

  it('applies an entry to every source of that kind, and one of its own before it', () => {
    const { sources, warnings } = read(
      {
        sources: {
          pact: { every: '10m', concurrency: 4 },
          'pact:payments': { every: '1m' },
        },
      },
      source('pact:payments'),
      source('pact:orders'),
    );
    const shown = [...sources].map(([id, { every, concurrency }]) => [
      id,
      every,
      concurrency,
    ]);
    expect(shown).toEqual([
      ['pact:payments', 60_000, 4],
      ['pact:orders', 600_000, 4],
    ]);
    expect(warnings).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a number for a duration',
      { every: -5 },
      "sightline.sources.prometheus.every: got -5; it must be at least 1 second, such as '30s', 'PT5M' or { minutes: 5 }",
    ],
    [
      'a negative duration',
      { timeout: { seconds: -1 } },
      "sightline.sources.prometheus.timeout: got {\"seconds\":-1}; it must be at least 100 milliseconds, such as '30s', 'PT5M' or { minutes: 5 }",
    ],
    [
      'words for a duration',
      { every: 'often' },
      "sightline.sources.prometheus.every: got \"often\"; it must be at least 1 second, such as '30s', 'PT5M' or { minutes: 5 }",
    ],
    [
      'a fraction of a service',
      { batch: 0.5 },
      'sightline.sources.prometheus.batch: got 0.5; it must be a whole number of at least 1',
    ],
    [
      'a nested count',
      { retry: { attempts: 0 } },
      'sightline.sources.prometheus.retry.attempts: got 0; it must be a whole number of at least 1',
    ],
    [
      'a word for a switch',
      { enabled: 'maybe' },
      'sightline.sources.prometheus.enabled: got "maybe"; it must be true or false',
    ],
    [
      'an answer that is stale before the next',
      { every: '5m', freshFor: '1m' },
      'sightline.sources.prometheus.freshFor: 60000 ms is shorter than every (300000 ms); it must be at least as long, or every answer is stale before the next',
    ],
  ])('refuses %s, naming key, value and what is allowed', (_, entry, words) => {
    expect(() =>
      read({ sources: { prometheus: entry } }, source('prometheus')),
    ).toThrow(`app-config is wrong in 1 place(s):\n- ${words}`);
  });

  it('names all mistakes at once', () => {
    expect(() =>
      read(
        { intake: { concurrency: 0 }, sources: { a: { batch: 'x' } } },
        source('a'),
      ),
    ).toThrow(/2 place\(s\):\n- sightline.intake.concurrency.*\n- .*a.batch/);
  });

  it('warns of sources nobody has installed, and says which one may be meant', () => {
    const { warnings } = read(
      { sources: { promtheus: {}, zipkin: {} } },
      source('prometheus'),
    );
    expect(warnings).toEqual([
      "sightline.sources.promtheus: there is no such source; did you mean 'prometheus'? (installed: prometheus)",
      'sightline.sources.zipkin: there is no such source (installed: prometheus)',
    ]);
  });
});
