import { useApi } from '@backstage/core-plugin-api';
import {
  ServiceCalls,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../api';
import { useCallsView } from '../../ui/window/useCallsView';
import { useOpenParts } from '../../ui/useOpenParts';

/** Everything the tab shows and does, but what is only asked when it is opened. */
export function useServiceCalls(service: ServiceRef) {
  const api = useApi(sightlineApiRef);
  const [view, setView] = useCallsView();
  const parts = useOpenParts();
  const calls = useAsk<ServiceCalls>(
    JSON.stringify([service, view]),
    options => api.getServiceCalls(service, view, options),
    { every: 60_000 },
  );
  return { service, view, calls, parts, onView: setView };
}

export type ServiceCallsPage = ReturnType<typeof useServiceCalls>;
