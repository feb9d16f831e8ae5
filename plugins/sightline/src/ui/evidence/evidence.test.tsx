import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  unknown,
  unknownReasons,
} from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from './EvidencePopover';
import { UnknownNote } from './UnknownNote';

const seen = (ago: number, validFor: number) => ({
  source: 'prometheus',
  observedAt: new Date(Date.now() - ago).toISOString(),
  validFor,
});

it('shows the age at once, and source and validity when asked by keyboard', async () => {
  render(<EvidencePopover evidence={seen(180_000, 600_000)} of="owner" />);
  await userEvent.tab();
  expect(screen.getByRole('button')).toHaveFocus();
  expect(screen.getByRole('button')).toHaveAccessibleName(
    'Evidence of owner: prometheus, 3 min ago',
  );
  await userEvent.keyboard('{Enter}');
  const note = await screen.findByRole('dialog');
  expect(note).toHaveTextContent('Sourceprometheus');
  expect(note).toHaveTextContent('Valid for10 min');
  expect(note).toHaveTextContent('fresh');
});

it('closes on Escape and gives the focus back', async () => {
  render(<EvidencePopover evidence={seen(0, 600_000)} of="owner" />);
  const button = screen.getByRole('button');
  await userEvent.click(button);
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(button).toHaveFocus();
});

it('marks what is older than it may be, in a word', () => {
  render(<EvidencePopover evidence={seen(180_000, 60_000)} of="owner" />);
  expect(screen.getByRole('button')).toHaveTextContent('3 min ago · stale');
});

it.each(unknownReasons)(
  'explains "%s" and says what to do about it',
  async reason => {
    render(<UnknownNote unknown={unknown(reason)} of="On call" />);
    const button = screen.getByRole('button', {
      name: /^On call is unknown: /,
    });
    expect(button).not.toHaveTextContent(/^$/);
    await userEvent.click(button);
    expect(
      (await screen.findByRole('dialog')).textContent!.length,
    ).toBeGreaterThan(40);
  },
);

it('lets the backend’s own advice win over the general one', async () => {
  render(<UnknownNote unknown={unknown('no-data', 'Add a label.')} of="SLO" />);
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('Add a label.')).toBeInTheDocument();
});
