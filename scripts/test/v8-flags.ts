/** V8's flags for the processes of small tests, which end before optimised code would pay. */

/**
 * Keeps the first, unoptimised compilation of PGlite's and the compiler's WebAssembly. Optimises only functions that run fifteen
 * times as long as V8 usually waits. Enlarges the space for young objects, so that it is collected less often.
 */
export const SHORT_PROCESS_V8_FLAGS = ['--liftoff-only', '--interrupt-budget=1000000', '--max-semi-space-size=64'];
