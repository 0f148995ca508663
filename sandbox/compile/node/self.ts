/** Defines the global `self`, which esbuild's browser build needs; import this file before esbuild. */
Object.assign(globalThis, { self: globalThis });
