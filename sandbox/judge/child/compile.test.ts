import { expect, test } from 'vitest';
import type { CompiledPart, CompileTask } from '../../compile/engine.ts';
import { RealmsCompiler } from './compile.ts';

/** Lanes that note each task; every bundle holds the text of the program. */
function createRecordingLanes() {
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

const createSources = (text: string, checks: string[], others: Record<string, string> = {}) => ({
	files: { 'main.ts': text, ...Object.fromEntries(checks.map((path) => [path, path])), ...others },
	program: 'main.ts',
	checks
});

async function listCompiledParts(...inputs: ReturnType<typeof createSources>[]): Promise<string[]> {
	const lanes = createRecordingLanes();
	const compiler = new RealmsCompiler(lanes);
	for (const input of inputs) {
		const compiled = await compiler.compile(input);
		expect(compiled).toMatchObject({ kind: 'pair', program: { code: `program ${input.files['main.ts']}` } });
	}
	return lanes.parts;
}

test('a program judged with two sets of checks is compiled once', async () => {
	const [checked, called] = [createSources('one', ['checks/a.ts']), createSources('one', ['checks/called.ts'])];
	expect(await listCompiledParts(checked, called)).toEqual(['checks', 'program', 'checks']);
});

test('a program with another text, data file or setting is compiled anew', async () => {
	const checks = ['checks/a.ts'];
	const first = createSources('one', checks, { 'data/tickets.ts': 'a' });
	const others = [
		createSources('two', checks, { 'data/tickets.ts': 'a' }),
		createSources('one', checks, { 'data/tickets.ts': 'b' }),
		createSources('one', checks),
		{ ...first, dividesPrelude: true as const }
	];
	for (const other of others)
		expect((await listCompiledParts(first, other)).filter((part) => part === 'program')).toHaveLength(2);
});

test('a program is compiled anew for checks that import more of its files', async () => {
	const data = { 'data/tickets.ts': 'a' };
	const [few, more] = [createSources('one', ['checks/a.ts'], data), createSources('one', ['data/tickets.ts'], data)];
	expect(await listCompiledParts(few, more)).toEqual(['checks', 'program', 'checks', 'program']);
});

test('after five programs, judging the first compiles it again, and judging the last does not', async () => {
	const programs = ['1', '2', '3', '4', '5'].map((text) => createSources(text, ['checks/a.ts']));
	const [first, second] = programs;
	if (!first || !second) throw new Error('There are no programs.');
	const parts = await listCompiledParts(...programs, first, programs[4] ?? first);
	expect(parts.filter((part) => part === 'program')).toHaveLength(6);
});
