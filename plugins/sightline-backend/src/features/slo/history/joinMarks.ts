import { TimelineMarks } from './TimelineMarks';

/** What several features tell, as one; whoever reads it sorts. */
export const joinMarks = (...all: readonly TimelineMarks[]): TimelineMarks => ({
  async read(service, range) {
    const told = await Promise.all(all.map(one => one.read(service, range)));
    return told.flat();
  },
});
