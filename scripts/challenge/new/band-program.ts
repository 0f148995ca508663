/** A program that says whether a number is too low, right, or too high as in the example. */
import { decimalsOf, type CallExample } from './call-example.ts';
import { formatInCode, formatInWords, roundDecimals } from './code-value.ts';
import type { ProgramExample, SmallProgram } from './small-program.ts';

/** Width of the band; `VALUES` are the line's values. Both count steps from the band's lower end. */
const BAND_WIDTH = 6;
const VALUES = [3, 3, 4, 4, 5, 6, 8, 9, 9, 8, 6, 5, 4, 3, 2, 1, 0, -1, -2, -2, -1, 1, 2, 3];
const CASES = [-4, -2, -1, 0, 3, 8, 9, 10];
/** Cases in which a person needs another answer than the rule gives. */
const EXCEPTIONS = [-1, 8];
const HAND_REACH = 6;

export function createBandProgram({ name, given, returns }: CallExample): SmallProgram {
	const [{ name: parameter, value } = { name: '', value: 0 }] = given;
	const high = Number(value);
	const decimals = decimalsOf(high);
	const step = 10 ** -decimals;
	const stride = Math.max(step, 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(high)))) - 1));
	const to = roundDecimals(high - step, decimals);
	const from = roundDecimals(to - BAND_WIDTH * stride, decimals);
	const above = String(returns);
	const [below = 'low', right = 'ok'] = ['low', 'ok', 'fine'].filter((word) => word !== above);
	const valueAt = (strides: number) => roundDecimals(from + strides * stride, decimals);
	const exampleOf = (number: number): ProgramExample => ({
		given: [number],
		returns: number > to ? above : number < from ? below : right
	});
	const [tooHigh, tooLow] = [`${parameter} > ${to}`, `${parameter} < ${from}`];
	const ends = {
		fr: [formatInWords(from, 'fr'), formatInWords(to, 'fr')],
		en: [formatInWords(from, 'en'), formatInWords(to, 'en')]
	};
	const [first, second] = [formatInCode(below), formatInCode(above)];
	return {
		begins: right,
		start: [`return ${formatInCode(right)};`],
		solution: [
			...[`if (${tooHigh}) {`, `\treturn ${second};`, '}'],
			...[`if (${tooLow}) {`, `\treturn ${first};`, '}'],
			`return ${formatInCode(right)};`
		],
		mutants: [
			{ id: 'upper-end-forgotten', replace: tooHigh, by: `${parameter} >= ${to}` },
			{ id: 'lower-end-forgotten', replace: tooLow, by: `${parameter} <= ${from}` },
			{ id: 'never-too-high', replace: `return ${second};`, by: `return ${formatInCode(right)};` },
			{ id: 'never-too-low', replace: `return ${first};`, by: `return ${formatInCode(right)};` }
		],
		checks: [
			{
				because: {
					fr: `De ${ends.fr.join(' à ')}, ${name} renvoie ${formatInCode(right)}`,
					en: `From ${ends.en.join(' to ')}, ${name} returns ${formatInCode(right)}`
				},
				examples: [exampleOf(from), exampleOf(to)]
			},
			{
				because: {
					fr: `Au-dessus de ${ends.fr[1]}, ${name} renvoie ${second}`,
					en: `Above ${ends.en[1]}, ${name} returns ${second}`
				},
				examples: [exampleOf(high), exampleOf(valueAt(12))]
			},
			{
				because: {
					fr: `En dessous de ${ends.fr[0]}, ${name} renvoie ${first}`,
					en: `Below ${ends.en[0]}, ${name} returns ${first}`
				},
				examples: [exampleOf(roundDecimals(from - step, decimals)), exampleOf(valueAt(-4))]
			}
		],
		held: [
			{
				because: { fr: 'D’autres valeurs, de chaque côté', en: 'Other values, on either side' },
				examples: [exampleOf(valueAt(2)), exampleOf(valueAt(9)), exampleOf(valueAt(-3))]
			}
		],
		predict: { given: [high], answers: [right, above, below] },
		rows: [exampleOf(high), exampleOf(from), exampleOf(valueAt(-2))],
		cases: CASES.map((strides) => {
			const example = exampleOf(valueAt(strides));
			return EXCEPTIONS.includes(strides) ? { ...example, returns: right } : example;
		}),
		band: {
			values: VALUES.map(valueAt),
			...{ from, to, below, right, above },
			hand: {
				min: valueAt(-HAND_REACH),
				max: valueAt(BAND_WIDTH + HAND_REACH),
				step: stride,
				start: valueAt(-2)
			}
		}
	};
}
