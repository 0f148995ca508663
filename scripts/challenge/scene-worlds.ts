/** Lists the worlds that a scene shows: each step's situation, with each option if it has some. */
import type { Challenge, SceneSetting } from '#lib/domain/challenge.ts';
import { defaultRuleOfOwnOption, givenRules, OWN_OPTION } from './rules.ts';

export interface SceneWorld {
	/** The first step that shows this world. */
	step: string;
	situation: string;
	option?: string;
	values?: Record<string, number>;
}

export function worldsOf({ steps, decision }: Pick<Challenge, 'steps' | 'decision'>): SceneWorld[] {
	const [own] = defaultRuleOfOwnOption(decision);
	const rules = [...givenRules(decision), ...(own ? [own] : [])];
	const worlds = steps.flatMap((step): SceneWorld[] => {
		const { id, kind, situation } = step;
		const world = { step: id, situation };
		// The world without values is listed as well, because an unanswered prediction shows the scene of the step before.
		if (step.kind === 'discover' && step.hand) return [world, ...handWorlds(world, step.hand)];
		if (kind !== 'decide' && kind !== 'show') return [world];
		// The scene gets the student's own settings, whichever option is shown.
		return rules.map(({ option }) => ({ ...world, option, values: own?.values ?? {} }));
	});
	return withoutDuplicates(worlds, ({ situation, option, values }) => JSON.stringify([situation, option, values]));
}

/** Returns worlds with the student's own option, in which each setting has its lowest and its highest value. */
export function extremeWorlds({ steps, decision: { another } }: Challenge): SceneWorld[] {
	const decide = steps.find(({ kind }) => kind === 'decide');
	if (decide === undefined || another.length === 0) return [];
	return (['min', 'max'] as const).map((end) => {
		return { step: decide.id, situation: decide.situation, option: OWN_OPTION, values: valuesAt(another, end) };
	});
}

function handWorlds(world: SceneWorld, hand: SceneSetting[]): SceneWorld[] {
	return (['start', 'min', 'max'] as const).map((at) => ({ ...world, values: valuesAt(hand, at) }));
}

function valuesAt(settings: SceneSetting[], at: 'start' | 'min' | 'max'): Record<string, number> {
	return Object.fromEntries(settings.map((setting) => [setting.id, setting[at]]));
}

export function describeWorld({ step, option, values }: SceneWorld): string {
	const set = Object.entries(values ?? {}).map(([id, value]) => `${id} ${value}`);
	const own = (option === undefined || option === OWN_OPTION) && set.length > 0 ? ` (${set.join(', ')})` : '';
	return `step "${step}"${option === undefined ? '' : `, option "${option}"`}${own}`;
}

function withoutDuplicates<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
	return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
