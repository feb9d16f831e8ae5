import { patternOf } from './matching.ts';
import { executionError } from './PromqlError.ts';
import type { Labels } from './Series.ts';
import { oneOfEach } from './unique.ts';
import type { Sample } from './Value.ts';

const isLabel = (name: string) => /^[a-zA-Z_]\w*$/.test(name);

function withLabel(labels: Labels, name: string, value: string): Labels {
  const { [name]: _, ...rest } = labels;
  return value === '' ? rest : { ...rest, [name]: value };
}

/** label_replace(v, "to", "$1", "from", "(.*)") */
export function replaceLabel(
  samples: Sample[],
  [to, replacement, from, pattern]: string[],
): Sample[] {
  const regex = compiled(pattern);
  if (!isLabel(to)) {
    throw executionError(
      `invalid destination label name in label_replace(): ${to}`,
    );
  }
  return oneOfEach(
    samples.map(sample => {
      const found = regex.exec(sample.labels[from] ?? '');
      if (!found) return sample;
      const value = expand(replacement, found);
      return { ...sample, labels: withLabel(sample.labels, to, value) };
    }),
  );
}

function compiled(pattern: string): RegExp {
  try {
    return patternOf(pattern);
  } catch {
    throw executionError(
      `invalid regular expression in label_replace(): ${pattern}`,
    );
  }
}

/** `$1`, `${1}`, `${name}`; `$$` is a dollar. What is not there is nothing. */
const expand = (replacement: string, found: RegExpExecArray) =>
  replacement.replace(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (whole, bare?: string, braced?: string) => {
      if (whole === '$$') return '$';
      const name = bare ?? braced ?? '';
      const group = /^\d+$/.test(name)
        ? found[Number(name)]
        : found.groups?.[name];
      return group ?? '';
    },
  );

/** label_join(v, "to", ",", "a", "b") */
export function joinLabels(
  samples: Sample[],
  [to, separator, ...from]: string[],
): Sample[] {
  const wrong = [to, ...from].find(name => !isLabel(name));
  if (wrong !== undefined) {
    throw executionError(`invalid label name in label_join(): ${wrong}`);
  }
  return oneOfEach(
    samples.map(({ labels, value }) => {
      const joined = from.map(name => labels[name] ?? '').join(separator);
      return { labels: withLabel(labels, to, joined), value };
    }),
  );
}
