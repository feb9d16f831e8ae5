import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SuggestField } from './SuggestField';

const suggestions = [
  { value: '9.3.2', note: 'main, production' },
  { value: '9.4.0', note: 'stock-v2' },
  { value: '9.3.1', note: 'production' },
];

const submitted: string[] = [];

const Form = () => {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        submitted.push(text);
      }}
    >
      <SuggestField
        label="Version"
        value={text}
        onChange={setText}
        onPick={({ value }) => setText(value)}
        suggestions={suggestions}
      />
    </form>
  );
};

const field = () => screen.getByRole('combobox', { name: 'Version' });
const options = () =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent);

beforeEach(() => submitted.splice(0));

it('suggests all when somebody comes, and what fits as they type, by the note too', async () => {
  render(<Form />);
  expect(options()).toEqual([]);
  await userEvent.click(field());
  expect(options()).toHaveLength(3);
  await userEvent.type(field(), 'stock');
  expect(options()).toEqual(['9.4.0stock-v2']);
});

it('moves round by arrows, takes by Enter, and only then lets Enter submit', async () => {
  render(<Form />);
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowUp}');
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent(
    '9.3.1',
  );
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(field()).toHaveValue('9.4.0');
  expect(submitted).toEqual([]);
  expect(options()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(submitted).toEqual(['9.4.0']);
});

it('takes what is pressed, and shows all others beside what is taken', async () => {
  render(<Form />);
  await userEvent.click(field());
  await userEvent.click(screen.getByRole('option', { name: /9\.3\.1/ }));
  expect(field()).toHaveValue('9.3.1');
  await userEvent.keyboard('{ArrowDown}');
  expect(options()).toHaveLength(3);
});

it('keeps what nobody has suggested', async () => {
  render(<Form />);
  await userEvent.type(field(), 'my-branch{Enter}');
  expect(options()).toEqual([]);
  expect(submitted).toEqual(['my-branch']);
});

it('closes on Escape without clearing, and when it is left', async () => {
  render(<Form />);
  await userEvent.type(field(), '9.3');
  await userEvent.keyboard('{Escape}');
  expect(options()).toEqual([]);
  expect(field()).toHaveValue('9.3');
  await userEvent.keyboard('{ArrowDown}');
  expect(options()).toHaveLength(2);
  await userEvent.tab();
  expect(options()).toEqual([]);
});
