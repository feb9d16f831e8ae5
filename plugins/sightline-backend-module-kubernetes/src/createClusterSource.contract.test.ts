import { testSourceContract } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { quick } from './__testUtils__/watching';
import { createClusterSource } from './watching/createClusterSource';

testSourceContract({
  kind: 'watch',
  name: 'kubernetes, a cluster',
  answer: ({ url }) =>
    url.includes('watch=true')
      ? { body: '' }
      : { body: { metadata: { resourceVersion: '1' }, items: [] } },
  create: ({ url, secret: token }) =>
    createClusterSource({
      ...{ id: 'kubernetes:eu', timing: quick },
      cluster: {
        ...{ name: 'eu', url, skipTlsVerify: false },
        credentials: { kind: 'token', token },
      },
    }),
});
