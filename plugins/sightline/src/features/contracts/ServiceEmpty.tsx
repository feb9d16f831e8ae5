import { parseEntityRef } from '@backstage/catalog-model';
import { ServiceContracts } from '@sightline/backstage-plugin-sightline-common';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { aliasConfig, brokerConfig } from './emptyConfig';

/** Whether no pact is known of this service under any of its names. */
export const hasNoPacts = ({ providers, consumers }: ServiceContracts) =>
  providers.length + consumers.length === 0;

/** No pact: no broker is there, none knows the name, or nothing was published. */
export const ServiceEmpty = ({ of }: { of: ServiceContracts }) => {
  if (!of.evidence) {
    return (
      <EmptyPanel title="No contracts are known" config={brokerConfig}>
        Contracts are read from a Pact Broker or from PactFlow, and none was
        mirrored yet. This is all it takes:
      </EmptyPanel>
    );
  }
  const isKnown = of.environments.length > 0 || of.deployed.length > 0;
  return isKnown ? (
    <EmptyPanel title="No pact speaks of this service">
      A broker knows its name and has no pact in which it is consumer or
      provider. The first one comes with a consumer’s build that publishes it.
    </EmptyPanel>
  ) : (
    <EmptyPanel
      title="No broker knows this service"
      config={aliasConfig(parseEntityRef(of.service).name)}
    >
      If it has another name there, say so in its description; names that are
      alike are matched by themselves:
    </EmptyPanel>
  );
};
