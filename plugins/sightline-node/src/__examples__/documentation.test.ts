import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const guide = readFileSync(
  join(__dirname, '../../../../docs/writing-a-source.md'),
  'utf8',
);

// The guide imports what an author imports; a package cannot import itself.
const asAnAuthorWrites = (file: string) =>
  readFileSync(join(__dirname, file), 'utf8')
    .replace("'../index'", "'@sightline/backstage-plugin-sightline-node'")
    .replace(
      "'../testUtils'",
      "'@sightline/backstage-plugin-sightline-node/testUtils'",
    )
    .trimEnd();

it.each([
  'createTicketsSource.ts',
  'ticketsModule.ts',
  'createTicketsSource.test.ts',
])('the guide shows %s as it is compiled and tested here', file => {
  expect(guide).toContain(asAnAuthorWrites(file));
});
