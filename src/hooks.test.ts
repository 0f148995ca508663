/** Tests that routes are found by the path that Paraglide gives without its language. */
import { expect, test } from 'vitest';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import { reroute } from './hooks.ts';

test.for([
	'/',
	'/fr',
	'/fr/',
	'/en/challenges',
	'/en/challenges/',
	'/french',
	'/api/assignments/1/submissions',
	'/challenges/fr',
	'/fr/fr/classes',
	'/en/a%20b/%E2%82%AC?x=1#y'
])('the route of %s is found without its language', async (path) => {
	const url = new URL(path, 'https://braise.example');
	expect(await reroute({ url, fetch })).toBe(deLocalizeUrl(url).pathname);
});
