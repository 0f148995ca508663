/** Tests which bundles the judge compiles again, and which it keeps. */
import { expect, test } from 'vitest';
import type { CompiledPart, CompileTask } from '../../compile/engine.ts';
import { RealmsCompiler } from './compile.ts';

/** Lanes that note each task; every bundle holds the text of the program. */
function createNotingLanes() {
	const parts: string[] = [];
	return {
		parts,
		compile({ part, sources }: CompileTask): Promise<CompiledPart> {
			parts.push(part);
			const code = `${part} ${sources.files['main.ts'] ?? ''}`;
			return Promise.resolve({
				result: { kind: 'bundle', bundle: { code, map: '' }, duration: 1 },
				importedPaths:
					part === 'checks' ? ['main.ts', ...sources.checks.filter((path) => path.startsWith('data/'))] : []
			});
		}
	};
}

const programWith = (text: string, checks: string[], others: Record<string, string> = {}) => ({
	files: { 'main.ts': text, ...Object.fromEntries(checks.map((path) => [path, path])), ...others },
	program: 'main.ts',
	checks
});

async function compiledParts(...inputs: ReturnType<typeof programWith>[]): Promise<string[]> {
	const lanes = createNotingLanes();
	const compiler = new RealmsCompiler(lanes);
	for (const input of inputs) {
		const compiled = await compiler.compile(input);
		expect(compiled).toMatchObject({ kind: 'pair', program: { code: `program ${input.files['main.ts']}` } });
	}
	return lanes.parts;
}

test('a program judged with two sets of checks is compiled once', async () => {
	const [checked, called] = [programWith('one', ['checks/a.ts']), programWith('one', ['checks/called.ts'])];
	expect(await compiledParts(checked, called)).toEqual(['checks', 'program', 'checks']);
});

test('a program with another text, data file or setting is compiled anew', async () => {
	const checks = ['checks/a.ts'];
	const first = programWith('one', checks, { 'data/tickets.ts': 'a' });
	const others = [
		programWith('two', checks, { 'data/tickets.ts': 'a' }),
		programWith('one', checks, { 'data/tickets.ts': 'b' }),
		programWith('one', checks),
		{ ...first, dividesPrelude: true as const }
	];
	for (const other of others)
		expect((await compiledParts(first, other)).filter((part) => part === 'program')).toHaveLength(2);
});

test('a program is compiled anew for checks that import more of its files', async () => {
	const data = { 'data/tickets.ts': 'a' };
	const [few, more] = [programWith('one', ['checks/a.ts'], data), programWith('one', ['data/tickets.ts'], data)];
	expect(await compiledParts(few, more)).toEqual(['checks', 'program', 'checks', 'program']);
});

test('after five programs, judging the first compiles it again, and judging the last does not', async () => {
	const programs = ['1', '2', '3', '4', '5'].map((text) => programWith(text, ['checks/a.ts']));
	const [first, second] = programs;
	if (!first || !second) throw new Error('There are no programs.');
	const parts = await compiledParts(...programs, first, programs[4] ?? first);
	expect(parts.filter((part) => part === 'program')).toHaveLength(6);
});
