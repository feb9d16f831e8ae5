import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChartMark } from './ChartMark';
import { Guide, LineChart } from './LineChart';
import { bentAxis, linearAxis } from './ValueAxis';

const HOUR = 3_600_000;
const noon = Date.parse('2026-11-21T12:00:00Z');
const percents = (value: number) => `${Math.round(value * 100)} %`;

const points = [0.4, 0.1, undefined, -0.3].map((value, index) => ({
  at: noon + index * HOUR,
  width: HOUR,
  value,
}));

const deploy: ChartMark = {
  at: noon + 1.5 * HOUR,
  kind: 'deploy',
  words: 'payments 12.0.4',
};

type Shown = {
  marks?: ChartMark[];
  guides?: Guide[];
  asTable?: boolean;
  axis?: ReturnType<typeof linearAxis>;
};

const show = ({ axis, ...shown }: Shown) =>
  render(
    <LineChart
      label="Budget"
      name="what is left"
      from={noon}
      to={noon + 4 * HOUR}
      points={points}
      shape="slope"
      axis={axis ?? linearAxis([1, 0, -0.5], percents)}
      floor={{ value: 0, words: 'overspent' }}
      describe={({ value }) => (value === undefined ? '?' : percents(value))}
      asTable={false}
      table={{
        head: ['Left'],
        row: ({ value }) => [value === undefined ? '?' : percents(value)],
      }}
      {...shown}
    />,
  );

it('says with a stretch what happened in it', async () => {
  show({ marks: [deploy] });
  const chart = screen.getByRole('slider', { name: 'Budget' });
  expect(chart).toHaveAttribute('aria-valuetext', '-30 %');
  chart.focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuetext', '10 %; payments 12.0.4');
  await userEvent.keyboard('{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuetext', '?');
});

it('has a twin that says it too', () => {
  show({ marks: [deploy], asTable: true });
  expect(
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .map(row => row.textContent),
  ).toEqual(['LeftWhat happened', '-30 %', '?', '10 %payments 12.0.4', '40 %']);
});

it('calls by its name what is below the floor', () => {
  show({});
  expect(screen.getByText('overspent')).toBeInTheDocument();
});

it('names a line across only where its words are readable', () => {
  const guide = (value: number): Guide => ({
    value,
    kind: 'warn',
    words: `from ${value}×`,
  });
  show({
    guides: [guide(14.4), guide(6), guide(5.6)],
    axis: bentAxis(200, value => `${value}×`),
  });
  expect(screen.getByText('from 5.6×')).toBeInTheDocument();
  expect(screen.queryByText('from 6×')).not.toBeInTheDocument();
  expect(screen.getByText('from 14.4×')).toBeInTheDocument();
});
