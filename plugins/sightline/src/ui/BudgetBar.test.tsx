import { render, screen } from '@testing-library/react';
import { unknown } from '@sightline/backstage-plugin-sightline-common';
import { BudgetBar } from './BudgetBar';
import { TierBadge } from './TierBadge';

it.each([
  [1, '100 % of the error budget left', 'none'],
  [0.71, '71 % of the error budget left', 'none'],
  [0.2, '20 % of the error budget left', 'warn'],
  [0, '0 % of the error budget left', 'bad'],
  [-0.14, 'error budget overspent by 14 %', 'bad'],
])('a budget of %d is said as "%s"', (left, words, shape) => {
  const { container } = render(<BudgetBar left={left} />);
  expect(screen.getByRole('img')).toHaveAccessibleName(words);
  const drawn =
    container.querySelector('[data-shape]')?.getAttribute('data-shape') ??
    'none';
  expect(drawn).toBe(shape);
});

it('shows the figure beside the bar, with a real minus', () => {
  render(<BudgetBar left={-0.14} />);
  expect(screen.getByText('−14 %')).toBeVisible();
});

it('says how many times over a budget was spent, and the whole figure on hover', () => {
  render(<BudgetBar left={-15.38} />);
  expect(screen.getByText('−15×')).toBeVisible();
  expect(screen.getByTitle('error budget overspent by 1538 %')).toBeVisible();
});

it('is not green when it was last known too long ago', () => {
  const { container } = render(<BudgetBar left={0.71} stale />);
  expect(screen.getByRole('img')).toHaveAccessibleName(
    '71 % of the error budget left when it was last known',
  );
  expect(container.querySelector('[data-shape=idle]')).toBeInTheDocument();
});

it('never draws an unknown budget as an empty or a full one', () => {
  render(<BudgetBar left={unknown('too-few-events')} />);
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.getByRole('button')).toHaveAccessibleName(
    'Error budget is unknown: few events',
  );
});

it('says that a tier is not set instead of leaving a hole', () => {
  render(<TierBadge />);
  expect(screen.getByText('not set')).toBeVisible();
});
