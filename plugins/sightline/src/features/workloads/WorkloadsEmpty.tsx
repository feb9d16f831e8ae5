import { parseEntityRef } from '@backstage/catalog-model';
import {
  ServiceWorkloads,
  Unknown,
  unknown as unknownFor,
} from '@sightline/backstage-plugin-sightline-common';
import { unknownWords } from '../../ui/evidence/unknownWords';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';

const connectCluster = `# packages/backend/src/index.ts
# backend.add(import('@sightline/backstage-plugin-sightline-backend-module-kubernetes'));

# app-config.yaml, as Backstage's own Kubernetes plugin reads it
kubernetes:
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: production
          url: https://10.0.0.1:6443
          authProvider: serviceAccount
          serviceAccountToken: \${PRODUCTION_TOKEN}
          caData: \${PRODUCTION_CA}`;

const annotate = (name: string) => `# catalog-info.yaml
metadata:
  annotations:
    backstage.io/kubernetes-id: ${name}

# and on its Deployment
metadata:
  labels:
    backstage.io/kubernetes-id: ${name}`;

type Advice = { title: string; words: string; config?: string };

const adviceFor = (why: Unknown, name: string): Advice => {
  switch (why.reason) {
    case 'not-configured':
      return {
        title: 'No cluster is connected',
        words: 'Connect the first one; it is only listed and watched:',
        config: connectCluster,
      };
    case 'no-data':
      return {
        title: 'It runs in no cluster that is watched',
        words:
          'If it runs under another name, accept that name on the Sources page, or say whose it is:',
        config: annotate(name),
      };
    default: {
      const { short, meaning, todo } = unknownWords[why.reason];
      return {
        title: `What runs is not known: ${short}`,
        words: `${meaning} ${why.detail ?? todo}`,
      };
    }
  }
};

/** No workload: why there is none, and what to do about it. */
export const WorkloadsEmpty = ({
  service,
  unknown = unknownFor('no-data'),
}: Pick<ServiceWorkloads, 'service' | 'unknown'>) => {
  const { title, words, config } = adviceFor(
    unknown,
    parseEntityRef(service).name,
  );
  return (
    <EmptyPanel title={title} config={config}>
      {words}
    </EmptyPanel>
  );
};
