import { expect, test } from 'vitest';
import { parseNamingWish, parseProposal, parseFactReason } from './showing.ts';
import { SHOWN_VERSION as VERSION } from './testing/shown-version.ts';

const EXAMPLE = { function: 'status', given: [9], returns: 'chaud' };
const NOTHING = { values: {}, examples: [], remark: '' };

test.each([
	['a moved dial', { ...NOTHING, values: { celsius: 4, far: 20 } }],
	['an example', { ...NOTHING, examples: [EXAMPLE] }],
	['an example with a list', { ...NOTHING, examples: [{ ...EXAMPLE, given: [[5, 9]] }] }],
	[
		'the longest list that can be typed',
		{ ...NOTHING, examples: [{ ...EXAMPLE, given: [Array.from({ length: 100 }, () => 1)] }] }
	],
	['a remark', { ...NOTHING, remark: 'Il sonne trop tard.' }]
])('%s is a proposal', (_, content) => {
	expect(parseProposal(content, VERSION)).toEqual(content);
});

test.each([
	['nothing', NOTHING],
	['spaces', { ...NOTHING, remark: ' \n ' }],
	['a dial that there is not', { ...NOTHING, values: { other: 1 } }],
	['a value out of bounds', { ...NOTHING, values: { celsius: 46 } }],
	['no number', { ...NOTHING, values: { celsius: '4' } }],
	['a function that there is not', { ...NOTHING, examples: [{ ...EXAMPLE, function: 'toString' }] }],
	['one value too many', { ...NOTHING, examples: [{ ...EXAMPLE, given: [9, 9] }] }],
	['an object', { ...NOTHING, examples: [{ ...EXAMPLE, given: [{ a: 1 }] }] }],
	['a list in a list', { ...NOTHING, examples: [{ ...EXAMPLE, given: [[[1]]] }] }],
	['a text too long', { ...NOTHING, examples: [{ ...EXAMPLE, returns: 'x'.repeat(201) }] }],
	['a longer list', { ...NOTHING, examples: [{ ...EXAMPLE, given: [Array.from({ length: 101 }, () => 1)] }] }],
	['too many examples', { ...NOTHING, examples: Array.from({ length: 13 }, () => EXAMPLE) }],
	['a zero byte', { ...NOTHING, remark: 'a\0b' }],
	['something more', { ...NOTHING, state: 'taken' }],
	['no object', 'remark']
])('%s is none', (_, content) => {
	expect(parseProposal(content, VERSION)).toBeUndefined();
});

test('a fact is wrong for a reason', () => {
	expect(parseFactReason(' Il sonne à 6.\r\n ')).toBe('Il sonne à 6.');
	expect(parseFactReason('x\r\n'.repeat(250))).toHaveLength(499);
	for (const text of ['', ' \n', 'x'.repeat(501), 'a\0b']) expect(parseFactReason(text)).toBeUndefined();
});

test('whoever wants to be named says how', () => {
	expect(parseNamingWish('nobody', 'Annick')).toEqual({ naming: 'nobody', name: '' });
	expect(parseNamingWish('firm', ' Four  du port ')).toEqual({ naming: 'firm', name: 'Four du port' });
	for (const [naming, name] of [
		['name', ' '],
		['name', 'x'.repeat(81)],
		['curator', 'Annick'],
		['firm', 'a\0b']
	] as const)
		expect(parseNamingWish(naming, name)).toBeUndefined();
});
