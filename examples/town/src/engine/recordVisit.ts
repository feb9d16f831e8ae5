import { databaseClient } from './conventions/database.ts';
import type { Wording } from './conventions/generation.ts';
import { exchangeOf, httpClient, httpServer } from './conventions/http.ts';
import { rpcClient, rpcServer } from './conventions/rpc.ts';
import { callersMicros, type Happening } from './Happening.ts';
import type { Instance } from './instances.ts';
import { isTopic } from './Plan.ts';
import { recordMessage, type Delivery } from './recordMessage.ts';
import {
  below,
  createRecorder,
  newTrace,
  type Position,
  type Recorder,
} from './Recorder.ts';
import { isKept, thresholdState } from './sampling.ts';
import { kinds, type Span } from './Span.ts';
import type { Town } from './Town.ts';
import type { Random } from './random.ts';

/**
 * What everybody's spans say about one visit:
 *
 *     client (the caller's view)  ├────────────────────────────┤
 *       server                      ├────────────────────────┤
 *         internal, where the         ├────────────────────┤
 *         service has one               ├─client─┤ ├─client─┤
 */
export function recordVisit(options: {
  town: Town;
  journey: string;
  happening: Happening;
  atMicros: number;
  random: Random;
}): Span[] {
  const { town, journey, happening, atMicros, random } = options;
  const keep = town.traitOf('sampled', journey)?.keep;
  const position = newTrace(random, thresholdState(keep));
  if (!isKept(position.traceId, keep)) return [];
  const recorder = createRecorder(town, random);
  const instance = pickInstance(recorder, happening);
  if (instance) {
    const wording = entryWording(recorder, happening, instance);
    recordEntry({
      recorder,
      happening,
      position,
      instance,
      wording,
      at: atMicros,
    });
  }
  return recorder.spans;
}

type Entry = {
  recorder: Recorder;
  happening: Happening;
  position: Position;
  instance: Instance;
  wording: Wording;
  /** when the callee begins, microseconds */
  at: number;
};

function pickInstance({ town, random }: Recorder, { call }: Happening) {
  const instances = town.instances.get(call.callee);
  return instances?.[random.below(instances.length)];
}

/** A root that no request starts is a span of the service's own. */
function entryWording(
  { random }: Recorder,
  { call, failed }: Happening,
  { generation }: Instance,
): Wording {
  if (call.protocol === 'http') {
    return httpServer(generation, exchangeOf(call, failed, random));
  }
  if (call.protocol === 'grpc') return rpcServer(generation, call, failed);
  return {
    scope: 'scheduler',
    name: call.operation,
    attributes: {},
    errorType: failed ? 'JobFailed' : undefined,
  };
}

function recordEntry(entry: Entry): void {
  const { recorder, happening, position, instance, wording, at } = entry;
  const scheduled = happening.call.protocol === 'other';
  const context = recorder.record({
    position,
    instance,
    kind: scheduled ? kinds.internal : kinds.server,
    wording,
    startMicros: at,
    micros: happening.work,
  });
  recordCalls({ ...entry, position: below(context, false) });
}

/** The calls in their order, the callee's own work spread before, between and after them. */
function recordCalls(entry: Omit<Entry, 'wording'>): void {
  const { recorder, happening, instance, at } = entry;
  const { calls, work } = happening;
  const waiting = calls.reduce((sum, call) => sum + callersMicros(call), 0);
  const pause = Math.floor((work - waiting) / (calls.length + 1));
  const position = innerPosition(entry, Math.floor(pause / 2));
  let clock = at;
  for (const call of calls) {
    clock += pause + call.waited;
    recordCall({ recorder, happening: call, position, instance, at: clock });
    clock += call.wire + call.work;
  }
}

/** Some services put a span of their own code around what they call. */
function innerPosition(entry: Omit<Entry, 'wording'>, margin: number) {
  const { recorder, happening, instance, position, at } = entry;
  const trait = recorder.town.traitOf('internal', instance.service);
  if (!trait || happening.calls.length === 0) return position;
  const context = recorder.record({
    position,
    instance,
    kind: kinds.internal,
    wording: { scope: instance.service, name: trait.name, attributes: {} },
    startMicros: at + margin,
    micros: happening.work - 2 * margin,
  });
  return below(context, false);
}

/** One call as its caller sees it and, where the callee emits spans, as the callee does. */
function recordCall(caller: Omit<Entry, 'wording'>): void {
  const { recorder, happening, position, instance, at } = caller;
  if (isTopic(happening.call)) {
    recordMessage(caller).forEach(delivery =>
      recordReading(recorder, delivery),
    );
    return;
  }
  const { client, server } = bothWordings(caller);
  const context = recorder.record({
    position,
    instance,
    kind: kinds.client,
    wording: client,
    startMicros: at,
    micros: happening.wire + happening.work,
  });
  const callee = pickInstance(recorder, happening);
  if (!callee || happening.call.refused) return;
  recordEntry({
    recorder,
    happening,
    position: below(context, true),
    instance: callee,
    wording: server(callee),
    at: at + Math.floor(happening.wire / 2),
  });
}

function bothWordings({
  recorder: { town, random },
  happening: { call, failed, resend },
  instance: { generation },
}: Omit<Entry, 'wording'>) {
  const address = town.addressOf(call.callee);
  const facts = { generation, call, failed, address, random, resend };
  if (call.protocol === 'http') {
    const exchange = exchangeOf(call, failed, random);
    const refused = call.refused ?? false;
    return {
      client: httpClient({ ...facts, exchange, refused }),
      server: (callee: Instance) => httpServer(callee.generation, exchange),
    };
  }
  return {
    client: call.protocol === 'grpc' ? rpcClient(facts) : databaseClient(facts),
    server: (callee: Instance) => rpcServer(callee.generation, call, failed),
  };
}

/** What a consumer does with a message is an entry like any other, in a trace of its own. */
function recordReading(recorder: Recorder, delivery: Delivery): void {
  const instance = pickInstance(recorder, delivery.happening);
  if (!instance) return;
  const { at, position } = delivery.read(instance);
  const { happening } = delivery;
  recordCalls({ recorder, happening, instance, at, position });
}
