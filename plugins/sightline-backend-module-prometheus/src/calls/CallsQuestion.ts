import { AskContext } from '@sightline/backstage-plugin-sightline-node';
import { PrometheusClient } from '../client/createPrometheusClient';
import { EvaluationRange } from '../client/engine/rangePieces';
import { GrowthWindow } from './engine/growth';

/** What is asked about in one round, and of whom. */
export type CallsQuestion = {
  client: PrometheusClient;
  range: EvaluationRange;
  window: GrowthWindow;
  /** of services whose labels name none */
  environment: string;
  context: AskContext;
};
