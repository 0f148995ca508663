/** Lists the cases that a scene shows: each step's situation, with each option where the step has options. */
import type { Challenge, NumberSettingWithStart } from '#lib/domain/challenge.ts';
import { defaultRuleOfOwnOption, rulesOfOptions, OWN_OPTION_ID } from './decision-rules.ts';

export interface SceneCase {
	/** Id of the first step that shows this case. */
	step: string;
	situation: string;
	option?: string;
	values?: Record<string, number>;
}

export function listSceneCases({ steps, decision }: Pick<Challenge, 'steps' | 'decision'>): SceneCase[] {
	const [ownOptionRule] = defaultRuleOfOwnOption(decision);
	const rules = [...rulesOfOptions(decision), ...(ownOptionRule ? [ownOptionRule] : [])];
	const sceneCases = steps.flatMap((step): SceneCase[] => {
		const { id, kind, situation } = step;
		const plainCase = { step: id, situation };
		// The case without values is listed as well, because an unanswered prediction shows the scene of the previous step.
		if (step.kind === 'discover' && step.hand) return [plainCase, ...listCasesOfStageDials(plainCase, step.hand)];
		if (kind !== 'decide' && kind !== 'show') return [plainCase];
		// The scene gets the student's own settings, whichever option is shown.
		return rules.map(({ option }) => ({ ...plainCase, option, values: ownOptionRule?.values ?? {} }));
	});
	return withoutDuplicates(sceneCases, ({ situation, option, values }) => JSON.stringify([situation, option, values]));
}

/** Returns two cases with the student's own option: one with the lowest value of each setting, one with the highest. */
export function selectExtremeSceneCases({ steps, decision: { another } }: Challenge): SceneCase[] {
	const decideStep = steps.find(({ kind }) => kind === 'decide');
	if (decideStep === undefined || another.length === 0) return [];
	return (['min', 'max'] as const).map((end) => {
		return {
			step: decideStep.id,
			situation: decideStep.situation,
			option: OWN_OPTION_ID,
			values: selectSettingValues(another, end)
		};
	});
}

function listCasesOfStageDials(world: SceneCase, hand: NumberSettingWithStart[]): SceneCase[] {
	return (['start', 'min', 'max'] as const).map((at) => ({ ...world, values: selectSettingValues(hand, at) }));
}

function selectSettingValues(settings: NumberSettingWithStart[], at: 'start' | 'min' | 'max'): Record<string, number> {
	return Object.fromEntries(settings.map((setting) => [setting.id, setting[at]]));
}

export function describeSceneCase({ step, option, values }: SceneCase): string {
	const valueTexts = Object.entries(values ?? {}).map(([id, value]) => `${id} ${value}`);
	const ownValuesText =
		(option === undefined || option === OWN_OPTION_ID) && valueTexts.length > 0 ? ` (${valueTexts.join(', ')})` : '';
	return `step "${step}"${option === undefined ? '' : `, option "${option}"`}${ownValuesText}`;
}

function withoutDuplicates<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
	return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
