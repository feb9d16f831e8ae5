import { makeStyles } from '@material-ui/core/styles';
import { ContractShape } from '../../ui/contracts/ContractShape';
import { pairStates, pairWords } from '../../ui/contracts/contractWords';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { UnknownNote } from '../../ui/evidence/UnknownNote';
import { count, plural } from '../../ui/figures';
import { CountToggle, CountToggles } from '../../ui/filter/CountToggle';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { quiet } from '../../ui/state/quiet';
import { useStateColours } from '../../ui/state/useStateColours';
import { Button } from '../../ui/Button';
import { ContractsPageProps } from './useContracts';

const useStyles = makeStyles(theme => ({
  sum: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  unit: { color: quiet(theme), fontSize: 13 },
}));

/** "19 pairs", and how many stand how; a part of it filters when pressed. */
export const ContractsSummary = (props: ContractsPageProps) => {
  const { query, matrix, onState } = props;
  const classes = useStyles();
  const colours = useStateColours();
  const { counts, silence } = matrix.value ?? {};
  return (
    <>
      <Sum {...props} />
      <CountToggles label="By state">
        {pairStates.map(state => {
          const { word, kind, meaning } = pairWords[state];
          const held = counts?.[state];
          return (
            <CountToggle
              key={state}
              {...{ word, meaning, held }}
              shape={<ContractShape look={state} size={10} />}
              color={held ? colours[kind] : colours.idle}
              isChosen={query.state.includes(state)}
              onChoose={() => onState(state)}
            />
          );
        })}
      </CountToggles>
      {silence && (
        <span className={classes.unit}>
          no calls seen:{' '}
          <UnknownNote unknown={silence} of="Which contracts nobody calls by" />
        </span>
      )}
      {matrix.value?.evidence && (
        <span className={classes.unit}>
          <EvidencePopover
            evidence={matrix.value.evidence}
            of="the contracts"
          />
        </span>
      )}
    </>
  );
};

const Sum = ({ query, matrix, onAll }: ContractsPageProps) => {
  const classes = useStyles();
  if (!matrix.value) {
    return (
      <span className={classes.sum}>
        <SkeletonBlock width={70} />
      </span>
    );
  }
  const { pairs, leftOut } = matrix.value;
  const total = pairs.length + leftOut;
  return (
    <span className={classes.sum} role="status">
      <strong>{count(pairs.length)}</strong>
      <span className={classes.unit}>
        {leftOut > 0
          ? ` of ${plural(total, 'pair')}, most urgent first`
          : ` ${pairs.length === 1 ? 'pair' : 'pairs'}`}
      </span>
      {leftOut > 0 && !query.all && <Button onClick={onAll}>Show more</Button>}
    </span>
  );
};
