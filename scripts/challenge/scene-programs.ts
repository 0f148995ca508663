/** The programs that a scene is tried with: right, unfinished, throwing and nonsensical ones. */
import type { SceneCallResult } from '#sandbox/judge/index.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import { filesOnEntry, solutionProgram, type ChallengeProgram } from './programs.ts';
import { extremeWorlds, worldsOf, type SceneWorld } from './scene-worlds.ts';

export interface SceneProgram {
	kind: 'solution' | 'beginning' | 'nonsense';
	program: ChallengeProgram;
	/** What happens, in words for an author, and the index of the nonsense function that does it. */
	variants: { words: string; chosen?: number }[];
	worlds: SceneWorld[];
	/** Looks tried in each world: every theme in every size, each theme and size once, or the next one in turn. */
	looks: 'all' | 'each' | 'next';
}

/** Bodies of the nonsense functions, each with its description for the author. */
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
/** Name of the function that selects one of them; see `PlayRequest`. */
const CHOOSER_NAME = 'choose';
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Split in two, so that two run at the same time. */
const HALF = NONSENSE_BODIES.length / 2;

export function solutionSceneProgram(packed: PackedChallenge, language: Language): SceneProgram {
	const program = solutionProgram(packed, language);
	const variants = [{ words: 'with the solution' }];
	const worlds = [...worldsOf(packed.challenge), ...extremeWorlds(packed.challenge)];
	return { kind: 'solution', program, variants, worlds, looks: 'all' };
}

/** Returns what students begin with, once where several steps begin with the same. */
export function beginningScenePrograms({ challenge }: PackedChallenge, language: Language): SceneProgram[] {
	const casts = new Map<string, SceneProgram>();
	for (const world of worldsOf(challenge)) {
		const step = challenge.steps.find(({ id }) => id === world.step);
		if (step === undefined) continue;
		const program = filesOnEntry(challenge, language, step);
		const key = JSON.stringify(program.files);
		const variants = [{ words: 'with what the step begins with' }];
		const cast = casts.get(key) ?? { kind: 'beginning', program, variants, worlds: [], looks: 'each' };
		casts.set(key, { ...cast, worlds: [...cast.worlds, world] });
	}
	return [...casts.values()];
}

/** Returns nonsense programs with the solution's exports, `names`, which are what a scene can call. */
export function nonsenseScenePrograms(packed: PackedChallenge, language: Language, names: string[]): SceneProgram[] {
	const right = solutionProgram(packed, language);
	const worlds = worldsOf(packed.challenge);
	// Use `function`, so that a scene may also call them with `new`.
	const code = `const all = [${NONSENSE_BODIES.map(([, body]) => `function () { ${body}; }`).join(', ')}];
let chosen = 0;
function answer() { return all[chosen](); }
export { ${names.map((name) => `answer as ${name}`).join(', ')} };
export function ${CHOOSER_NAME}(index) { chosen = index; }
`;
	const program = { ...right, files: { ...right.files, 'main.ts': code } };
	const variants = NONSENSE_BODIES.map(([words], chosen) => ({ words, chosen }));
	return [variants.slice(0, HALF), variants.slice(HALF)].map((half) => {
		return { kind: 'nonsense', program, variants: half, worlds, looks: 'next' };
	});
}

/** Reads the names of a program's exports from the call's result. The list is untrusted, since it passed through the scene's realm. */
export function exportNamesIn(called: SceneCallResult | undefined): string[] {
	const list: unknown = called?.kind === 'value' ? called.value : [];
	return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each) => {
		const { name } = Object(each) as { name?: unknown };
		return typeof name === 'string' && name !== CHOOSER_NAME && IDENTIFIER.test(name) ? [name] : [];
	});
}
