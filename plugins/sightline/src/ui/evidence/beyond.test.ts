import { unknown } from '@sightline/backstage-plugin-sightline-common';
import { beyond } from './beyond';
import { unknownWords } from './unknownWords';

const words = 'Prometheus has no figures of orders';
const todo = unknownWords['no-data'].todo;

it.each([
  [`${words}. No series has {name="orders"}`, 'No series has {name="orders"}'],
  ['It sends no traces', 'It sends no traces'],
  [words, todo],
  [undefined, todo],
])('below its headline, the reason "%s" says "%s"', (detail, said) =>
  expect(beyond(words, unknown('no-data', detail))).toBe(said),
);
