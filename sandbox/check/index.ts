/** Checks: Braise's `vitest` module, its runner and the printing of values, without DOM or Node. */
export { createCheckModule, defineGlobals, type CheckModule } from './module.ts';
export type { CheckHost, CheckRunOptions } from './check-run.ts';
export { runChecks } from './run.ts';
export { createConsole, type ConsoleCapture, type ConsoleBatch } from './console.ts';
export { noteSwallowedFailure, type AssertionTally } from './tally.ts';
export { problemOf } from './problem.ts';
export type { TimeRealm } from './fake-timers.ts';
export { toConsoleValue } from './show.ts';
export { print } from './print.ts';
