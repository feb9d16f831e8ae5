import { makeStyles } from '@material-ui/core/styles';
import { ServiceContracts } from '@sightline/backstage-plugin-sightline-common';
import { ContractShape } from '../../ui/contracts/ContractShape';
import { pairWords } from '../../ui/contracts/contractWords';
import { count } from '../../ui/figures';
import { quiet } from '../../ui/state/quiet';
import { useStateColours } from '../../ui/state/useStateColours';
import { countsOf } from './countsOf';

const useStyles = makeStyles(theme => ({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 14,
    fontVariantNumeric: 'tabular-nums',
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  held: { fontSize: 18, fontWeight: 600 },
  word: { color: quiet(theme), fontSize: 13 },
}));

const meanings: Partial<Record<string, string>> = {
  unknown: 'Never verified, or changed since they were',
};

/** How many pacts of a service are kept, are not, and nobody knows of. */
export const Counts = ({ of }: { of: ServiceContracts['counts'] }) => {
  const classes = useStyles();
  const colours = useStateColours();
  return (
    <ul className={classes.counts} aria-label="Pacts by state">
      {countsOf(of).map(({ look, held, word }) => {
        const { kind, meaning } = pairWords[look];
        return (
          <li key={look} title={meanings[look] ?? meaning}>
            <span
              style={{
                color: held ? colours[kind] : colours.idle,
                display: 'inline-flex',
              }}
            >
              <ContractShape look={look} size={13} />
            </span>
            <span className={classes.held}>{count(held)}</span>{' '}
            <span className={classes.word}>{word}</span>
          </li>
        );
      })}
    </ul>
  );
};
