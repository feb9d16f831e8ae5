import { problemWithTraceLink, traceLink } from './traceLink';

const id = '0af7651916cd43dd8448eb211c80319c';

describe('traceLink', () => {
  it.each([
    ['Jaeger', 'https://jaeger.example/trace/{traceId}'],
    [
      'Jaeger below a path',
      'http://ops.example/jaeger/trace/{traceId}?uiFind=x',
    ],
    [
      'Grafana Explore, encoded or not',
      'https://grafana.example/explore?schemaVersion=1&orgId=1&panes={"a":{"datasource":"tempo","queries":[{"refId":"A","queryType":"traceql","query":"{traceId}"}]}}',
    ],
    ['a place that wants it twice', 'https://x.example/{traceId}#{traceId}'],
  ])('leads to a trace in %s', (_, template) => {
    expect(problemWithTraceLink(template)).toBeUndefined();
    const link = traceLink(template, id)!;
    expect(link).toBe(template.split('{traceId}').join(id));
    expect(URL.canParse(link)).toBe(true);
  });

  it.each([
    ['https://jaeger.example/trace/', 'it must contain {traceId}'],
    [
      // eslint-disable-next-line no-script-url
      'javascript:alert("{traceId}")',
      'it must be an address that begins with http:// or https://',
    ],
    [
      'jaeger.example/trace/{traceId}',
      'it must be an address that begins with http:// or https://',
    ],
  ])('refuses %s', (template, problem) => {
    expect(problemWithTraceLink(template)).toBe(problem);
  });

  it.each(['', '../admin', 'x'.repeat(32), `${id}0`])(
    'leads nowhere for %j, which is no trace id',
    traceId => {
      expect(
        traceLink('https://jaeger.example/trace/{traceId}', traceId),
      ).toBeUndefined();
    },
  );
});
