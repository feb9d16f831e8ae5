import {
  Millis,
  Objective,
} from '@sightline/backstage-plugin-sightline-common';
import type { Indicator } from '@sightline/backstage-plugin-sightline-node';
import { AlertRule } from '../judging';

/** An objective that Prometheus is to watch by itself. */
export type RuledObjective = {
  objective: Objective;
  indicator: Indicator;
  rules: readonly AlertRule[];
  /** entity ref; what alerts are routed by */
  owner?: string;
  /** so many bad ones the budget must allow in a window, or chance decides; 1 when left out */
  minimumBadEvents?: number;
  /** to the objective in the portal */
  link?: string;
  /** what to do about it */
  runbook?: string;
};

/** Slices of time are no events: a bad minute is bad, however little happened in it. */
export const fewestBadEvents = ({
  objective,
  minimumBadEvents = 1,
}: RuledObjective): number | undefined =>
  objective.budgeting.method === 'occurrences' ? minimumBadEvents : undefined;

/** Over which answers are kept: those of alerts, and the whole where it has one length. */
export const windowsToKeep = ({
  objective,
  rules,
}: RuledObjective): Millis[] => {
  const { window } = objective;
  const ofAlerts = rules.flatMap(({ long, short }) => [long, short]);
  const whole = window.kind === 'rolling' ? [window.duration] : [];
  return [...new Set([...ofAlerts, ...whole])].sort((a, b) => a - b);
};
