import { describe, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { listChallengeFacts } from '#lib/domain/challenge-facts.ts';
import type { Exercise } from '#lib/domain/exercise/exercise.ts';
import { writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import { readChallengeFiles } from '#lib/server/content/pack.ts';
import { checkParsedChallenge } from './check.ts';

const PRICE_EXERCISE: Exercise = {
	id: 'exo-abcdefghijkl',
	version: '1.0.0',
	language: 'fr',
	title: 'Le prix du parking',
	brief: 'Les 20 premières minutes sont gratuites. Ensuite, chaque demi-heure coûte 50 centimes.',
	start: 'export function price(minutes: number): number {\n\treturn 0;\n}\n',
	solution:
		'export function price(minutes: number): number {\n\tif (minutes <= 20) return 0;\n\treturn Math.ceil(minutes / 30) * 50;\n}\n',
	examples: [
		{ function: 'price', given: '20', returns: '0', because: 'Gratuit jusqu’à 20 minutes', isHeldBack: false },
		{ function: 'price', given: '21', returns: '50', because: '', isHeldBack: false },
		{ function: 'price', given: '31', returns: '100', because: '', isHeldBack: true }
	],
	hints: [],
	piste: 'blue',
	minutes: 20
};
const LIST_EXERCISE: Exercise = {
	...PRICE_EXERCISE,
	language: 'en',
	title: 'The dearest',
	brief: 'Return the largest price of a list.',
	start: 'export function dearest(prices: number[]): number | null {\n\treturn prices[0] ?? null;\n}\n',
	solution:
		'export function dearest(prices: number[]): number | null {\n\treturn prices.length === 0 ? null : Math.max(...prices);\n}\n',
	examples: [
		{ function: 'dearest', given: '[1, 3, 2]', returns: '3', because: '', isHeldBack: false },
		{ function: 'dearest', given: '[]', returns: 'null', because: 'There may be no price', isHeldBack: false }
	]
};

async function problemsOf(exercise: Exercise) {
	const content = await readChallengeFiles(exercise.id, writeExerciseFolder(exercise));
	const { problems } = await checkParsedChallenge(exercise.id, content, judge, { isFull: true });
	return { problems: problems.map(({ file, message }) => `${file}: ${message}`), packed: content.packed };
}

describe('an exercise', () => {
	test.each([
		['of plain values, shown in a table', PRICE_EXERCISE],
		['of lists, shown as calls', LIST_EXERCISE]
	])('%s, passes the check and plays', { tags: ['more'] }, async (_, exercise) => {
		const { problems, packed } = await problemsOf(exercise);
		expect(problems).toEqual([]);
		expect(packed?.challenge.text[exercise.language].title).toBe(exercise.title);
	});

	test('with straight apostrophes passes the check, and shows students correct typography', async () => {
		const { problems, packed } = await problemsOf({
			...PRICE_EXERCISE,
			title: "L'heure du parking",
			brief: "Combien coûte l'heure? Renvoie `'l\\'été'` ou \"l'été\" : c'est «un» prix.",
			hints: ["Regarde d'abord: 20 minutes"],
			examples: [
				...PRICE_EXERCISE.examples.slice(1),
				{ function: 'price', given: '20', returns: '0', because: "Gratuit jusqu'à 20 minutes", isHeldBack: false }
			]
		});
		expect(problems).toEqual([]);
		const text = packed?.challenge.text.fr;
		expect(text?.title).toBe('L’heure du parking');
		expect(text?.summary).toBe('Combien coûte l’heure\u202f?');
		const step = JSON.stringify(text?.steps['build']);
		expect(step).toContain('Combien coûte l’heure\u202f?');
		expect(step).toContain('ou \\"l\'été\\"\u00a0: c’est «\u00a0un\u00a0» prix.');
		expect(step).toContain('Regarde d’abord\u00a0: 20 minutes');
		expect(Object.values(text?.checks ?? {})).toContain('Gratuit jusqu’à 20 minutes');
	});

	test('with a wrong result is reported with the file and the example', async () => {
		const examples = PRICE_EXERCISE.examples.map((example) =>
			example.given === '21' ? { ...example, returns: '51' } : example
		);
		const { problems } = await problemsOf({ ...PRICE_EXERCISE, examples });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('checks/build.yaml: the solution fails "example-2"');
	});

	test('is refused when its start already passes, or when it has no example', async () => {
		expect((await problemsOf({ ...PRICE_EXERCISE, start: PRICE_EXERCISE.solution })).problems.join('\n')).toContain(
			'passes its checks'
		);
		expect((await problemsOf({ ...PRICE_EXERCISE, examples: [] })).problems.join('\n')).toContain(
			'checks/build.yaml is missing'
		);
	});
});

test('a check accepts a rounding error of decimals, and refuses a number that is nearly right', async () => {
	const writeWithTaxFunction = (formula: string) =>
		`export function withTax(price: number, rate: number): number {\n\treturn ${formula};\n}\n`;
	const { packed } = await readChallengeFiles(
		PRICE_EXERCISE.id,
		writeExerciseFolder({
			...PRICE_EXERCISE,
			solution: writeWithTaxFunction('price * (1 + rate / 100)'),
			examples: [{ function: 'withTax', given: '50, 10', returns: '55', because: '', isHeldBack: false }]
		})
	);
	if (!packed) throw new Error('The exercise cannot be read.');
	const checkStatusesOfFormula = async (formula: string) => {
		const { report } = await judge.judge({
			...judgeInputOf(packed),
			files: { 'main.ts': writeWithTaxFunction(formula) }
		});
		return report.results.map(({ status }) => status);
	};
	// In binary, 50 * (1 + 10 / 100) is 55.00000000000001.
	expect(await checkStatusesOfFormula('price * (1 + rate / 100)')).toEqual(['pass']);
	expect(await checkStatusesOfFormula('price * (1 + rate / 100) + 0.001')).toEqual(['fail']);
});

test('the facts of an exercise, for its teller, are its brief and its checks', async () => {
	const { packed } = await readChallengeFiles(PRICE_EXERCISE.id, writeExerciseFolder(PRICE_EXERCISE));
	const facts = packed ? listChallengeFacts(packed.challenge, 'fr', ['price']) : [];
	expect(facts.map(({ group, text }) => `${group}: ${text}`)).toEqual([
		'story: Les 20 premières minutes sont gratuites. Ensuite, chaque demi-heure coûte 50 centimes.',
		'rule: Gratuit jusqu’à 20 minutes',
		'rule: price (21) donne 50'
	]);
});
