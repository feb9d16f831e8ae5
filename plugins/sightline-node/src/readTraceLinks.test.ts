import { ConfigReader } from '@backstage/config';
import { readTraceLinks } from './readTraceLinks';

const read = (traces?: object) =>
  readTraceLinks(new ConfigReader(traces ? { sightline: { traces } } : {}));

const link = 'https://grafana.example/explore?trace={traceId}';
const ownLink = 'https://jaeger.example/trace/{traceId}';

describe('readTraceLinks', () => {
  it('knows no address when nobody gave one', () => {
    expect(read().linkTo('abc')).toBeUndefined();
    expect(read({ backends: [{ id: 'old' }] }).linkTo('abc')).toBeUndefined();
  });

  it('needs no back-end to link to', () => {
    expect(read({ link }).linkTo('abc', 'otlp')).toBe(
      'https://grafana.example/explore?trace=abc',
    );
  });

  it('prefers the address of the back-end that has the trace', () => {
    const links = read({ link, backends: [{ id: 'old', link: ownLink }] });
    expect(links.linkTo('abc', 'traces:old')).toBe(
      'https://jaeger.example/trace/abc',
    );
    expect(links.linkTo('abc', 'traces:new')).toBe(
      'https://grafana.example/explore?trace=abc',
    );
    expect(links.linkTo('../x')).toBeUndefined();
  });

  it('says which address is none', () => {
    expect(() => read({ link: 'jaeger' })).toThrow(
      "sightline.traces.link is 'jaeger': it must contain {traceId}",
    );
    expect(() =>
      read({ backends: [{ id: 'old', link: 'ftp://x/{traceId}' }] }),
    ).toThrow('sightline.traces.backends[0].link');
  });
});
