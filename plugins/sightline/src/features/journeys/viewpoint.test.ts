import {
  allJourneys,
  formatViewpoint,
  isNarrowed,
  journeysQueryOf,
  linkTo,
  parseViewpoint,
  withJourney,
} from './viewpoint';

const read = (text: string) => parseViewpoint(new URLSearchParams(text));
const there = (text: string) => formatViewpoint(read(text)).toString();

it('is short where nothing is chosen', () => {
  expect(read('')).toEqual({
    ...allJourneys,
    journey: undefined,
    hop: undefined,
    service: undefined,
    environment: undefined,
    until: undefined,
  });
  expect(there('')).toBe('');
});

it.each([
  'journey=place-order&hop=1x2y3z&side=failures',
  'q=order&service=component%3Adefault%2Fpayments&environment=staging&minutes=1440&sort=errors',
  'until=2026-11-21T12%3A00%3A00.000Z&minutes=15',
  'critical=true&failing=true&stores=false&branches=closed&turned=4k5l6m&turned=1x2y3z',
])('holds the whole view: %s', text => {
  expect(new URLSearchParams(there(text)).toString().split('&').sort()).toEqual(
    text.split('&').sort(),
  );
});

it.each([
  ['minutes=0', 'minutes', 60],
  ['minutes=soon', 'minutes', 60],
  ['until=yesterday', 'until', undefined],
  ['sort=beauty', 'sort', 'rate'],
  ['side=back', 'side', 'order'],
  ['branches=some', 'branches', 'usual'],
] as const)(
  'leaves out what it does not understand: %s',
  (text, name, value) => {
    expect(read(text)[name]).toBe(value);
  },
);

it('leaves the parameters of others as they are', () => {
  const others = new URLSearchParams('theme=dark&q=old');
  expect(formatViewpoint({ ...allJourneys, q: 'new' }, others).toString()).toBe(
    'theme=dark&q=new',
  );
});

it('asks the backend only for what is chosen', () => {
  expect(journeysQueryOf(read('q=%20&minutes=15'))).toEqual({
    minutes: 15,
    limit: 200,
  });
  expect(
    journeysQueryOf(read('q=order&service=component:default/a&environment=x')),
  ).toEqual({
    minutes: 60,
    q: 'order',
    service: 'component:default/a',
    environment: 'x',
    limit: 200,
  });
});

it('shows another journey as it is usually seen, with the same filters', () => {
  const was = read('q=a&journey=one&hop=4k5l6m&turned=7p8q9r&critical=true');
  expect(formatViewpoint(withJourney(was, 'two')).toString()).toBe(
    'journey=two&q=a&critical=true',
  );
  expect(linkTo(was, undefined)).toBe('?q=a&critical=true');
});

it('knows whether the list is narrowed', () => {
  expect(
    [read(''), read('minutes=15'), read('q=a'), read('environment=x')].map(
      isNarrowed,
    ),
  ).toEqual([false, false, true, true]);
});
