/** Plays a scene with a program in each of its worlds and reports what goes wrong. */
import type {
	CallResult,
	SceneFault,
	Judge,
	SceneLook,
	PlayResult,
	PlayRequest,
	SceneCall
} from '#sandbox/judge/index.ts';
import type { SourcePlace, Problem } from '#sandbox/report.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Packed } from '#lib/server/content/pack.ts';
import type { Cast } from './scene-programs.ts';
import { reasonForAuthor } from './author-reason.ts';
import { Scene } from './scene.ts';
import { wordsOf, type World } from './scene-worlds.ts';

/** CSS pixels of the stage on a phone and on a laptop. */
const SIZES = [
	{ width: 360, height: 300 },
	{ width: 720, height: 540 }
];
const LOOKS: SceneLook[] = SIZES.flatMap((size) => (['light', 'dark'] as const).map((theme) => ({ theme, ...size })));
/** Steps after which the scene is drawn and described. */
const AFTER = [0, 40, 200];
const BRIEFLY = [0, 200];
const SEED = 1;

export interface Finding {
	during: string;
	reason: string;
	where: string;
	/** How often this happened while the scene played. */
	times: number;
	places: SourcePlace[];
}

export interface Performed {
	exported: CallResult | undefined;
	findings: Finding[];
	/** The scene did not end or ran out of memory; nothing was tried after that. */
	isFatal: boolean;
}

export async function perform(judge: Judge, packed: Packed, language: Language, cast: Cast): Promise<Performed> {
	const scene = await Scene.around(judge, packed, cast.program.files);
	if (scene === undefined) return { exported: undefined, findings: [], isFatal: false };
	const scenes = cast.parts.flatMap(({ words, chosen }, part) =>
		cast.worlds.map((world, index) => ({
			words: `${words}, ${wordsOf(world)}`,
			world,
			playing: {
				...(chosen !== undefined && { chosen }),
				looks: looksOf(cast, part + index),
				after: cast.looks === 'next' ? BRIEFLY : AFTER
			}
		}))
	);
	const calls = scenes.map(({ world, playing }) => callFor(packed, language, world, playing));
	const [exported, ...played] = await scene.call([{ kind: 'exports' }, ...calls], { stopsWhenFatal: true });
	if (exported?.kind === 'problem') {
		const findings = loadFindings(packed, cast, exported.problem);
		return { exported, findings, isFatal: isFatal(exported.problem) };
	}
	const findings: Finding[] = [];
	for (const [index, called] of played.entries()) {
		const one = scenes[index];
		if (one === undefined) break;
		if (called.kind === 'problem') {
			findings.push(
				await locate(scene, called.problem, one.words, (playing) => {
					return callFor(packed, language, one.world, { ...one.playing, ...playing });
				})
			);
			return { exported, findings, isFatal: true };
		}
		const { faults } = called.value as PlayResult;
		findings.push(...faults.map((fault) => ({ ...fault, where: `${one.words}, ${shownAt(fault)}` })));
	}
	return { exported, findings, isFatal: false };
}

/** Returns problems of loading, except the solution's, reported by `measure`, and those of a beginning itself, reported with its step. */
function loadFindings({ challenge }: Packed, cast: Cast, problem: Problem): Finding[] {
	const place = 'place' in problem ? problem.place : undefined;
	const isScene = place !== undefined && Object.hasOwn(challenge.surroundings, place.file);
	if (cast.kind === 'solution' || (cast.kind === 'beginning' && !isScene)) return [];
	const reason = reasonForAuthor(problem);
	return [
		{ during: 'the scene is loaded', reason, where: cast.parts[0]?.words ?? '', times: 1, places: place ? [place] : [] }
	];
}

/** Finds the failing function by calling each alone until one fails again. */
async function locate(
	scene: Scene,
	problem: Problem,
	words: string,
	callWith: (playing: Partial<PlayRequest>) => SceneCall
): Promise<Finding> {
	const last = AFTER.at(-1) ?? 0;
	const attempts = LOOKS.flatMap((look) =>
		[
			{ during: 'init', after: [], acts: [] },
			{ during: 'step', after: [last], acts: [] },
			{ during: 'describe', after: AFTER, acts: ['describe' as const] },
			{ during: 'draw', after: AFTER, acts: ['draw' as const] }
		].map(({ during, ...playing }) => ({ during, look, playing: { ...playing, looks: [look] } }))
	);
	const calls = attempts.map(({ playing }) => callWith(playing));
	const called = await scene.call(calls, { stopsWhenFatal: true });
	const found = attempts[called.findIndex(({ kind }) => kind === 'problem')];
	const where = found ? `${words}, ${shownAt(found)}` : words;
	return { during: found?.during ?? 'playing', reason: reasonForAuthor(problem), where, times: 1, places: [] };
}

function looksOf({ looks }: Cast, turn: number): SceneLook[] {
	if (looks === 'all') return LOOKS;
	if (looks === 'each') return LOOKS.filter((_, index) => index === 0 || index === LOOKS.length - 1);
	return LOOKS.filter((_, index) => index === turn % LOOKS.length);
}

function callFor({ challenge }: Packed, language: Language, world: World, playing: Partial<PlayRequest>): SceneCall {
	const { situation, option, values } = world;
	const { labels } = challenge.text[language];
	const chosen = { ...(option !== undefined && { option }), ...(values && { values }) };
	const input = { labels, language, situation, reducedMotion: false, ...chosen };
	return { kind: 'play', seed: SEED, input, looks: LOOKS, after: AFTER, acts: ['draw', 'describe'], ...playing };
}

function shownAt({ look, after }: Pick<SceneFault, 'look'> & { after?: number }): string {
	const steps = after === undefined ? '' : `, after ${after} steps`;
	return `${look.theme} theme, ${look.width} × ${look.height}${steps}`;
}

function isFatal({ kind }: Problem): boolean {
	return kind !== 'thrown' && kind !== 'assertion';
}
