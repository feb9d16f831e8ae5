import { runInThisContext } from 'node:vm';

/** Half hours, three quarters, both halves of the globe, and none of it. */
const zones = [
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

/**
 * Jest gives tests a copy of the environment, and only the process's own one moves
 * its clock.
 */
const moveMachine = (zone: string | undefined) =>
  runInThisContext(
    zone === undefined
      ? 'delete process.env.TZ'
      : `process.env.TZ = ${JSON.stringify(zone)}`,
  );

/** Runs tests once in each of several zones of the machine. */
export const inMachineZones = (tests: () => void): void => {
  const before = process.env.TZ;
  describe.each(zones)('on a machine in %s', zone => {
    beforeAll(() => moveMachine(zone));
    afterAll(() => moveMachine(before));

    it('whose clock has really moved', () => {
      const shown = new Date(Date.UTC(2026, 0, 1)).toLocaleString('sv');
      const expected = new Date(Date.UTC(2026, 0, 1)).toLocaleString('sv', {
        timeZone: zone,
      });
      expect(shown).toBe(expected);
    });

    tests();
  });
};
