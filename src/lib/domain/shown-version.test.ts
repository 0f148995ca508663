/** Tests that a version is not shown to a teller when its program, facts or lists exceed a limit. */
import { expect, test } from 'vitest';
import {
	findShownVersionExcess,
	LARGEST_SHOWN_PROGRAM,
	LONGEST_VERSION_FACT,
	MOST_VERSION_FACTS,
	parseShownVersion,
	type ShownVersion
} from './shown-version.ts';
import { TEST_SHOWN_VERSION as VERSION } from './testing/shown-version.ts';

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
