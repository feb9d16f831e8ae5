import { CallFigures } from '@sightline/backstage-plugin-sightline-common';
import { Quantity } from './Quantity';
import { errorKind } from './errorKind';
import { count, finePercent, plural } from './figures';
import { StateShape } from './state/StateShape';
import { useStateColours } from './state/useStateColours';

type ErrorShareProps = {
  of: Pick<CallFigures, 'calls' | 'errors' | 'errorRatio'>;
};

/** Which part of some calls failed, marked by shape and colour where it is much. */
export const ErrorShare = ({ of }: ErrorShareProps) => {
  const colours = useStateColours();
  const kind = errorKind(of.errorRatio);
  const exact = `${count(of.errors)} of ${plural(of.calls, 'call')} failed`;
  const shown = <Quantity of={finePercent(of.errorRatio)} title={exact} />;
  return kind ? (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        color: colours[kind],
        fontWeight: 600,
      }}
    >
      <StateShape kind={kind} size={9} />
      {shown}
    </span>
  ) : (
    shown
  );
};
