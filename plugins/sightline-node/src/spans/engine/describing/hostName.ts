/** A host as a name, and the namespace that its address tells. @public */
export type NamedHost = { name: string; namespace: string };

const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const addressInAName = /^ip-\d+-\d+-\d+-\d+\b/;
const clusterLocal = /^([^.]+)\.([^.]+)\.svc(\.|$)/;
const replica = /-[0-9a-f]{8,10}-[a-z0-9]{5}$/;
const containerId = /^[0-9a-f]{12,64}$/;
const nowhere = new Set(['localhost', 'localhost.localdomain', '0', 'unknown']);

/**
 * What may be shown of a host, or undefined when it names nothing: an IP
 * address, a container's id and `localhost` are other hosts tomorrow.
 *
 * @example `payments.shop.svc.cluster.local` → payments in shop;
 * `orders-7d9f8b6c5d-x2x4q` → orders; `10.0.3.7` → undefined
 * @public
 */
export const hostName = (host: string): NamedHost | undefined => {
  const plain = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (
    plain === '' ||
    nowhere.has(plain) ||
    ipv4.test(plain) ||
    plain.includes(':') ||
    plain.startsWith('[') ||
    plain.startsWith('/') ||
    addressInAName.test(plain) ||
    containerId.test(plain)
  ) {
    return undefined;
  }
  const inCluster = clusterLocal.exec(plain);
  if (inCluster) return { name: inCluster[1], namespace: inCluster[2] };
  return { name: plain.replace(replica, ''), namespace: '' };
};
