/** The list of all background jobs. */
import { defined, type AnyJob } from './job.ts';
import { judgingSearch } from '../submissions/job.ts';
import { retention } from './retention.ts';

export const JOBS: AnyJob[] = [defined(retention), defined(judgingSearch)];
