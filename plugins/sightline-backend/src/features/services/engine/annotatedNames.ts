import {
  AliasKind,
  aliasKinds,
  annotations as own,
} from '@sightline/backstage-plugin-sightline-common';
import { AnnotatedName } from './MatchService';

/** Annotations of others that name a service in the outside system. */
const foreign: Record<string, AliasKind> = {
  'backstage.io/kubernetes-id': 'kubernetes',
  'pagerduty.com/service-id': 'pagerduty',
};

/** `otel:shop/payments` names the namespace too; `otel:payments` fits any. */
const parse = (item: string): AnnotatedName[] => {
  const [said, ...rest] = item.trim().split(':');
  const kind = aliasKinds.find(known => known === said);
  const name = rest.join(':').trim();
  if (!kind || !name) {
    return [];
  }
  const slash = name.indexOf('/');
  const hasNamespace = kind !== 'kubernetes' && slash > 0;
  return [
    {
      annotation: own.aliases,
      kind,
      name: hasNamespace ? name.slice(slash + 1) : name,
      ...(hasNamespace && { namespace: name.slice(0, slash) }),
    },
  ];
};

/** The outside names that the catalog itself gives a service. */
export const annotatedNames = (
  annotations: Readonly<Record<string, string>>,
): AnnotatedName[] => [
  ...(annotations[own.aliases] ?? '').split(',').flatMap(parse),
  ...Object.entries(foreign).flatMap(([annotation, kind]) =>
    annotations[annotation]
      ? [{ annotation, kind, name: annotations[annotation] }]
      : [],
  ),
];
