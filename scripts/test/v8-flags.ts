/** Keeps the unoptimised compilation of WebAssembly, optimises later, and collects young objects less often. */
export const SHORT_PROCESS_V8_FLAGS = ['--liftoff-only', '--interrupt-budget=1000000', '--max-semi-space-size=64'];
