import {
  CallEngine,
  CallEngineLimits,
  defaultCallEngineLimits,
  gunzip,
  OtlpProtobufDecoder,
  SpanColumns,
  StringTable,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { Figure } from '../harness/report';
import { alternate } from './cpu';
import { ours, withPbf, withProtobufjs } from './decoders';
import { createPayloads, Payload } from './payload';

const spansOfARequest = 512;
/** Traffic of each round, so that every span is also settled and forgotten. */
const twoMinutes = 120_000;
/** Every ten seconds, as the worker does it. */
const drainsOfARound = 12;
/** The bar of what is aggregated in a second. */
const barOfASecond = 400_000;
const bodyAtMost = 64 * 2 ** 20;

const sum = (payloads: Payload[], of: (payload: Payload) => number) =>
  payloads.reduce((total, payload) => total + of(payload), 0);

/**
 * gunzip, decode, pair, aggregate and drain, as the worker of the source does,
 * in a worker that has been running for a while. The ids come back in every
 * round, long after they were forgotten, and so are new.
 */
const aggregation = (requests: number, limits: CallEngineLimits) => {
  const millisBetween = twoMinutes / requests;
  const requestsOfADrain = Math.round(requests / drainsOfARound);
  const columns = new SpanColumns(new StringTable());
  const decoder = new OtlpProtobufDecoder(columns);
  const engine = new CallEngine(limits);
  let now = 1_790_000_000_000;
  let id = 0;
  let calls = 0;
  const drain = () => {
    for (const { edges } of engine.drain(500).parts) {
      for (const edge of edges) calls += edge.calls;
    }
  };
  return (payloads: Payload[]) => {
    calls = 0;
    for (const { gzipped } of payloads) {
      columns.clear();
      decoder.decode(gunzip(gzipped, bodyAtMost));
      engine.take(columns, { id, arrivedAt: now });
      now += millisBetween;
      id += 1;
      engine.settle(now);
      if (id % requestsOfADrain === 0) drain();
    }
    engine.settle(now + 60_000);
    drain();
    now += 3_600_000;
    return calls;
  };
};

/**
 * As busy as at the bar, when one span of twenty is read as part of a journey: here
 * the clock runs slower than the work, so the same share takes a lower limit.
 */
const limitsAtTheBar = (requests: number): CallEngineLimits => {
  const spansASecond = (requests * spansOfARequest * 1000) / twoMinutes;
  const { journeySpansASecond } = defaultCallEngineLimits;
  return {
    ...defaultCallEngineLimits,
    journeySpansASecond: (journeySpansASecond * spansASecond) / barOfASecond,
  };
};

/** Processor time of reading and counting, in this process, beside other decoders'. */
export const measureDecoding = (options: {
  rounds: number;
  requests: number;
}): Figure[] => {
  const { rounds, requests } = options;
  const payloads = createPayloads({ requests, spansOfARequest });
  const spans = sum(payloads, payload => payload.spans);
  const decodeOf = (decode: (body: Uint8Array) => number) => () => {
    for (const { body } of payloads) decode(body);
  };
  const aggregate = aggregation(requests, limitsAtTheBar(requests));
  const readAll = aggregation(requests, defaultCallEngineLimits);
  const candidates = {
    ours: decodeOf(ours()),
    pbf: decodeOf(withPbf()),
    protobufjs: decodeOf(withProtobufjs()),
    aggregate: () => {
      if (aggregate(payloads) === 0) throw new Error('nothing was counted');
    },
    readAll: () => {
      if (readAll(payloads) === 0) throw new Error('nothing was counted');
    },
    gunzip: () => {
      for (const { gzipped } of payloads) gunzip(gzipped, bodyAtMost);
    },
  };
  alternate(candidates, 1);
  const took = alternate(candidates, rounds);
  const perSecond = (seconds: number) => spans / seconds;

  return [
    {
      figure: 'decode',
      value: perSecond(took.ours),
      unit: 'spans/s',
      peer: 'pbf',
      ratio: took.pbf / took.ours,
      bar: 'ratio >= 3',
    },
    {
      figure: 'decode, against protobufjs',
      value: perSecond(took.ours),
      unit: 'spans/s',
      peer: 'protobufjs',
      ratio: took.protobufjs / took.ours,
    },
    {
      figure: 'aggregate: gunzip, decode, pair, aggregate',
      value: perSecond(took.aggregate),
      unit: 'spans/s/core',
      peer: 'protobufjs, decode alone',
      ratio: took.protobufjs / took.aggregate,
      bar: '> 400,000',
    },
    {
      figure: 'aggregate, every trace read as a journey',
      value: perSecond(took.readAll),
      unit: 'spans/s/core',
    },
    {
      figure: 'gunzip alone',
      value: perSecond(took.gunzip),
      unit: 'spans/s/core',
    },
    {
      figure: 'payload',
      value: sum(payloads, ({ body }) => body.length) / spans,
      unit: 'bytes/span',
    },
    {
      figure: 'payload, compressed',
      value: sum(payloads, ({ gzipped }) => gzipped.length) / spans,
      unit: 'bytes/span',
    },
  ];
};
