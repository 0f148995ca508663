/** Tests that our localizeHref returns the same address as Paraglide's own function, in every language. */
import { expect, test } from 'vitest';
import { localizeHref } from './localize-href.ts';
import { locales, localizeHref as localizeByPattern } from './paraglide/runtime.js';

const TESTED_PATHS = [
	'/',
	'/?expired',
	'/#top',
	'/challenges',
	'/challenges/',
	'/challenges?trade=food&minutes=60#list',
	'/fr',
	'/fr/',
	'/en/challenges?trade=food',
	'/frigo-vaccins',
	'/english',
	'/projects/a//b'
];

test.each(TESTED_PATHS)('%s gets the address that Paraglide gives it', (path) => {
	for (const locale of locales) expect(localizeHref(path, { locale })).toBe(localizeByPattern(path, { locale }));
	expect(localizeHref(path)).toBe(localizeByPattern(path));
});
