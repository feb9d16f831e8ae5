import { makeStyles } from '@material-ui/core/styles';
import { Contract } from '@sightline/backstage-plugin-sightline-common';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import { pairWords } from '../../../ui/contracts/contractWords';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  item: {
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
  },
  version: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: {
    color: quiet(theme),
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
}));

const kinds = {
  http: 'over HTTP',
  rpc: 'over remote procedures',
  message: 'over messages',
  mixed: 'in several ways',
};

/** "main, in production and staging" */
const whereabouts = ({ consumerVersion, environments }: Contract) =>
  [
    consumerVersion.branches.join(', '),
    environments.length > 0
      ? `in ${environments.join(' and ')}`
      : 'nowhere yet',
  ]
    .filter(Boolean)
    .join(', ');

/** Every pact of two: which version, where it is, who checked it and what came of it. */
export const PactList = ({ contracts }: { contracts: Contract[] }) => {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {contracts.map(contract => (
        <li key={contract.consumerVersion.number} className={classes.item}>
          <Pact contract={contract} />
        </li>
      ))}
    </ul>
  );
};

const Pact = ({ contract }: { contract: Contract }) => {
  const classes = useStyles();
  const { consumer, consumerVersion, verification, publishedAt } = contract;
  const { state, providerVersion, verifiedAt } = verification;
  return (
    <>
      <div className={classes.line}>
        <ContractBadge look={state} />
        <span className={classes.version}>
          {consumer.name} {consumerVersion.number}
        </span>
        <span className={classes.quiet}>{whereabouts(contract)}</span>
      </div>
      <div>
        {pairWords[state].meaning}{' '}
        {providerVersion && (
          <>
            Checked with {contract.provider.name} {providerVersion.number}
            {verifiedAt && (
              <>
                , <Age at={verifiedAt} />
              </>
            )}
            .
          </>
        )}
      </div>
      <div className={classes.quiet}>
        {publishedAt && (
          <>
            published <Age at={publishedAt} />
          </>
        )}
        {contract.kind && `, ${kinds[contract.kind]}`}
        {contract.contentId && (
          <span title={contract.contentId}>
            , content {contract.contentId.slice(0, 8)}
          </span>
        )}
      </div>
    </>
  );
};
