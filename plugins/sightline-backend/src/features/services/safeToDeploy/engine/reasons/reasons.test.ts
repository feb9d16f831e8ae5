import { VerdictReason } from '@sightline/backstage-plugin-sightline-common';
import {
  answerOf,
  audit,
  burning,
  freezes,
  needed,
  objective,
  reasonsOf,
  rollout,
  seen,
  told,
  verdict,
} from '../../__testUtils__/findings';
import { Findings } from '../Told';

describe('one reason decides', () => {
  const stale = { ...burning(), stale: true };
  it.each<[string, Partial<Findings>, string, string]>([
    [
      'a freeze',
      { freezes: freezes(audit) },
      'no',
      'no freeze: Frozen until Tue 2026-12-01 06:00 (UTC) by Audit: accounts are being closed',
    ],
    [
      'an exception to it',
      { freezes: freezes({ ...audit, except: [{ tiers: ['T0'] }] }) },
      'yes',
      'yes freeze: Audit holds, but not for this',
    ],
    [
      'a failed pact, whatever else is unknown',
      {
        contracts: told([
          verdict('no', 'failed', 'no-result', 'disagrees-with-broker'),
        ]),
      },
      'no',
      'no contracts: It is failed',
    ],
    [
      'a pact nobody checked',
      { contracts: told([verdict('unknown', 'no-result', 'verified')]) },
      'unknown',
      'unknown contracts: It is no-result',
    ],
    [
      'a version that runs beside others and was not checked',
      { contracts: told([verdict('unknown', 'co-deployed-without-result')]) },
      'unknown',
      'unknown contracts: It is co-deployed-without-result',
    ],
    [
      'one of several brokers',
      {
        contracts: told([verdict('yes', 'verified'), verdict('no', 'failed')]),
      },
      'no',
      'no contracts: It is failed',
    ],
    [
      'what was left aside as asked does not',
      { contracts: told([verdict('yes', 'nothing-needed', 'ignored')]) },
      'yes',
      'yes contracts: It is nothing-needed',
    ],
    [
      'a budget that burns',
      { objectives: told([burning(), objective()]) },
      'no',
      'no budget: Requests succeed: Burns 15× too fast for 50 minutes',
    ],
    [
      'a spent budget',
      {
        objectives: told([
          objective({
            ...{ state: 'exhausted', remaining: -0.12 },
            words: 'The budget is overdrawn by 12 %',
          }),
        ]),
      },
      'no',
      'no budget: Requests succeed: The budget is overdrawn by 12 %',
    ],
    [
      'a spent budget that burns slowly',
      {
        objectives: told([
          objective({ state: 'ticket', remaining: 0, words: 'Spent' }),
        ]),
      },
      'no',
      'no budget: Requests succeed: Spent',
    ],
    [
      'a budget that burns slowly does not',
      {
        objectives: told([
          objective({ state: 'ticket', remaining: 0.3, words: 'Burns 1.2×' }),
          objective(),
        ]),
      },
      'yes',
      'yes budget: Requests succeed: Burns 1.2×; 1 more hold, too',
    ],
    [
      'a fire of which nothing was heard lately is none, and no calm either',
      { objectives: told([stale]) },
      'unknown',
      'unknown budget: Requests succeed: Burns 15× too fast for 50 minutes',
    ],
    [
      'an objective without data',
      {
        objectives: told([
          objective({
            ...{ state: 'unknown', words: 'Nothing is known of it' },
            unknown: { state: 'unknown', reason: 'no-data' },
          }),
        ]),
      },
      'unknown',
      'unknown budget: Requests succeed: Nothing is known of it',
    ],
    [
      'a rollout that is stuck',
      {
        rollouts: told([rollout('complete'), rollout('stuck', 'harbour-us1')]),
      },
      'no',
      'no rollout: harbour-us1: It is stuck',
    ],
    ...(['degraded', 'progressing', 'paused'] as const).map(
      (state): [string, Partial<Findings>, string, string] => [
        `a rollout that is ${state}`,
        { rollouts: told([rollout(state)]) },
        'no',
        `no rollout: harbour-eu1: It is ${state}`,
      ],
    ),
    [
      'a rollout nobody can tell',
      { rollouts: told([rollout('unknown')]) },
      'unknown',
      'unknown rollout: harbour-eu1: It is unknown',
    ],
    [
      'a cluster that was not seen lately, whatever it said',
      { rollouts: told([rollout('complete', 'harbour-eu1', 11)]) },
      'unknown',
      'unknown rollout: harbour-eu1 was not seen lately. Last known: It is complete',
    ],
    [
      'somebody it waits for who burns',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger', { objectives: [burning('ledger')] }),
            needed('fraud'),
          ],
        }),
      },
      'no',
      'no dependencies: ledger, which it waits for, pages now. Requests succeed: Burns 15× too fast for 50 minutes',
    ],
    [
      'the same, of whom nothing was heard lately',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger', {
              objectives: [{ ...burning('ledger'), stale: true }],
            }),
          ],
        }),
      },
      'unknown',
      'unknown dependencies: ledger, which it waits for, paged when it was last seen. Requests succeed: Burns 15× too fast for 50 minutes',
    ],
    [
      'the same, of whom the asker may see no more than the name',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger', {
              ...{ objectives: [burning('ledger')], mayRead: false },
            }),
          ],
        }),
      },
      'no',
      'no dependencies: ledger, which it waits for, pages now',
    ],
    [
      'somebody it waits for whom nobody can measure now',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger', { objectives: [objective({ stale: true })] }),
            needed('bank', {
              objectives: [
                objective(),
                objective({
                  ...{ state: 'unknown', words: 'Nothing is known of it' },
                  unknown: { state: 'unknown', reason: 'no-data' },
                }),
              ],
            }),
            needed('fraud'),
          ],
        }),
      },
      'unknown',
      'unknown dependencies: Whether ledger and bank, which it waits for, page is not known: what they promise could not be measured lately',
    ],
    [
      'somebody it waits for to whom too little happens to burn',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger', {
              objectives: [
                objective({
                  state: 'unknown',
                  unknown: { state: 'unknown', reason: 'too-few-events' },
                }),
              ],
            }),
          ],
        }),
      },
      'yes',
      'yes dependencies: The one service it waits for does not page',
    ],
    [
      'somebody it waits for of whom nothing is promised',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [needed('ledger'), needed('fraud', { objectives: [] })],
        }),
      },
      'yes',
      'yes dependencies: None of the 2 services it waits for pages; 1 of them has no objective',
    ],
    [
      'only such',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [needed('fraud', { objectives: [] })],
        }),
      },
      'yes',
      '(unknown) dependencies: No objective is stated for fraud, which it waits for',
    ],
    [
      'one further away does not while nobody between burns',
      {
        needs: told({
          evidence: seen('otlp'),
          needed: [
            needed('ledger'),
            needed('bank', { depth: 2, objectives: [burning('bank')] }),
          ],
        }),
      },
      'yes',
      'yes dependencies: The one service it waits for does not page. Further away bank (2 calls away) does',
    ],
    [
      'calls that were not reported lately',
      { needs: told({ evidence: seen('otlp', 11), needed: [] }) },
      'unknown',
      'unknown dependencies: No calls were reported lately, so whom it waits for is not known',
    ],
  ])('%s', (_title, more, answer, reason) => {
    expect(answerOf(more)).toBe(answer);
    expect(reasonsOf(more)).toContain(reason);
  });
});

describe('a reason of contracts', () => {
  it.each<[VerdictReason['kind'], string]>([
    ['failed', 'no'],
    ['no-result', 'unknown'],
    ['co-deployed-without-result', 'unknown'],
    ['not-deployed', 'unknown'],
    ['no-such-version', 'unknown'],
    ['broker-unavailable', 'unknown'],
    ['verified', 'yes'],
    ['nothing-needed', 'yes'],
    ['ignored', '(unknown)'],
    ['disagrees-with-broker', '(unknown)'],
  ])('that says %s says %s', (kind, says) => {
    const reasons = reasonsOf({ contracts: told([verdict('unknown', kind)]) });
    expect(reasons).toContain(`${says} contracts: It is ${kind}`);
  });
});
