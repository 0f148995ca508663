export { createCheckModule, defineTestGlobals, type CheckModule } from './module.ts';
export type { CheckHost, CheckRunOptions } from './perform.ts';
export { runChecks } from './run.ts';
export { createConsoleCapture, type ConsoleCapture, type ConsoleBatch } from './console.ts';
export { noteSwallowedFailure, type AssertionTally } from './assertion.ts';
export { problemOfError } from './problem.ts';
export type { FakeTimersHost } from './fake-timers.ts';
export { toConsoleValue } from './console.ts';
export { printValue } from './print.ts';
