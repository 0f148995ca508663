/** Replaces Paraglide's import of URLPattern: only browsers without it load the 8 kB polyfill. */
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

export {};
