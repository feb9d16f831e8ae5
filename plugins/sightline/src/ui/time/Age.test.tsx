import { act, render, screen } from '@testing-library/react';
import { Age } from './Age';
import { moment } from './words';

const noon = Date.parse('2026-11-21T12:00:00.000Z');
const before = (millis: number) => new Date(noon - millis).toISOString();

beforeEach(() => jest.useFakeTimers({ now: noon }));
afterEach(() => jest.useRealTimers());

it('says how long ago, and when exactly on hover, in the reader’s zone', () => {
  render(<Age at={before(180_000)} />);
  expect(screen.getByText('3 min ago')).toHaveAttribute(
    'title',
    moment(noon - 180_000),
  );
});

it('leaves out "ago" where the column says what is meant', () => {
  render(<Age at={before(180_000)} short />);
  expect(screen.getByText('3 min')).toBeInTheDocument();
});

it('grows older by itself', () => {
  render(<Age at={before(55_000)} />);
  expect(screen.getByText('55 s ago')).toBeInTheDocument();
  act(() => jest.advanceTimersByTime(10_000));
  expect(screen.getByText('1 min ago')).toBeInTheDocument();
});

it('has one timer for all ages on the page, and none when the last has gone', () => {
  const { unmount } = render(
    <>
      <Age at={before(0)} />
      <Age at={before(60_000)} />
      <Age at={before(120_000)} />
    </>,
  );
  expect(jest.getTimerCount()).toBe(1);
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});

it('does not make up an age for what is no time', () => {
  render(<Age at="yesterday" />);
  expect(screen.getByText('unknown time')).toBeInTheDocument();
});
