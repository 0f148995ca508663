import { describe, expect, test } from 'vitest';
import type { MeasuredFigure } from '#sandbox/report.ts';
import { describeDominance } from './decision-rules.ts';
import { sampleRules, type DecisionRule } from './decision-rules.ts';

const ownOptionSettings = [
	{ id: 'days', min: 0, max: 365, step: 1, start: 7 },
	{ id: 'place', min: 0, max: 1, step: 1, start: 0 },
	{ id: 'free', min: 20, max: 60, step: 5, start: 20 }
];
const decision = { options: ['paper', 'erased', 'kept'], another: ownOptionSettings };
const betterDirections = { noticed: 'more', told: 'less' } as const;

/** Returns for how many days number plates are kept; null when none is recorded. */
const countDaysKept = ({ option, values }: DecisionRule) =>
	({ paper: null, erased: 0, kept: 365 })[option] ?? (option === 'another' ? (values['days'] ?? 0) : null);

function searchDominance(
	figures: (rule: DecisionRule) => Record<string, number>,
	wanted: Record<string, 'less' | 'more'> = betterDirections
) {
	const measuredRules: DecisionRule[] = [];
	const dominanceProblems = describeDominance(decision, wanted, (rules) => {
		measuredRules.push(...rules);
		return Promise.resolve(
			rules.map((rule) =>
				Object.entries(figures(rule)).map(([id, value]): MeasuredFigure => ({ id, value, unit: 'count' }))
			)
		);
	});
	return dominanceProblems.then((problems) => ({ problems, measuredRules }));
}

test('a decision in which every rule has a drawback is without a problem', async () => {
	const { problems, measuredRules } = await searchDominance((rule) => ({
		noticed: countDaysKept(rule) ?? -1,
		told: (countDaysKept(rule) ?? -1) * 2
	}));
	expect(problems).toEqual([]);
	expect(measuredRules.length).toBeLessThan(120);
});

describe('a rule that is best in all figures', () => {
	test('is found among the options', async () => {
		const { problems } = await searchDominance(({ option }) => ({
			noticed: option === 'erased' ? 30 : 9,
			told: option === 'kept' ? 18 : 0
		}));
		expect(problems).toEqual([
			'option "erased" is best in all figures that "better" names: the decision has a right answer'
		]);
	});

	test('is found among the settings of a student’s own option', async () => {
		const { problems } = await searchDominance((rule) => {
			const days = countDaysKept(rule);
			const places = rule.option === 'another' ? (rule.values['place'] ?? 0) > 0 : days !== null;
			return { noticed: days === null ? 9 : days === 0 ? 18 : 30, told: places ? Math.min(18, (days ?? 0) / 2) : 0 };
		});
		expect(problems.at(-1)).toBe(
			'what a student may set (days 1, place 0, free 20) is best in all figures that "better" names: the decision has a right answer'
		);
	});

	test('is found step by step from the best sampled rule, where few rules come close', async () => {
		const sampledDays = new Set(sampleRules(decision).map(({ values }) => values['days']));
		const unsampledDays =
			[...Array(366).keys()].find((days) => days > 1 && !sampledDays.has(days) && sampledDays.has(days + 2)) ?? NaN;
		const { problems } = await searchDominance(({ option, values }) => {
			if (option === 'paper') return { noticed: 10, told: 5 };
			if (option === 'erased') return { noticed: 5, told: 2 };
			if (option === 'kept') return { noticed: 20, told: 20 };
			const daysFromBest = Math.abs((values['days'] ?? 0) - unsampledDays);
			return daysFromBest === 0 ? { noticed: 21, told: 1 } : { noticed: 20 - daysFromBest, told: 1 + daysFromBest };
		});
		expect(problems).toEqual([expect.stringContaining(`days ${unsampledDays}, `)]);
	});
});

test('an option that another beats is reported, and so are figures that never differ', async () => {
	const { problems } = await searchDominance(({ option }) => ({
		noticed: { paper: 9, erased: 18 }[option] ?? (option === 'kept' ? 30 : 0),
		told: { paper: 1, erased: 1 }[option] ?? 18
	}));
	expect(problems).toEqual([
		'option "paper" is nowhere better than "erased" and somewhere worse: nobody would choose it'
	]);
	expect((await searchDominance(() => ({ noticed: 1, told: 1 }))).problems).toEqual([
		'no figure that "better" names differs between the options: there is nothing to weigh'
	]);
});

test('each run samples the same rules, including limits and first steps; few rules are all tried', () => {
	const rules = sampleRules(decision);
	expect(rules).toEqual(sampleRules(decision));
	expect(rules.length).toBeLessThanOrEqual(60);
	expect([...new Set(rules.map(({ values }) => values['days']))]).toEqual(expect.arrayContaining([0, 1, 7, 365]));
	const decisionWithFewRules = { options: [], another: [{ id: 'salt', min: 0, max: 0.3, step: 0.1, start: 0.2 }] };
	const manyDials = Array.from({ length: 40 }, (_, at) => ({ id: `d${at}`, min: 0, max: 1, step: 1, start: 0 }));
	expect(sampleRules({ options: [], another: manyDials })).toHaveLength(60);
	expect(sampleRules(decisionWithFewRules).map(({ values }) => values['salt'])).toEqual([0, 0.1, 0.2, 0.3]);
});
