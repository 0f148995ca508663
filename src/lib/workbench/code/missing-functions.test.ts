/** Tests that a function which a step needs is reported when it disappears, and can be restored from earlier code. */
import { describe, expect, test } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { findMissingFunctions, restoreFunction } from './missing-functions.ts';

const START_PROGRAM = `import { halfHours } from './given.ts';

/** Takes minutes. Returns cents. */
export function price(minutes: number): number {
	return halfHours(minutes) * 50;
}
`;
const findMissing = (main: string, earlier: Files[] = [{ 'main.ts': START_PROGRAM }]) =>
	findMissingFunctions(['price'], { 'main.ts': main }, 'main.ts', earlier);

function restorePrice(main: string, earlier: Files[] = [{ 'main.ts': START_PROGRAM }]): string | null {
	const [first] = findMissing(main, earlier);
	return first ? restoreFunction(first, { 'main.ts': main }, earlier) : null;
}

describe('the function that a step needs', () => {
	test('is reported once when renamed, and is restored below the present code', () => {
		const main = 'export function prix(minutes: number): number {\n\treturn minutes * 3;\n}\n';
		expect(findMissing(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'removed' }]);
		expect(restorePrice(main)).toBe(
			`${main}\n/** Takes minutes. Returns cents. */\nexport function price(minutes: number): number {\n\treturn halfHours(minutes) * 50;\n}\n`
		);
	});

	test('is not reported any more once it is written again', () => {
		expect(findMissing(START_PROGRAM)).toEqual([]);
	});

	test('is reported without its export, and gets only the export back', () => {
		const main = START_PROGRAM.replace('export ', '');
		expect(findMissing(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'not-exported' }]);
		expect(restorePrice(main)).toBe(START_PROGRAM);
	});

	test('is restored with its whole file when the file was emptied, below remaining comments', () => {
		expect(findMissing('')).toEqual([{ name: 'price', file: 'main.ts', cause: 'file-empty' }]);
		expect(restorePrice('\n')).toBe(START_PROGRAM);
		expect(restorePrice('// my note\n')).toBe(`// my note\n\n${START_PROGRAM}`);
	});

	test('is restored from the latest earlier code that has it', () => {
		const later = START_PROGRAM.replace('50', '70');
		expect(
			restorePrice('const a = 1;\n', [
				{ 'main.ts': 'const b = 2;\n' },
				{ 'main.ts': later },
				{ 'main.ts': START_PROGRAM }
			])
		).toContain('* 70');
		expect(restorePrice('const a = 1;\n', [{}])).toBeNull();
	});

	test('is not reported as missing when no earlier code had it', () => {
		expect(findMissing('const a = 1;\n', [{ 'main.ts': 'export const other = 1;\n' }])).toEqual([]);
	});
});
