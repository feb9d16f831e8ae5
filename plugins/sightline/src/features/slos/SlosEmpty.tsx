import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { Snippet } from '../../ui/Snippet';
import { openSloAnnotation, openSloFile } from '../../ui/slo/openSloDocument';

const tiers = `# app-config.yaml
sightline:
  slo:
    calls:
      # where nothing else measures a service, its own calls do
      enabled: true
    tiers:
      T0:
        availability: 0.9995
        latency: { target: 0.99, threshold: 500ms }
        window: 30d
      # services of which nobody has said how much depends on them
      none:
        availability: 0.99`;

type SlosEmptyProps = { filtered: boolean; onClear: () => void };

/** No rows: because of the filter, or because nobody has promised anything. */
export const SlosEmpty = ({ filtered, onClear }: SlosEmptyProps) =>
  filtered ? (
    <EmptyPanel
      title="No objective fits these filters"
      action={{ label: 'Clear all filters', onClick: onClear }}
    >
      Every word must occur in an objective’s title or in the name or owner of
      its service.
    </EmptyPanel>
  ) : (
    <EmptyPanel title="Nothing is promised yet">
      <p>
        An objective is a target for what can be measured of a service. By
        default every service of a tier has one:
      </p>
      <Snippet label="Objectives by tier, for app-config.yaml" text={tiers} />
      <p>
        Or state it in a file beside the service, which wins over the default:
      </p>
      <Snippet label="An OpenSLO document" text={openSloFile('payments')} />
      <p>And name the file in the catalog:</p>
      <Snippet
        label="The annotation that names the document"
        text={openSloAnnotation}
      />
    </EmptyPanel>
  );
