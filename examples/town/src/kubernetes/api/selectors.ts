import type { KubeObject } from '../objects/KubeObject.ts';
import type { Resource } from './resources.ts';
import { Refusal } from './Status.ts';

export type Wants = (object: KubeObject) => boolean;

/** Which objects are asked for: of a namespace, by fields, by labels. */
export function wantsOf(
  resource: Resource,
  parameters: URLSearchParams,
  namespace?: string,
): Wants {
  const rules = [
    ...fieldRules(parameters.get('fieldSelector') ?? '', resource),
    ...labelRules(parameters.get('labelSelector') ?? ''),
  ];
  return object =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    rules.every(rule => rule(object));
}

const valueAt = (object: unknown, path: string): string =>
  String(
    path
      .split('.')
      .reduce<unknown>(
        (within, key) => (within as Record<string, unknown> | undefined)?.[key],
        object,
      ) ?? '',
  );

/** `status.phase!=Succeeded,metadata.namespace=shop` */
function fieldRules(text: string, { fields }: Resource): Wants[] {
  const known = ['metadata.name', 'metadata.namespace', ...fields];
  return text
    .split(',')
    .filter(Boolean)
    .map(term => {
      const [, path, is, value] = /^([\w.]+)(!=|==?)(.*)$/.exec(term) ?? [];
      if (!path) throw new Refusal(400, `invalid selector: '${term}'`);
      if (!known.includes(path)) {
        throw new Refusal(400, `field label not supported: ${path}`);
      }
      return object => (valueAt(object, path) === value) === (is !== '!=');
    });
}

type LabelRule = (value: string | undefined) => boolean;

/** One requirement and the comma behind it, if there is one. */
const TERM =
  /^\s*(!?)\s*([\w./-]+)\s*(?:(==?|!=)\s*([\w.-]*)|(in|notin)\s*\(([^)]*)\))?\s*(?:,|$)/;

/** `app=web,tier in (a, b),!canary` */
function labelRules(text: string): Wants[] {
  const rules: Wants[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const found = TERM.exec(rest);
    if (!found) {
      throw new Refusal(400, `unable to parse requirement: ${rest}`);
    }
    const key = found[2];
    const rule = labelRule(found);
    rules.push(({ metadata: { labels = {} } }) => rule(labels[key]));
    rest = rest.slice(found[0].length);
  }
  return rules;
}

function labelRule([
  ,
  not,
  ,
  is,
  value,
  among,
  list,
]: RegExpExecArray): LabelRule {
  if (among) {
    const values = list.split(',').map(one => one.trim());
    const isIn: LabelRule = one => one !== undefined && values.includes(one);
    return among === 'in' ? isIn : one => !isIn(one);
  }
  if (is) return one => (one === value) === (is !== '!=');
  return one => (one === undefined) === (not === '!');
}
