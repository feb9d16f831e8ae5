import type { Tier } from '../services/model';
import type { CallNodeKind } from './model';

/**
 * One who calls or is called, as people know it. Several nodes of traces can be
 * one party: the same service in two environments, or a service and the host
 * name under which a caller knows it.
 *
 * ```
 *   service production/shop/orders ──┐
 *   service staging/shop/orders    ──┼──▶ component:default/orders
 *   external orders.shop.svc       ──┘
 *   datastore postgresql orders-db/orders ──▶ resource:default/orders-db
 *   external api.cardrail.example ──▶ external:api.cardrail.example
 * ```
 * @public
 */
export type CallParty = {
  /** the catalog's entity, else `kind:namespace/name` as traces name it */
  id: string;
  kind: CallNodeKind;
  /** to show: the catalog's title, or the name in traces */
  name: string;
  /** the catalog's entity; left out while nobody knows which it is */
  entity?: string;
  owner?: { ref: string; name: string };
  system?: { ref: string; name: string };
  tier?: Tier;
  /** of a datastore or queue: `postgresql`, `kafka` */
  technology?: string;
  /** where traces saw it, sorted; left out when nobody said */
  environments?: string[];
};
