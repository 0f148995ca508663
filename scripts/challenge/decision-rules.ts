import type { Challenge, NumberSettingWithStart, NumberSetting } from '#lib/domain/challenge.ts';
import type { MeasuredFigure } from '#sandbox/report.ts';
import type { BetterFigureDirections } from '#lib/server/content/manifest.ts';

const REFINED_RULE_COUNT = 3;
const SEARCH_ROUND_COUNT = 2;

/** In the same order; undefined for a rule without figures. */
export type RuleMeasurer = (rules: DecisionRule[]) => Promise<(MeasuredFigure[] | undefined)[]>;

interface MeasuredRule {
	rule: DecisionRule;
	costs: number[];
}

/** Describes each rule that is best in all figures, and each option that another beats; the same in each call. */
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

function beatsAllOptions(one: MeasuredRule, measuredOptions: MeasuredRule[]): boolean {
	return measuredOptions.every((other) => other.rule === one.rule || areCostsBetter(one.costs, other.costs));
}

function areCostsBetter(one: number[], other: number[]): boolean {
	return one.every((cost, index) => cost <= (other[index] ?? 0)) && !areCostsEqual(one, other);
}

function areCostsEqual(one: number[], other: number[]): boolean {
	return one.every((cost, index) => cost === other[index]);
}

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

export interface DecisionRule {
	option: string;
	values: Record<string, number>;
}

export const OWN_OPTION_ID = 'another';

type ChallengeDecision = Challenge['decision'];

const MAX_SAMPLED_RULES = 60;

export function rulesOfOptions({ options }: ChallengeDecision): DecisionRule[] {
	return options.map((option) => ({ option, values: {} }));
}

export function defaultRuleOfOwnOption({ another }: ChallengeDecision): DecisionRule[] {
	const values = Object.fromEntries(another.map((setting) => [setting.id, setting.start]));
	return another.length > 0 ? [{ option: OWN_OPTION_ID, values }] : [];
}

/** The same rules in each call: all if they are few, otherwise more near the lowest and highest values. */
export function sampleRules({ another }: ChallengeDecision): DecisionRule[] {
	if (another.length === 0) return [];
	let valuesPerSetting = 2;
	while (valuesPerSetting < MAX_SAMPLED_RULES && countCombinations(another, valuesPerSetting + 1) <= MAX_SAMPLED_RULES)
		valuesPerSetting += 1;
	let combinations: DecisionRule['values'][] = [{}];
	for (const setting of another) {
		const values = sampleSettingValues(setting, valuesPerSetting);
		// The list is cut after each dial, because all combinations of many dials would not fit into memory.
		combinations = combinations
			.flatMap((before) => values.map((value) => ({ ...before, [setting.id]: value })))
			.slice(0, MAX_SAMPLED_RULES);
	}
	return combinations.map((values) => ({ option: OWN_OPTION_ID, values }));
}

function listNeighbourRules({ another }: ChallengeDecision, { values }: DecisionRule): DecisionRule[] {
	return another.flatMap((setting) => {
		const at = Math.round(((values[setting.id] ?? setting.start) - setting.min) / setting.step);
		return [at - 1, at + 1]
			.filter((index) => index >= 0 && index < countSettingValues(setting))
			.map((index) => ({
				option: OWN_OPTION_ID,
				values: { ...values, [setting.id]: getSettingValue(setting, index) }
			}));
	});
}

function countCombinations(another: NumberSettingWithStart[], most: number): number {
	return another.reduce((product, setting) => product * Math.min(most, countSettingValues(setting)), 1);
}

function sampleSettingValues(setting: NumberSettingWithStart, most: number): number[] {
	const lastIndex = countSettingValues(setting) - 1;
	const start = Math.round((setting.start - setting.min) / setting.step);
	// The order: lowest and highest value, the second value, the initial value, then values further and further apart.
	const sampledIndices = new Set([0, lastIndex, 1, start].filter((index) => index >= 0 && index <= lastIndex));
	for (let partCount = 2; sampledIndices.size < Math.min(most, lastIndex + 1); partCount *= 2) {
		for (let part = 1; part < partCount; part += 1)
			sampledIndices.add(Math.round((lastIndex + 1) ** (part / partCount)) - 1);
		// More parts than values would only repeat values, so the remaining values are added in order.
		if (partCount > lastIndex) for (let index = 0; index <= lastIndex; index += 1) sampledIndices.add(index);
	}
	const indices = [...sampledIndices].slice(0, most).sort((one, other) => one - other);
	return indices.map((index) => getSettingValue(setting, index));
}

function countSettingValues({ min, max, step }: NumberSetting): number {
	return Math.max(1, Math.floor((max - min) / step + 1e-9) + 1);
}

function getSettingValue({ min, step }: NumberSetting, index: number): number {
	return Number((min + index * step).toFixed(9));
}
