import { testSourceContract } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { calendar, event, sent, sourceOf } from './__testUtils__/calendars';

const day = ['2026-11-22T00:00', '2026-11-23T00:00'] as const;

testSourceContract({
  name: 'ical',
  answer: () => sent(calendar(event('ana', day))),
  partialAnswer: sent(
    calendar(
      event('ana', day),
      event('ben', day, 'RRULE:FREQ=YEARLY;BYWEEKNO=20'),
    ),
  ),
  create: ({ url, secret }) => {
    const feed = `${url}/ical/${secret}/basic.ics`;
    return sourceOf(
      feed,
      {
        levels: [{ level: 1, url: feed, overrides: `${feed}?token=${secret}` }],
      },
      Date.now,
    );
  },
});
