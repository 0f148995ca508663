import type { SceneCallResult } from '#sandbox/judge/index.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import { createProgramOnStepEntry, makeSolutionProgram, type ChallengeProgram } from './programs.ts';
import type { Challenge, NumberSettingWithStart } from '#lib/domain/challenge.ts';
import { defaultRuleOfOwnOption, rulesOfOptions, OWN_OPTION_ID } from './decision-rules.ts';

export interface SceneCase {
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

function selectExtremeSceneCases({ steps, decision: { another } }: Challenge): SceneCase[] {
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

export interface SceneProgram {
	kind: 'solution' | 'beginning' | 'nonsense';
	program: ChallengeProgram;
	/** What the program does, in words for an author; `nonsenseIndex` is the index of the nonsense function that does it. */
	variants: { programWords: string; nonsenseIndex?: number }[];
	sceneCases: SceneCase[];
	/** `all`: every theme in every size; `each`: each theme and each size once; `next`: one in turn. */
	looks: 'all' | 'each' | 'next';
}

const NONSENSE_BODIES: [words: string, body: string][] = [
	['with a program that throws', `throw new Error('thrown on purpose')`],
	['with a program that answers undefined', 'return undefined'],
	['with a program that answers NaN', 'return NaN'],
	['with a program that answers a text', `return 'nonsense'`],
	['with a program that answers null', 'return null'],
	['with a program that answers an empty list', 'return []'],
	['with a program that answers -1', 'return -1'],
	['with a program that answers a billion', 'return 1_000_000_000']
];
const NONSENSE_CHOOSER_NAME = 'choose';
const IDENTIFIER_PATTERN = /^[A-Za-z_$][\w$]*$/;
/** The functions are split into two programs, which can run at the same time. */
const NONSENSE_BODIES_PER_PROGRAM = NONSENSE_BODIES.length / 2;

export function createSolutionSceneProgram(packed: PackedChallenge, language: Language): SceneProgram {
	const program = makeSolutionProgram(packed, language);
	const variants = [{ programWords: 'with the solution' }];
	const sceneCases = [...listSceneCases(packed.challenge), ...selectExtremeSceneCases(packed.challenge)];
	return { kind: 'solution', program, variants, sceneCases, looks: 'all' };
}

export function createBeginningScenePrograms({ challenge }: PackedChallenge, language: Language): SceneProgram[] {
	const casts = new Map<string, SceneProgram>();
	for (const world of listSceneCases(challenge)) {
		const step = challenge.steps.find(({ id }) => id === world.step);
		if (step === undefined) continue;
		const program = createProgramOnStepEntry(challenge, language, step);
		const key = JSON.stringify(program.files);
		const variants = [{ programWords: 'with what the step begins with' }];
		const cast = casts.get(key) ?? { kind: 'beginning', program, variants, sceneCases: [], looks: 'each' };
		casts.set(key, { ...cast, sceneCases: [...cast.sceneCases, world] });
	}
	return [...casts.values()];
}

/** They export `names`, the solution's exports, because a scene may call those. */
export function makeNonsensePrograms(packed: PackedChallenge, language: Language, names: string[]): SceneProgram[] {
	const rightProgram = makeSolutionProgram(packed, language);
	const sceneCases = listSceneCases(packed.challenge);
	// Written with `function`, so that a scene may also call them with `new`.
	const code = `const all = [${NONSENSE_BODIES.map(([, body]) => `function () { ${body}; }`).join(', ')}];
let chosen = 0;
function answer() { return all[chosen](); }
export { ${names.map((name) => `answer as ${name}`).join(', ')} };
export function ${NONSENSE_CHOOSER_NAME}(index) { chosen = index; }
`;
	const program = { ...rightProgram, files: { ...rightProgram.files, 'main.ts': code } };
	const variants = NONSENSE_BODIES.map(([programWords], nonsenseIndex) => ({ programWords, nonsenseIndex }));
	return [variants.slice(0, NONSENSE_BODIES_PER_PROGRAM), variants.slice(NONSENSE_BODIES_PER_PROGRAM)].map((half) => {
		return { kind: 'nonsense', program, variants: half, sceneCases, looks: 'next' };
	});
}

/** The list is not trusted, because the scene runs in the same realm. */
export function readExportNames(callResult: SceneCallResult | undefined): string[] {
	const exportedNames: unknown = callResult?.kind === 'value' ? callResult.value : [];
	return (Array.isArray(exportedNames) ? (exportedNames as unknown[]) : []).flatMap((each) => {
		const { name } = Object(each) as { name?: unknown };
		return typeof name === 'string' && name !== NONSENSE_CHOOSER_NAME && IDENTIFIER_PATTERN.test(name) ? [name] : [];
	});
}
