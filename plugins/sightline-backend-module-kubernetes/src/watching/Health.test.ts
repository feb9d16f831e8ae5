import { Refusal } from '../client/KubeClient';
import { Health } from './Health';
import { resourceTypes } from './resourceTypes';

const typeOf = (name: string) =>
  resourceTypes.find(type => type.name === name)!;
const refusal = (why: Refusal['why']): Refusal => ({
  ...{ why, fault: { kind: 'server-error', words: 'it answered 500' } },
});

/** All types are well, and were heard of at 1000. */
const healthy = () => {
  const health = new Health(resourceTypes);
  for (const type of resourceTypes) {
    health.set(type, 'well');
    health.heard(type, 1000);
  }
  return health;
};

describe('whether a cluster was heard', () => {
  it.each<[string, (health: Health) => void, boolean]>([
    ['all is well', () => {}, true],
    [
      'a stream of workloads is silent for longer',
      health => health.heard(typeOf('daemonsets'), 999),
      false,
    ],
    [
      'a stream of pods breaks again and again',
      health => health.set(typeOf('pods'), refusal('passing')),
      false,
    ],
    [
      'workloads of a kind may not be seen at all',
      health => health.set(typeOf('statefulsets'), refusal('forbidden')),
      true,
    ],
    [
      'nobody installed some',
      health => health.set(typeOf('rollouts'), refusal('missing')),
      true,
    ],
    [
      'what stands beside workloads cannot be seen',
      health => health.set(typeOf('events'), refusal('passing')),
      true,
    ],
  ])('where %s', (_title, happens, isHeard) => {
    const health = healthy();
    happens(health);
    expect(health.isHeardSince(1000)).toBe(isHeard);
  });
});

describe('workloads of which nothing can be seen', () => {
  it('are named by their kinds, but for those nobody installed', () => {
    const health = healthy();
    expect(health.unseen).toEqual({});
    health.set(typeOf('rollouts'), refusal('missing'));
    health.set(typeOf('cronjobs'), refusal('passing'));
    health.set(typeOf('pods'), refusal('forbidden'));
    expect(health.unseen).toEqual({
      CronJob: 'cronjobs cannot be seen now: it answered 500',
    });
  });
});
