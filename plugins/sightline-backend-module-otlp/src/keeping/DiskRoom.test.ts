import { DiskRoom, freeBytes } from './DiskRoom';

const roomOf = (free: () => number) =>
  new DiskRoom({ folder: '/any', reserve: 100, free: async () => free() });

describe('DiskRoom', () => {
  it('has room before it looked, and where the disk does not tell', async () => {
    const room = roomOf(() => {
      throw new Error('this file system does not tell');
    });
    expect(room.has(10 ** 12)).toBe(true);
    await room.look();
    expect(room.has(10 ** 12)).toBe(true);
  });

  it('has room down to its reserve, less what was written since it looked', async () => {
    const room = roomOf(() => 1000);
    await room.look();
    expect([room.has(900), room.has(901)]).toEqual([true, false]);
    room.use(400);
    expect([room.has(500), room.has(501)]).toEqual([true, false]);
  });

  it('has none until there is clearly more than the reserve again', async () => {
    let free = 99;
    const room = roomOf(() => free);
    const hasRoom = async (bytes: number) => {
      free = bytes;
      await room.look();
      return room.has(0);
    };
    expect(await hasRoom(99)).toBe(false);
    expect(await hasRoom(149)).toBe(false);
    expect(await hasRoom(150)).toBe(true);
    expect(await hasRoom(100)).toBe(true);
  });

  it('asks the real disk', async () => {
    expect(await freeBytes(__dirname)).toBeGreaterThan(0);
  });
});
