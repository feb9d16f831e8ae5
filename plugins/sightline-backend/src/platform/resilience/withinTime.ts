import { Millis } from '@sightline/backstage-plugin-sightline-common';

const usual: Millis = 10_000;

/** Settles with the answer, or rejects when it takes longer than anybody should wait. */
export const withinTime = async <T>(
  answer: Promise<T>,
  atMost: Millis = usual,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), atMost);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
