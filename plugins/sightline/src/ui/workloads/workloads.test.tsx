import { render, screen } from '@testing-library/react';
import { Replicas } from './Replicas';
import { RolloutBadge } from './RolloutBadge';
import { worstRollout } from './rolloutWords';

const replicas = (
  desired: number,
  available: number,
  updated: number = desired,
) => ({ desired, available, updated, ready: available });

describe('replicas', () => {
  it.each([
    ['all there', replicas(3, 3), '3 of 3 available', '3/3', 3],
    [
      'some of a new version',
      replicas(3, 2, 1),
      '2 of 3 available, 1 of the new version',
      '2/31 new',
      3,
    ],
    [
      'too many to count as dots',
      replicas(40, 38),
      '38 of 40 available',
      '38/40',
      0,
    ],
    ['one more than wanted', replicas(2, 3), '3 of 2 available', '3/2', 2],
    ['none wanted', replicas(0, 0), 'scaled to nothing', '0/0', 0],
  ])('%s', (_title, of, words, figures, dots) => {
    const { container } = render(<Replicas of={of} />);
    const drawn = screen.getByRole('img', { name: words });
    expect(drawn).toHaveTextContent(figures);
    expect(container.querySelectorAll('[data-shape]')).toHaveLength(dots);
  });

  it('differ in shape where one is missing, and say when it was seen', () => {
    const { container } = render(<Replicas of={replicas(3, 2)} stale />);
    expect(
      [...container.querySelectorAll('[data-shape]')].map(dot =>
        dot.getAttribute('data-shape'),
      ),
    ).toEqual(['ok', 'ok', 'bad']);
    expect(
      screen.getByRole('img', {
        name: '2 of 3 available when it was last seen',
      }),
    ).toBeVisible();
  });
});

describe('a rollout', () => {
  it('is never green when it is stale', () => {
    const { container } = render(<RolloutBadge state="complete" stale />);
    expect(screen.getByText('complete, stale')).toBeVisible();
    expect(container.querySelector('[data-shape]')).toHaveAttribute(
      'data-shape',
      'idle',
    );
  });

  it('is as bad as the worst of several', () => {
    expect(worstRollout(['complete', 'progressing', 'degraded'])).toBe(
      'degraded',
    );
    expect(worstRollout([])).toBeUndefined();
  });
});
