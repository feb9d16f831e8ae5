import { render, screen } from '@testing-library/react';
import { NOON } from '../../__testUtils__/harbour';
import { harbourRows } from '../../__testUtils__/harbourSlos';
import { BudgetEnd } from './BudgetEnd';
import { BurnRate } from './BurnRate';
import { BurnWindows } from './BurnWindows';
import { ObjectiveBadge } from './ObjectiveBadge';

const rows = harbourRows(NOON);
const of = (service: string) => rows.find(row => row.service.name === service)!;

const shapeIn = (container: HTMLElement) =>
  container.querySelector('[data-shape]')?.getAttribute('data-shape');

it.each([
  ['payments', 'page', 'bad'],
  ['orders', 'ticket', 'warn'],
  ['returns', 'exhausted', 'bad'],
  ['warehouse', 'unknown', 'idle'],
  ['pricing', 'met', 'ok'],
])('%s is drawn as "%s", in shape and word', (service, word, shape) => {
  const { container } = render(<ObjectiveBadge of={of(service)} />);
  expect(screen.getByText(word)).toBeVisible();
  expect(shapeIn(container)).toBe(shape);
});

it('is never green for what was met when somebody last could tell', () => {
  const { container } = render(<ObjectiveBadge of={of('ledger')} />);
  expect(screen.getByText('met, stale')).toBeVisible();
  expect(shapeIn(container)).toBe('idle');
});

it('tells the pair of windows that burns fastest, which it is, and what it means', () => {
  render(<BurnRate burns={of('payments').burns} />);
  expect(
    screen.getByTitle(
      '15× over 1 h and 18× over 5 min; both above 14.4× is a page',
    ),
  ).toHaveTextContent('15×1 h');
});

it('leaves a dash where no burn rate is known', () => {
  render(<BurnRate burns={[]} />);
  expect(screen.getByTitle('How fast it burns is unknown')).toHaveTextContent(
    '–',
  );
});

it.each([
  ['orders', 'spent'],
  ['warehouse', '–'],
])('the budget of %s ends: %s', (service, words) => {
  const { container } = render(<BudgetEnd of={of(service)} />);
  expect(container).toHaveTextContent(words);
});

it('says how long a budget will last, or that it lasts', () => {
  const now = Date.now();
  const row = harbourRows(now).find(one => one.service.name === 'payments')!;
  const { container } = render(<BudgetEnd of={row} />);
  expect(container).toHaveTextContent('in 2.4 d');
  const { container: other } = render(
    <BudgetEnd of={{ budget: row.budget, forecast: { burn: 0.1 } }} />,
  );
  expect(other).toHaveTextContent('lasts');
});

it('lists every pair of windows, and which of them fires', () => {
  render(<BurnWindows burns={of('payments').burns} />);
  const [, first, second] = screen.getAllByRole('row');
  expect(first).toHaveTextContent('page15× 1 h18× 5 min14.4×fires');
  expect(second).toHaveTextContent('page3× 6 h17× 30 min6×no');
});
