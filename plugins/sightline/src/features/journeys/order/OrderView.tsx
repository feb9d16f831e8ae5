import { Journey } from '@sightline/backstage-plugin-sightline-common';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useMemo } from 'react';
import { useOpenEntity } from '../../../ui/useOpenEntity';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { quiet } from '../../../ui/state/quiet';
import { HopTree } from './HopTree';
import { JourneyTree } from './journeyTree';
import { journeyName } from '../journey/journeyWords';
import { SightBar } from './SightBar';
import { Sight, shownHops, turnedAt } from './shownHops';

const useStyles = makeStyles(theme => ({
  view: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1) },
  legend: { margin: 0, fontSize: 12, color: quiet(theme) },
}));

type OrderViewProps = {
  journey: Journey;
  tree: JourneyTree;
  sight: Sight;
  pointed?: string;
  busy: boolean;
  onSight: (sight: Sight) => void;
};

/** What happens, hop by hop, and where the time goes. */
export const OrderView = (props: OrderViewProps) => {
  const { journey, tree, sight, pointed, busy, onSight } = props;
  const classes = useStyles();
  const open = useOpenEntity();
  const { rows, fitting } = useMemo(
    () => shownHops(tree, sight),
    [tree, sight],
  );
  const onTurn = useCallback(
    (id: string) => onSight({ ...sight, turned: turnedAt(sight.turned, id) }),
    [onSight, sight],
  );
  return (
    <div className={classes.view}>
      <SightBar
        sight={sight}
        onSight={onSight}
        fitting={fitting}
        all={journey.tree.length}
        leftOut={journey.leftOut}
      />
      {rows.length === 0 ? (
        <EmptyPanel
          title="No hop fits"
          action={{
            label: 'Show all hops',
            onClick: () =>
              onSight({
                ...sight,
                critical: false,
                failing: false,
                stores: true,
              }),
          }}
        >
          In this window nothing of the journey is on its critical path or fails
          by itself, as you asked for.
        </EmptyPanel>
      ) : (
        <HopTree
          label={`Hops of ${journeyName(journey)}`}
          rows={rows}
          pointed={pointed}
          busy={busy}
          onTurn={onTurn}
          onOpen={open}
        />
      )}
      <p className={classes.legend}>
        The whole width of “waits here” is the journey from beginning to end:
        dark is the hop’s own time on the critical path, pale all below it, laid
        end to end. Bold names take 2 % or more. Failures are marked where many
        of them begin, and only counted where they are passed on.
      </p>
    </div>
  );
};
