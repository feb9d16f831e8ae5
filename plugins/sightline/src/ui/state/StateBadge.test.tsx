import { render, screen } from '@testing-library/react';
import { StateBadge } from './StateBadge';
import { StateKind, stateColours } from './palette';

const shapeOf = (kind: StateKind) => {
  const { container, unmount } = render(<StateBadge kind={kind} word="x" />);
  const drawing = container.querySelector('svg')!.innerHTML;
  unmount();
  return drawing;
};

it('says the state as a word', () => {
  render(<StateBadge kind="bad" word="failing" />);
  expect(screen.getByText('failing')).toBeVisible();
});

it('gives each state a shape of its own, so that colour is never alone', () => {
  const kinds = Object.keys(stateColours.light) as StateKind[];
  expect(new Set(kinds.map(shapeOf)).size).toBe(kinds.length);
});

it('hides the shape from those who hear the word', () => {
  const { container } = render(<StateBadge kind="ok" word="ok" />);
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
});
