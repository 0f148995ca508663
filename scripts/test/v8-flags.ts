/** V8's flags for the processes of small tests, which end before optimised code would pay. */

/**
 * Leaves PGlite's and the compiler's WebAssembly as it is compiled first, and optimises only functions that run fifteen times as
 * long as V8 usually waits. A larger space for young objects is collected less often.
 */
export const SHORT_LIFE_FLAGS = ['--liftoff-only', '--interrupt-budget=1000000', '--max-semi-space-size=64'];
