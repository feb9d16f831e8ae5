import { startKubernetes, startPact, startPrometheus } from '@sightline/town';
import { openGate } from './openGate.ts';
import { truth } from './truth.ts';

/**
 * Harbour as its Prometheus, its Pact Broker and its clusters tell it, and no call of
 * it: those come when a test tells them. Its arguments are the ports, in this order.
 */
const [prometheus, pact, kubernetes] = process.argv.slice(2).map(Number);
const around = { truth, outages: [], startMs: Date.now(), nowMs: Date.now };

startPrometheus({ port: prometheus, ...around });
startPact({ port: pact, ...around });
startKubernetes({ port: 0, ...around }).then(clusters =>
  openGate({ port: kubernetes, behind: clusters.url }),
);
