import * as fc from 'fast-check';
import { expanded, rebased, rootOf } from './links';

const base = 'https://tools.example/pact';

describe('a link of a broker', () => {
  it.each([
    // its root, its link, what is asked
    ['', 'http://broker:9292/integrations?page=2', '/integrations?page=2'],
    ['', 'http://broker:9292//integrations', '/integrations'],
    ['', '/environments', '/environments'],
    ['/pact', 'https://tools.example/pact/environments', '/environments'],
    ['/broker', 'http://inside/broker/pacts/latest', '/pacts/latest'],
    ['/broker', 'http://inside/brokers', '/brokers'],
    ['', 'http://broker/pacticipants/team%2Fx', '/pacticipants/team%2Fx'],
    ['', '//evil.example/collect', '/collect'],
    ['', 'http://me:pw@evil.example/collect', '/collect'],
    ['', 'http://broker/../../admin', '/admin'],
    ['', 'http://broker', '/'],
    [undefined, 'https://tools.example/pact/webhooks', '/webhooks'],
    [undefined, 'http://broker/webhooks', '/webhooks'],
  ])(
    'below %j, %s is asked for at the configured address',
    (root, link, path) => {
      expect(rebased(link, { base, ...(root !== undefined && { root }) })).toBe(
        `${base}${path}`,
      );
    },
  );

  it.each(['data:text/plain,x', 'mailto:a@b.example', 'http://['])(
    'is nothing to ask for when it is %s',
    link => {
      expect(rebased(link, { base })).toBeUndefined();
    },
  );

  it('never leads out of the configured address', () => {
    const word = fc.string({ maxLength: 8 });
    const urls = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc
        .array(fc.oneof(word, fc.constantFrom('..', '%2e%2e', '//', '\\')))
        .map(parts => parts.join('/')),
    );
    fc.assert(
      fc.property(urls, fc.option(word, { nil: undefined }), (link, root) => {
        const asked = rebased(link, { base, ...(root && { root }) });
        if (asked === undefined) return;
        expect(new URL(asked)).toMatchObject({
          ...{ origin: 'https://tools.example', username: '', password: '' },
          pathname: expect.stringMatching(/^\/pact(\/|$)/),
        });
      }),
    );
  });
});

describe('the root of a broker', () => {
  it.each([
    ['http://broker:9292', ''],
    ['http://broker:9292/', ''],
    ['https://tools.example/broker/', '/broker'],
    ['/', ''],
  ])('of an index at %s is %j', (self, root) => {
    expect(rootOf(self, base)).toBe(root);
  });
});

describe('a template', () => {
  it('is filled with values as they have to be written', () => {
    expect(
      expanded('/can-i-deploy?pacticipant={p}&version={v}', {
        ...{ p: 'team/💳 {v}', v: '1.0+7&x' },
      }),
    ).toBe(
      '/can-i-deploy?pacticipant=team%2F%F0%9F%92%B3%20%7Bv%7D&version=1.0%2B7%26x',
    );
    expect(expanded('/{p}', { p: 'half \ud83d' })).toBe('/half%20%EF%BF%BD');
  });

  it('is none when it asks for what nobody has', () => {
    expect(expanded('/{uuid}', { name: 'x' })).toBeUndefined();
    expect(expanded('/{constructor}', {})).toBeUndefined();
  });
});
