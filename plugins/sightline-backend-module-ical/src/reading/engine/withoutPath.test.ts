import { failed, ok } from '@sightline/backstage-plugin-sightline-node';
import { withoutPath } from './withoutPath';

const wordsOf = (words: string, url: string) =>
  withoutPath(failed({ kind: 'not-found', words }), url);

describe('an address in words', () => {
  it.each([
    [
      'https://cal.example/ical/s3cret/basic.ics',
      'cal.example answered 404 to GET /ical/s3cret/basic.ics',
      'cal.example answered 404 to GET /ical/…/…',
    ],
    [
      'https://cal.example/ical/s3cret/feed-4711',
      'cal.example answered 404 to GET /ical/s3cret/…',
      'cal.example answered 404 to GET /ical/…/…',
    ],
    [
      'https://cal.example/',
      'cal.example answered 404 to GET /',
      'cal.example answered 404 to GET /',
    ],
  ])('hides the path of %s', (url, words, hidden) => {
    expect(wordsOf(words, url)).toEqual(
      failed({ kind: 'not-found', words: hidden }),
    );
  });

  it('leaves answers as they are', () => {
    expect(withoutPath(ok('text'), 'https://cal.example/a')).toEqual(
      ok('text'),
    );
  });
});
