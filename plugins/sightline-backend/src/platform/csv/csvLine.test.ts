import { csvLine } from './csvLine';

describe('csvLine', () => {
  it.each([
    [['plain', 7, true, undefined], 'plain,7,true,\r\n'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"\r\n'],
    [['=1+1', '+1', '-1', '@sum'], '"\'=1+1","\'+1","\'-1","\'@sum"\r\n'],
    [[' =1', '\t=1'], '"\' =1","\'\t=1"\r\n'],
    [[-14], '-14\r\n'],
  ])('writes %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
