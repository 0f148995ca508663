/** Tests which of a teller's proposals, reasons against facts, and wishes to be named are accepted. */
import { expect, test } from 'vitest';
import { parseNamingWish, parseProposal, parseFactReason } from './showing.ts';
import { TEST_SHOWN_VERSION as VERSION } from './testing/shown-version.ts';

const PROPOSED_EXAMPLE = { function: 'status', given: [9], returns: 'chaud' };
const EMPTY_PROPOSAL = { values: {}, examples: [], remark: '' };

test.each([
	['a moved dial', { ...EMPTY_PROPOSAL, values: { celsius: 4, far: 20 } }],
	['an example', { ...EMPTY_PROPOSAL, examples: [PROPOSED_EXAMPLE] }],
	['an example with a list', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [[5, 9]] }] }],
	[
		'the longest list that can be typed',
		{ ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [Array.from({ length: 100 }, () => 1)] }] }
	],
	['a remark', { ...EMPTY_PROPOSAL, remark: 'Il sonne trop tard.' }]
])('%s is a proposal', (_, content) => {
	expect(parseProposal(content, VERSION)).toEqual(content);
});

test.each([
	['nothing', EMPTY_PROPOSAL],
	['spaces', { ...EMPTY_PROPOSAL, remark: ' \n ' }],
	['a dial that there is not', { ...EMPTY_PROPOSAL, values: { other: 1 } }],
	['a value out of bounds', { ...EMPTY_PROPOSAL, values: { celsius: 46 } }],
	['no number', { ...EMPTY_PROPOSAL, values: { celsius: '4' } }],
	['a function that there is not', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, function: 'toString' }] }],
	['one value too many', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [9, 9] }] }],
	['an object', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [{ a: 1 }] }] }],
	['a list in a list', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [[[1]]] }] }],
	['a text too long', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, returns: 'x'.repeat(201) }] }],
	[
		'a longer list',
		{ ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [Array.from({ length: 101 }, () => 1)] }] }
	],
	['too many examples', { ...EMPTY_PROPOSAL, examples: Array.from({ length: 13 }, () => PROPOSED_EXAMPLE) }],
	['a zero byte', { ...EMPTY_PROPOSAL, remark: 'a\0b' }],
	['something more', { ...EMPTY_PROPOSAL, state: 'taken' }],
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
