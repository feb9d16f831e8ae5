import { startUntrustedWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  afterwards,
  backendConfig,
  createContext,
} from './__testUtils__/worlds';
import { createTracesSource } from './createTracesSource';

describe.each(['jaeger', 'tempo'])(
  'a %s behind an authority of our own',
  type => {
    it('is trusted where its certificate is given, and only there', async () => {
      const { url, ca, stop } = await startUntrustedWorld();
      const ask = (settings: object) =>
        createTracesSource({
          backend: backendConfig({ type, url, ...settings }),
          now: () => afterwards,
        }).pull([], createContext().context);
      expect(await ask({})).toMatchObject({ fault: { kind: 'certificate' } });
      // It answers `{}`: that it was understood or not, it was heard.
      expect(await ask({ tls: { ca } })).not.toMatchObject({
        fault: { kind: 'certificate' },
      });
      await stop();
    });
  },
);
