import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { NoTracesPanel } from '../../ui/traces/NoTracesPanel';
import { lengthWords } from '../../ui/window/callsWindow';
import { lookBack } from '../../ui/window/lookBack';
import { Journeys } from './useJourneys';
import { isNarrowed } from './viewpoint';

/** No journeys: because of the filter, for want of traces, or of whole ones. */
export const JourneysEmpty = (props: Journeys) => {
  const { view, seen, onClear, onWindow } = props;
  const onLookBack = (minutes: number) => onWindow({ minutes });
  if (isNarrowed(view)) {
    return (
      <EmptyPanel
        title="No journey fits these filters"
        action={{ label: 'Clear all filters', onClick: onClear }}
      >
        Every word must occur in the operation that begins it or in the name of
        somebody on the way.
      </EmptyPanel>
    );
  }
  if (seen.any) {
    return (
      <EmptyPanel
        title="Calls, but no whole journey yet"
        action={lookBack(view.minutes, onLookBack)}
      >
        A journey is read from whole traces: the root operation and all calls
        below it, under one trace id, once they have come to rest. Calls were
        seen in the {lengthWords(view.minutes)}, but no whole trace. Let every
        service pass the <code>traceparent</code> header on, and where traces
        are sampled, keep or drop whole ones.
      </EmptyPanel>
    );
  }
  return (
    <NoTracesPanel
      title={`No trace was seen in the ${lengthWords(view.minutes)}`}
      minutes={view.minutes}
      onLookBack={onLookBack}
    >
      A journey shows what happens when an operation is called: who is asked, in
      which order, and where the time goes. It is read from traces, which your
      services or their collector send here:
    </NoTracesPanel>
  );
};
