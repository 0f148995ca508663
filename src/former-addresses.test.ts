/** Tests to which current addresses former addresses lead. */
import { expect, test } from 'vitest';
import { replaceFormerPath } from './former-addresses.ts';

test('former addresses lead to the current ones, with and without a language prefix', () => {
	expect(replaceFormerPath('/api/assignments/a/standing')).toBe('/api/assignments/a/progress');
	expect(replaceFormerPath('/classes/c/assignments/a/again')).toBe('/classes/c/assignments/a/rejudge');
	expect(replaceFormerPath('/fr/classes/c/assignments/a/again')).toBe('/fr/classes/c/assignments/a/rejudge');
});

test.each([
	'/',
	'/fr/classes/again',
	'/classes/c/assignments/a',
	'/api/assignments/a/help',
	'/standing',
	// A redirect to an address that begins with two slashes would lead to another site.
	'//elsewhere.example/classes/c/assignments/a/again'
])('the path %s is left unchanged', (currentPath) => {
	expect(replaceFormerPath(currentPath)).toBe(currentPath);
});
