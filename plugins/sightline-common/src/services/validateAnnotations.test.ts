import { validateAnnotations } from './validateAnnotations';

const problems = (annotations: Record<string, string>) =>
  validateAnnotations(annotations).map(({ words }) => words);

describe('validateAnnotations', () => {
  it('has nothing to say about what can be read', () => {
    expect(
      problems({
        'sightline.dev/tier': 'T0',
        'sightline.dev/data-classification': 'restricted',
        'sightline.dev/runbook': 'https://runbooks.harbour.example/payments',
        'sightline.dev/version': '1.42.0',
        'sightline.dev/timezone': 'Asia/Kathmandu',
        'sightline.dev/aliases': 'otel:payment-service, pact:Inventory Service',
        'sightline.dev/openslo': './slo/payments.yaml, ../slo/shared.YML',
        'backstage.io/kubernetes-id': 'anything',
      }),
    ).toEqual([]);
  });

  it.each([
    ['sightline.dev/tier', 'gold', 'one of T0, T1, T2, T3'],
    [
      'sightline.dev/data-classification',
      'secret',
      'one of public, internal, confidential, restricted',
    ],
    ['sightline.dev/runbook', 'wiki/payments', 'an http or https address'],
    ['sightline.dev/version', ' ', 'a text of 1 to 128 characters'],
    [
      'sightline.dev/timezone',
      'Mars/Olympus',
      'an IANA time zone, such as Europe/Berlin',
    ],
    [
      'sightline.dev/aliases',
      'jaeger:payments',
      'kind:name pairs separated by commas, kind being one of otel, kubernetes, pact, pagerduty',
    ],
    ...['/etc/slo.yaml', 'file:slo.yaml', './slo', 'a.yaml,'].map(
      value =>
        [
          'sightline.dev/openslo',
          value,
          'paths of YAML files separated by commas, relative to the file of the entity, such as ./objectives/payments.yaml',
        ] as [string, string, string],
    ),
  ])('names %s with value %s', (annotation, value, allowed) => {
    expect(problems({ [annotation]: value })).toEqual([
      `Annotation ${annotation} is '${value}'; it must be ${allowed}`,
    ]);
  });

  it('points at an annotation nobody reads, which is most likely misspelt', () => {
    expect(problems({ 'sightline.dev/teir': 'T0' })[0]).toMatch(
      /^Annotation sightline.dev\/teir is 'T0'; it must be left out, or be called one of sightline.dev\/tier/,
    );
  });
});
