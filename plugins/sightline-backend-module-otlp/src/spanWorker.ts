import { parentPort, workerData } from 'node:worker_threads';
import { createSpanWorker } from './keeping/createSpanWorker';

createSpanWorker(parentPort!, workerData);
