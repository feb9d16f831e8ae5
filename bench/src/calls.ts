import { measureDecoding } from './calls/measureDecoding';
import { measurePortal } from './calls/measurePortal';
import { report } from './harness/report';

const full = process.argv.includes('--full');

const brief = { warmUp: 2, seconds: 8 };

/**
 * The full form watches memory for ten minutes, where it is largest. The quick one
 * shortens how long spans are remembered, so that what has to be full before
 * memory is flat is full within seconds.
 */
const portal = full
  ? { shop: brief, edges: { warmUp: 60, seconds: 540 }, otlp: {} }
  : {
      ...{ shop: brief, edges: brief },
      otlp: { pairing: { within: '3s' }, resent: { within: '6s' } },
    };

const main = async () => {
  const decoding = measureDecoding(
    full ? { rounds: 15, requests: 960 } : { rounds: 5, requests: 360 },
  );
  report('calls', [...decoding, ...(await measurePortal(portal))]);
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
