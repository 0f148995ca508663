import { compileFiles, expect, test } from './stage-test.ts';

const TWENTY_CHECKS_FILE = `
import { expect, test } from 'vitest';
import { answer } from './main';
for (let n = 0; n < 20; n++) test('t' + n, () => expect(answer(n)).toBe(n));
`;
const selectCheckNames = (results: { path: string[]; status: string }[], status: string) =>
	results.filter((result) => result.status === status).map((result) => result.path.join(' '));

test('twenty checks report, each once', { tag: '@more' }, async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => (n === 3 ? 4 : n);',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const { report, seen } = await stage.check(bundle);
	expect(report.load).toBeUndefined();
	expect(report.results).toHaveLength(20);
	expect(seen).toHaveLength(20);
	expect(selectCheckNames(report.results, 'fail')).toEqual(['t3']);
	expect(selectCheckNames(report.results, 'pass')).toHaveLength(19);
});

test('one endless loop among twenty checks does not keep the others from reporting', async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => { while (n === 7) {} return n; };',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const { report, seen, took } = await stage.check(bundle, { totalLimit: 120_000 });
	expect(selectCheckNames(report.results, 'error')).toEqual(['t7']);
	expect(report.results.find(({ status }) => status === 'error')?.problem).toEqual({ kind: 'time', limit: 500 });
	expect(selectCheckNames(report.results, 'pass')).toHaveLength(19);
	expect(seen).toHaveLength(20);
	expect(took).toBeGreaterThan(450);
	// If the loop blocked the other checks, the total limit would end them all.
	expect(took).toBeLessThan(60_000);
});

test('with guards, the report of each endless check names the line of its own loop', async ({ stage }) => {
	const bundle = await compileFiles(
		{
			'main.ts':
				'export const answer = (n: number) => {\n\twhile (n === 7) {}\n\tfor (let at = 9; n === 9; at++) {}\n\treturn n;\n};',
			'checks/a.ts': TWENTY_CHECKS_FILE
		},
		{ guarded: true }
	);
	const { report } = await stage.check(bundle, { timeLimit: 60_000, totalLimit: 120_000 });
	const timeLimitsByCheck = report.results.flatMap(({ path, problem }) =>
		problem?.kind === 'time' ? [[path[0], problem.place?.file, problem.place?.line]] : []
	);
	expect(timeLimitsByCheck).toEqual([
		['t7', 'main.ts', 2],
		['t9', 'main.ts', 3]
	]);
	expect(report.results).toHaveLength(20);
});

test(
	'a check that awaits without end is ended at its time limit, and the others pass',
	{ tag: '@soak' },
	async ({ stage }) => {
		const bundle = await compileFiles({
			'main.ts': 'export const answer = async (n: number) => { while (n === 7) await null; return n; };',
			'checks/a.ts': TWENTY_CHECKS_FILE.replace('() => expect(answer(n))', 'async () => expect(await answer(n))')
		});
		const { report } = await stage.check(bundle, { timeLimit: 300 });
		expect(selectCheckNames(report.results, 'error')).toEqual(['t7']);
		expect(selectCheckNames(report.results, 'pass')).toHaveLength(19);
	}
);

test('a program that loops while it is loaded gives a report that says so', async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'while (true) {}\nexport const answer = (n: number) => n;',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const { report } = await stage.check(bundle);
	expect(report.load).toEqual({ kind: 'time', limit: 2000 });
});

test('a program that throws while it is loaded gives a report that says where', async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => n;\n(answer as any).a.b;\n',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const { report } = await stage.check(bundle);
	expect(report.load).toMatchObject({ kind: 'thrown', name: 'TypeError', place: { file: 'main.ts', line: 2 } });
});

test('the total time limit ends all checks that are left', { tag: '@soak' }, async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => { while (n > 0) {} return n; };',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const { report, took } = await stage.check(bundle, { timeLimit: 3000, totalLimit: 4000 });
	expect(report.results).toHaveLength(20);
	expect(selectCheckNames(report.results, 'pass')).toEqual(['t0']);
	// If each check were ended only at its own limit, all of them would take 19 times 3 s.
	expect(took).toBeLessThan(19 * 3000);
});

test('a newer run of the checks ends the older run, whose unfinished checks report errors', async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => { while (n === 2) {} return n; };',
		'checks/a.ts': TWENTY_CHECKS_FILE
	});
	const options = { checkFilePaths: ['checks/a.ts'], seed: 1, timeLimit: 2000, totalLimit: 5000 };
	const [older, newer] = await stage.page.evaluate(
		async ([b, o]) => {
			let announceFirstResult: () => void = () => undefined;
			const firstResult = new Promise<void>((resolve) => (announceFirstResult = resolve));
			const one = window.bench.stage.check(b, { ...o, onResult: () => announceFirstResult() });
			await firstResult;
			return Promise.all([one, window.bench.stage.check(b, { ...o, timeLimit: 100 })]);
		},
		[bundle, options] as const
	);
	expect(selectCheckNames(older.results, 'pass')).toEqual(['t0', 't1']);
	expect(selectCheckNames(older.results, 'error')).toHaveLength(18);
	expect(selectCheckNames(newer.results, 'pass')).toHaveLength(19);
});

test('a check skips the time of timers, and is ended when it waits for ever', { tag: '@soak' }, async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts': 'export const answer = (n: number) => new Promise((resolve) => setTimeout(() => resolve(n), 3000));',
		'checks/a.ts': `
			import { expect, test } from 'vitest';
			import { answer } from './main';
			test('waits', async () => expect(await answer(4)).toBe(4));
			test('waits for nothing', () => new Promise(() => {}));
			test('goes on', () => { console.log('here'); });
		`
	});
	const { report } = await stage.check(bundle, { timeLimit: 300 });
	expect(report.results.map(({ status }) => status)).toEqual(['pass', 'error', 'pass']);
	expect(report.results[1]?.problem).toEqual({ kind: 'time', limit: 300 });
	expect(report.results[2]?.console).toEqual([{ level: 'log', values: [{ kind: 'string', text: 'here' }], times: 1 }]);
});

test('an error inside the program is placed in the program, a failed expectation in the checks', async ({ stage }) => {
	const bundle = await compileFiles({
		'main.ts':
			'export const answer = (n: number) => n;\nexport const broken = () => {\n\tthrow new TypeError("no");\n};\n',
		'checks/a.ts': `import { expect, test } from 'vitest';
import { answer, broken } from './main';
test('breaks', () => broken());
test('differs', () => {
	expect(answer(1)).toBe(2);
});`
	});
	const { report } = await stage.check(bundle);
	expect(report.results[0]).toMatchObject({
		status: 'error',
		problem: { name: 'TypeError', place: { file: 'main.ts', line: 3 } }
	});
	expect(report.results[1]).toMatchObject({
		status: 'fail',
		problem: {
			kind: 'assertion',
			matcher: 'toBe',
			expected: '2',
			received: '1',
			place: { file: 'checks/a.ts', line: 5 }
		}
	});
});
