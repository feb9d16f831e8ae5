import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import {
  DependencyDrift,
  DriftRow,
} from '@sightline/backstage-plugin-sightline-common';
import { useId, useState } from 'react';
import { CallRate } from '../../../ui/CallRate';
import { ErrorShare } from '../../../ui/ErrorShare';
import { VerdictBadge } from '../../../ui/drift/VerdictBadge';
import { verdictWords } from '../../../ui/drift/verdictWords';
import { PartyName } from '../../../ui/party/PartyName';
import { nameOf } from '../../../ui/party/partyWords';
import { Age } from '../../../ui/time/Age';
import { DriftDetail } from './DriftDetail';
import { LayerMark } from './LayerMark';
import { useDriftStyles } from './driftStyles';
import { layersOf } from './layersOf';

type DriftItemProps = {
  row: DriftRow;
  layers: DependencyDrift['layers'];
  oneLine: boolean;
};

/** One dependency: what each layer says of it, the verdict, and on demand why. */
export const DriftItem = (props: DriftItemProps) => {
  const classes = useDriftStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { row, oneLine } = props;
  const Arrow = open ? RiArrowUpSLine : RiArrowDownSLine;
  const verdict = (
    <button
      type="button"
      className={classes.verdict}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      aria-label={`${verdictWords[row.verdict].word}: ${nameOf(
        row.target,
      )}, why`}
      onClick={() => setOpen(!open)}
    >
      <VerdictBadge verdict={row.verdict} why={row.why} />
      <Arrow size={16} aria-hidden="true" className={classes.quiet} />
    </button>
  );
  const Line = oneLine ? OneLine : TwoLines;
  return (
    <li className={classes.item}>
      <Line {...props} verdict={verdict} />
      {open && (
        <div id={id} className={classes.detail}>
          <DriftDetail row={row} />
        </div>
      )}
    </li>
  );
};

type LineProps = DriftItemProps & { verdict: JSX.Element };

const OneLine = ({ row, layers, verdict }: LineProps) => {
  const classes = useDriftStyles();
  return (
    <div className={classes.row}>
      <PartyName party={row.target} />
      <span>{verdict}</span>
      {layersOf(row, layers).map(layer => (
        <span key={layer.name} className={classes.centred}>
          <LayerMark layer={layer} />
        </span>
      ))}
      <span className={classes.numeric}>
        {row.seen ? <CallRate of={row.seen.figures} /> : '–'}
      </span>
      <span className={classes.numeric}>
        {row.seen ? <ErrorShare of={row.seen.figures} /> : '–'}
      </span>
      <span className={`${classes.numeric} ${classes.quiet}`}>
        {row.seen ? <Age at={row.seen.lastSeen} short /> : '–'}
      </span>
    </div>
  );
};

const TwoLines = ({ row, layers, verdict }: LineProps) => {
  const classes = useDriftStyles();
  return (
    <div className={classes.twoLines}>
      <PartyName party={row.target} />
      <span className={classes.end}>{verdict}</span>
      <span className={`${classes.layers} ${classes.quiet}`}>
        {layersOf(row, layers)
          .filter(({ state }) => state !== 'unknown')
          .map(layer => (
            <LayerMark key={layer.name} layer={layer} said />
          ))}
      </span>
      {row.seen && (
        <span className={`${classes.figures} ${classes.end}`}>
          <CallRate of={row.seen.figures} />
          <ErrorShare of={row.seen.figures} />
        </span>
      )}
    </div>
  );
};
