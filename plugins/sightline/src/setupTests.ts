import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages, typed into key by key, on a machine that does other things too.
jest.setTimeout(30_000);

// Pages are loaded when they are first looked at, which takes that machine its time.
configure({ asyncUtilTimeout: 10_000 });

// jsdom lays nothing out, and virtual rows need a window to be seen through.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 240 },
  clientWidth: { configurable: true, get: () => 1200 },
  scrollHeight: { configurable: true, get: () => 1_000_000 },
  offsetHeight: { configurable: true, get: () => 240 },
  offsetWidth: { configurable: true, get: () => 1200 },
});

// It does not scroll either.
Element.prototype.scrollTo = function scrollTo(
  this: Element,
  to?: number | ScrollToOptions,
) {
  const top = typeof to === 'object' ? to.top ?? 0 : 0;
  if (top !== this.scrollTop) {
    this.scrollTop = top;
    this.dispatchEvent(new Event('scroll'));
  }
} as typeof Element.prototype.scrollTo;
