/** Checks: Braise's `vitest` module, its runner and the printing of values, without DOM or Node. */
export { createCheckModule, offerAsGlobals, type CheckModule } from './module.ts';
export type { CheckHost, RunChecks } from './check-run.ts';
export { runChecks } from './run.ts';
export { createConsole, type CapturedConsole, type ConsoleTake } from './console.ts';
export { noteUnheard, type Tally } from './tally.ts';
export { problemOf } from './problem.ts';
export type { TimeRealm } from './fake-timers.ts';
export { show } from './show.ts';
export { print } from './print.ts';
