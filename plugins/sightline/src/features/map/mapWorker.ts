import { layOut } from './engine/layOut';
import type { LayoutAnswer, LayoutQuestion } from './layout/createLayouter';

/*
 * The thread in which the map is laid out. It is an entry of its own in
 * package.json, so that bundlers find it under one name, in this repository and
 * in the published package.
 */
addEventListener('message', ({ data }: MessageEvent<LayoutQuestion>) => {
  const answer: LayoutAnswer = { id: data.id, layout: layOut(data.input) };
  postMessage(answer);
});
