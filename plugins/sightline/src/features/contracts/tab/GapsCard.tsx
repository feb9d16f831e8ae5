import { makeStyles } from '@material-ui/core/styles';
import { ContractGap } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../../ui/EntityLink';
import { gapWords } from '../../../ui/contracts/contractWords';
import { count, plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    overflowWrap: 'anywhere',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
  },
  operations: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) max-content',
    gap: theme.spacing(0.25, 3),
    margin: theme.spacing(0.5, 0, 0),
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& dt': { fontFamily: 'monospace' },
    '& dd': { margin: 0, textAlign: 'right', color: quiet(theme) },
  },
}));

const Party = ({ of: { ref, name } }: { of: ContractGap['consumer'] }) =>
  ref ? <EntityLink entityRef={ref}>{name}</EntityLink> : <>{name}</>;

const Gap = ({ gap }: { gap: ContractGap }) => {
  const classes = useStyles();
  const { kind, word } = gapWords[gap.kind];
  return (
    <>
      <div className={classes.line}>
        <StateBadge
          kind={kind}
          word={gap.operations ? 'operations in no pact' : word}
        />
        <span>
          <Party of={gap.consumer} /> → <Party of={gap.provider} />
        </span>
      </div>
      <div>{gap.words}</div>
      {gap.operations && (
        <dl className={classes.operations}>
          {gap.operations.map(({ operation, calls }) => [
            <dt key={operation}>{operation}</dt>,
            <dd key={`${operation} calls`}>
              {count(calls)} {calls === 1 ? 'call' : 'calls'}
            </dd>,
          ])}
        </dl>
      )}
    </>
  );
};

/** Who speaks without a pact, or has one and was not seen; nothing where there are none. */
export const GapsCard = ({ gaps }: { gaps: ContractGap[] }) => {
  const classes = useStyles();
  return gaps.length === 0 ? null : (
    <Card
      title="Gaps"
      aside={`${plural(
        gaps.length,
        'gap',
      )} between pacts and the calls of the last hour`}
    >
      <ul className={classes.list}>
        {gaps.map(gap => (
          <li key={`${gap.kind} ${gap.words}`} className={classes.item}>
            <Gap gap={gap} />
          </li>
        ))}
      </ul>
    </Card>
  );
};
