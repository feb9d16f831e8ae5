import { ServiceRef } from '@sightline/backstage-plugin-sightline-common';
import { mapRouteRef } from '../../routes';
import { useKnownRoute } from '../../ui/useKnownRoute';
import { CallsView, formatCallsView } from '../../ui/window/callsWindow';

/** Where the Map shows a service and so many hops around it, in the same window. */
export function useMapOf(
  service: ServiceRef,
  view: CallsView,
): ((hops: number) => string) | undefined {
  const map = useKnownRoute(mapRouteRef);
  return map
    ? hops => {
        const focus = new URLSearchParams({
          focus: service,
          hops: String(hops),
        });
        return `${map()}?${formatCallsView(view, focus)}`;
      }
    : undefined;
}
