import { makeStyles } from '@material-ui/core/styles';
import { objectiveStates } from '@sightline/backstage-plugin-sightline-common';
import { CountToggle, CountToggles } from '../../ui/filter/CountToggle';
import { count } from '../../ui/figures';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { stateWords } from '../../ui/slo/objectiveWords';
import { StateShape } from '../../ui/state/StateShape';
import { quiet } from '../../ui/state/quiet';
import { useStateColours } from '../../ui/state/useStateColours';
import { Slos } from './useSlos';

const useStyles = makeStyles(theme => ({
  sum: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  unit: { color: quiet(theme), fontSize: 13 },
}));

/** "214 of 230 objectives", and how many stand how; a part of it filters when pressed. */
export const SlosSummary = (props: Slos) => {
  const { query, main, listed, onState } = props;
  const classes = useStyles();
  const colours = useStateColours();
  const { first } = main;
  const total = listed.reduce(
    (sum, state) => sum + (first?.states[state] ?? 0),
    0,
  );
  return (
    <>
      <span className={classes.sum} role="status">
        {first ? (
          <>
            <strong>{count(total)}</strong>
            <span className={classes.unit}>
              {' '}
              of {count(first.of)} objectives
            </span>
          </>
        ) : (
          <SkeletonBlock width={130} />
        )}
      </span>
      <CountToggles label="By state">
        {objectiveStates.map(state => {
          const { word, kind, meaning } = stateWords[state];
          const held = first?.states[state];
          return (
            <CountToggle
              key={state}
              {...{ word, meaning, held }}
              shape={<StateShape kind={kind} size={10} />}
              color={held ? colours[kind] : colours.idle}
              isChosen={query.state.includes(state)}
              onChoose={() => onState(state)}
            />
          );
        })}
      </CountToggles>
    </>
  );
};
