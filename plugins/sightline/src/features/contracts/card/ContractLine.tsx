import { makeStyles } from '@material-ui/core/styles';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { PacticipantName } from '../PacticipantName';
import { SidedContract } from './worstFirst';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    lineHeight: '24px',
  },
  name: { fontWeight: 600 },
  quiet: {
    color: quiet(theme),
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
}));

/** "web-bff 6.41.0, in production: verified by 9.3.2" */
export const ContractLine = ({
  contract,
  other,
}: Pick<SidedContract, 'contract' | 'other'>) => {
  const classes = useStyles();
  const { consumerVersion, verification, environments } = contract;
  const { state, providerVersion, verifiedAt } = verification;
  const where =
    environments.length > 0
      ? `in ${environments.join(', ')}`
      : consumerVersion.branches.join(', ') || 'newest';
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <ContractBadge look={state} />
        <span className={classes.name}>
          <PacticipantName of={contract[other]} />
        </span>
        <span className={classes.quiet}>
          {other === 'provider' ? 'needed' : 'needs it'}
        </span>
      </div>
      <div className={classes.quiet}>
        pact of {consumerVersion.number} {where}
        {providerVersion && `, checked with ${providerVersion.number}`}
        {verifiedAt && (
          <>
            {' '}
            <Age at={verifiedAt} />
          </>
        )}
      </div>
    </li>
  );
};
