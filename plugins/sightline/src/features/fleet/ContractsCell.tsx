import { makeStyles } from '@material-ui/core/styles';
import { ContractsSummary } from '@sightline/backstage-plugin-sightline-common';
import { UnknownNote } from '../../ui/evidence/UnknownNote';
import { count } from '../../ui/figures';
import { StateKind } from '../../ui/state/palette';
import { useStateColours } from '../../ui/state/useStateColours';

type Counts = NonNullable<ContractsSummary['counts']>;

const useStyles = makeStyles({
  figures: { display: 'inline-flex', gap: 7, whiteSpace: 'nowrap' },
  failed: { fontWeight: 600 },
});

type Figure = { of: keyof Counts; sign: string; kind: StateKind; word: string };

const figures: Figure[] = [
  { of: 'verified', sign: '✓', kind: 'ok', word: 'verified' },
  { of: 'failed', sign: '✗', kind: 'bad', word: 'failed' },
  { of: 'unverified', sign: '?', kind: 'idle', word: 'not verified' },
];

/** `6✓ 1✗ 1?`: how many pacts are kept, broken, and neither; what is none is left out. */
const Figures = ({ counts }: { counts: Counts }) => {
  const classes = useStyles();
  const colours = useStateColours();
  const shown = figures.filter(({ of }) => counts[of] > 0);
  const words = shown.map(({ of, word }) => `${count(counts[of])} ${word}`);
  const said = `Pacts: ${words.join(', ')}`;
  return (
    <span role="img" aria-label={said} title={said} className={classes.figures}>
      {shown.map(({ of, sign, kind }) => (
        <span
          key={of}
          aria-hidden
          className={of === 'failed' ? classes.failed : undefined}
          style={{ color: colours[kind] }}
        >
          {count(counts[of])}
          {sign}
        </span>
      ))}
    </span>
  );
};

type ContractsCellProps = { contracts?: ContractsSummary; tabIndex?: number };

/** How the newest pacts of a service stand. */
export const ContractsCell = ({ contracts, tabIndex }: ContractsCellProps) => {
  if (contracts?.unknown) {
    return (
      <UnknownNote
        unknown={contracts.unknown}
        of="How its contracts stand"
        tabIndex={tabIndex}
      />
    );
  }
  return contracts?.counts ? (
    <Figures counts={contracts.counts} />
  ) : (
    <span title="No broker knows a pact of it">–</span>
  );
};
