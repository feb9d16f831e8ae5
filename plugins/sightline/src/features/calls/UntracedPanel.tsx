import { parseEntityRef } from '@backstage/catalog-model';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { StateBadge } from '../../ui/state/StateBadge';
import { collectorExporter } from '../../ui/traces/sendTraces';

const configOf = (service: ServiceRef) => {
  const { name } = parseEntityRef(service);
  return `# what the service is started with
OTEL_SERVICE_NAME=${name}
OTEL_TRACES_EXPORTER=otlp
OTEL_EXPORTER_OTLP_ENDPOINT=http://otel-collector:4318

# the Collector, beside the back-end it sends to already
${collectorExporter('<your Backstage>')}`;
};

/** What is known is known from others; said before anything of it is read. */
export const UntracedNote = () => (
  <p role="status" style={{ margin: 0 }}>
    <StateBadge kind="idle" word="Its callers’ word alone" /> It sends no
    traces; how to let it is said further down.
  </p>
);

/** What is missing, and how to have it. */
export const UntracedPanel = ({ service }: { service: ServiceRef }) => (
  <EmptyPanel title="It sends no traces" config={configOf(service)}>
    Whom it calls, and its own operations, only its own traces can tell. If it
    sends them under another name, say so on the Sources page; if not, let it:
  </EmptyPanel>
);
