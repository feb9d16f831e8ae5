import { Ratio } from '@sightline/backstage-plugin-sightline-common';

export type Label = { name: string; value: string };

export type LabelTexts = {
  texts: { text: string; weight: Ratio }[];
  namespace?: string;
};

/**
 * What labels of alerts and pods say, most telling first. The names are those of
 * OpenTelemetry, Kubernetes, Istio and Prometheus.
 */
const telling: readonly (readonly [RegExp, Ratio])[] = [
  [/^(exported_|destination_|k8s_)?service([_.]name)?$/, 1],
  [/^app(lication)?$|^app[_.]kubernetes[_.]io[_/](name|instance)$/, 0.98],
  [/^(destination_)?(workload|canonical_service)(_name)?$/, 0.97],
  [
    /^(k8s[_.])?(deployment|statefulset|daemonset|cronjob|rollout)([_.]name)?$/,
    0.97,
  ],
  [/^pacticipant$|^provider$/, 0.95],
  [/^(k8s[_.])?pod([_.]name)?$/, 0.94],
  [/^component$|^job(_name)?$|^container([_.]name)?$/, 0.92],
  [/^(container_)?image$/, 0.9],
  [/^host(name)?$|^url$|^instance$|^server[_.]address$|^target$/, 0.85],
  [/^topic$|^queue$|^consumer_?group$|^datname$|^database$|^db[_.]name$/, 0.8],
  [/^consumer$|^source_workload$/, 0.6],
  [/^team$|^owner$/, 0.5],
];

const isNamespace =
  /^((exported_|destination_|k8s[_.])?(service[_.])?namespace([_.]name)?|kubernetes_namespace|destination_service_namespace)$/;

const pattern =
  /([a-z_][\w./-]*)"?\s*(?:=~|==|=|:)\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,{}"']+))/gi;

const weightOf = (name: string): Ratio | undefined =>
  telling.find(([names]) => names.test(name))?.[1];

const labelsAtMost = 40;

/**
 * Labels as they are pasted from an alert, a query or a manifest; undefined when
 * none of them says anything about services.
 *
 * @example `{service="search",namespace="discovery"}`, `app: search`
 */
export const labelsIn = (text: string): Label[] | undefined => {
  const labels: Label[] = [];
  for (const [, name, ...values] of text.matchAll(pattern)) {
    const value = values.find(said => said !== undefined)?.trim();
    // `http://` is no label of the name http.
    if (value && !value.startsWith('//')) {
      labels.push({ name: name.toLowerCase(), value });
    }
    if (labels.length === labelsAtMost) break;
  }
  const says = labels.some(({ name }) => weightOf(name) !== undefined);
  return says ? labels : undefined;
};

/** `job="discovery/search"` has its namespace in front. */
const bare = ({ name, value }: Label) =>
  name === 'job' ? value.slice(value.lastIndexOf('/') + 1) : value;

export const readLabels = (
  labels: readonly Label[],
): LabelTexts & { read: string } => {
  const told = labels.filter(({ name }) => weightOf(name) !== undefined);
  const place = labels.find(({ name }) => isNamespace.test(name));
  const shown = [...told.slice(0, 4), ...(place ? [place] : [])];
  return {
    read: `The labels ${shown
      .map(({ name, value }) => `${name}=${value}`)
      .join(', ')}`,
    texts: told.map(label => ({
      text: bare(label),
      weight: weightOf(label.name)!,
    })),
    ...(place && { namespace: place.value.toLowerCase() }),
  };
};
