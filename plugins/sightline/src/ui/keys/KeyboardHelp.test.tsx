import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { KeyboardHelp, gridKeyMeanings } from './KeyboardHelp';

it('opens with ? and lists the keys', async () => {
  render(<KeyboardHelp keys={gridKeyMeanings} />);
  await userEvent.keyboard('?');
  expect(
    await screen.findByRole('dialog', { name: 'Keyboard' }),
  ).toHaveTextContent('go to the filter');
});

it('stays closed while somebody types a question mark', async () => {
  render(
    <>
      <input aria-label="field" />
      <KeyboardHelp keys={gridKeyMeanings} />
    </>,
  );
  await userEvent.type(screen.getByLabelText('field'), 'why?');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByLabelText('field')).toHaveValue('why?');
});
