import {
  Dossier,
  Service,
  ServiceRow,
  known,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON, serviceRow } from './harbour';
import { alias } from './harbourSources';

const serviceOf = ({
  aliases: _,
  evidence: __,
  slo: ___,
  drift: ____,
  ...row
}: ServiceRow): Service => ({
  ...row,
  runbook: 'https://runbooks.harbour.example/ledger',
  links: [{ url: 'https://runbooks.harbour.example/ledger', title: 'Runbook' }],
});

/** All that is known about Harbour's first service. */
export function dossier(row: ServiceRow = serviceRow(0), now = NOON): Dossier {
  const evidence = {
    source: 'catalog',
    observedAt: toIso(now - 180_000),
    validFor: 600_000,
  };
  return {
    ref: row.ref,
    assembledAt: toIso(now - 60_000),
    service: known(serviceOf(row), evidence),
    dependencies: known(
      [
        {
          ref: 'component:default/cart-api',
          name: 'cart-api',
          relation: 'dependsOn',
        },
        {
          ref: 'resource:default/ledger-db',
          name: 'ledger-db',
          relation: 'dependsOn',
        },
        {
          ref: 'api:default/payments-api',
          name: 'payments-api',
          relation: 'consumesApi',
          providedBy: ['component:default/invoice-api'],
        },
      ],
      evidence,
    ),
    aliases: known(
      [
        {
          ...alias(0, now),
          state: 'annotated',
          service: row.ref,
          reason: 'the catalog says so',
        },
        {
          ...alias(1, now),
          state: 'matched',
          service: row.ref,
          score: 0.93,
          reason: 'same name',
        },
      ],
      evidence,
    ),
    facts: known([], evidence),
    parts: {
      slo: row.slo?.evidence
        ? known({ worst: row.slo }, row.slo.evidence)
        : unknown('not-configured', 'No objective is stated.'),
      workloads: row.health
        ? known(
            {
              health: row.health,
              deploys: row.lastDeploy
                ? [{ ...row.lastDeploy, toVersion: row.lastDeploy.version }]
                : [],
            },
            row.health.evidence,
          )
        : unknown('no-data', 'No cluster runs it.'),
    },
  };
}
