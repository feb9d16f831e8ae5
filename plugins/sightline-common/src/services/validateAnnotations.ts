import { isTimeZone } from '../units/zonedTime';
import { aliasKinds, annotations, dataClassifications, tiers } from './model';

/** An annotation of ours that cannot be read as it stands. @public */
export type AnnotationProblem = {
  annotation: string;
  value: string;
  allowed: string;
  /** one sentence that names all three */
  words: string;
};

type Rule = { allowed: string; accepts(value: string): boolean };

const oneOf = (values: readonly string[]): Rule => ({
  allowed: `one of ${values.join(', ')}`,
  accepts: value => values.includes(value.trim()),
});

const isWebAddress = (value: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
};

const isAlias = (item: string): boolean => {
  const [kind, ...rest] = item.trim().split(':');
  return (
    aliasKinds.some(known => known === kind) && rest.join(':').trim() !== ''
  );
};

const isYamlPath = (item: string): boolean => {
  const path = item.trim();
  return (
    /^[^\\\p{Cc}]+\.ya?ml$/iu.test(path) &&
    path.length <= 500 &&
    (!/^([a-z]+:|\/)/i.test(path) || isWebAddress(path))
  );
};

const rules: Record<string, Rule> = {
  [annotations.tier]: oneOf(tiers),
  [annotations.dataClassification]: oneOf(dataClassifications),
  [annotations.runbook]: {
    allowed: 'an http or https address',
    accepts: isWebAddress,
  },
  [annotations.version]: {
    allowed: 'a text of 1 to 128 characters',
    accepts: value => value.trim() !== '' && value.length <= 128,
  },
  [annotations.timezone]: {
    allowed: 'an IANA time zone, such as Europe/Berlin',
    accepts: isTimeZone,
  },
  [annotations.openslo]: {
    allowed:
      'paths of YAML files separated by commas, relative to the file of the entity, such as ./objectives/payments.yaml',
    accepts: value => value.split(',').every(isYamlPath),
  },
  [annotations.rotation]: {
    allowed:
      'paths of YAML files separated by commas, relative to the file of the entity, such as ./rotations/payments.yaml',
    accepts: value => value.split(',').every(isYamlPath),
  },
  [annotations.aliases]: {
    allowed: `kind:name pairs separated by commas, kind being ${
      oneOf(aliasKinds).allowed
    }`,
    accepts: value => value.split(',').every(isAlias),
  },
};

const prefix = 'sightline.dev/';

const problem = (
  annotation: string,
  value: string,
  allowed: string,
): AnnotationProblem => ({
  annotation,
  value,
  allowed,
  words: `Annotation ${annotation} is '${value}'; it must be ${allowed}`,
});

/**
 * Finds what is wrong with the `sightline.dev/*` annotations of an entity. An
 * annotation nobody reads counts too: it is most likely misspelt.
 * @public
 */
export const validateAnnotations = (
  found: Readonly<Record<string, string>>,
  alsoKnown: readonly string[] = [],
): AnnotationProblem[] =>
  Object.keys(found)
    .filter(name => name.startsWith(prefix) && !alsoKnown.includes(name))
    .sort()
    .flatMap(name => {
      const value = String(found[name]);
      const rule = rules[name];
      if (!rule) {
        const names = Object.keys(rules).join(', ');
        return problem(name, value, `left out, or be called one of ${names}`);
      }
      return rule.accepts(value) ? [] : problem(name, value, rule.allowed);
    });
