import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { useEffect, useMemo, useRef, useState } from 'react';
import { LayoutInput, MapLayout, Seeds } from '../engine/MapLayout';
import { Layouter, createLayouter } from './createLayouter';
import { layoutInput, structureKey } from './layoutInput';

/** An answer and where its nodes stand; the two always belong together. */
export type DrawnMap = {
  map: CallMap;
  layout: MapLayout;
  /** changes with the places */
  key: string;
  /** changes when everything is arranged anew, so that one looks at all of it again */
  arrangement: string;
};

type Done = {
  key: string;
  arrangement: string;
  layout?: MapLayout;
  problem?: unknown;
};

/** Arrangements that are remembered: closing a group goes back to what was before. */
const REMEMBERED = 16;
/** Below this part of known nodes there is nothing worth keeping in its place. */
const WORTH_KEEPING = 0.5;

/** Places to keep: those of the last layout, when enough of it is still there. */
function seedsFor(
  input: LayoutInput,
  last: Done | undefined,
  arrangement: string,
): Seeds | undefined {
  const seeds = last?.layout?.seeds;
  if (!seeds || last.arrangement !== arrangement) {
    return undefined;
  }
  const known = input.nodes.filter(({ id }) => Object.hasOwn(seeds.places, id));
  const shown = Object.keys(last.layout!.nodes).length;
  const kept = known.length / Math.max(1, Math.min(shown, input.nodes.length));
  return kept >= WORTH_KEEPING ? seeds : undefined;
}

/** The newest answer in its places; until those are known, the one before. */
export function useLayout(
  map: CallMap | undefined,
  { focus, arrangement }: { focus?: string; arrangement: string },
): { drawn?: DrawnMap; problem?: unknown } {
  const input = useMemo(() => map && layoutInput(map, focus), [map, focus]);
  const key = useMemo(() => input && structureKey(input), [input]);
  const layouter = useRef<Layouter>();
  const memory = useRef(new Map<string, Done>());
  const [done, setDone] = useState<Done>();
  const latest = useRef({ input, done });
  latest.current = { input, done };

  useEffect(() => {
    layouter.current = createLayouter();
    return () => layouter.current?.stop();
  }, []);

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const known = memory.current.get(`${arrangement} ${key}`);
    if (known) {
      setDone(known);
      return undefined;
    }
    let wanted = true;
    const finish = (result: Pick<Done, 'layout' | 'problem'>) => {
      if (wanted) {
        const next = { key, arrangement, ...result };
        remember(memory.current, `${arrangement} ${key}`, next);
        setDone(next);
      }
    };
    const question = latest.current.input!;
    const seeds = seedsFor(question, latest.current.done, arrangement);
    const begun = performance.now();
    layouter.current!.layOut({ ...question, seeds }).then(
      layout => {
        performance.measure?.('sightline map layout', { start: begun });
        finish({ layout });
      },
      problem => finish({ problem }),
    );
    return () => {
      wanted = false;
    };
  }, [key, arrangement]);

  const shown = useRef<DrawnMap>();
  if (map && done?.layout && done.key === key) {
    shown.current = {
      map,
      layout: done.layout,
      key: done.key,
      arrangement: done.arrangement,
    };
  }
  return { drawn: shown.current, problem: done?.problem };
}

function remember(memory: Map<string, Done>, key: string, done: Done) {
  if (done.layout) {
    memory.set(key, done);
  }
  if (memory.size > REMEMBERED) {
    memory.delete(memory.keys().next().value!);
  }
}
