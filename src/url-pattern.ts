/**
 * Stands in for what Paraglide brings to every page: the 8 kB that teach a browser `URLPattern` go to those alone that lack it, Firefox
 * before 142 and Safari before 26.
 */
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

export {};
