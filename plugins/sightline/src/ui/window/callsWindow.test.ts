import { formatCallsView, parseCallsView } from './callsWindow';

const read = (text: string) => parseCallsView(new URLSearchParams(text));

it.each([
  ['', { minutes: 60 }],
  ['minutes=1440', { minutes: 1_440 }],
  ['minutes=90&environment=staging', { minutes: 90, environment: 'staging' }],
  ['minutes=0', { minutes: 60 }],
  ['minutes=99999999', { minutes: 60 }],
  ['minutes=soon&environment=', { minutes: 60 }],
])('reads "%s" from a URL as %j', (text, view) =>
  expect(read(text)).toEqual(view),
);

it('writes the shortest form, and leaves the parameters of others', () => {
  const others = new URLSearchParams('open=blast&minutes=15&environment=a');
  expect(formatCallsView({ minutes: 60 }, others).toString()).toBe(
    'open=blast',
  );
  expect(
    formatCallsView(
      { minutes: 360, environment: 'production' },
      others,
    ).toString(),
  ).toBe('open=blast&minutes=360&environment=production');
});
