/** The programs that a scene is tried with: right ones, unfinished ones, one that throws, some that answer nonsense. */
import type { Called } from '../../sandbox/judge/index.ts';
import type { Language } from '../../src/lib/domain/challenge.ts';
import type { Packed } from '../../src/lib/server/content/pack.ts';
import { beginning, solution, type Program } from './programs.ts';
import { endsOf, worldsOf, type World } from './scene-worlds.ts';

/** A program, or several in one, and the worlds that it is tried in. */
export interface Cast {
	kind: 'solution' | 'beginning' | 'nonsense';
	program: Program;
	/** What is done, in words for an author, and which of several programs does it. */
	parts: { words: string; chosen?: number }[];
	worlds: World[];
	/** In each world: every theme in every size, each theme and each size once, or the next in turn. */
	looks: 'all' | 'each' | 'next';
}

/** What every function does, as it is written, by how an author hears of it. */
const NONSENSE: [words: string, body: string][] = [
	['with a program that throws', `throw new Error('thrown on purpose')`],
	['with a program that answers undefined', 'return undefined'],
	['with a program that answers NaN', 'return NaN'],
	['with a program that answers a text', `return 'nonsense'`],
	['with a program that answers null', 'return null'],
	['with a program that answers an empty list', 'return []'],
	['with a program that answers -1', 'return -1'],
	['with a program that answers a billion', 'return 1_000_000_000']
];
/** Of the function that says which of them it is: see `Playing`. */
const CHOOSE = 'choose';
const NAME = /^[A-Za-z_$][\w$]*$/;
/** So that two run at the same time. */
const HALF = NONSENSE.length / 2;

export function rightCast(packed: Packed, language: Language): Cast {
	const program = solution(packed, language);
	const parts = [{ words: 'with the solution' }];
	const worlds = [...worldsOf(packed.challenge), ...endsOf(packed.challenge)];
	return { kind: 'solution', program, parts, worlds, looks: 'all' };
}

/** What a student has who has not done anything yet: often the same in several steps. */
export function beginningCasts({ challenge }: Packed, language: Language): Cast[] {
	const casts = new Map<string, Cast>();
	for (const world of worldsOf(challenge)) {
		const step = challenge.steps.find(({ id }) => id === world.step);
		if (step === undefined) continue;
		const program = beginning(challenge, language, step);
		const key = JSON.stringify(program.files);
		const parts = [{ words: 'with what the step begins with' }];
		const cast = casts.get(key) ?? { kind: 'beginning', program, parts, worlds: [], looks: 'each' };
		casts.set(key, { ...cast, worlds: [...cast.worlds, world] });
	}
	return [...casts.values()];
}

/** `names` are those of the solution: what it exports is what a scene can ask for. */
export function nonsenseCasts(packed: Packed, language: Language, names: string[]): Cast[] {
	const right = solution(packed, language);
	const worlds = worldsOf(packed.challenge);
	// Functions of the old kind, so that a scene may also try to make an object of one.
	const code = `const all = [${NONSENSE.map(([, body]) => `function () { ${body}; }`).join(', ')}];
let chosen = 0;
function answer() { return all[chosen](); }
export { ${names.map((name) => `answer as ${name}`).join(', ')} };
export function ${CHOOSE}(index) { chosen = index; }
`;
	const program = { ...right, files: { ...right.files, 'main.ts': code } };
	const parts = NONSENSE.map(([words], chosen) => ({ words, chosen }));
	return [parts.slice(0, HALF), parts.slice(HALF)].map((half) => {
		return { kind: 'nonsense', program, parts: half, worlds, looks: 'next' };
	});
}

/** What came of a call for the program's exports: it passed through a realm that the scene shares. */
export function namesIn(called: Called | undefined): string[] {
	const list: unknown = called?.kind === 'value' ? called.value : [];
	return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each) => {
		const { name } = Object(each) as { name?: unknown };
		return typeof name === 'string' && name !== CHOOSE && NAME.test(name) ? [name] : [];
	});
}
