import { toIso, unknown } from '@sightline/backstage-plugin-sightline-common';
import { NOON } from '../../../__testUtils__/harbour';
import {
  harbourBlast,
  harbourSuspects,
} from '../../../__testUtils__/harbourImpact';
import { harbourNight } from '../../../__testUtils__/harbourNight';
import { harbourOnCall } from '../../../__testUtils__/harbourOnCall';
import { harbourServiceObjectives } from '../../../__testUtils__/harbourServiceObjectives';
import { harbourServiceWorkloads } from '../../../__testUtils__/harbourServiceWorkloads';
import { briefText } from './briefText';
import { BriefAnswers, composeBrief } from './composeBrief';

const service = 'component:default/shipping';
const objectives = harbourServiceObjectives().getServiceObjectives!(service);
const workloads = harbourServiceWorkloads().getServiceWorkloads!(service);

const answers = (of: Partial<BriefAnswers> = {}): BriefAnswers => ({
  onCall: { value: harbourOnCall() },
  teams: { value: harbourNight().getOnCall() },
  objectives: { value: objectives },
  workloads: { value: workloads },
  suspects: { value: harbourSuspects(service) },
  blast: { value: harbourBlast(service) },
  ...of,
});

const compose = (of?: Partial<BriefAnswers>) => composeBrief(answers(of), NOON);

it('names the one to be told of each that is hit, where somebody keeps it', () => {
  const { hit } = compose();
  const told =
    hit.state === 'known' &&
    hit.value.affected.map(({ party, onCall }) => [
      party.owner?.name,
      onCall?.headline,
    ]);
  expect(told).toContainEqual([
    'checkout',
    'Samuel Adeyemi is on call until Mon 09:00 Europe/London',
  ]);
  expect(told).not.toContainEqual(['logistics', expect.anything()]);
});

it('still says who is hit where nobody can tell who is on call', () => {
  const { hit } = compose({ teams: unknown('not-permitted') });
  expect(hit).toMatchObject({ state: 'known' });
});

it('leaves out of what burns only what is known to be met', () => {
  const { burning } = compose();
  const states =
    burning.state === 'known' && burning.value.map(({ state }) => state);
  expect(states).not.toContain('met');
  const stale = objectives.objectives.map(one => ({
    ...{ ...one, state: 'met' as const, stale: true },
  }));
  expect(
    compose({ objectives: { value: { ...objectives, objectives: stale } } })
      .burning,
  ).toMatchObject({
    state: 'known',
    value: stale.map(() => ({ state: 'unknown' })),
  });
});

it('tells changes of two hours', () => {
  const { changes, since } = compose();
  expect(since).toBe(toIso(NOON - 2 * 3_600_000));
  expect(
    changes.state === 'known' && changes.value.every(({ at }) => at >= since),
  ).toBe(true);
});

it('does not take for calm what could not be seen', () => {
  const away = {
    ...workloads,
    deploys: [],
    gaps: [{ cluster: 'harbour-ap1', words: 'It does not answer' }],
  };
  expect(compose({ workloads: { value: away } }).changes).toEqual(
    unknown(
      'source-unavailable',
      'Nothing was seen, and harbour-ap1 not at all: It does not answer',
    ),
  );
  const none = { ...objectives, objectives: [], advice: 'Add one' };
  expect(compose({ objectives: { value: none } }).burning).toEqual(
    unknown('not-configured', 'Add one'),
  );
});

it('keeps the reason of what is not known', () => {
  const why = unknown('source-unavailable', 'No.');
  expect(compose({ blast: why, suspects: why })).toMatchObject({
    ...{ hit: why, suspects: why, onCall: { state: 'known' } },
  });
});

it('becomes text that needs no link', () => {
  const text = briefText({
    match: { title: 'Shipping', tier: 'T1' },
    brief: compose({ blast: unknown('no-data', 'It sends no traces') }),
  });
  const lines = text.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'Shipping, T1, no owner (as of 2026-11-21T12:00:00.000Z)',
    'On call:',
    '- Ana Marković is on call until 18:00 UTC',
    'Runbook: none',
  ]);
  expect(lines.at(-1)).toBe('Who is hit: unknown, It sends no traces');
});
