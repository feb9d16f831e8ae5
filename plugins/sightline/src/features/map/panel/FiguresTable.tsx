import { CallFigures } from '@sightline/backstage-plugin-sightline-common';
import { CallRate } from '../../../ui/CallRate';
import { ErrorShare } from '../../../ui/ErrorShare';
import { Quantity } from '../../../ui/Quantity';
import { count, duration } from '../../../ui/figures';
import { usePanelStyles } from './panelStyles';

const time = (millis?: number) => (
  <Quantity
    of={millis === undefined ? undefined : duration(millis)}
    title={millis === undefined ? 'No duration was reported' : undefined}
  />
);

const rows: [title: string, show: (figures: CallFigures) => JSX.Element][] = [
  ['Rate', figures => <CallRate of={figures} />],
  ['Calls', ({ calls }) => <Quantity of={count(calls)} />],
  ['Errors', figures => <ErrorShare of={figures} />],
  ['p50', ({ p50 }) => time(p50)],
  ['p95', ({ p95 }) => time(p95)],
];

type FiguresTableProps = {
  of: string;
  figures: CallFigures;
  /** when two windows are compared */
  before?: CallFigures;
};

/** What was counted, and beside it what was counted before. */
export const FiguresTable = ({ of, figures, before }: FiguresTableProps) => {
  const classes = usePanelStyles();
  return (
    <table className={classes.figures} aria-label={of}>
      {before && (
        <thead>
          <tr>
            <td />
            <th scope="col">before</th>
            <th scope="col">now</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([title, show]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {before && <td>{show(before)}</td>}
            <td>{show(figures)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
