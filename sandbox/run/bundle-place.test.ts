import { expect, test } from 'vitest';
import { BUNDLE_NAME, findBundlePlaceInStack, wrapBundle } from './bundle-place.ts';

test('a Chromium stack trace gives the innermost place in the bundle, by the bundle’s own line numbers', () => {
	const stack = `TypeError: no\n    at circle (blob:null/1234:9:100)\n    at fall (${BUNDLE_NAME}:8:7)\n    at draw (${BUNDLE_NAME}:3:2)`;
	expect(findBundlePlaceInStack(stack)).toEqual({ file: BUNDLE_NAME, line: 7, column: 7 });
});

test('a Firefox stack trace gives the innermost place in the bundle, by the bundle’s own line numbers', () => {
	const stack = `circle@blob:null/1234:9:100\nfall@${BUNDLE_NAME}:8:7\ndraw@${BUNDLE_NAME}:3:2\n`;
	expect(findBundlePlaceInStack(stack)).toEqual({ file: BUNDLE_NAME, line: 7, column: 7 });
});

test('a stack trace without the bundle gives no place', () => {
	expect(findBundlePlaceInStack('Error: x\n    at blob:null/1234:1:1')).toBeUndefined();
});

test('the bundle begins on the second line of the evaluated code', () => {
	expect(wrapBundle('first();').split('\n')[1]).toBe('first();');
});
