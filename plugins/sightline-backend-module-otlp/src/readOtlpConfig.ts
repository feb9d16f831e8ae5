import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  CallEngineLimits,
  defaultCallEngineLimits,
} from '@sightline/backstage-plugin-sightline-node/spans';

export type OtlpConfig = {
  folder: string;
  bodyAtMost: number;
  bodyWithin: number;
  underWayAtMost: number;
  logAtMost: number;
  reportEvery: number;
  limits: CallEngineLimits;
};

const mebibyte = 2 ** 20;

/** Reads `sightline.otlp`; throws naming key and value when something is wrong. */
export const readOtlpConfig = (root: RootConfigService): OtlpConfig => {
  const config = root.getOptionalConfig('sightline.otlp');
  const duration = (key: string, otherwise: number) =>
    config?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : otherwise;
  const positive = (key: string, otherwise: number) => {
    const value = config?.getOptionalNumber(key) ?? otherwise;
    if (value > 0) return value;
    throw new Error(`sightline.otlp.${key} must be above 0, and is ${value}`);
  };
  const pairingWithin = duration(
    'pairing.within',
    defaultCallEngineLimits.pairingWithin,
  );
  const resentWithin = duration(
    'resent.within',
    defaultCallEngineLimits.resentWithin,
  );
  if (resentWithin < 2 * pairingWithin) {
    throw new Error(
      'sightline.otlp.resent.within must be at least twice sightline.otlp.pairing.within',
    );
  }
  return {
    folder: config?.getOptionalString('folder') ?? 'sightline-otlp',
    bodyAtMost: positive('body.mebibytesAtMost', 64) * mebibyte,
    bodyWithin: duration('body.within', 30_000),
    underWayAtMost: positive('mebibytesUnderWayAtMost', 256) * mebibyte,
    logAtMost: positive('log.mebibytesAtMost', 4096) * mebibyte,
    reportEvery: duration('reportEvery', 10_000),
    limits: {
      ...defaultCallEngineLimits,
      pairingWithin,
      resentWithin,
      spansAtMost: positive(
        'pairing.spansAtMost',
        defaultCallEngineLimits.spansAtMost,
      ),
    },
  };
};
