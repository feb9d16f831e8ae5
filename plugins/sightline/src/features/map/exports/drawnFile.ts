import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A picture as text: drawn once, off the page. */
export function drawnFile(picture: JSX.Element): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(picture));
  const drawing = new XMLSerializer().serializeToString(place.firstChild!);
  root.unmount();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawing}\n`;
}
