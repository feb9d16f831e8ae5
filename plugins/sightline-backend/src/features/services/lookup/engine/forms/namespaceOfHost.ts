/**
 * The namespace in a host name of a Kubernetes service.
 *
 * @example `ledger.money.svc.cluster.local` is in money
 */
export const namespaceOfHost = (host: string): string | undefined =>
  /^[^.]+\.([^.]+)\.svc(?:\.|$)/i.exec(host)?.[1].toLowerCase();
