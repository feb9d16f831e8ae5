import { csvLine } from './csvLine';

it.each([
  [['a', 1, true, undefined], 'a,1,true,\r\n'],
  [['a,b', 'say "so"', 'two\nlines'], '"a,b","say ""so""","two\nlines"\r\n'],
  [['=1+1', ' +1', '@x'], '"\'=1+1","\' +1","\'@x"\r\n'],
  [[-14], '-14\r\n'],
])('writes %j as %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
