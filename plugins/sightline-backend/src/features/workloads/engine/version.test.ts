import { seen } from '../__testUtils__/seen';
import { versionOf } from './version';

const image = (container: string, version?: string) => ({
  ...{ container, image: `shop/${container}`, digests: [] },
  ...(version !== undefined && { version }),
});
const runs = (
  images: ReturnType<typeof image>[],
  labels: Record<string, string> = {},
) => versionOf(seen('web', { labels, template: { images } }));

const labelled = { 'app.kubernetes.io/version': '4.2' };

describe('the version that runs', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['the tag of its image', runs([image('app', '7')]), '7'],
    [
      'that of the container that is called as it is',
      runs([image('proxy', '1'), image('web', '7')]),
      '7',
    ],
    ['its tag before its label', runs([image('web', '7')], labelled), '7'],
    [
      'its label where its tag moves',
      runs([image('web', 'latest')], labelled),
      '4.2',
    ],
    ['its label where it has no tag', runs([image('web')], labelled), '4.2'],
    [
      'a tag that moves, for want of more',
      runs([image('web', 'latest')]),
      'latest',
    ],
    ['none where nothing says so', runs([image('web')]), undefined],
    ['none without containers', runs([]), undefined],
  ])('is %s', (_title, version, expected) => {
    expect(version).toBe(expected);
  });
});
