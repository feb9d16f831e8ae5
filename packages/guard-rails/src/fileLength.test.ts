import { memoryTree } from './__testUtils__/memoryTree.ts';
import { checkFileLength } from './fileLength.ts';

const lines = (count: number) => 'line\n'.repeat(count);

describe('file-length', () => {
  it('fails a file of 401 lines and names it', () => {
    const tree = memoryTree({
      'src/long.ts': lines(401),
      'src/just.ts': lines(400),
    });
    expect(checkFileLength(tree)).toEqual({
      problems: [
        expect.stringMatching(/^src\/long\.ts has 401 lines, and 400 is/),
      ],
      summary: '2 files, none over 400 lines',
    });
  });

  it('lets tools write as much as they want', () => {
    const tree = memoryTree({
      'yarn.lock': lines(9000),
      'plugins/sightline/report.api.md': lines(900),
      'plugins/sightline/src/schema/openapi/generated/types.ts': lines(900),
    });
    expect(checkFileLength(tree).problems).toEqual([]);
  });
});
