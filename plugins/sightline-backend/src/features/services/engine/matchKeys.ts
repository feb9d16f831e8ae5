import { OutsideName } from '@sightline/backstage-plugin-sightline-common';
import { isNameless } from './isNameless';
import { MatchService } from './MatchService';
import { formsOf, formsWithin } from './nameForms';
import { OwnName, SaidName } from './scoreMatch';
import { typoKeys } from './typo';

export type MatchOptions = {
  /** words companies put before every name: `acme` */
  namePrefixes?: readonly string[];
};

const labelNames = [
  'app.kubernetes.io/name',
  'k8s.deployment.name',
  'k8s-app',
  'app',
];

export const lower = (text: string) => text.toLocaleLowerCase('en-US');

/** `Deployment/payments` is payments. */
export const bareName = ({ kind, name }: OutsideName) =>
  kind === 'kubernetes' ? name.slice(name.indexOf('/') + 1) : name;

export const saidNames = (
  outside: OutsideName,
  prefixes: readonly string[],
): SaidName[] => {
  const around = [outside.namespace, ...prefixes].filter(Boolean);
  const said = (text: string, label?: string): SaidName => ({
    text,
    forms: formsOf(text, around),
    ...(label && { label }),
  });
  const labels = labelNames.flatMap(label => {
    const text = outside.labels?.[label];
    return text && !isNameless(text) ? [said(text, label)] : [];
  });
  const name = bareName(outside);
  return isNameless(name) ? labels : [said(name), ...labels];
};

export const ownNames = (
  service: MatchService,
  prefixes: readonly string[],
): OwnName[] => {
  const around = [...service.groups, ...prefixes];
  const names: OwnName[] = [
    { text: service.name, forms: formsWithin(service.name, around) },
  ];
  if (service.title) {
    names.push({
      text: service.title,
      forms: formsWithin(service.title, around),
      title: true,
    });
  }
  return names;
};

const coresOf = (names: readonly (SaidName | OwnName)[]) =>
  names.flatMap(name => [
    lower(name.text),
    ...name.forms.map(form => form.core),
  ]);

/** Typing errors are looked for in the plain form only: each letter is one more key. */
const typosOf = (names: readonly (SaidName | OwnName)[]) =>
  names.flatMap(({ forms }) =>
    forms
      .slice(0, 1)
      .flatMap(form => typoKeys(form.core).map(key => `~${key}`)),
  );

/** By the last word alone: `exports` may be `report-exports`, which a person knows. */
const partKey = (word: string) => `+${word}`;

const annotationKey = (kind: string, name: string) => `@${kind}:${lower(name)}`;

/** All keys under which a service can be found. */
export const serviceKeys = (
  service: MatchService,
  own: readonly OwnName[],
): string[] => {
  const cores = coresOf(own);
  return [
    ...cores,
    ...typosOf(own),
    ...own.flatMap(({ forms: [form] }) =>
      form?.last ? [partKey(form.last)] : [],
    ),
    ...service.annotated.map(({ kind, name }) =>
      annotationKey(kind ?? '*', name),
    ),
  ];
};

/** Keys to look under: the certain ones first, the others only if those find nothing. */
export const nameKeys = (outside: OutsideName, said: readonly SaidName[]) => {
  const cores = coresOf(said);
  return {
    annotated: [outside.kind, '*'].flatMap(kind =>
      [outside.name, bareName(outside)].map(name => annotationKey(kind, name)),
    ),
    certain: cores,
    typo: [
      ...typosOf(said),
      ...said.flatMap(({ forms: [form] }) =>
        form ? [partKey(form.core)] : [],
      ),
    ],
  };
};

/** Every key of a name and of a service: they can match only if one is shared. */
export const keysOfName = (
  outside: OutsideName,
  options: MatchOptions = {},
): string[] => {
  const keys = nameKeys(
    outside,
    saidNames(outside, options.namePrefixes ?? []),
  );
  return [...keys.annotated, ...keys.certain, ...keys.typo];
};
export const keysOfService = (
  service: MatchService,
  options: MatchOptions = {},
): string[] =>
  serviceKeys(service, ownNames(service, options.namePrefixes ?? []));
