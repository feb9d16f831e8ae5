import { isPackageManager, parseStat } from './ancestors.ts';

it('reads /proc/PID/stat, whatever the process calls itself', () => {
  const rest = Array.from({ length: 30 }, (_, i) => String(i + 5)).join(' ');
  expect(parseStat(`12 (npm (start) x) S 7 ${rest}\n`)).toEqual({
    name: 'npm (start) x',
    state: 'S',
    parent: 7,
    startedAt: '22',
  });
  expect(parseStat('')).toBeUndefined();
});

it.each([
  ['npm start', ['npm start'], true],
  ['node', ['/usr/bin/node', '/usr/bin/npm', 'start'], true],
  ['node', ['node', '/x/yarn.js', 'start'], true],
  ['node', ['node', '/x/yarn-4.13.0.cjs', 'start'], true],
  ['sh', ['sh', '-c', 'npm start'], false],
  ['node', ['node', 'launch.mjs', 'start'], false],
])('tells a package manager: %s %j is one: %s', (name, commandLine, is) => {
  expect(isPackageManager(name, commandLine)).toBe(is);
});
