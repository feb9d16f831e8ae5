import { edgesOfJourneys, edgesOfSpans } from '../__testUtils__/edges.ts';
import { traffic, truth } from '../__testUtils__/harbour.ts';

describe('ten minutes of Harbour', () => {
  it('shows every edge of the journeys and no other', () => {
    const seen = [...edgesOfSpans(traffic(), truth).keys()].sort();

    expect(seen).toEqual([...edgesOfJourneys(truth)].sort());
  });

  it.each(['a', 'b', 'c'])('shows them with any seed (%s)', seed => {
    const seen = [
      ...edgesOfSpans(traffic({ seed, rate: 0.3 }), truth).keys(),
    ].sort();

    expect(seen).toEqual([...edgesOfJourneys(truth)].sort());
  });

  it('shows them at a tenth of the traffic, though some take longer to come', () => {
    const seen = edgesOfSpans(traffic({ rate: 0.1, minutes: 20 }), truth);

    expect([...seen.keys()].sort()).toEqual([...edgesOfJourneys(truth)].sort());
  });
});
