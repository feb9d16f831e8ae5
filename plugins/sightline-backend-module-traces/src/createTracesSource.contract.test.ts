import { testSourceContract } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createTracesSource } from './createTracesSource';
import { answerAsJaeger } from './__testUtils__/fakeJaeger';
import { answerAsTempo } from './__testUtils__/fakeTempo';
import { orderTrace } from './__testUtils__/fakeTraces';
import { backendConfig } from './__testUtils__/worlds';

// The contract asks by the real clock: the traces are of two minutes before.
const at = Date.now() - 150_000;
const traces = [-1, 0, 1].map(nth => orderTrace(nth + 2, at + nth * 60_000));

const sourceOf =
  (type: 'jaeger' | 'tempo') => (world: { url: string; secret: string }) =>
    createTracesSource({
      backend: backendConfig({
        ...{ type, url: world.url },
        headers: { authorization: `Bearer ${world.secret}` },
      }),
    });

testSourceContract({
  name: 'traces, of a Jaeger',
  answer: answerAsJaeger({ speaks: ['v3'], traces }),
  create: sourceOf('jaeger'),
});

testSourceContract({
  name: 'traces, of an old Jaeger',
  answer: answerAsJaeger({ speaks: ['v1'], traces }),
  partialAnswer: {
    body: { data: [], errors: [{ msg: 'one shard is down' }] },
  },
  create: sourceOf('jaeger'),
});

testSourceContract({
  name: 'traces, of a Jaeger that only knows dependencies',
  answer: answerAsJaeger({
    speaks: ['dependencies'],
    traces: [],
    dependencies: [{ parent: 'a', child: 'b', callCount: 1 }],
  }),
  create: sourceOf('jaeger'),
});

testSourceContract({
  name: 'traces, of a Tempo',
  answer: answerAsTempo({ traces }),
  create: sourceOf('tempo'),
});
