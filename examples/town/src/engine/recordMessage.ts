import { message, type MessagingOperation } from './conventions/messaging.ts';
import type { Happening } from './Happening.ts';
import type { Instance } from './instances.ts';
import { drawMicros } from './latency.ts';
import { below, newTrace, type Position, type Recorder } from './Recorder.ts';
import { kinds, type SpanContext } from './Span.ts';

/** A message on its way to one of its readers. */
export type Delivery = {
  happening: Happening;
  /** records that the reader got it; answers where its own calls belong */
  read(reader: Instance): { position: Position; at: number };
};

/** How long a message lies in the topic, milliseconds. */
const LINGERS = { p50: 12, p95: 180 };

/**
 * The context that made the message travels in it, and readers link to it:
 *
 *     most producers       send (PRODUCER)  ◀──────────────────┐
 *     those that batch     create (PRODUCER) ◀─link─ send (CLIENT)
 *                            ▲                                 │ link
 *     most consumers         └──link── process (CONSUMER)      │
 *     those that poll      receive (CLIENT) ── process ────────┘
 */
export function recordMessage(options: {
  recorder: Recorder;
  happening: Happening;
  position: Position;
  instance: Instance;
  at: number;
}): Delivery[] {
  const { recorder, happening, position, instance, at } = options;
  const { town, random, record } = recorder;
  const { call, failed } = happening;
  const micros = happening.wire + happening.work;
  const messageId = random.hex(8);
  const address = town.addressOf(call.callee);
  const speak = (operation: MessagingOperation) =>
    message({
      generation: instance.generation,
      operation,
      address,
      failed: failed && operation === 'send',
      messageId,
    });
  const facts = { position, instance };
  let creation: SpanContext;
  if (town.traitOf('creates', instance.service)) {
    const creating = Math.floor(micros / 10);
    creation = record({
      ...facts,
      kind: kinds.producer,
      wording: speak('create'),
      startMicros: at,
      micros: creating,
    });
    record({
      ...facts,
      kind: kinds.client,
      wording: speak('send'),
      startMicros: at + creating,
      micros: micros - creating,
      links: [creation],
    });
  } else {
    creation = record({
      ...facts,
      kind: kinds.producer,
      wording: speak('send'),
      startMicros: at,
      micros,
    });
  }
  return happening.calls.map(reading => ({
    happening: reading,
    read: reader =>
      recordProcessing({
        recorder,
        happening: reading,
        reader,
        creation,
        messageId,
        at: at + micros + drawMicros(LINGERS, random.gaussian(), random),
      }),
  }));
}

function recordProcessing(options: {
  recorder: Recorder;
  happening: Happening;
  reader: Instance;
  creation: SpanContext;
  messageId: string;
  at: number;
}): { position: Position; at: number } {
  const { recorder, happening, reader, creation, messageId, at } = options;
  const { town, random, record } = recorder;
  const { call, failed, work } = happening;
  const speak = (operation: MessagingOperation) =>
    message({
      generation: reader.generation,
      operation,
      address: town.addressOf(call.caller),
      failed: failed && operation === 'process',
      group: call.callee,
      messageId,
    });
  let position = newTrace(random);
  let startMicros = at;
  if (town.traitOf('receives', reader.service)) {
    const micros = 800 + random.below(3000);
    const receive = record({
      position,
      instance: reader,
      kind: kinds.client,
      wording: speak('receive'),
      startMicros,
      micros,
      links: [creation],
    });
    position = below(receive, false);
    startMicros += micros;
  }
  const process = record({
    position,
    instance: reader,
    kind: kinds.consumer,
    wording: speak('process'),
    startMicros,
    micros: work,
    links: [creation],
  });
  return { position: below(process, false), at: startMicros };
}
