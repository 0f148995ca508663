import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { readChallenge } from '#lib/server/content/pack.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';
import { adviseOnChecks } from './advice.ts';
import { ChallengeJudging } from './judging.ts';
import { TEMPLATE_FOLDER } from './new/index.ts';
import { describeCheckedChallenge } from './describe-checked-challenge.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-advice-'));

afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

/** A solution with a branch that no check of the template reaches. */
const SOLUTION_PROGRAM = `export function trays(meals: number): number {
	if (meals > 200) return 25;
	return Math.ceil(meals / 8);
}
`;
const SOLUTION_TIMES = { slowestMilliseconds: 500, totalMilliseconds: 2000 };
const SOLUTION_PLACE_PREFIX = 'private/solution/main.ts:2:';
const UNNOTICED_MUTANT_LINES = [
	`${SOLUTION_PLACE_PREFIX} \`meals >= 200\` instead of \`meals > 200\` is noticed by no check: add an example where \`meals\` is 200`,
	`${SOLUTION_PLACE_PREFIX} \`false\` instead of \`meals > 200\` is noticed by no check: add an example that needs this branch`,
	`${SOLUTION_PLACE_PREFIX} \`meals > 201\` instead of \`meals > 200\` is noticed by no check: add an example where \`meals\` is 201`,
	`${SOLUTION_PLACE_PREFIX} \`meals > 199\` instead of \`meals > 200\` is noticed by no check: add an example where \`meals\` is 200`,
	`${SOLUTION_PLACE_PREFIX} \`26\` instead of \`25\` is noticed by no check: add an example where that makes a difference`,
	`${SOLUTION_PLACE_PREFIX} \`24\` instead of \`25\` is noticed by no check: add an example where that makes a difference`
];

test('a mutant that no check catches is reported as advice, with its line and missing example', async () => {
	const folder = join(testFolder, 'template');
	cpSync(TEMPLATE_FOLDER, folder, { recursive: true });
	writeFileSync(join(folder, 'private/solution/main.ts'), SOLUTION_PROGRAM);
	const content = await readChallenge(folder);
	const { packed } = content;
	if (packed === undefined) throw new Error(content.problems.map(formatContentProblem).join('\n'));
	const judging = new ChallengeJudging(judge, content, packed);
	const advice = await adviseOnChecks(judging, packed, SOLUTION_TIMES, Infinity);
	expect(advice.unnoticed.map(formatContentProblem)).toEqual(UNNOTICED_MUTANT_LINES);
	expect(advice).toMatchObject({ tried: 9, made: 9 });
	expect(await adviseOnChecks(judging, packed, SOLUTION_TIMES, 0)).toEqual({ unnoticed: [], tried: 0, made: 9 });
});

test('advice is printed last, and does not keep a challenge from being “all well”', () => {
	const figures = {
		...{ version: '0.1.0', steps: 5, checks: 1, held: 1, mutants: { 'rounds-down': ['full-trays'] } },
		...{ slowest: 3, limit: 2000, bundle: 5000, unread: 0, toCatch: 0, isScenePlayed: true }
	};
	const oneProblem = { file: 'private/solution/main.ts', line: 2, message: '`<` is noticed by no check' };
	const describeAdvice = (unnoticed: (typeof oneProblem)[], triedCount: number) =>
		describeCheckedChallenge(
			{ folder: '/defis/bac', problems: [], found: figures, advice: { unnoticed, tried: triedCount, made: 9 } },
			'/defis'
		).split('\n');
	expect(describeAdvice([oneProblem], 9)).toEqual([
		expect.stringMatching(/^bac 0\.1\.0: all well; /),
		'  mutant rounds-down: caught by full-trays',
		'  wrong programs made from the solution: 9 tried, 1 noticed by no check (some may do the same as the solution)',
		'  advice: bac/private/solution/main.ts:2: `<` is noticed by no check'
	]);
	expect(describeAdvice([], 4).at(-1)).toBe(
		'  wrong programs made from the solution: 4 of 9 tried in the time for it, 0 noticed by no check'
	);
});
