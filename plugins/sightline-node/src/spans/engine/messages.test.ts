import { SaidSpan } from '../__testUtils__/otlpSpan';
import { runScenario } from '../__testUtils__/scenario';

const kafka = (topic: string) => ({
  'messaging.system': 'kafka',
  'messaging.destination.name': topic,
});

describe('the engine, of messages,', () => {
  it('makes the topic a node, and finds the sender by a link from another trace', () => {
    const { lines } = runScenario([
      [
        {
          trace: 1,
          id: 1,
          service: 'orders',
          kind: 'producer',
          attributes: kafka('placed'),
        },
        {
          trace: 2,
          id: 2,
          service: 'orders',
          kind: 'producer',
          attributes: kafka('placed'),
        },
      ],
      [
        {
          ...{
            trace: 3,
            id: 3,
            service: 'mailing',
            kind: 'consumer',
            attributes: kafka('placed'),
          },
          links: [
            { trace: 1, id: 1 },
            { trace: 2, id: 2 },
          ],
        },
      ],
    ]);
    expect(lines).toEqual([
      'queue:placed → service:mailing messaging async destination [placed] 1',
      'service:orders → queue:placed messaging async destination [placed] 2',
      'service:orders → service:mailing messaging async link [placed] 2',
    ]);
  });

  it('counts every consumer of one message', () => {
    const consumer = (id: number, service: string): SaidSpan => ({
      ...{
        id,
        service,
        parent: 1,
        kind: 'consumer',
        attributes: kafka('placed'),
      },
    });
    const { lines } = runScenario([
      [
        {
          id: 1,
          service: 'orders',
          kind: 'producer',
          attributes: kafka('placed'),
        },
        consumer(2, 'mailing'),
        consumer(3, 'stock'),
      ],
    ]);
    expect(lines).toEqual([
      'queue:placed → service:mailing messaging async destination [placed] 1',
      'queue:placed → service:stock messaging async destination [placed] 1',
      'service:orders → queue:placed messaging async destination [placed] 1',
      'service:orders → service:mailing messaging async paired [placed] 1',
      'service:orders → service:stock messaging async paired [placed] 1',
    ]);
  });

  it('takes a link to the parent for what the parent says already', () => {
    const { lines } = runScenario([
      [
        {
          id: 1,
          service: 'orders',
          kind: 'producer',
          attributes: kafka('placed'),
        },
        {
          ...{ id: 2, parent: 1, service: 'mailing', kind: 'consumer' },
          links: [{ trace: 1, id: 1 }],
        },
      ],
    ]);
    expect(lines).toContain(
      'service:orders → service:mailing messaging async paired [work] 1',
    );
    expect(lines.join()).not.toContain('link');
  });

  it('tells polling a topic from handling a message, and counts no acknowledgement', () => {
    const receive = {
      ...kafka('placed'),
      'messaging.operation.type': 'receive',
    };
    const settle = { ...kafka('placed'), 'messaging.operation.type': 'settle' };
    const { lines, losses } = runScenario([
      [
        { id: 1, service: 'mailing', kind: 'client', attributes: receive },
        { id: 2, service: 'mailing', kind: 'client', attributes: settle },
      ],
    ]);
    expect(lines).toEqual([
      'queue:placed → service:mailing messaging async destination [receive placed] 1',
    ]);
    expect(losses).toEqual({
      'spans about acknowledging messages: no calls': 1,
    });
  });

  it('says how many links lead nowhere', () => {
    const { losses } = runScenario([
      [
        {
          ...{
            id: 1,
            service: 'mailing',
            kind: 'consumer',
            attributes: kafka('placed'),
          },
          links: [{ trace: 9, id: 9 }],
        },
      ],
    ]);
    expect(losses).toEqual({ 'links to messages that nobody sent here': 1 });
  });

  it('counts what a receiver calls while it handles a message', () => {
    const { lines } = runScenario([
      [
        {
          ...{ id: 1, service: 'mailing', kind: 'consumer' },
          attributes: kafka('placed'),
        },
        {
          ...{ id: 2, parent: 1, service: 'mailing', kind: 'client' },
          attributes: { 'server.address': 'smtp.example' },
        },
      ],
    ]);
    expect(lines).toEqual([
      'queue:placed → service:mailing messaging async destination [placed] 1',
      'service:mailing → external:smtp.example other sync client-only [work] 1',
    ]);
  });
});
