import { hour, seen, START } from '../__testUtils__/seen';
import { noteTemplate } from './deploys';
import { TemplateMemory } from './foundDeploy';

/** `['1', -3]`: version 1 was rolled out three hours ago; without a time nobody knows when. */
type Told = [version: string, hours?: number];

const earlier = (...all: Told[]) =>
  all.map(([version, hours]) => ({
    id: `template-${version}`,
    images: seen('web', { version }).template.images,
    ...(hours !== undefined && { since: START + hours * hour }),
  }));

const at = (hours?: number) =>
  hours === undefined ? {} : { since: START + hours * hour };

/** What is found out at `START`: what was missed, and then what is out now. */
const note = (
  before: TemplateMemory | undefined,
  { past, out, after }: { past: Told[]; out: Told; after?: number },
) => {
  const [version, hours] = out;
  const template = { ...at(hours), earlier: earlier(...past) };
  const { missed, deploy, memory } = noteTemplate(
    before,
    seen('web', { version, template }),
    {
      now: START,
      ...(after !== undefined && { after: START + after * hour }),
    },
  );
  const found = [...missed, ...(deploy ? [deploy] : [])].map(
    ({ at: when, words }) => `${(when - START) / hour}: ${words}`,
  );
  return { found, memory };
};

describe('of a workload that is seen for the first time', () => {
  it('every template is a deploy that the cluster remembers', () => {
    const past: Told[] = [
      ['1', -30],
      ['2', -20],
    ];
    expect(note(undefined, { past, out: ['3', -10] })).toEqual({
      found: [
        '-30: Deployed 1',
        '-20: Deployed 2, before 1',
        '-10: Deployed 3, before 2',
      ],
      memory: {
        ...{ template: 'template-3', version: '3', said: START - 10 * hour },
        earlier: ['template-1', 'template-2'],
      },
    });
  });

  it('a template that is out again was rolled back to', () => {
    const past: Told[] = [
      ['1', -30],
      ['2', -20],
    ];
    const { found, memory } = note(undefined, { past, out: ['1', -10] });
    expect(found[2]).toBe('-10: Rolled back to 1, before 2');
    expect(memory.earlier).toEqual(['template-1', 'template-2']);
  });

  it('one of which nobody knows when it came is no deploy, but what came next followed on it', () => {
    const past: Told[] = [['1', -30], ['2', -20], ['1']];
    expect(note(undefined, { past, out: ['4', -10] }).found).toEqual([
      '-30: Deployed 1',
      '-20: Deployed 2, before 1',
      '-10: Deployed 4, before 1',
    ]);
    expect(note(undefined, { past: [['1', -30]], out: ['2'] }).found).toEqual([
      '-30: Deployed 1',
    ]);
  });

  it('nothing is believed that is yet to come, or goes back in time', () => {
    const past: Told[] = [
      ['1', 5],
      ['2', -20],
      ['3', -25],
    ];
    expect(note(undefined, { past, out: ['4', -10] }).found).toEqual([
      '-20: Deployed 2, before 1',
      '-10: Deployed 4, before 2',
    ]);
  });
});

describe('of a workload that was seen before', () => {
  const before: TemplateMemory = {
    ...{ template: 'template-2', version: '2', earlier: ['template-1'] },
    said: START - 20 * hour,
  };
  const past: Told[] = [
    ['1', -30],
    ['2', -20],
  ];

  it('what was known is no deploy again', () => {
    const same = { past: past.slice(0, 1), out: ['2', -20] as Told };
    expect(note(before, { ...same, after: -1 }).found).toEqual([]);
    expect(note(before, { past, out: ['3', -0.5], after: -1 }).found).toEqual([
      '-0.5: Deployed 3, before 2',
    ]);
  });

  it('templates that came and went while nobody looked are told, in order', () => {
    const more: Told[] = [...past, ['3', -6], ['4', -4]];
    expect(
      note(before, { past: more, out: ['5', -2], after: -8 }).found,
    ).toEqual([
      '-6: Deployed 3, before 2',
      '-4: Deployed 4, before 3',
      '-2: Deployed 5, before 4',
    ]);
  });

  it('one that is out again after others came and went was rolled back to', () => {
    const more: Told[] = [...past, ['3', -6]];
    expect(
      note(before, { past: more, out: ['2', -2], after: -8 }).found,
    ).toEqual(['-6: Deployed 3, before 2', '-2: Rolled back to 2, before 3']);
  });
});
