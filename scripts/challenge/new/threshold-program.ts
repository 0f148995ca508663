import type { Language } from '#lib/domain/language.ts';
import {
	countDecimals,
	type CallExample,
	type ExampleValue,
	type ExampleArgument,
	formatAsCode,
	formatForSentence,
	roundDecimals,
	type ProgramExample,
	type NewChallengeProgram
} from './call-example.ts';

/** In strides. The values of line and cases are in strides from the band's lower end. */
const BAND_WIDTH_STRIDES = 6;
const LINE_VALUE_STRIDES = [3, 3, 4, 4, 5, 6, 8, 9, 9, 8, 6, 5, 4, 3, 2, 1, 0, -1, -2, -2, -1, 1, 2, 3];
const DECISION_CASE_STRIDES = [-4, -2, -1, 0, 3, 8, 9, 10];
/** Cases in which a person needs another answer than the rule gives. */
const EXCEPTIONAL_CASE_STRIDES = [-1, 8];
const STAGE_DIAL_REACH_STRIDES = 6;

export function createBandProgram({ name, given, returns }: CallExample): NewChallengeProgram {
	const [{ name: parameter, value } = { name: '', value: 0 }] = given;
	const tooHighValue = Number(value);
	const decimals = countDecimals(tooHighValue);
	const smallestStep = 10 ** -decimals;
	const stride = Math.max(smallestStep, 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(tooHighValue)))) - 1));
	const to = roundDecimals(tooHighValue - smallestStep, decimals);
	const bandStart = roundDecimals(to - BAND_WIDTH_STRIDES * stride, decimals);
	const aboveAnswer = String(returns);
	const [belowAnswer = 'low', rightAnswer = 'ok'] = ['low', 'ok', 'fine'].filter((word) => word !== aboveAnswer);
	const bandValueAt = (strides: number) => roundDecimals(bandStart + strides * stride, decimals);
	const exampleOf = (number: number): ProgramExample => ({
		given: [number],
		returns: number > to ? aboveAnswer : number < bandStart ? belowAnswer : rightAnswer
	});
	const [tooHigh, tooLow] = [`${parameter} > ${to}`, `${parameter} < ${bandStart}`];
	const bandEnds = {
		fr: [formatForSentence(bandStart, 'fr'), formatForSentence(to, 'fr')],
		en: [formatForSentence(bandStart, 'en'), formatForSentence(to, 'en')]
	};
	const [first, second] = [formatAsCode(belowAnswer), formatAsCode(aboveAnswer)];
	return {
		startAnswer: rightAnswer,
		startLines: [`return ${formatAsCode(rightAnswer)};`],
		solutionLines: [
			...[`if (${tooHigh}) {`, `\treturn ${second};`, '}'],
			...[`if (${tooLow}) {`, `\treturn ${first};`, '}'],
			`return ${formatAsCode(rightAnswer)};`
		],
		mutants: [
			{ id: 'upper-end-forgotten', replace: tooHigh, by: `${parameter} >= ${to}` },
			{ id: 'lower-end-forgotten', replace: tooLow, by: `${parameter} <= ${bandStart}` },
			{ id: 'never-too-high', replace: `return ${second};`, by: `return ${formatAsCode(rightAnswer)};` },
			{ id: 'never-too-low', replace: `return ${first};`, by: `return ${formatAsCode(rightAnswer)};` }
		],
		checks: [
			{
				because: {
					fr: `De ${bandEnds.fr.join(' à ')}, ${name} renvoie ${formatAsCode(rightAnswer)}`,
					en: `From ${bandEnds.en.join(' to ')}, ${name} returns ${formatAsCode(rightAnswer)}`
				},
				examples: [exampleOf(bandStart), exampleOf(to)]
			},
			{
				because: {
					fr: `Au-dessus de ${bandEnds.fr[1]}, ${name} renvoie ${second}`,
					en: `Above ${bandEnds.en[1]}, ${name} returns ${second}`
				},
				examples: [exampleOf(tooHighValue), exampleOf(bandValueAt(12))]
			},
			{
				because: {
					fr: `En dessous de ${bandEnds.fr[0]}, ${name} renvoie ${first}`,
					en: `Below ${bandEnds.en[0]}, ${name} returns ${first}`
				},
				examples: [exampleOf(roundDecimals(bandStart - smallestStep, decimals)), exampleOf(bandValueAt(-4))]
			}
		],
		heldBackChecks: [
			{
				because: { fr: 'D’autres valeurs, de chaque côté', en: 'Other values, on either side' },
				examples: [exampleOf(bandValueAt(2)), exampleOf(bandValueAt(9)), exampleOf(bandValueAt(-3))]
			}
		],
		prediction: { given: [tooHighValue], answers: [rightAnswer, aboveAnswer, belowAnswer] },
		sceneRows: [exampleOf(tooHighValue), exampleOf(bandStart), exampleOf(bandValueAt(-2))],
		decisionCases: DECISION_CASE_STRIDES.map((strides) => {
			const example = exampleOf(bandValueAt(strides));
			return EXCEPTIONAL_CASE_STRIDES.includes(strides) ? { ...example, returns: rightAnswer } : example;
		}),
		band: {
			values: LINE_VALUE_STRIDES.map(bandValueAt),
			...{ from: bandStart, to, belowAnswer, rightAnswer, aboveAnswer },
			handSetting: {
				min: bandValueAt(-STAGE_DIAL_REACH_STRIDES),
				max: bandValueAt(BAND_WIDTH_STRIDES + STAGE_DIAL_REACH_STRIDES),
				step: stride,
				start: bandValueAt(-2)
			}
		}
	};
}

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
