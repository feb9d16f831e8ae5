import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ChartMark } from './ChartMark';
import { runsOf } from './ChartPoint';
import { TimeChart } from './TimeChart';

const MINUTE = 60_000;
const noon = Date.parse('2026-11-21T12:00:00Z');

const point = (minute: number, line?: number) => ({
  at: noon + minute * MINUTE,
  width: MINUTE,
  bar: 10 + minute,
  marked: minute === 1 ? 2 : 0,
  line,
});
const points = [point(0, 80), point(1, 120), point(2, 90)];

const Chart = ({
  shown = points,
  happened,
}: {
  shown?: typeof points;
  happened?: ChartMark[];
}) => {
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <button onClick={() => setAsTable(!asTable)}>twin</button>
      <TimeChart
        label="Calls"
        from={noon}
        to={noon + 3 * MINUTE}
        points={shown}
        happened={happened}
        bars={{ name: 'calls', format: value => `${value} /s` }}
        marks={{ name: 'failed', format: value => `${value} /s` }}
        line={{ name: 'p95', format: value => `${value} ms` }}
        describe={({ bar, marked, line }) =>
          `${bar} calls, ${marked} failed, p95 ${line}`
        }
        asTable={asTable}
        table={{
          head: ['Calls', 'Failed'],
          row: ({ bar, marked }) => [`${bar}`, `${marked}`],
        }}
      />
    </>
  );
};

it('is read by keyboard, stretch by stretch', async () => {
  render(<Chart />);
  const chart = screen.getByRole('slider', { name: 'Calls' });
  chart.focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(chart).toHaveAttribute(
    'aria-valuetext',
    '11 calls, 2 failed, p95 120',
  );
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(chart).toHaveAttribute('aria-valuetext', '10 calls, 0 failed, p95 80');
  await userEvent.keyboard('{End}');
  expect(chart).toHaveAttribute('aria-valuenow', '2');
});

it('has a twin of the same content, latest first', async () => {
  render(<Chart />);
  await userEvent.click(screen.getByRole('button', { name: 'twin' }));
  const table = within(
    screen.getByRole('region', { name: 'Calls, as a table' }),
  );
  expect(table.getAllByRole('row').map(row => row.textContent)).toEqual([
    'CallsFailed',
    '120',
    '112',
    '100',
  ]);
});

it('says what happened, in the stretch in which it did', async () => {
  const deploy: ChartMark = {
    ...{ at: noon + 1.5 * MINUTE, kind: 'deploy' },
    words: 'orders 9.3.2 in eu1',
  };
  const { container } = render(<Chart happened={[deploy]} />);
  const chart = screen.getByRole('slider', { name: 'Calls' });
  chart.focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(chart).toHaveAttribute(
    'aria-valuetext',
    '11 calls, 2 failed, p95 120; orders 9.3.2 in eu1',
  );
  expect(container.querySelector('title')).toHaveTextContent(
    'orders 9.3.2 in eu1',
  );
  expect(container.querySelector('[data-mark="deploy"]')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'twin' }));
  expect(screen.getAllByRole('row').map(row => row.textContent)).toEqual([
    'CallsFailedWhat happened',
    '120',
    '112orders 9.3.2 in eu1',
    '100',
  ]);
});

it('says what happened where nobody called, too', async () => {
  const deploy: ChartMark = {
    ...{ at: noon - 1.5 * MINUTE, kind: 'deploy' },
    words: 'orders 9.3.2 in eu1',
  };
  render(<Chart happened={[deploy]} />);
  await userEvent.click(screen.getByRole('button', { name: 'twin' }));
  const rows = screen.getAllByRole('row').map(row => row.textContent);
  expect(rows).toHaveLength(5);
  expect(rows[4]).toMatch(/\d\d:58orders 9.3.2 in eu1$/);
});

it('draws no point where there is none', () => {
  render(<Chart shown={[]} />);
  expect(screen.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    'nothing to show',
  );
});

it('cuts the line where nothing is known', () => {
  const gap = [
    point(0, 80),
    point(1),
    point(2, 90),
    point(5, 70),
    point(6, 75),
  ];
  expect(
    runsOf(gap, ({ line }) => line).map(run => run.map(({ line }) => line)),
  ).toEqual([[80], [90], [70, 75]]);
});
