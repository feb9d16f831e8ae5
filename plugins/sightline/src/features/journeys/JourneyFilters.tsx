import { makeStyles } from '@material-ui/core/styles';
import { toInstant } from '@sightline/backstage-plugin-sightline-common';
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { TextFilter } from '../../ui/filter/TextFilter';
import { useHotkey } from '../../ui/keys/useHotkey';
import { moment } from '../../ui/time/words';
import { WindowChoice } from '../../ui/window/WindowChoice';
import { PassesThrough } from './PassesThrough';
import { Journeys } from './useJourneys';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  push: { flex: 1 },
}));

type JourneyFiltersProps = Journeys & {
  /** on a phone a single journey has no list to filter */
  listed: boolean;
};

/** Which journeys, of which window and environment. */
export const JourneyFilters = (props: JourneyFiltersProps) => {
  const { view, seen, listed, onText, onService, onWindow } = props;
  const classes = useStyles();
  const field = useRef<HTMLInputElement>(null);
  useHotkey('/', () => field.current?.focus());
  return (
    <div className={classes.bar} role="search" aria-label="Filters">
      {listed && (
        <>
          <TextFilter
            label="Filter journeys"
            value={view.q}
            onChange={onText}
            inputRef={field}
          />
          <PassesThrough service={view.service} onService={onService} />
          <span className={classes.push} />
        </>
      )}
      {view.until && (
        <Button
          variant="outlined"
          title="Look at what happens now"
          onClick={() => onWindow({ until: undefined })}
        >
          until {moment(toInstant(view.until) ?? 0)} ✕
        </Button>
      )}
      <WindowChoice
        view={view}
        environments={seen.environments}
        onChange={onWindow}
      />
    </div>
  );
};
