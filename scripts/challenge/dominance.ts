/** Checks that a decision has no right answer. */
import type { MeasuredFigure } from '#sandbox/report.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { BetterFigureDirections } from '#lib/server/content/manifest.ts';
import { rulesOfOptions, listNeighbourRules, OWN_OPTION_ID, sampleRules, type DecisionRule } from './decision-rules.ts';

/** Number of the best rules whose neighbours are tried, in each of `SEARCH_ROUND_COUNT` rounds. */
const REFINED_RULE_COUNT = 3;
const SEARCH_ROUND_COUNT = 2;

/** Measures the figures of each rule, in the same order; undefined for a rule without figures. */
export type RuleMeasurer = (rules: DecisionRule[]) => Promise<(MeasuredFigure[] | undefined)[]>;

interface MeasuredRule {
	rule: DecisionRule;
	costs: number[];
}

/**
 * Returns sentences about each rule that is best in all figures, and each option that another one beats. The search is limited, and
 * gives the same result each time.
 */
export async function describeDominance(
	decision: Challenge['decision'],
	betterDirections: BetterFigureDirections,
	measureFigures: RuleMeasurer
): Promise<string[]> {
	const measureRules = async (rules: DecisionRule[]): Promise<MeasuredRule[]> => {
		const figures = await measureFigures(rules);
		return rules.flatMap((rule, index) => {
			const costs = convertFiguresToCosts(figures[index] ?? [], betterDirections);
			return costs === undefined ? [] : [{ rule, costs }];
		});
	};
	const measuredOptions = await measureRules(rulesOfOptions(decision));
	if (measuredOptions.length < decision.options.length) return [];
	if (measuredOptions.every(({ costs }) => areCostsEqual(costs, measuredOptions[0]?.costs ?? []))) {
		return ['no figure that "better" names differs between the options: there is nothing to weigh'];
	}
	const rightOne = measuredOptions.find((one) => beatsAllOptions(one, measuredOptions));
	if (rightOne !== undefined) return [describeBestInAllFigures(`option "${rightOne.rule.option}"`)];
	const outdoneProblems = measuredOptions.flatMap((one) => {
		const winner = measuredOptions.find((other) => areCostsBetter(other.costs, one.costs));
		return winner === undefined ? [] : [describeOutdoneOption(one.rule.option, winner.rule.option)];
	});
	const bestRule = await findBestOwnRule(decision, measuredOptions, measureRules);
	return bestRule === undefined
		? outdoneProblems
		: [...outdoneProblems, describeBestInAllFigures(`what a student may set (${ruleText(bestRule)})`)];
}

async function findBestOwnRule(
	decision: Challenge['decision'],
	measuredOptions: MeasuredRule[],
	measureRules: (rules: DecisionRule[]) => Promise<MeasuredRule[]>
): Promise<DecisionRule | undefined> {
	const rulesByText = new Map<string, MeasuredRule>();
	let rulesToMeasure = sampleRules(decision);
	for (let round = 0; rulesToMeasure.length > 0; round += 1) {
		for (const one of await measureRules(rulesToMeasure)) rulesByText.set(ruleText(one.rule), one);
		const all = [...rulesByText.values()].sort(
			(one, other) => sumLosses(one, measuredOptions) - sumLosses(other, measuredOptions)
		);
		const winner = all.find((one) => beatsAllOptions(one, measuredOptions));
		if (winner !== undefined) return winner.rule;
		const closerRules =
			round < SEARCH_ROUND_COUNT
				? all.slice(0, REFINED_RULE_COUNT).flatMap(({ rule }) => listNeighbourRules(decision, rule))
				: [];
		rulesToMeasure = [...new Map(closerRules.map((rule) => [ruleText(rule), rule])).values()].filter(
			(rule) => !rulesByText.has(ruleText(rule))
		);
	}
	return undefined;
}

function convertFiguresToCosts(
	figures: MeasuredFigure[],
	betterDirections: BetterFigureDirections
): number[] | undefined {
	const costs = Object.entries(betterDirections).map(([id, way]) => {
		const value = figures.find((figure) => figure.id === id)?.value;
		return value === undefined ? NaN : way === 'less' ? value : -value;
	});
	return costs.some((cost) => Number.isNaN(cost)) ? undefined : costs;
}

/** Returns whether `one` beats every option: each is worse in one figure and better in none. */
function beatsAllOptions(one: MeasuredRule, measuredOptions: MeasuredRule[]): boolean {
	return measuredOptions.every((other) => other.rule === one.rule || areCostsBetter(one.costs, other.costs));
}

/** Returns whether `one` is as good in every figure and better in at least one. */
function areCostsBetter(one: number[], other: number[]): boolean {
	return one.every((cost, index) => cost <= (other[index] ?? 0)) && !areCostsEqual(one, other);
}

function areCostsEqual(one: number[], other: number[]): boolean {
	return one.every((cost, index) => cost === other[index]);
}

/** Returns how much better the options are in total. Each figure counts relative to its range over all options. */
function sumLosses({ costs }: MeasuredRule, measuredOptions: MeasuredRule[]): number {
	return costs.reduce((sum, cost, index) => {
		const others = measuredOptions.map((other) => other.costs[index] ?? 0);
		const range = Math.max(...others) - Math.min(...others) || 1;
		return sum + others.reduce((lost, other) => lost + Math.max(0, cost - other) / range, 0);
	}, 0);
}

const describeBestInAllFigures = (what: string) =>
	`${what} is best in all figures that "better" names: the decision has a right answer`;
const describeOutdoneOption = (option: string, winner: string) =>
	`option "${option}" is nowhere better than "${winner}" and somewhere worse: nobody would choose it`;

function ruleText({ option, values }: DecisionRule): string {
	const valueTexts = Object.entries(values).map(([id, value]) => `${id} ${value}`);
	return option === OWN_OPTION_ID ? valueTexts.join(', ') : option;
}
