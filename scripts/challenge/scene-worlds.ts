/** The worlds that a challenge's scene shows: each step, and each option where there is one. */
import type { Challenge } from '../../src/lib/domain/challenge.ts';
import { firstOwnRule, givenRules, OWN } from './rules.ts';

export interface World {
	/** The first step that shows it. */
	step: string;
	situation: string;
	option?: string;
	values?: Record<string, number>;
}

export function worldsOf({ steps, decision }: Challenge): World[] {
	const [own] = firstOwnRule(decision);
	const rules = [...givenRules(decision), ...(own ? [own] : [])];
	const worlds = steps.flatMap(({ id, kind, situation }): World[] => {
		const world = { step: id, situation };
		if (kind !== 'decide' && kind !== 'show') return [world];
		// Whatever option is looked at, the scene is told what the student has set.
		return rules.map(({ option }) => ({ ...world, option, values: own?.values ?? {} }));
	});
	return unlike(worlds, ({ situation, option, values }) => JSON.stringify([situation, option, values]));
}

/** The student's own option, with everything set as low and as high as it goes. */
export function endsOf({ steps, decision: { another } }: Challenge): World[] {
	const decide = steps.find(({ kind }) => kind === 'decide');
	if (decide === undefined || another.length === 0) return [];
	return (['min', 'max'] as const).map((end) => {
		const values = Object.fromEntries(another.map((setting) => [setting.id, setting[end]]));
		return { step: decide.id, situation: decide.situation, option: OWN, values };
	});
}

/** In words, for an author. */
export function wordsOf({ step, option, values }: World): string {
	const set = Object.entries(values ?? {}).map(([id, value]) => `${id} ${value}`);
	const own = option === OWN && set.length > 0 ? ` (${set.join(', ')})` : '';
	return `step "${step}"${option === undefined ? '' : `, option "${option}"${own}`}`;
}

function unlike<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
	return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
