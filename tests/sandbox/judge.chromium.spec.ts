import { compileInNode } from '#sandbox/compile/node/index.ts';
import { createJudge, type Judge } from '#sandbox/judge/index.ts';
import { readJestExercise, jestExerciseNames, toComparableReport } from '#sandbox/judge/read-jest-exercises.ts';
import { isSoakRun } from '../soak.ts';
import { expect, test } from './stage-test.ts';

let judge: Judge;
test.beforeAll(() => {
	judge = createJudge({ seats: 1, isShortLived: true });
});
test.afterAll(() => judge.close());

const judgeLimits = { time: 10_000, total: 30_000 };
/** `npm run test:more` judges one of so many exercises; `npm run soak` judges all. */
const EXERCISE_SAMPLING_INTERVAL = isSoakRun ? 1 : 5;
const sampledExerciseNames = jestExerciseNames.filter((_, index) => index % EXERCISE_SAMPLING_INTERVAL === 0);

for (const which of ['solution', 'stub'] as const) {
	test(
		`browser and judge report the same on the ${which} of each exercise`,
		{ tag: which === 'stub' ? '@soak' : '@more' },
		async ({ stage }) => {
			const differingExercises: unknown[] = [];
			for (const name of sampledExerciseNames) {
				const exercise = readJestExercise(name, which);
				const { files, authorFiles, program, checks } = exercise;
				const judgement = judge.judge({ ...exercise, limits: judgeLimits });
				const compilation = await compileInNode({ files: { ...files, ...authorFiles }, program, checks });
				if (compilation.kind !== 'bundle') throw new Error(`${name} does not compile`);
				const options = { checkFilePaths: checks, timeLimit: judgeLimits.time, totalLimit: judgeLimits.total };
				const { report } = await stage.check(compilation.bundle, options);
				const [browser, server] = [toComparableReport(report), toComparableReport((await judgement).report)];
				if (JSON.stringify(browser) !== JSON.stringify(server)) differingExercises.push({ name, browser, server });
				if (which === 'solution')
					expect([name, report.results.filter(({ status }) => status !== 'pass')]).toEqual([name, []]);
				else
					expect([name, report.load ?? report.results.some(({ status }) => status !== 'pass')]).not.toEqual([
						name,
						false
					]);
			}
			expect(differingExercises).toEqual([]);
		}
	);
}

test('a program’s output, random numbers and clock are the same in browser and judge', async ({ stage }) => {
	const files = {
		'main.ts': `export const dice = () => [1, 2, 3].map(() => Math.random());
export const times = async () => { const before = Date.now(); await new Promise((done) => setTimeout(done, 1234)); return [before, Date.now() - before, performance.now(), new Date().getUTCHours()]; };
console.log('loaded');`
	};
	const authorFiles = {
		'checks/a.test.ts': `import { dice, times } from './main';
test('dice', () => { console.log('here', dice()); expect(dice()).toBe(0); });
test('again', () => { expect(dice()).toBe(0); });
test('times', async () => { expect(await times()).toBe(0); });
test('copies', () => { expect(structuredClone({ a: [new Date(0), undefined, new Map([[1, /x/g]])] })).toBe(0); });`
	};
	const checks = ['checks/a.test.ts'];
	const compilation = await compileInNode({ files: { ...files, ...authorFiles }, program: 'main.ts', checks });
	if (compilation.kind !== 'bundle') throw new Error('It does not compile.');
	const { report } = await stage.check(compilation.bundle, { checkFilePaths: checks, seed: 3, timeLimit: 5000 });
	const verdict = await judge.judge({ files, authorFiles, checks, seed: 3, limits: judgeLimits });
	const listProblemsAndConsoles = ({ results }: typeof report) =>
		results.map(({ problem, console }) => [problem, console]);
	expect(listProblemsAndConsoles(verdict.report)).toEqual(listProblemsAndConsoles(report));
});
