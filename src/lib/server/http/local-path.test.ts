/** Tests that people are redirected only to pages of this app, never to an address of another site. */
import { expect, test } from 'vitest';
import { toLocalRedirectPath } from './form.ts';

test('a path of this app is kept with its query, without its hash', () => {
	expect(toLocalRedirectPath('/fr/people?a=1#b', '/')).toBe('/fr/people?a=1');
});

test.each([
	null,
	'',
	'people',
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/.//evil.example',
	'/%2e//evil.example',
	'/fr/..//evil.example',
	'/./\\evil.example',
	'javascript:alert(1)'
])('%j is replaced by the fallback path', (text) => {
	expect(toLocalRedirectPath(text, '/home')).toBe('/home');
});
