import { Millis } from '@sightline/backstage-plugin-sightline-common';

export type Rule =
  | { record: string; expr: string; labels: Record<string, string> }
  | {
      alert: string;
      expr: string;
      labels: Record<string, string>;
      annotations: Record<string, string>;
    };

export type RuleGroup = { name: string; interval: Millis; rules: Rule[] };

/**
 * A text in quotes. YAML reads those of JSON; half a character is none for it.
 */
const quoted = (text: string) =>
  JSON.stringify(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** A value of a label that people may have written: what looks like a template is none. */
export const literal = (text: string): string =>
  text.replaceAll('{{', '{{ "{{" }}');

const mapping = (name: string, entries: Record<string, string>): string[] =>
  Object.keys(entries).length === 0
    ? []
    : [
        `        ${name}:`,
        ...Object.entries(entries).map(
          ([key, value]) => `          ${key}: ${quoted(value)}`,
        ),
      ];

const ruleInYaml = (rule: Rule): string[] => [
  'record' in rule
    ? `      - record: ${quoted(rule.record)}`
    : `      - alert: ${quoted(rule.alert)}`,
  `        expr: ${quoted(rule.expr)}`,
  ...mapping('labels', rule.labels),
  ...('annotations' in rule ? mapping('annotations', rule.annotations) : []),
];

/** A file as Prometheus and promtool read it. */
export const inYaml = (
  groups: readonly RuleGroup[],
  comments: readonly string[],
): string =>
  [
    ...comments.map(comment => `# ${comment}`),
    groups.length > 0 ? 'groups:' : 'groups: []',
    ...groups.flatMap(({ name, interval, rules }) => [
      `  - name: ${quoted(name)}`,
      `    interval: ${interval / 1000}s`,
      '    rules:',
      ...rules.flatMap(ruleInYaml),
    ]),
    '',
  ].join('\n');
