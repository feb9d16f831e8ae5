import { makeStyles } from '@material-ui/core/styles';
import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { Button } from '../../ui/Button';
import { count } from '../../ui/figures';
import { quiet } from '../../ui/state/quiet';
import { leftOutWords } from './leftOutWords';
import { edgeSteps } from './mapQuery';
import { shortWindow, windowWords } from './windowWords';

const useStyles = makeStyles(theme => ({
  summary: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    fontVariantNumeric: 'tabular-nums',
    fontSize: 14,
  },
  rest: { color: quiet(theme), fontSize: 13 },
}));

type MapSummaryProps = { map?: CallMap; onMore: (edges: number) => void };

/** "60 of 412 edges shown · 34 nodes · 3 % of calls are not drawn", and how old that is. */
export const MapSummary = ({ map, onMore }: MapSummaryProps) => {
  const classes = useStyles();
  if (!map) {
    return <SkeletonBlock width={260} />;
  }
  const [edges, ...rest] = leftOutWords(map);
  const more =
    map.leftOut.edges > 0
      ? edgeSteps.find(step => step > map.edges.length)
      : undefined;
  return (
    <span className={classes.summary}>
      <span role="status">
        <strong>{edges}</strong>
        <span className={classes.rest}> · {rest.join(' · ')}</span>
      </span>
      {more && (
        <Button
          style={{ minHeight: 24, padding: '0 6px' }}
          onClick={() => onMore(more)}
        >
          Draw up to {count(more)}
        </Button>
      )}
      {map.compared && (
        <span className={classes.rest} title={windowWords(map.compared)}>
          compared with {shortWindow(map.compared)}
        </span>
      )}
      <span className={classes.rest} title={windowWords(map.window)}>
        <EvidencePopover evidence={map.evidence} of="the map" />
      </span>
    </span>
  );
};
