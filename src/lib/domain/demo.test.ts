import { expect, test } from 'vitest';
import {
	parseNamingWish,
	parseProposal,
	parseFactReason,
	findShownVersionExcess,
	LARGEST_SHOWN_PROGRAM,
	LONGEST_VERSION_FACT,
	MOST_VERSION_FACTS,
	parseShownVersion,
	type ShownVersion
} from './demo.ts';
import { TEST_SHOWN_VERSION as VERSION } from './testing/shown-version.ts';

const PROPOSED_EXAMPLE = { function: 'status', given: [9], returns: 'chaud' };
const EMPTY_PROPOSAL = { values: {}, examples: [], remark: '' };

test.each([
	['a moved dial', { ...EMPTY_PROPOSAL, values: { celsius: 4, far: 20 } }],
	['an example', { ...EMPTY_PROPOSAL, examples: [PROPOSED_EXAMPLE] }],
	['an example with a list', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [[5, 9]] }] }],
	[
		'a list of the greatest length allowed',
		{ ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [Array.from({ length: 100 }, () => 1)] }] }
	],
	['a remark', { ...EMPTY_PROPOSAL, remark: 'Il sonne trop tard.' }]
])('a proposal with %s is accepted', (_, content) => {
	expect(parseProposal(content, VERSION)).toEqual(content);
});

test.each([
	['no change', EMPTY_PROPOSAL],
	['only spaces as its remark', { ...EMPTY_PROPOSAL, remark: ' \n ' }],
	['an unknown dial', { ...EMPTY_PROPOSAL, values: { other: 1 } }],
	['a dial’s value out of bounds', { ...EMPTY_PROPOSAL, values: { celsius: 46 } }],
	['a text as a dial’s value', { ...EMPTY_PROPOSAL, values: { celsius: '4' } }],
	[
		'an example of an unknown function',
		{ ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, function: 'toString' }] }
	],
	['an example with one value too many', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [9, 9] }] }],
	['an object as an example’s value', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [{ a: 1 }] }] }],
	['a list in a list', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [[[1]]] }] }],
	['a result that is too long', { ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, returns: 'x'.repeat(201) }] }],
	[
		'a list longer than allowed',
		{ ...EMPTY_PROPOSAL, examples: [{ ...PROPOSED_EXAMPLE, given: [Array.from({ length: 101 }, () => 1)] }] }
	],
	['too many examples', { ...EMPTY_PROPOSAL, examples: Array.from({ length: 13 }, () => PROPOSED_EXAMPLE) }],
	['a zero byte in its remark', { ...EMPTY_PROPOSAL, remark: 'a\0b' }],
	['an unknown field', { ...EMPTY_PROPOSAL, state: 'taken' }],
	['a text in place of an object', 'remark']
])('a proposal with %s is refused', (_, content) => {
	expect(parseProposal(content, VERSION)).toBeUndefined();
});

test('a reason against a fact is refused when it is empty, too long or has zero bytes', () => {
	expect(parseFactReason(' Il sonne à 6.\r\n ')).toBe('Il sonne à 6.');
	expect(parseFactReason('x\r\n'.repeat(250))).toHaveLength(499);
	for (const text of ['', ' \n', 'x'.repeat(501), 'a\0b']) expect(parseFactReason(text)).toBeUndefined();
});

test('a teller’s wish to be named is refused with an unknown kind or an invalid name', () => {
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

const createFacts = (count: number, text = 'Vrai.') =>
	Array.from({ length: count }, (_, at) => ({ id: String(at), group: 'rule' as const, text }));

test('a version whose program, facts or lists exceed their limits is not shown to its teller', () => {
	const [dial] = VERSION.hand;
	const fullVersion = { ...VERSION, facts: createFacts(MOST_VERSION_FACTS, 'x'.repeat(LONGEST_VERSION_FACT)) };
	expect(findShownVersionExcess(fullVersion, 'x'.repeat(LARGEST_SHOWN_PROGRAM))).toBeUndefined();
	expect(findShownVersionExcess(fullVersion, 'x'.repeat(LARGEST_SHOWN_PROGRAM + 1))).toBe('program');
	const excessCases = [
		['facts', { ...VERSION, facts: createFacts(MOST_VERSION_FACTS + 1) }],
		['lists', { ...VERSION, facts: createFacts(1, 'x'.repeat(LONGEST_VERSION_FACT + 1)) }],
		['lists', { ...VERSION, hand: Array.from({ length: 61 }, () => dial) as ShownVersion['hand'] }]
	] as const;
	for (const [excess, version] of excessCases) {
		expect(findShownVersionExcess(version, '')).toBe(excess);
		expect(parseShownVersion(version)).toBeUndefined();
	}
});
