import { Instant, toIso } from '@sightline/backstage-plugin-sightline-common';
import { WindowChoice } from '../../../ui/window/WindowChoice';
import { Distance, MapQuery, distances } from '../mapQuery';
import { ChangeMap } from '../useMapQuery';
import { Choice } from '../../../ui/Choice';
import { MomentField } from './MomentField';

const MINUTE = 60_000;

const titles: Record<Distance, string> = {
  hour: 'compare: an hour before',
  day: 'compare: yesterday',
  week: 'compare: last week',
};

/** Windows that overlap tell the same calls twice, and are not offered. */
const offered = ({ minutes, compare }: MapQuery) =>
  (Object.keys(distances) as Distance[]).filter(
    distance => distances[distance] >= minutes || distance === compare,
  );

const isMoment = (compare: MapQuery['compare']) =>
  compare !== undefined && !Object.hasOwn(distances, compare);

const onTheMinute = (now: Instant) => Math.floor(now / MINUTE) * MINUTE;

type TimeChoicesProps = {
  query: MapQuery;
  environments: string[];
  onChange: ChangeMap;
};

/** Which window, until when, and which other window to compare it with. */
export const TimeChoices = ({
  query,
  environments,
  onChange,
}: TimeChoicesProps) => {
  const { minutes, environment, until, compare } = query;
  const dayBefore = () =>
    toIso(Date.parse(until ?? toIso(onTheMinute(Date.now()))) - 1_440 * MINUTE);
  return (
    <>
      <WindowChoice
        view={{ minutes, environment }}
        environments={environments}
        onChange={change => onChange(change)}
      />
      <Choice
        label="Until"
        value={until ? 'moment' : 'now'}
        options={[
          ['now', 'until now'],
          ['moment', 'until …'],
        ]}
        onChange={chosen =>
          onChange({
            until:
              chosen === 'now' ? undefined : toIso(onTheMinute(Date.now())),
          })
        }
      />
      {until && (
        <MomentField
          label="Until when"
          value={until}
          onChange={at => onChange({ until: at }, { replace: true })}
        />
      )}
      <Choice
        label="Compare with"
        value={isMoment(compare) ? 'moment' : compare ?? 'nothing'}
        options={[
          ['nothing', 'no comparison'],
          ...offered(query).map(
            distance => [distance, titles[distance]] as const,
          ),
          ['moment', 'compare: a moment I choose'],
        ]}
        onChange={chosen => {
          const none = chosen === 'nothing' ? undefined : chosen;
          onChange({
            compare: none === 'moment' ? dayBefore() : (none as Distance),
          });
        }}
      />
      {isMoment(compare) && (
        <MomentField
          label="Compare with the window that ends"
          value={compare!}
          onChange={at => onChange({ compare: at }, { replace: true })}
        />
      )}
    </>
  );
};
