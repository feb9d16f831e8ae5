import { z } from 'zod';
import { namesWindow, withWindow } from '../engine/openslo/queries';
import { presets, Template } from '../engine/templates';

const presetNames = ['http', 'spanmetrics'] as const;

const labels = z
  .record(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, {
      error: 'its keys must be names of labels',
    }),
    z.string().includes('$name', {
      error: 'it must hold $name, as in $namespace/$name',
    }),
  )
  .refine(all => Object.keys(all).length > 0, {
    error: 'it must name at least one label, such as service_name: $name',
  });

const query = z
  .string()
  .transform(withWindow)
  .refine(namesWindow, {
    error: 'it must hold $window, as in increase(requests_total[$window])',
  })
  .refine(text => /\$labels\b/.test(text), {
    error: 'it must be grouped by the labels: sum by ($labels) (…)',
  });

const boundQuery = query.refine(text => /\$threshold\b/.test(text), {
  error: 'it must hold the bound: le=~"$threshold"',
});

const onlyOne = 'it must have either good or bad';

const availability = z
  .strictObject({
    good: query.optional(),
    bad: query.optional(),
    total: query,
  })
  .refine(({ good, bad }) => (good === undefined) !== (bad === undefined), {
    error: onlyOne,
  });

const latency = z.strictObject({
  good: boundQuery,
  total: query,
  unit: z.enum(['seconds', 'milliseconds']).default('seconds'),
});

const source = z.string().min(1).optional();

const ofPreset = z.strictObject({
  preset: z.enum(presetNames, {
    error: `it must be one of ${presetNames.join(', ')}`,
  }),
  source,
  labels: labels.optional(),
});

const ofOurs = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/, {
    error: 'it must be small letters, digits and hyphens',
  }),
  source,
  labels,
  availability: availability.optional(),
  latency: latency.optional(),
});

const isPreset = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'preset' in value;

/** One way to measure the fleet: a preset, or queries of one's own. */
const template = z.unknown().transform((value, context): Template => {
  const read = (isPreset(value) ? ofPreset : ofOurs).safeParse(value);
  if (!read.success) {
    for (const { path, message } of read.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  }
  if (!('preset' in read.data)) {
    return read.data;
  }
  const { preset, labels: own, source: from } = read.data;
  return {
    ...presets[preset],
    ...(own && { labels: own }),
    ...(from !== undefined && { source: from }),
  };
});

export const templates = z.array(template).default([]);
