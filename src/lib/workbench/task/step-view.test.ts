import { expect, test } from 'vitest';
import { formatProgramCall } from './step-view.ts';

test('a call is written as in a program, with spaces between the members of lists', () => {
	expect(formatProgramCall({ name: 'price', args: [30] })).toBe('price(30)');
	expect(formatProgramCall({ name: 'points', args: [0.9, [0.2, 0.4], []] })).toBe('points(0.9, [0.2, 0.4], [])');
	expect(formatProgramCall({ name: 'say', args: ['a, b\n]', { at: [1] }] })).toBe('say("a, b\\n]", {"at": [1]})');
});
