/** Lists the rules that a decision may lead to: given options, and rules that students set themselves. */
import type { Challenge, NumberSettingWithStart, NumberSetting } from '#lib/domain/challenge.ts';

export interface DecisionRule {
	option: string;
	values: Record<string, number>;
}

export const OWN_OPTION_ID = 'another';

type ChallengeDecision = Challenge['decision'];

/** Upper limit of rules that are tried, among those that students may set. */
const MAX_SAMPLED_RULES = 60;

export function rulesOfOptions({ options }: ChallengeDecision): DecisionRule[] {
	return options.map((option) => ({ option, values: {} }));
}

/** Returns the rule that a student's own option begins with; none if the challenge has only given options. */
export function defaultRuleOfOwnOption({ another }: ChallengeDecision): DecisionRule[] {
	const values = Object.fromEntries(another.map((setting) => [setting.id, setting.start]));
	return another.length > 0 ? [{ option: OWN_OPTION_ID, values }] : [];
}

/**
 * Returns some of the rules that students may set, the same ones in each call: all rules if they are few, otherwise more rules
 * near the lowest and highest values.
 */
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

export function listNeighbourRules({ another }: ChallengeDecision, { values }: DecisionRule): DecisionRule[] {
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
