import {
  burning,
  findings,
  notTold,
  rollout,
  told,
} from '../__testUtils__/findings';
import { asText } from './asText';
import { judge } from './judge';

describe('the answer as text', () => {
  it('has the answer first, and a line for every reason with its age', () => {
    const answer = judge(
      findings({
        objectives: told([burning()]),
        rollouts: notTold('not-configured', false),
      }),
    );
    expect(asText(answer).split('\n')).toEqual([
      'no: Do not deploy Payments 12 to production. Requests succeed: Burns 15× too fast for 50 minutes.',
      '- no       budget        Requests succeed: Burns 15× too fast for 50 minutes [slo:prometheus:main, 2 minutes old] https://portal.example/catalog/default/component/payments/slo?objective=availability',
      '- yes      freeze        No freeze holds; Weekends begins in 2 days, Fri 2026-11-20 16:00 (Europe/Berlin) [app-config, under a minute old]',
      '- yes      contracts     It is verified [pact:main, 2 minutes old] https://portal.example/catalog/default/component/payments/contracts',
      '- yes      dependencies  The one service it waits for does not page [otlp, 2 minutes old] https://portal.example/catalog/default/component/payments/calls',
      '- (aside)  rollout       It is not-configured',
      '',
    ]);
  });

  it('keeps names from beginning a line or moving a cursor', () => {
    const text = asText(
      judge(
        findings({
          rollouts: told([rollout('stuck', 'eu\n- yes\u001b[2K\r\u2028x')]),
        }),
      ),
    );
    expect(text.split('\n')[1]).toContain(
      'rollout       eu - yes [2K x: It is',
    );
    expect(text.split('\n')).toHaveLength(7);
  });
});
