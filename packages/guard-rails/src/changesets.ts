import type { Check } from './Check.ts';
import { enumerate } from './text.ts';
import { readWorkspaces } from './workspaces.ts';

const BUMP = /^['"]?([^'":]+)['"]?:\s*(patch|minor|major)$/;

/** What is wrong with one changeset, given the packages that are published. */
export function problemsOfChangeset(
  file: string,
  text: string,
  published: string[],
): string[] {
  const [, header = '', story = ''] =
    text.match(/^---\n([\s\S]*?)---\n([\s\S]*)$/) ?? [];
  const lines = header.split('\n').filter(Boolean);
  const malformed = lines.filter(line => !BUMP.test(line));
  const strangers = lines
    .map(line => line.match(BUMP)?.[1] ?? '')
    .filter(name => name && !published.includes(name));
  return [
    lines.length === 0 && `${file} names no package and no patch|minor|major.`,
    malformed.length > 0 &&
      `${file}: ${enumerate(malformed)} is not 'package': patch|minor|major.`,
    strangers.length > 0 &&
      `${file}: ${enumerate(strangers)} is not a package that we publish.`,
    story.trim().length < 20 &&
      `${file} does not say what changes for somebody who uses it.`,
  ].filter(problem => typeof problem === 'string');
}

export const checkChangesets: Check = tree => {
  const published = readWorkspaces(tree)
    .filter(({ manifest }) => !manifest.private)
    .map(({ manifest }) => manifest.name);
  const files = tree.files.filter(file =>
    /^\.changeset\/(?!README)[^/]+\.md$/.test(file),
  );
  return {
    problems: files.flatMap(file =>
      problemsOfChangeset(file, tree.read(file), published),
    ),
    summary: `${files.length} changesets for ${published.length} published packages`,
  };
};
