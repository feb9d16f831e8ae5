import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readRotations } from './engine/readRotations';

const text = readFileSync(
  resolve(__dirname, '../../../../../../docs/on-call.md'),
  'utf8',
);

const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, block]) => block,
);

describe('docs/on-call.md', () => {
  it('shows rotations that are read as they stand', () => {
    const read = blocks.map(block => readRotations(block));
    expect(
      read.map(({ rotations, problems }) => [
        ...rotations.map(({ rotation, warnings }) => [rotation.id, warnings]),
        ...problems,
      ]),
    ).toEqual([
      [['rotation:default/platform', []]],
      [['rotation:default/payments', []]],
      [['rotation:default/checkout', []]],
    ]);
  });
});
