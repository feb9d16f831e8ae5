import fc from 'fast-check';
import { weekends } from '../__testUtils__/freezes';
import {
  answerOf,
  audit,
  burning,
  findings,
  freezes,
  needed,
  notTold,
  NOW,
  objective,
  reasonsOf,
  ref,
  rollout,
  seen,
  told,
  verdict,
} from '../__testUtils__/findings';
import { judge } from './judge';
import { Findings } from './Told';

const HOUR = 3_600_000;

describe('when all is well', () => {
  it('is safe, and every reason has its evidence', () => {
    expect(judge(findings())).toEqual({
      ...{ service: ref('payments'), version: '12', versionFrom: 'asked' },
      ...{ environment: 'production', answer: 'yes' },
      words: 'Nothing speaks against deploying Payments 12 to production',
      askedAt: '2026-11-18T12:00:00.000Z',
      reasons: [
        {
          ...{ about: 'freeze', answer: 'yes', weighs: true },
          words:
            'No freeze holds; Weekends begins in 2 days, Fri 2026-11-20 16:00 (Europe/Berlin)',
          evidence: {
            ...{ source: 'app-config', validFor: 60_000 },
            observedAt: '2026-11-18T12:00:00.000Z',
          },
        },
        {
          ...{ about: 'contracts', answer: 'yes', weighs: true },
          words: 'It is verified',
          url: 'https://portal.example/catalog/default/component/payments/contracts',
          evidence: seen('pact:main'),
        },
        {
          ...{ about: 'budget', answer: 'yes', weighs: true },
          words: 'Requests succeed: 71 % of the budget is left',
          url: 'https://portal.example/catalog/default/component/payments/slo?objective=availability',
          evidence: seen('slo:prometheus:main'),
        },
        {
          ...{ about: 'rollout', answer: 'yes', weighs: true },
          words: 'Nothing is being rolled out in harbour-eu1',
          url: 'https://portal.example/catalog/default/component/payments/workloads',
          evidence: seen('kubernetes:harbour-eu1', 1),
        },
        {
          ...{ about: 'dependencies', answer: 'yes', weighs: true },
          words: 'The one service it waits for does not page',
          url: 'https://portal.example/catalog/default/component/payments/calls',
          evidence: seen('otlp'),
        },
      ],
    });
  });

  it('says of a version that nobody named where it comes from', () => {
    expect(judge(findings({ versionFrom: 'contracts' }))).toMatchObject({
      words:
        'Nothing speaks against deploying Payments 12 (the newest known) to production',
      versionFrom: 'contracts',
    });
  });
});

describe('what nobody has set up', () => {
  const none: Partial<Findings> = {
    contracts: notTold('not-configured', false),
    objectives: notTold('not-configured', false),
    rollouts: notTold('not-configured', false),
    needs: notTold('not-configured', false),
    freezes: notTold('not-configured', false),
  };

  it('is told, and holds nobody back', () => {
    const { rollouts, contracts } = none;
    const answer = judge(findings({ rollouts, contracts }));
    expect([answer.answer, answer.words]).toEqual([
      'yes',
      'Nothing speaks against deploying Payments 12 to production; not looked at: contracts, rollouts',
    ]);
    expect(answer.reasons.slice(-2)).toEqual([
      {
        ...{ about: 'contracts', answer: 'unknown', weighs: false },
        ...{ unknown: 'not-configured', words: 'It is not-configured' },
      },
      {
        ...{ about: 'rollout', answer: 'unknown', weighs: false },
        ...{ unknown: 'not-configured', words: 'It is not-configured' },
      },
    ]);
  });

  it.each(['too-few-events', 'not-configured'] as const)(
    'and an objective that is %s are alike',
    reason => {
      const unmeasured = objective({
        ...{ state: 'unknown', unknown: { state: 'unknown', reason } },
      });
      const { answer, words } = judge(
        findings({ objectives: told([unmeasured]) }),
      );
      expect([answer, words]).toEqual([
        'yes',
        'Nothing speaks against deploying Payments 12 to production; not looked at: error budgets',
      ]);
    },
  );

  it('is no yes when it is everything', () => {
    expect(judge(findings(none))).toMatchObject({
      answer: 'unknown',
      words:
        'Whether Payments 12 may go to production is not known: nothing that would tell is set up',
    });
  });
});

