import { describe, expect, test } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { findMissingFunctions, restoreFunction } from './missing-functions.ts';

const START = `import { halfHours } from './given.ts';

/** Takes minutes. Returns cents. */
export function price(minutes: number): number {
	return halfHours(minutes) * 50;
}
`;
const find = (main: string, earlier: Files[] = [{ 'main.ts': START }]) =>
	findMissingFunctions(['price'], { 'main.ts': main }, 'main.ts', earlier);

function back(main: string, earlier: Files[] = [{ 'main.ts': START }]): string | null {
	const [first] = find(main, earlier);
	return first ? restoreFunction(first, { 'main.ts': main }, earlier) : null;
}

describe('the function that a step asks for', () => {
	test('renamed: is told once, and comes back below what is there', () => {
		const main = 'export function prix(minutes: number): number {\n\treturn minutes * 3;\n}\n';
		expect(find(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'removed' }]);
		expect(back(main)).toBe(
			`${main}\n/** Takes minutes. Returns cents. */\nexport function price(minutes: number): number {\n\treturn halfHours(minutes) * 50;\n}\n`
		);
	});

	test('written again: is not told any more, though nothing was compiled since', () => {
		expect(find(START)).toEqual([]);
	});

	test('without export: gets it back, and nothing else changes', () => {
		const main = START.replace('export ', '');
		expect(find(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'not-exported' }]);
		expect(back(main)).toBe(START);
	});

	test('in an emptied file: the whole file comes back, below the notes that are left', () => {
		expect(find('')).toEqual([{ name: 'price', file: 'main.ts', cause: 'file-empty' }]);
		expect(back('\n')).toBe(START);
		expect(back('// my note\n')).toBe(`// my note\n\n${START}`);
	});

	test('comes from the latest text that has it', () => {
		const later = START.replace('50', '70');
		expect(
			back('const a = 1;\n', [{ 'main.ts': 'const b = 2;\n' }, { 'main.ts': later }, { 'main.ts': START }])
		).toContain('* 70');
		expect(back('const a = 1;\n', [{}])).toBeNull();
	});

	test('is not missed where no earlier text had it: it is still to be written', () => {
		expect(find('const a = 1;\n', [{ 'main.ts': 'export const other = 1;\n' }])).toEqual([]);
	});
});
