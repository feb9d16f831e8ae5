import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import sightlineModuleOtlp from './index';

describe('the module otlp', () => {
  it('adds its source, lets programs in and people not, and asks them to wait while intake has not opened it', async () => {
    const sources: Source[] = [];
    const { server } = await startTestBackend({
      extensionPoints: [
        [
          sightlineSourcesExtensionPoint,
          { addSource: source => sources.push(source) },
        ],
      ],
      features: [sightlineModuleOtlp],
    });
    const send = async (authorization: string) => {
      const response = await fetch(
        `http://127.0.0.1:${server.port()}/api/sightline/otlp/v1/traces`,
        {
          method: 'POST',
          body: '{}',
          headers: { authorization, 'content-type': 'application/json' },
        },
      );
      return response.status;
    };
    expect(sources).toMatchObject([{ kind: 'push', id: 'otlp' }]);
    expect(await send(mockCredentials.user.header())).toBe(403);
    expect(await send(mockCredentials.none.header())).toBe(401);
    expect(await send(mockCredentials.service.header())).toBe(503);
    await server.stop();
  });
});
