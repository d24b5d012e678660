import { workerData } from 'node:worker_threads';
import { createTurns } from './sweep-job.ts';

// The entry of a thread that `sweepTogether` starts: it looks into files until none are left.
const turn = createTurns(workerData);
while (turn());
