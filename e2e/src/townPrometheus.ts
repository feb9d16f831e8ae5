import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readTruth, startPrometheus } from '@sightline/town';

/**
 * Harbour as its Prometheus tells it and nothing else of it, so that a portal beside it
 * has objectives to measure and sees no calls. Its argument is the port.
 */
const { resolve } = createRequire(import.meta.url);
startPrometheus({
  port: Number(process.argv[2]),
  truth: readTruth(dirname(resolve('@sightline/town/package.json'))),
  outages: [],
  startMs: Date.now(),
  nowMs: Date.now,
});
