import fc from 'fast-check';
import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { createEngine } from '../__testUtils__/fastEdges';
import { takeMillionServices } from '../__testUtils__/millionServices';
import { begin, SaidSpan, saidRequest } from '../__testUtils__/otlpSpan';
import { defaultCallEngineLimits } from './callEngineLimits';
import { Losses } from './counting/Losses';
import { Naming } from './describing/Naming';

const limits = { ...defaultCallEngineLimits, nodesAtMost: 1000 };
const service = (name: string): CallNode => ({
  ...{ kind: 'service', environment: '', namespace: '', name },
});

const pair = (id: number, caller: string, callee: string): SaidSpan[] => [
  { id, trace: id, service: caller, kind: 'client' },
  { id: id + 1, trace: id, parent: id, service: callee, kind: 'server' },
];

describe('names, when there are too many,', () => {
  it('have room for real services again when a million others are gone', () => {
    const { engine, take } = createEngine({ ...limits, spansAtMost: 2 ** 16 });
    let at = begin;
    const edgesAt = (id: number) => {
      take(
        saidRequest([
          ...pair(id * 10, 'shop', 'pay'),
          ...pair(id * 10 + 5, `new-${id}`, 'stock'),
        ]),
        { id, arrivedAt: at },
      );
      engine.settle(at + limits.pairingWithin);
      const named = ({ name, namespace }: CallNode) => name || namespace;
      return engine
        .drain(1000)
        .parts.flatMap(({ nodes, edges }) =>
          edges
            .filter(({ evidence }) => evidence === 'paired')
            .map(
              ({ caller, callee }) =>
                `${named(nodes[caller])} → ${named(nodes[callee])}`,
            ),
        );
    };
    takeMillionServices(
      engine,
      () => at,
      () => {
        at += 10_000;
        engine.settle(at);
        engine.drain(1000);
      },
    );
    // All of them are one node, which calls itself.
    expect(edgesAt(20)).toEqual([]);
    at += limits.namesWithin;
    expect(edgesAt(21)).toEqual(['shop → pay', 'new-21 → stock']);
  });

  it('are no more than the most of them, and as many from outside', () => {
    const naming = new Naming(
      { ...limits, nodesAtMost: 100, operationsAtMost: 300 },
      new Losses(),
    );
    for (let n = 0; n < 100_000; n++) {
      const node = naming.nodes.numberOf({
        ...service(`s${n}`),
        environment: `e${n}`,
      });
      naming.outsideOf(node);
      naming.operations.numberOf(node, `op${n}`);
      naming.makeRoom(n * 1000, () => {});
    }
    expect(naming.nodes.end).toBeLessThanOrEqual(202);
    expect(naming.operations.end).toBeLessThanOrEqual(301);
  });

  it('keep their numbers while somebody holds them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.boolean()), {
          minLength: 100,
          maxLength: 300,
          size: 'max',
        }),
        steps => {
          const naming = new Naming(
            { ...limits, nodesAtMost: 8, operationsAtMost: 12 },
            new Losses(),
          );
          const held = new Map<number, string>();
          const heldOperations = new Map<number, string>();
          steps.forEach(([node, operation, isHeld], moment) => {
            naming.makeRoom(moment * limits.namesWithin, all => {
              for (const number of held.keys()) all.node(number);
              for (const number of heldOperations.keys()) all.operation(number);
            });
            const number = naming.nodes.numberOf(service(`s${node}`));
            const at = naming.operations.numberOf(number, `op${operation}`);
            if (isHeld) {
              held.set(number, naming.node(number).name);
              heldOperations.set(at, naming.operation(at));
            } else {
              held.delete(number);
              heldOperations.delete(at);
            }
            for (const [known, name] of held) {
              expect(naming.node(known).name).toBe(name);
            }
            for (const [known, name] of heldOperations) {
              expect(naming.operation(known)).toBe(name);
            }
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Letters alone, so that no template takes them for an id. */
const letters = (n: number) =>
  n.toString().replace(/\d/g, digit => 'abcdefghij'[Number(digit)]);

/** Whoever is called `x-n` has to do with others of that n alone, and with topics and operations. */
const meeting = (n: number, id: number, sent: number[]): SaidSpan[] => {
  const of = letters(n);
  const topic = {
    'messaging.system': 'kafka',
    'messaging.destination.name': `topic-${of}`,
  };
  const base = { trace: id, name: `op-${of}` };
  return [
    { ...base, id, service: `web-${of}`, kind: 'server' },
    { ...base, id: id + 1, parent: id, service: `web-${of}`, kind: 'client' },
    {
      ...base,
      id: id + 2,
      parent: id + 1,
      service: `pay-${of}`,
      kind: 'server',
    },
    {
      ...{ ...base, id: id + 3, parent: id + 2, service: `pay-${of}` },
      ...{ kind: 'producer', attributes: topic },
    },
    {
      ...{ ...base, trace: id + 4, id: id + 4, service: `mail-${of}` },
      ...{ kind: 'consumer', attributes: topic },
      links: sent.map(before => ({ trace: before, id: before + 3 })),
    },
  ];
};

describe('names, when they give way to others,', () => {
  it('are never those of somebody else', () => {
    const tiny = {
      ...defaultCallEngineLimits,
      ...{ nodesAtMost: 25, operationsAtMost: 30, namesWithin: 20_000 },
    };
    const suffix = (name: string) =>
      /^(other operations)?$/.test(name) ? '' : name.split('-').at(-1)!;
    let linked = 0;
    let named = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(40), { maxLength: 4 }), {
          minLength: 30,
          maxLength: 60,
          size: 'max',
        }),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (batches, drains) => {
          const { engine, take } = createEngine(tiny);
          const sent = new Map<number, number[]>();
          const check = () => {
            for (const part of engine.drain(1000).parts) {
              const { nodes, edges, journeys } = part;
              for (const { caller, callee, operation, evidence } of edges) {
                const ends = [nodes[caller].name, nodes[callee].name];
                const all = [...ends, operation].map(suffix).filter(Boolean);
                expect(new Set(all).size).toBeLessThanOrEqual(1);
                if (evidence === 'link') linked += 1;
                if (all.length === 3) named += 1;
              }
              for (const step of journeys?.steps ?? []) {
                const { callee, operation } = step;
                const before =
                  step.parent === undefined
                    ? step.caller!
                    : journeys!.steps[step.parent].callee;
                const all = [nodes[before].name, nodes[callee].name, operation]
                  .map(suffix)
                  .filter(Boolean);
                expect(new Set(all).size).toBeLessThanOrEqual(1);
              }
            }
          };
          batches.forEach((meetings, batch) => {
            const arrivedAt = begin + batch * 15_000;
            const spans = meetings.flatMap((n, at) => {
              const id = batch * 1000 + at * 100 + 10;
              const before = sent.get(n) ?? [];
              sent.set(n, [...before, id].slice(-5));
              return meeting(n, id, before);
            });
            take(saidRequest(spans), { id: batch, arrivedAt });
            engine.settle(arrivedAt);
            if (drains[batch]) check();
          });
          engine.settle(begin + 100 * 15_000);
          check();
        },
      ),
      { numRuns: 30 },
    );
    expect(linked).toBeGreaterThan(50);
    expect(named).toBeGreaterThan(500);
  });
});