describe('the answer', () => {
  it('names the first of those that decide, and how many more there are', () => {
    expect(
      judge(
        findings({
          freezes: freezes(audit),
          objectives: told([burning()]),
          rollouts: notTold('source-unavailable', true),
        }),
      ).words,
    ).toBe(
      'Do not deploy Payments 12 to production. Frozen until Tue 2026-12-01 06:00 (UTC) by Audit: accounts are being closed. And 1 more.',
    );
    expect(
      judge(findings({ rollouts: notTold('source-unavailable', true) })).words,
    ).toBe(
      'Whether Payments 12 may go to production is not known. It is source-unavailable.',
    );
  });

  it('counts what is told too often to list', () => {
    const kinds = Array.from({ length: 14 }, () => 'failed' as const);
    const reasons = reasonsOf({ contracts: told([verdict('no', ...kinds)]) });
    const failed = reasons.filter(one => one.startsWith('no contracts'));
    expect([failed.length, failed[9]]).toEqual([
      10,
      'no contracts: It is failed; and 4 more like this',
    ]);
  });

  it('ends a sentence once, whether its reason is one already or not', () => {
    const words = 'Ledger was not asked. It may know.';
    const failed = told([verdict('no', 'failed')]);
    failed.value[0].reasons = Array.from({ length: 12 }, () => ({
      ...{ kind: 'failed' as const, words },
    }));
    expect([
      judge(findings({ contracts: failed })).words,
      reasonsOf({ contracts: failed })[9],
      judge(
        findings({ rollouts: { ...notTold('no-data', true), detail: words } }),
      ).words,
    ]).toEqual([
      `Do not deploy Payments 12 to production. ${words} And 9 more.`,
      'no contracts: Ledger was not asked. It may know; and 2 more like this',
      `Whether Payments 12 may go to production is not known. ${words}`,
    ]);
  });

  const contracts = fc.constantFrom<Findings['contracts']>(
    told([verdict('yes', 'verified')]),
    told([verdict('no', 'failed', 'broker-unavailable')]),
    told([verdict('unknown', 'no-result')]),
    notTold('source-unavailable', true),
    notTold('not-configured', false),
  );
  const objectives = fc.constantFrom<Findings['objectives']>(
    told([objective()]),
    told([burning(), objective({ state: 'exhausted' })]),
    told([{ ...objective(), stale: true }]),
    notTold('source-unavailable', true),
    notTold('not-configured', false),
  );
  const rollouts = fc.constantFrom<Findings['rollouts']>(
    told([rollout('complete')]),
    told([rollout('stuck'), rollout('complete')]),
    told([rollout('unknown')]),
    notTold('source-unavailable', true),
    notTold('no-data', false),
  );
  const needs = fc.constantFrom<Findings['needs']>(
    told({ evidence: seen('otlp'), needed: [needed('ledger')] }),
    told({
      evidence: seen('otlp'),
      needed: [needed('ledger', { objectives: [burning('ledger')] })],
    }),
    notTold('source-unavailable', true),
    notTold('not-configured', false),
  );
  const held = fc.constantFrom<Findings['freezes']>(
    freezes(weekends),
    freezes(audit),
    notTold('source-unavailable', true),
    notTold('not-configured', false),
  );
  const any = fc.record({
    ...{ contracts, objectives, rollouts, needs, freezes: held },
  });

  it('is no when anything says no, never yes while anything that weighs is unknown, and tells of everything', () => {
    fc.assert(
      fc.property(any, more => {
        const { answer, reasons, words } = judge(findings(more));
        const weighing = reasons.filter(({ weighs }) => weighs);
        const says = (one: string) =>
          weighing.some(reason => reason.answer === one);
        const expected = [
          ...(says('no') ? ['no'] : []),
          ...(says('unknown') ? ['unknown'] : []),
          ...(says('yes') ? ['yes'] : []),
          'unknown',
        ][0];
        expect(answer).toBe(expected);
        expect(new Set(reasons.map(({ about }) => about)).size).toBe(5);
        expect(words).not.toMatch(/undefined|\[object/);
        for (const reason of reasons) {
          expect(reason.words.length).toBeGreaterThan(0);
          // Whatever is said of the world, somebody said it at some time.
          expect(
            reason.evidence !== undefined || reason.unknown !== undefined,
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never yes once something could not be found out', () => {
    const lost = fc.constantFrom(
      ...(['contracts', 'objectives', 'rollouts', 'needs', 'freezes'] as const),
    );
    fc.assert(
      fc.property(any, lost, (more, part) => {
        const failed = notTold('source-unavailable', true);
        expect(answerOf({ ...more, [part]: failed })).not.toBe('yes');
      }),
    );
  });

  it('says when the weekend is over', () => {
    const { words } = judge({
      ...findings(),
      now: NOW + 3 * 24 * HOUR,
    });
    expect(words).toContain(
      'Frozen until Mon 2026-11-23 08:00 (Europe/Berlin) by Weekends: nobody is there to watch',
    );
  });
});
