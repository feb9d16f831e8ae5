import { mockServices } from '@backstage/backend-test-utils';
import { CallsReport } from '@sightline/backstage-plugin-sightline-node/spans';
import { compiling } from './__testUtils__/compiling';
import { Keeper } from './__testUtils__/Keeper';
import { createWorld, json } from './__testUtils__/pipelines';
import { requestOfSpans } from './__testUtils__/spans';
import { createOtlpSource } from './createOtlpSource';
import { readOtlpConfig } from './readOtlpConfig';

const config = (folder: string) =>
  readOtlpConfig(
    mockServices.rootConfig({
      data: {
        sightline: {
          otlp: {
            folder,
            reportEvery: '50ms',
            pairing: { within: '100ms' },
          },
        },
      },
    }),
  );

describe('createOtlpSource', () => {
  jest.setTimeout(60_000);

  it('counts in a worker what is handed to it, and hands over reports', async () => {
    const { folder } = createWorld();
    const keeper = new Keeper();
    const source = createOtlpSource({
      config: config(folder),
      logger: mockServices.logger.mock(),
      execArgv: compiling,
    });
    expect(source.spans.canTake).toBe(false);
    const all = new Promise<void>(resolve => {
      source.open({
        accept: async ({ calls }: { calls?: CallsReport }) => {
          if (calls) keeper.keep(calls);
          if (keeper.calls === 7) resolve();
        },
        lost: () => {},
        evidence: () => {
          throw new Error('reports of calls carry none');
        },
      });
    });
    const send = async (): Promise<unknown> => {
      const taken = await source.spans.take(json(requestOfSpans(0, 7)));
      // Until the worker has read its log it asks senders to come again.
      return taken.taken === 'not-now'
        ? new Promise(setImmediate).then(send)
        : taken;
    };
    expect(await send()).toEqual({ taken: 'safe', rejected: 0 });
    await all;
    expect(source.spans.bytesUnderWay).toBe(0);
    await source.close!();
    expect(source.spans.canTake).toBe(false);
  });
});
