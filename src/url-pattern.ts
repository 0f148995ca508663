/** Replaces Paraglide's import of URLPattern: only browsers without it (Firefox before 142, Safari before 26) load the 8 kB polyfill. */
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

export {};
