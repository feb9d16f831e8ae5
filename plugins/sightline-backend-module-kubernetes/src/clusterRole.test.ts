import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resourceTypes } from './watching/resourceTypes';

type Rule = { apiGroups: string[]; resources: string[]; verbs: string[] };

describe('the ClusterRole in the documentation', () => {
  it('allows what is asked for, and nothing else', () => {
    const page = readFileSync(
      join(__dirname, '../../../docs/kubernetes.md'),
      'utf8',
    );
    const [, role] = page.match(/```yaml\n(apiVersion: rbac[^]*?)\n---/) ?? [];
    const { rules } = parse(role) as { rules: Rule[] };
    const allowed = rules.flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.map(name => `${group}/${name}: ${verbs.join(', ')}`),
      ),
    );
    expect(allowed.sort()).toEqual(
      resourceTypes
        .map(({ group, name }) => `${group}/${name}: list, watch`)
        .sort(),
    );
  });
});
