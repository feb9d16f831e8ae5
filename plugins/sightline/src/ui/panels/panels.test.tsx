import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Problem } from '../../api';
import { EmptyPanel } from './EmptyPanel';
import { ProblemPanel } from './ProblemPanel';
import { StaleNote } from './StaleNote';

const down = new Problem('unavailable', 'Sightline’s backend does not answer.');

it('an empty page says what to do next, with the config to add', () => {
  render(
    <EmptyPanel title="Nothing is watched yet" config="sightline: {}">
      Add a source:
    </EmptyPanel>,
  );
  expect(screen.getByRole('heading')).toHaveTextContent(
    'Nothing is watched yet',
  );
  expect(screen.getByText('sightline: {}')).toBeVisible();
});

it('a failure is announced, in words, and can be tried again', async () => {
  const retry = jest.fn();
  render(<ProblemPanel problem={down} what="the fleet" onRetry={retry} />);
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Not reachable: the fleet',
  );
  expect(screen.getByRole('alert')).toHaveTextContent('does not answer');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

it('forbidden says who can change it, and offers no retry that cannot help', () => {
  render(
    <ProblemPanel
      problem={new Problem('forbidden', 'You may not see this.')}
      what="the fleet"
      onRetry={() => {}}
    />,
  );
  expect(screen.getByRole('status')).toHaveTextContent('permission policy');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('stale says how old what stands there is', () => {
  render(
    <StaleNote
      problem={down}
      since={Date.now() - 120_000}
      onRetry={() => {}}
    />,
  );
  expect(screen.getByRole('status')).toHaveTextContent(
    'You see what was known 2 min ago.',
  );
});
