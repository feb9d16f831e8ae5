import { parseEntityRef } from '@backstage/catalog-model';
import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import {
  openSloAnnotation,
  openSloDocument,
} from '../../ui/slo/openSloDocument';

const ADVICE =
  'Nobody has stated what it promises. State it in a file beside its catalog-info.yaml:';

type SloEmptyProps = {
  service: ServiceRef;
  advice?: string;
  /** only what names the document, where there is little room */
  brief?: boolean;
};

/** Nothing is promised: what to add, ready to be pasted. */
export const SloEmpty = ({ service, advice, brief }: SloEmptyProps) => (
  <EmptyPanel
    title="No objective yet"
    config={
      brief ? openSloAnnotation : openSloDocument(parseEntityRef(service).name)
    }
  >
    {advice ?? ADVICE}
  </EmptyPanel>
);
