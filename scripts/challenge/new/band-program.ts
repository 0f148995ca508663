/** Creates a program that says whether a number is too low, right, or too high as in the example. */
import { countDecimals, type CallExample } from './call-example.ts';
import { formatAsCode, formatForSentence, roundDecimals } from './code-value.ts';
import type { ProgramExample, NewChallengeProgram } from './small-program.ts';

/**
 * Width of the band, in strides. `LINE_VALUE_STRIDES` and `DECISION_CASE_STRIDES` are the values of line and cases, in strides from the band's
 * lower end.
 */
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
