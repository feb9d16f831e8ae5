import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { TextFilter } from './TextFilter';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const user = () => userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
const field = () =>
  screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filter services' });

it('shows every key at once and tells the page after a pause', async () => {
  const onChange = jest.fn();
  render(<TextFilter label="Filter services" value="" onChange={onChange} />);
  await user().type(field(), 'ledger');
  expect(field()).toHaveValue('ledger');
  act(() => jest.advanceTimersByTime(200));
  expect(onChange.mock.calls).toEqual([['ledger']]);
});

/** A page whose value comes back late, like an answer over a slow network. */
const SlowPage = ({ lags }: { lags: number[] }) => {
  const [value, setValue] = useState('');
  const [turn, setTurn] = useState(0);
  const onChange = (text: string) => {
    setTurn(turn + 1);
    setTimeout(() => setValue(text), lags[turn % lags.length]);
  };
  return (
    <TextFilter label="Filter services" value={value} onChange={onChange} />
  );
};

it('never drops a key, even when the page’s echo comes late and out of order', async () => {
  render(<SlowPage lags={[3_000, 50, 1_000, 10]} />);
  const typist = userEvent.setup({
    delay: 260,
    advanceTimers: jest.advanceTimersByTime,
  });
  await typist.type(field(), 'payment ledger');
  expect(field()).toHaveValue('payment ledger');
  act(() => jest.advanceTimersByTime(10_000));
  expect(field()).toHaveValue('payment ledger');
});

it('takes over a value that comes from elsewhere, as Back does', async () => {
  const { rerender } = render(
    <TextFilter label="Filter services" value="cart" onChange={() => {}} />,
  );
  rerender(<TextFilter label="Filter services" value="" onChange={() => {}} />);
  expect(field()).toHaveValue('');
});

it('clears on Escape, says what was typed at once on Enter, and leaves the field', async () => {
  const onChange = jest.fn();
  const onLeave = jest.fn();
  render(
    <TextFilter
      label="Filter services"
      value=""
      onChange={onChange}
      onLeave={onLeave}
    />,
  );
  await user().type(field(), 'a{Enter}');
  await user().type(field(), 'b{Escape}');
  expect(onChange.mock.calls).toEqual([['a'], ['']]);
  expect(onLeave).toHaveBeenCalledTimes(2);
});
