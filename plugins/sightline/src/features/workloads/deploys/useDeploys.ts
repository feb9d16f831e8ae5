import { useApi } from '@backstage/core-plugin-api';
import {
  Deploy,
  DeploysPage,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import {
  AskOptions,
  AskedPages,
  sightlineApiRef,
  usePages,
} from '../../../api';

const PAGE = 10;

/** Nobody counts deploys: as long as there is another page there is no end to them. */
type Counted = DeploysPage & { total: number };

export type Deploys = AskedPages<Counted, Deploy> & {
  /** asks for older ones; left out where there are none */
  more?: () => void;
};

const counted = (page: DeploysPage): Counted => ({
  ...page,
  total: page.nextCursor ? Infinity : page.items.length,
});

const countedEarlier = ({
  earlier,
  ...rest
}: AskOptions<Counted>): AskOptions<DeploysPage> => ({
  ...rest,
  earlier: earlier && ((page, at) => earlier(counted(page), at)),
});

/** Its deploys, newest first, as far back as somebody asks for. */
export function useDeploys(service: ServiceRef): Deploys {
  const api = useApi(sightlineApiRef);
  const asked = usePages<Deploy, Counted>(
    `deploys ${service}`,
    async (cursor, options) =>
      counted(
        await api.getDeploys(
          { service, limit: PAGE, cursor },
          countedEarlier(options),
        ),
      ),
    { every: 60_000 },
  );
  const { rows, total, need } = asked;
  return {
    ...asked,
    more: rows.length < total ? () => need(rows.length) : undefined,
  };
}
