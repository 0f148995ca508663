import { expect, test } from 'vitest';
import {
	findShownVersionExcess,
	LARGEST_SHOWN_PROGRAM,
	LONGEST_FACT,
	MOST_FACTS,
	parseShownVersion,
	type ShownVersion
} from './shown-version.ts';
import { SHOWN_VERSION as VERSION } from './testing/shown-version.ts';

const factsOf = (count: number, text = 'Vrai.') =>
	Array.from({ length: count }, (_, at) => ({ id: String(at), group: 'rule' as const, text }));

test('a version that is too much for its teller is not shown, nor read', () => {
	const [dial] = VERSION.hand;
	const full = { ...VERSION, facts: factsOf(MOST_FACTS, 'x'.repeat(LONGEST_FACT)) };
	expect(findShownVersionExcess(full, 'x'.repeat(LARGEST_SHOWN_PROGRAM))).toBeUndefined();
	expect(findShownVersionExcess(full, 'x'.repeat(LARGEST_SHOWN_PROGRAM + 1))).toBe('program');
	const excesses = [
		['facts', { ...VERSION, facts: factsOf(MOST_FACTS + 1) }],
		['lists', { ...VERSION, facts: factsOf(1, 'x'.repeat(LONGEST_FACT + 1)) }],
		['lists', { ...VERSION, hand: Array.from({ length: 61 }, () => dial) as ShownVersion['hand'] }]
	] as const;
	for (const [excess, version] of excesses) {
		expect(findShownVersionExcess(version, '')).toBe(excess);
		expect(parseShownVersion(version)).toBeUndefined();
	}
});
