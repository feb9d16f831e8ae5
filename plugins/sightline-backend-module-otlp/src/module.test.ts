import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  sightlineSourcesExtensionPoint,
  Source,
} from '@sightline/backstage-plugin-sightline-node';
import { json, protobuf } from './__testUtils__/post';
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
    const send = async (authorization: string, type = json) => {
      const response = await fetch(
        `http://127.0.0.1:${server.port()}/api/sightline/otlp/v1/traces`,
        {
          method: 'POST',
          body: '{}',
          headers: { authorization, ...type },
        },
      );
      return { status: response.status, body: await response.text() };
    };
    const words = 'Send a token of a service or an external access';
    expect(sources).toMatchObject([{ kind: 'push', id: 'otlp' }]);
    expect(await send(mockCredentials.user.header())).toEqual({
      status: 403,
      body: JSON.stringify({ code: 7, message: words }),
    });
    expect(await send(mockCredentials.none.header())).toEqual({
      status: 401,
      body: JSON.stringify({ code: 16, message: words }),
    });
    expect(await send(mockCredentials.none.header(), protobuf)).toEqual({
      status: 401,
      body: `\u0008\u0010\u0012${String.fromCharCode(words.length)}${words}`,
    });
    expect(await send(mockCredentials.service.header())).toEqual({
      status: 503,
      body: JSON.stringify({ code: 14, message: 'Not ready yet' }),
    });
    await server.stop();
  });
});
