import type { Check } from './Check.ts';
import { isText } from './text.ts';

const LIMIT = 400;

/** Nobody writes or reads these from top to bottom. */
const WRITTEN_BY_TOOLS = [
  /^yarn\.lock$/,
  /(^|\/)report[^/]*\.md$/,
  /(^|\/)generated\//,
  /(^|\/)CHANGELOG\.md$/,
];

export const checkFileLength: Check = tree => {
  const looked = tree.files
    .filter(isText)
    .filter(file => !WRITTEN_BY_TOOLS.some(pattern => pattern.test(file)));
  const problems = looked.flatMap(file => {
    const lines = tree.read(file).replace(/\n$/, '').split('\n').length;
    return lines > LIMIT
      ? [
          `${file} has ${lines} lines, and ${LIMIT} is the most: find the second story in it and give that a file of its own.`,
        ]
      : [];
  });
  return {
    problems,
    summary: `${looked.length} files, none over ${LIMIT} lines`,
  };
};
