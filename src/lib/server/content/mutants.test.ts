/** Tests that a change of the solution becomes the program it means, or is reported in words. */
import { describe, expect, test } from 'vitest';
import { readMutants } from './mutants.ts';
import { formatContentProblem } from './content-problem.ts';

const SOLUTION_CODE = `export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return rounded(minutes) * 50;
}

function rounded(minutes: number): number {
	return Math.ceil(minutes / 30);
}
`;

function readTestMutants(yaml: string, files: Record<string, string> = {}) {
	return readMutants({ 'private/solution/main.ts': SOLUTION_CODE, 'private/mutants.yaml': yaml, ...files });
}

/** Returns the program of the only mutant that `yaml` describes. */
function readMutantProgram(yaml: string, files: Record<string, string> = {}) {
	const { mutants, problems } = readTestMutants(`- id: wrong\n${yaml}`, files);
	expect(problems).toEqual([]);
	return mutants['wrong'];
}

describe('the mutants of a challenge', () => {
	test('a mutant is the solution with one text of its only file replaced', () => {
		expect(readMutantProgram('  replace: minutes <= 20\n  by: minutes < 20')).toEqual({
			'main.ts': SOLUTION_CODE.replace('<= 20', '< 20')
		});
	});

	test('a text over several lines is replaced, however its lines are indented', () => {
		const changedProgram = SOLUTION_CODE.replace(/if [^}]*\}/, '');
		expect(readMutantProgram(`  replace: if (minutes <= 20) { return 0; }\n  by: ''`)).toEqual({
			'main.ts': changedProgram
		});
		const block = '  replace: |\n    if (minutes <= 20) {\n      return 0;\n    }\n  by:';
		expect(readMutantProgram(block)).toEqual({ 'main.ts': changedProgram });
	});

	test('numbers and `null` in a change count as text, exactly as written', () => {
		expect(readMutantProgram('  replace: 20\n  by: 0x10')).toEqual({ 'main.ts': SOLUTION_CODE.replace('20', '0x10') });
		expect(readMutantProgram('  replace: rounded(minutes) * 50\n  by: null')?.['main.ts']).toContain('return null;');
	});

	test('`$` in the new text is inserted literally', () => {
		expect(readMutantProgram("  replace: Math.ceil\n  by: $&$'")?.['main.ts']).toContain("return $&$'(minutes / 30);");
	});

	test('a change that names a file changes only that file', () => {
		const files = { 'private/solution/lib/tax.ts': 'export const tax = 20;\n' };
		const program = readMutantProgram('  file: lib/tax.ts\n  replace: tax = 20\n  by: tax = 2', files);
		expect(program).toEqual({ 'main.ts': SOLUTION_CODE, 'lib/tax.ts': 'export const tax = 2;\n' });
	});

	test('mutants written as folders and mutants written as changes are read together', () => {
		const result = readTestMutants('- { id: free, replace: 50, by: 0 }', {
			'private/mutants/old/main.ts': 'export {};'
		});
		expect(result.problems).toEqual([]);
		expect(Object.keys(result.mutants)).toEqual(['old', 'free']);
		expect(result.mutants['old']).toEqual({ 'main.ts': 'export {};' });
		expect(result.changes).toEqual({ free: { path: 'main.ts', place: { file: 'private/mutants.yaml', line: 1 } } });
	});

	test('a challenge without mutants yields no mutants and no problems', () => {
		expect(readMutants({})).toEqual({ mutants: {}, changes: {}, problems: [] });
	});
});

describe('a wrong entry in mutants.yaml is reported with its line and what to do', () => {
	test.each([
		[
			'- id: wrong\n  replace: minutes <= 2O\n  by: minutes < 20',
			'2: "minutes <= 2O" does not stand in private/solution/main.ts: copy the text from there'
		],
		[
			'- id: wrong\n  replace: return\n  by: return -',
			'2: "return" stands 3 times in private/solution/main.ts, in lines 3, 5, 9: give more of the text around it'
		],
		[
			'- id: wrong\n  replace: m\n  by: n',
			/^2: "m" stands \d+ times in private\/solution\/main.ts, in lines 1, 1, 1, …: give more of the text around it$/
		],
		['- id: wrong\n  replace: Math.ceil\n  by: Math.ceil ', '3: is the same text: the mutant would be the solution'],
		['- id: wrong\n  replace: return 0;\n  by: return  0;', '3: is the same text: the mutant would be the solution'],
		['- id: wrong\n  replace: 20\n  by: 2\n- id: wrong\n  replace: 50\n  by: 5', '4: two mutants are called "wrong"'],
		['- id: wrong\n  file: tax.ts\n  replace: 20\n  by: 2', '2: there is no private/solution/tax.ts to change'],
		["- id: wrong\n  replace: ' '\n  by: 2", '2: 0.replace: is empty: say which text of the solution changes'],
		['- id: wrong\n  replace: 20', '1: 0.by: is missing'],
		['- id: wrong\n  replaces: 20\n  by: 2', '1: 0.replace: is missing\n2: 0.replaces: is not known here'],
		['- id: a wrong one\n  replace: 20\n  by: 2', '1: 0.id: an id has letters, digits and hyphens'],
		['- id: wrong\n  file: ../../secret.ts\n  replace: 20\n  by: 2', '2: 0.file: a path of a .ts or .json file'],
		['id: wrong', /^1: private\/mutants\.yaml: write a list, not names with values$/],
		['- id: [wrong', /^\d+: /]
	])('%j', (yaml, expectedReport) => {
		const { problems, mutants } = readTestMutants(yaml);
		const report = problems.map(formatContentProblem).join('\n').replaceAll('private/mutants.yaml:', '');
		if (typeof expectedReport === 'string') expect(report).toBe(expectedReport);
		else expect(problems.map(({ line, message }) => `${line}: ${message}`).join('\n')).toMatch(expectedReport);
		expect(Object.keys(mutants).length).toBeLessThan(2);
	});

	test('an entry with the same id as a folder in private/mutants is reported', () => {
		const { problems } = readTestMutants('- { id: old, replace: 50, by: 0 }', { 'private/mutants/old/main.ts': '' });
		expect(problems.map(formatContentProblem)).toEqual([
			'private/mutants.yaml:1: "old" is a folder in private/mutants/ too: remove it, or choose another id'
		]);
	});

	test('more mutants, or larger mutants, than a package may hold are reported', () => {
		const longSolution = { 'private/solution/main.ts': `// ${'x'.repeat(200_000)}\nexport const cents = 50;` };
		const manyChanges = Array.from({ length: 12 }, (_, at) => `- { id: wrong-${at}, replace: 50, by: ${at} }`).join(
			'\n'
		);
		expect(readTestMutants(manyChanges, longSolution).problems.map(formatContentProblem)).toEqual([
			expect.stringMatching(/:10: the programs of all mutants have \d+ bytes; at most 2000000$/)
		]);
		const tooManyChanges = Array.from({ length: 201 }, (_, at) => `- { id: wrong-${at}, replace: 50, by: ${at} }`);
		expect(readTestMutants(tooManyChanges.join('\n')).problems.map(formatContentProblem)).toEqual([
			'private/mutants.yaml:1: private/mutants.yaml: at most 200 mutants'
		]);
	});
});
