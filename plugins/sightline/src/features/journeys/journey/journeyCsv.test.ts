import { NOON } from '../../../__testUtils__/harbour';
import { journeyOf } from '../../../__testUtils__/journeyOf';
import { call } from '../../../__testUtils__/journeyPlan';
import { journeyCsv } from './journeyCsv';

it('writes one line a hop, with figures as they came', () => {
  const journey = journeyOf({
    id: 'small',
    perSecond: 1,
    now: NOON,
    plan: call(
      'edge-gateway',
      'GET /a',
      [100, 200, 0.01],
      [call('sessions', '=cmd()', [40, 80, 0], [], { share: 0.5, times: 2 })],
    ),
  });
  const [head, root, hop, end] = journeyCsv(journey).split('\r\n');
  expect(head).toBe(
    'hop,parent,depth,callee,entity,kind,operation,protocol,mode,share,times,' +
      'calls,errors,errorRatio,p50Ms,p95Ms,critical,budgetMs,acrossTopic,trace',
  );
  expect(root).toMatch(
    /^h,,0,edge-gateway,component:default\/edge-gateway,service,GET \/a,http,sync,1,1,3600,36,0.01,100,200,0.6,60,false,[0-9a-f]{32}$/,
  );
  expect(hop).toMatch(
    /^h\.1,h,1,sessions,.*,"'=cmd\(\)",http,sync,0.5,2,3600,0,0,/,
  );
  expect(end).toBe('');
});
