import { ignoresWithoutReason } from './unused.ts';

describe('unused', () => {
  it('fails an exception without a reason', () => {
    const config = `{
  "entry": ["src/index.ts"],
  "ignoreDependencies": [
    "pg", // the driver that knex loads by name
    "left-pad",
    // everything below is found by name
    "jest"
  ],
  "ignore": ["a.ts"]
}`;
    expect(ignoresWithoutReason(config).map(line => line.trim())).toEqual([
      '"left-pad",',
      '"ignore": ["a.ts"]',
    ]);
  });

  it('asks for no reason once the exceptions are over', () => {
    const config = `{
  // types in a signature belong to it
  "ignoreExportsUsedInFile": { "type": true },
  "entry": ["src/index.ts"]
}`;
    expect(ignoresWithoutReason(config)).toEqual([]);
  });

  it('lets one reason stand for a list that it is written above of', () => {
    const config = `{
  // written by a tool
  "ignore": ["a.ts", "b.ts"]
}`;
    expect(ignoresWithoutReason(config)).toEqual([]);
  });
});
