import { interleave } from './interleaved-runs.ts';

// A file for each database, so that they run side by side.
interleave('sqlite');
