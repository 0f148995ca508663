import { describe, expect, test } from 'vitest';
import type { Diagnostic, Files } from '#sandbox/contract.ts';
import { findMissing, putBack } from './missing-functions.ts';

const START = `import { halfHours } from './given.ts';

/** Takes minutes. Returns cents. */
export function price(minutes: number): number {
	return halfHours(minutes) * 50;
}
`;
const missing = (specifier: string, file = 'checks/build.ts'): Diagnostic => ({
	kind: 'import',
	specifier,
	available: [],
	place: { file, line: 2, column: 10 },
	length: specifier.length
});
const find = (main: string, diagnostics = [missing('price'), missing('price', 'scene.ts')]) =>
	findMissing(diagnostics, { 'main.ts': main }, 'main.ts');

function back(main: string, earlier: Files[] = [{ 'main.ts': START }]): string | null {
	const [first] = find(main);
	return first ? putBack(first, { 'main.ts': main }, earlier) : null;
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

	test('is not what a student’s own import lacks', () => {
		expect(
			find('import { taxes } from "./given.ts";', [missing('taxes', 'main.ts'), missing('./tax', 'scene.ts')])
		).toEqual([]);
	});
});
