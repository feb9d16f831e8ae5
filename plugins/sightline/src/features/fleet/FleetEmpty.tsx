import { EmptyPanel } from '../../ui/panels/EmptyPanel';

const config = `catalog:
  locations:
    - type: file
      target: ../../catalog-info/all.yaml
sightline:
  services:
    # values of spec.type that make a Component a service
    types: [service, website, worker, job]`;

type FleetEmptyProps = { filtered: boolean; onClear: () => void };

/** No rows: because of the filter, or because the catalog has no services. */
export const FleetEmpty = ({ filtered, onClear }: FleetEmptyProps) =>
  filtered ? (
    <EmptyPanel
      title="No service fits these filters"
      action={{ label: 'Clear all filters', onClick: onClear }}
    >
      Every word must occur in a service’s name, title, owner, system or one of
      its outside names.
    </EmptyPanel>
  ) : (
    <EmptyPanel title="There are no services yet" config={config}>
      The fleet is every Component of the catalog that runs and can be called.
      Register the first one with a template under “Create”, or say in
      app-config.yaml where your descriptions are and which types count:
    </EmptyPanel>
  );
