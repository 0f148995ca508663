import { describe, expect, test } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { findMissingFunctions, restoreFunction } from './missing-functions.ts';

const START_PROGRAM = `import { halfHours } from './given.ts';

/** Takes minutes. Returns cents. */
export function price(minutes: number): number {
	return halfHours(minutes) * 50;
}
`;
const findMissingFunctionsIn = (main: string, earlier: Files[] = [{ 'main.ts': START_PROGRAM }]) =>
	findMissingFunctions(['price'], { 'main.ts': main }, 'main.ts', earlier);

function restorePriceFunction(main: string, earlier: Files[] = [{ 'main.ts': START_PROGRAM }]): string | null {
	const [first] = findMissingFunctionsIn(main, earlier);
	return first ? restoreFunction(first, { 'main.ts': main }, earlier) : null;
}

describe('the function that a step needs', () => {
	test('is reported once when renamed, and is restored below the present code', () => {
		const main = 'export function prix(minutes: number): number {\n\treturn minutes * 3;\n}\n';
		expect(findMissingFunctionsIn(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'removed' }]);
		expect(restorePriceFunction(main)).toBe(
			`${main}\n/** Takes minutes. Returns cents. */\nexport function price(minutes: number): number {\n\treturn halfHours(minutes) * 50;\n}\n`
		);
	});

	test('is not reported any more once it is written again', () => {
		expect(findMissingFunctionsIn(START_PROGRAM)).toEqual([]);
	});

	test('is reported without its export, and gets only the export back', () => {
		const main = START_PROGRAM.replace('export ', '');
		expect(findMissingFunctionsIn(main)).toEqual([{ name: 'price', file: 'main.ts', cause: 'not-exported' }]);
		expect(restorePriceFunction(main)).toBe(START_PROGRAM);
	});

	test('is restored with its whole file when the file was emptied, below remaining comments', () => {
		expect(findMissingFunctionsIn('')).toEqual([{ name: 'price', file: 'main.ts', cause: 'file-empty' }]);
		expect(restorePriceFunction('\n')).toBe(START_PROGRAM);
		expect(restorePriceFunction('// my note\n')).toBe(`// my note\n\n${START_PROGRAM}`);
	});

	test('is restored from the latest earlier code that has it', () => {
		const later = START_PROGRAM.replace('50', '70');
		expect(
			restorePriceFunction('const a = 1;\n', [
				{ 'main.ts': 'const b = 2;\n' },
				{ 'main.ts': later },
				{ 'main.ts': START_PROGRAM }
			])
		).toContain('* 70');
		expect(restorePriceFunction('const a = 1;\n', [{}])).toBeNull();
	});

	test('is not reported as missing when no earlier code had it', () => {
		expect(findMissingFunctionsIn('const a = 1;\n', [{ 'main.ts': 'export const other = 1;\n' }])).toEqual([]);
	});
});
