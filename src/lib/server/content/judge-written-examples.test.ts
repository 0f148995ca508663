/** Tests which examples of a student count, and which wrong programs they catch. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isStorable } from '#lib/domain/parse.ts';
import { createJudge, LOST_TASK_OUTCOME } from '#sandbox/judge/index.ts';
import type { WrittenExample } from '#lib/domain/written-example.ts';
import {
	prepareCatchStepPrograms,
	type CatchStepPrograms,
	type CatchStep,
	type ExampleRunner
} from './catchable-mutants.ts';
import { judgeWrittenExamples } from './judge-written-examples.ts';
import { packChallenge, type PackedChallenge } from './pack.ts';

const judge = createJudge({ seats: 2, isShortLived: true });
afterAll(() => judge.close());

const tryExamples: ExampleRunner = async (tried) => {
	const outcomes = await judge.tryExamples(tried);
	if (outcomes === LOST_TASK_OUTCOME) throw new Error('lost');
	return outcomes;
};
const createWrittenExample = (name: string, given: string, returns: string): WrittenExample => ({
	function: name,
	given: [given],
	returns
});

let packedChallenge: PackedChallenge;
let programs: CatchStepPrograms;
beforeAll(async () => {
	packedChallenge = await packChallenge('challenges/frigo-vaccins');
	const step = packedChallenge.challenge.steps.find((each): each is CatchStep => each.kind === 'catch');
	if (step === undefined) throw new Error('The challenge has nothing to catch.');
	programs = await prepareCatchStepPrograms(packedChallenge, step, tryExamples);
});
const judgeExamples = (...rows: WrittenExample[]) => judgeWrittenExamples(programs, rows, tryExamples);

describe('the wrong programs of a challenge', () => {
	test('are the author’s mutants first and then automatic mutants, at most twenty', () => {
		const survivorKinds = programs.mutants.map(({ survivor }) => survivor.kind);
		expect(survivorKinds.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 'sentence'));
		expect(survivorKinds.slice(9)).toContain('call');
		expect(survivorKinds.length).toBeLessThanOrEqual(20);
	});

	test('are not contained in the challenge that students get', () => {
		const { steps } = packedChallenge.challenge;
		expect(steps.find(({ kind }) => kind === 'catch')).toEqual({
			id: 'catch',
			kind: 'catch',
			opens: false,
			situation: 'catch',
			functions: [
				{ name: 'status', parameters: ['celsius'] },
				{ name: 'minutesOut', parameters: ['readings'] }
			]
		});
		expect(JSON.stringify(packedChallenge.challenge)).not.toContain('celsius <= 2) return');
		expect(JSON.stringify(packedChallenge.challenge)).not.toContain('une copie répond');
	});
});

describe('examples', () => {
	test('at a limit catch the programs that are wrong there', async () => {
		const { caught, total, examples, survivors } = await judgeExamples(createWrittenExample('status', '2', 'ok'));
		expect(caught).toBeGreaterThan(0);
		expect(caught).toBeLessThan(total);
		expect(examples).toEqual([{ call: 'status(2)', said: '"ok"' }]);
		expect(survivors).toHaveLength(2);
		expect(survivors).not.toContainEqual(
			expect.objectContaining({ sentence: { en: 'At exactly 2 °C, one copy returns “cold”.' } })
		);
	});

	test('taken from the author’s own examples catch every mutant', async () => {
		const { caught, total, survivors } = await judgeExamples(
			...(packedChallenge.privatePart.catch?.known ?? [])
				.filter(({ function: name }) => name !== 'longestOut')
				.slice(0, 20)
				.map(({ function: name, given, returns }) =>
					createWrittenExample(name, JSON.stringify(given[0]), JSON.stringify(returns))
				)
		);
		expect({ caught, survivors }).toEqual({ caught: total, survivors: [] });
	});

	test('that contradict the author’s program or cannot be read are refused with a reason', async () => {
		const { caught, examples, survivors } = await judgeExamples(
			createWrittenExample('status', '8', 'warm'),
			createWrittenExample('minutesOut', '9', '15'),
			createWrittenExample('status', '[8', 'ok'),
			createWrittenExample('longestOut', '[9]', '15'),
			createWrittenExample('status', '', '')
		);
		expect(examples).toEqual([
			{ call: 'status(8)', said: '"warm"', refusal: { kind: 'value', text: '"ok"' } },
			{ call: 'minutesOut(9)', said: '15', refusal: { kind: 'throws' } },
			{ call: 'status([8)', said: 'ok', refusal: { kind: 'unreadable' } },
			{ call: 'longestOut([9])', said: '15', refusal: { kind: 'unreadable' } }
		]);
		expect({ caught, survivors }).toEqual({ caught: 0, survivors: [] });
	});

	test('may say that the author’s program throws', async () => {
		const { caught, examples } = await judgeExamples(
			{ ...createWrittenExample('minutesOut', '9', '15'), throws: true },
			{ ...createWrittenExample('status', '8', ''), throws: true },
			{ ...createWrittenExample('status', '[8', ''), throws: true },
			createWrittenExample('minutesOut', '9', 'null')
		);
		expect(examples).toEqual([
			{ call: 'minutesOut(9)', said: '', throws: true },
			{ call: 'status(8)', said: '', throws: true, refusal: { kind: 'value', text: '"ok"' } },
			{ call: 'status([8)', said: '', throws: true, refusal: { kind: 'unreadable' } },
			{ call: 'minutesOut(9)', said: 'null', refusal: { kind: 'throws' } }
		]);
		expect(caught).toBe(0);
	});

	test('in which the author’s program throws catch mutants that do not throw', async () => {
		const { solution } = packedChallenge.privatePart;
		const solutionReturningWithoutList = (returned: string) => ({
			'main.ts':
				solution['main.ts']?.replace('let minutes = 0;', `if (!Array.isArray(readings)) ${returned}let minutes = 0;`) ??
				''
		});
		const knownExamples = [{ function: 'minutesOut', given: [9], throws: true as const }];
		const mutants = {
			lenient: solutionReturningWithoutList('return 0;'),
			endless: solutionReturningWithoutList('for (;;);')
		};
		const privatePart = {
			...packedChallenge.privatePart,
			mutants,
			catch: { sentences: {}, automatic: [], known: knownExamples }
		};
		const { step } = programs;
		const catchPrograms = await prepareCatchStepPrograms({ ...packedChallenge, privatePart }, step, tryExamples);
		expect(catchPrograms.mutants.map(({ survivor }) => survivor)).toEqual([
			{ kind: 'call', call: 'minutesOut(9)', right: null, wrong: '0' },
			{ kind: 'call', call: 'minutesOut(9)', right: null, wrong: null }
		]);
		const throwingRow = { ...createWrittenExample('minutesOut', '7', ''), throws: true as const };
		expect(await judgeWrittenExamples(catchPrograms, [throwingRow], tryExamples)).toMatchObject({
			caught: 2,
			total: 2
		});
	});

	test('that were judged before are not run again, and get the same result', async () => {
		const rows = [
			createWrittenExample('status', '8', 'ok'),
			createWrittenExample('minutesOut', '[9]', '15'),
			createWrittenExample('status', '8', 'cold')
		];
		const firstJudgement = await judgeExamples(...rows);
		let runCount = 0;
		const secondJudgement = await judgeWrittenExamples(
			programs,
			rows.toReversed(),
			(tried) => ((runCount += 1), tryExamples(tried))
		);
		expect(runCount).toBe(0);
		expect(secondJudgement).toEqual({ ...firstJudgement, examples: firstJudgement.examples.toReversed() });
	});

	test('catch nothing when none is written, and no survivor is told', async () => {
		expect(await judgeExamples()).toMatchObject({ caught: 0, examples: [], survivors: [] });
	});
});

describe('a hostile example', () => {
	const hostileRows = [
		['status', '{ "__proto__": { "a": 1 } }', 'ok'],
		['status', '1e308', 'warm'],
		['status', '99999999999999999999999999999999999', 'warm'],
		['minutesOut', `${'['.repeat(140)}${']'.repeat(140)}`, '0'],
		['minutesOut', `[${'9,'.repeat(140)}9]`, String(141 * 15)],
		['status', 'NaN', 'ok'],
		['constructor', '1', '1'],
		['__proto__', '1', '1'],
		['status', '"); throw 1; //', 'ok'],
		['status', '`${process.env}`', 'ok'],
		['status', '"\\u2028"', 'cold'],
		['toString', '', '"x"'],
		['status', '\ud800', 'ok'],
		['status', '"\\ud800\\u0000"', 'ok'],
		['status', `"${'\u{1f525}'.repeat(140)}`, 'ok']
	].map(([name = '', given = '', returns = '']) => createWrittenExample(name, given, returns));

	test('is judged as data, and reveals no line of a program', async () => {
		const hostileJudgement = await judgeExamples(...hostileRows);
		expect(hostileJudgement.examples).toHaveLength(hostileRows.length);
		expect(hostileJudgement.examples.filter(({ refusal }) => refusal === undefined).map(({ said }) => said)).toEqual([
			'"warm"',
			'"warm"',
			'2115',
			'"cold"',
			'"ok"'
		]);
		expect(isStorable(hostileJudgement)).toBe(true);
		const text = JSON.stringify(hostileJudgement);
		for (const word of ['return ', 'function', 'const ', 'main.ts', 'checks/', '=>', ' < ', ' > '])
			expect(text, word).not.toContain(word);
	});
});
