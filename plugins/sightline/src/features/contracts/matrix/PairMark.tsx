import { ContractShape } from '../../../ui/contracts/ContractShape';
import {
  ContractPair,
  lookOf,
  pairWords,
} from '../../../ui/contracts/contractWords';
import { useStateColours } from '../../../ui/state/useStateColours';
import { MatrixClasses } from './matrixStyles';

type PairMarkProps = {
  pair: Pick<ContractPair, 'state' | 'gap'>;
  classes: Pick<MatrixClasses, 'mark' | 'silent'>;
};

/** The state of a pair as a shape, ringed where nobody was seen calling. */
export const PairMark = ({ pair, classes }: PairMarkProps) => {
  const colours = useStateColours();
  const look = lookOf(pair);
  const isSilent = pair.gap === 'contract-without-traffic';
  return (
    <span
      className={isSilent ? classes.silent : classes.mark}
      style={{ color: colours[pairWords[look].kind] }}
      data-gap={pair.gap}
    >
      <ContractShape look={look} size={isSilent ? 10 : 13} />
    </span>
  );
};
