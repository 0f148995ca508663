/** Checks: Braise's `vitest` module, its runner and the printing of values, without DOM or Node. */
export { createCheckModule, defineTestGlobals, type CheckModule } from './module.ts';
export type { CheckHost, CheckRunOptions } from './check-run.ts';
export { runChecks } from './run.ts';
export { createConsoleCapture, type ConsoleCapture, type ConsoleBatch } from './console.ts';
export { noteSwallowedFailure, type AssertionTally } from './tally.ts';
export { problemOfError } from './problem.ts';
export type { FakeTimersHost } from './fake-timers.ts';
export { toConsoleValue } from './show.ts';
export { printValue } from './print.ts';
