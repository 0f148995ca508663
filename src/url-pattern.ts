/** Replaces Paraglide's import of URLPattern, so that only browsers without URLPattern load the 8 kB polyfill. */
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

export {};
