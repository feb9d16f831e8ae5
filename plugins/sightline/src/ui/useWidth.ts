import { RefObject } from 'react';
import { useMeasured } from './useMeasured';

/** How wide an element is. */
export const useWidth = (element: RefObject<HTMLElement>): number =>
  useMeasured(element, node => node.clientWidth, 1_200);
