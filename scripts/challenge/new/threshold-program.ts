/** Creates a program that returns the example's answer from the example's number upwards, and another answer below. */
import type { Language } from '#lib/domain/language.ts';
import { countDecimals, type CallExample, type ExampleValue, type ExampleArgument } from './call-example.ts';
import { formatAsCode, formatForSentence, roundDecimals } from './code-value.ts';
import type { ProgramExample, NewChallengeProgram } from './small-program.ts';

/** Distances of rows and of cases from the example's number. The unit is one in that number's last decimal place. */
const TABLE_ROW_OFFSETS = [-4, -1, 0, 2, 7];
const DECISION_CASE_OFFSETS = [-6, -4, -1, 0, 1, 3, 6, 10];
/** Cases in which a person needs another answer than the rule gives. */
const EXCEPTIONAL_CASE_OFFSETS = [-1, 3];

export function createThresholdProgram({ name, given, returns }: CallExample): NewChallengeProgram {
	const at = given.findIndex(({ value }) => typeof value === 'number');
	const limit = Number(given[at]?.value ?? 0);
	const parameter = given[at]?.name ?? '';
	const decimals = countDecimals(limit);
	const smallestStep = 10 ** -decimals;
	const otherAnswer = chooseOtherAnswer(returns);
	const numberAt = (steps: number) => {
		const number = roundDecimals(limit + steps * smallestStep, decimals);
		// When the example's number is positive, no row gets a negative number: nobody orders -1 meals.
		return limit > 0 ? Math.max(0, number) : number;
	};
	const valuesAt = (steps: number): ExampleArgument[] =>
		given.map(({ value }, index) => (index === at ? numberAt(steps) : value));
	const exampleAt = (steps: number): ProgramExample => ({
		given: valuesAt(steps),
		returns: steps >= 0 ? returns : otherAnswer
	});
	const condition = `${parameter} >= ${limit}`;
	const writeInLanguages = (words: (language: Language) => string) => ({ fr: words('fr'), en: words('en') });
	const below = writeInLanguages((language) => {
		const [number, answer] = [formatForSentence(limit, language), formatForSentence(otherAnswer, language)];
		return language === 'fr'
			? `En dessous de ${number}, ${name} renvoie ${answer}`
			: `Below ${number}, ${name} returns ${answer}`;
	});
	const above = writeInLanguages((language) => {
		const [number, answer] = [formatForSentence(limit, language), formatForSentence(returns, language)];
		return language === 'fr'
			? `À partir de ${number}, ${name} renvoie ${answer}`
			: `From ${number} on, ${name} returns ${answer}`;
	});
	return {
		startAnswer: otherAnswer,
		startLines: [`return ${formatAsCode(otherAnswer)};`],
		solutionLines: [
			`if (${condition}) {`,
			`\treturn ${formatAsCode(returns)};`,
			'}',
			`return ${formatAsCode(otherAnswer)};`
		],
		mutants: [
			{ id: 'limit-forgotten', replace: condition, by: `${parameter} > ${limit}` },
			{ id: 'too-early', replace: condition, by: `${parameter} >= ${numberAt(-1)}` },
			{ id: 'never', replace: `return ${formatAsCode(returns)};`, by: `return ${formatAsCode(otherAnswer)};` },
			{ id: 'always', replace: `return ${formatAsCode(otherAnswer)};`, by: `return ${formatAsCode(returns)};` }
		],
		checks: [
			{ because: below, examples: [exampleAt(-1), exampleAt(-5)] },
			{ because: above, examples: [exampleAt(0), exampleAt(10)] }
		],
		heldBackChecks: [
			{
				because: { fr: 'D’autres valeurs, de chaque côté', en: 'Other values, on either side' },
				examples: [exampleAt(-2), exampleAt(3), exampleAt(25)]
			}
		],
		prediction: { given: valuesAt(0), answers: [otherAnswer, returns] },
		sceneRows: TABLE_ROW_OFFSETS.map(exampleAt),
		decisionCases: DECISION_CASE_OFFSETS.map((steps) => {
			const example = exampleAt(steps);
			if (!EXCEPTIONAL_CASE_OFFSETS.includes(steps)) return example;
			return { ...example, returns: example.returns === otherAnswer ? returns : otherAnswer };
		})
	};
}

function chooseOtherAnswer(value: ExampleValue): ExampleValue {
	if (typeof value === 'boolean') return !value;
	if (typeof value === 'number') return value === 0 ? 1 : 0;
	return value === 'no' ? 'yes' : 'no';
}
