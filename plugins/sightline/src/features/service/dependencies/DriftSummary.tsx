import { makeStyles } from '@material-ui/core/styles';
import {
  DependencyDrift,
  Known,
} from '@sightline/backstage-plugin-sightline-common';
import { verdictWords } from '../../../ui/drift/verdictWords';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { UnknownNote } from '../../../ui/evidence/UnknownNote';
import { count } from '../../../ui/figures';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { countsSaid } from './driftRows';

const useStyles = makeStyles(theme => ({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    minHeight: 28,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  layers: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
    minHeight: 26,
    margin: theme.spacing(0, 0, 1),
    fontSize: 12,
    color: quiet(theme),
    '& div': { display: 'inline-flex', alignItems: 'baseline', gap: 6 },
    '& dt::after': { content: '":"' },
    '& dd': { margin: 0 },
    '& button': { minHeight: 24 },
  },
}));

const layerNames: [keyof DependencyDrift['layers'], string][] = [
  ['declared', 'Declared'],
  ['seen', 'Seen'],
  ['contracted', 'Contracted'],
  ['deployed', 'Deployed'],
];

const LayerAge = ({ layer, of }: { layer: Known<true>; of: string }) =>
  layer.state === 'known' ? (
    <EvidencePopover evidence={layer.evidence} of={of} />
  ) : (
    <UnknownNote unknown={layer} of={of} />
  );

/** "2 undeclared · 11 agreed", and how old each layer is or why it says nothing. */
export const DriftSummary = ({ drift }: { drift?: DependencyDrift }) => {
  const classes = useStyles();
  if (!drift) {
    return (
      <>
        <div className={classes.counts}>
          <SkeletonBlock width={220} height={14} />
        </div>
        <div className={classes.layers}>
          <SkeletonBlock width={260} />
        </div>
      </>
    );
  }
  const { counts, layers } = drift;
  return (
    <>
      <ul className={classes.counts} aria-label="Dependencies by verdict">
        {countsSaid(counts).map(([verdict, rows]) => {
          const { word, kind, meaning } = verdictWords[verdict];
          const words = `${count(rows)} ${word}`;
          return (
            <li key={verdict} title={meaning}>
              {kind ? <StateBadge kind={kind} word={words} /> : words}
            </li>
          );
        })}
      </ul>
      <dl className={classes.layers}>
        {layerNames
          // Nothing reads what is deployed yet; a fourth "not set up" says no more.
          .filter(
            ([id]) => id !== 'deployed' || layers.deployed.state === 'known',
          )
          .map(([id, title]) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                <LayerAge layer={layers[id]} of={title} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
};
