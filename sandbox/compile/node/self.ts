/** Defines the global `self`, which esbuild's browser build expects; import this before it. */
Object.assign(globalThis, { self: globalThis });
