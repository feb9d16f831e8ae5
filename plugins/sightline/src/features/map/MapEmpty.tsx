import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { NoTracesPanel } from '../../ui/traces/NoTracesPanel';
import { lengthWords } from '../../ui/window/callsWindow';
import { CallMapPage } from './useCallMap';

/** No edges and no nodes: because of what was chosen, or for want of traces. */
export const MapEmpty = ({ query, onChange }: CallMapPage) => {
  const { focus, environment, minutes, until } = query;
  if (focus || environment || until) {
    return (
      <EmptyPanel
        title="Nothing was called here"
        action={{
          label: 'Whole map, until now',
          onClick: () =>
            onChange({
              focus: undefined,
              environment: undefined,
              until: undefined,
            }),
        }}
      >
        No call was seen in the chosen window
        {environment && `, in the environment ${environment}`}
        {focus && `, around ${focus}`}.
      </EmptyPanel>
    );
  }
  return (
    <NoTracesPanel
      title={`No call was seen in the ${lengthWords(minutes)}`}
      minutes={minutes}
      onLookBack={longer => onChange({ minutes: longer, compare: undefined })}
    >
      The map shows who calls whom, as traces tell it. Let an OpenTelemetry
      Collector send them here, beside where it sends them already:
    </NoTracesPanel>
  );
};
