import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { PairCompiler } from './compile.ts';

const compiler = new PairCompiler();
afterAll(() => compiler.dispose());

const compiled = (value: number) =>
	compiler.compile({
		files: {
			'main.ts': `export const a = ${value};`,
			'checks/a.ts': "import { a } from './main'; test('a', () => a);"
		},
		program: 'main.ts',
		checks: ['checks/a.ts']
	});

/** Of this process, by what they run. */
function childrenThatRun(name: string): number[] {
	const lists = readdirSync('/proc/self/task').map((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8'));
	const ids = lists.flatMap((list) => list.split(' ').filter((id) => id !== ''));
	return ids.filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(name)).map(Number);
}

test.runIf(process.platform === 'linux')("esbuild's process may die between two judgements", async () => {
	expect((await compiled(1)).kind).toBe('pair');
	const ids = childrenThatRun('esbuild');
	expect(ids).not.toEqual([]);
	for (const id of ids) process.kill(id, 'SIGKILL');
	expect((await compiled(2)).kind).toBe('pair');
	expect((await compiled(3)).kind).toBe('pair');
});
