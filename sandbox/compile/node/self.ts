/** esbuild's edition for browsers asks for the global scope by the name that it has in a browser's worker. Import this before it. */
Object.assign(globalThis, { self: globalThis });
