import type {
	SceneCallResult,
	SceneFault,
	Judge,
	StageAppearance,
	ScenePlayResult,
	ScenePlayRequest,
	SceneCall
} from '#sandbox/judge/index.ts';
import type { SourcePlace, Problem } from '#sandbox/report.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import type { SceneProgram } from './scene-programs.ts';
import { describeProblemForAuthor } from '../judge/describe-verdict.ts';
import { JudgedScene } from './judging.ts';
import { describeSceneCase, type SceneCase } from './scene-programs.ts';

/** Sizes of the stage on a phone and on a laptop, in CSS pixels. */
const STAGE_SIZES = [
	{ width: 360, height: 300 },
	{ width: 720, height: 540 }
];
const STAGE_APPEARANCES: StageAppearance[] = STAGE_SIZES.flatMap((size) =>
	(['light', 'dark'] as const).map((theme) => ({ theme, ...size }))
);
const SCENE_STEP_COUNTS = [0, 40, 200];
const FEW_SCENE_STEP_COUNTS = [0, 200];
const PLAY_SEED = 1;

export interface PlayFinding {
	activity: string;
	reason: string;
	placeText: string;
	occurrences: number;
	places: SourcePlace[];
}

export interface ProgramPlay {
	exportsResult: SceneCallResult | undefined;
	findings: PlayFinding[];
	/** True when the scene did not end or ran out of memory, so that nothing was tried afterwards. */
	isFatal: boolean;
}

export async function playProgram(
	judge: Judge,
	packed: PackedChallenge,
	language: Language,
	cast: SceneProgram
): Promise<ProgramPlay> {
	const scene = await JudgedScene.compileWithProgram(judge, packed, cast.program.files);
	if (scene === undefined) return { exportsResult: undefined, findings: [], isFatal: false };
	const scenes = cast.variants.flatMap(({ programWords, nonsenseIndex }, part) =>
		cast.sceneCases.map((world, index) => ({
			words: `${programWords}, ${describeSceneCase(world)}`,
			world,
			playing: {
				...(nonsenseIndex !== undefined && { chosenIndex: nonsenseIndex }),
				looks: selectStageAppearances(cast, part + index),
				stepCounts: cast.looks === 'next' ? FEW_SCENE_STEP_COUNTS : SCENE_STEP_COUNTS
			}
		}))
	);
	const calls = scenes.map(({ world, playing }) => createScenePlayCall(packed, language, world, playing));
	const [exportsResult, ...played] = await scene.runCalls([{ kind: 'exports' }, ...calls], { stopsWhenFatal: true });
	if (exportsResult?.kind === 'problem') {
		const findings = createLoadFindings(packed, cast, exportsResult.problem);
		return { exportsResult, findings, isFatal: isFatal(exportsResult.problem) };
	}
	const findings: PlayFinding[] = [];
	for (const [index, called] of played.entries()) {
		const playedScene = scenes[index];
		if (playedScene === undefined) break;
		if (called.kind === 'problem') {
			findings.push(
				await findFailingSceneFunction(scene, called.problem, playedScene.words, (playing) => {
					return createScenePlayCall(packed, language, playedScene.world, { ...playedScene.playing, ...playing });
				})
			);
			return { exportsResult, findings, isFatal: true };
		}
		const { faults } = called.value as ScenePlayResult;
		const findingOf = ({ occurrences, failedFunction, ...fault }: SceneFault): PlayFinding => {
			return {
				...fault,
				activity: failedFunction,
				occurrences,
				placeText: `${playedScene.words}, ${describeAppearance(fault)}`
			};
		};
		findings.push(...faults.map(findingOf));
	}
	return { exportsResult, findings, isFatal: false };
}

function createLoadFindings({ challenge }: PackedChallenge, cast: SceneProgram, problem: Problem): PlayFinding[] {
	const place = 'place' in problem ? problem.place : undefined;
	const isScene = place !== undefined && Object.hasOwn(challenge.surroundings, place.file);
	if (cast.kind === 'solution' || (cast.kind === 'beginning' && !isScene)) return [];
	const reason = describeProblemForAuthor(problem);
	return [
		{
			activity: 'the scene is loaded',
			reason,
			placeText: cast.variants[0]?.programWords ?? '',
			occurrences: 1,
			places: place ? [place] : []
		}
	];
}

async function findFailingSceneFunction(
	scene: JudgedScene,
	problem: Problem,
	programWords: string,
	createCall: (playing: Partial<ScenePlayRequest>) => SceneCall
): Promise<PlayFinding> {
	const mostSteps = SCENE_STEP_COUNTS.at(-1) ?? 0;
	const attempts = STAGE_APPEARANCES.flatMap((look) =>
		[
			{ calledFunction: 'init', stepCounts: [], outputs: [] },
			{ calledFunction: 'step', stepCounts: [mostSteps], outputs: [] },
			{ calledFunction: 'describe', stepCounts: SCENE_STEP_COUNTS, outputs: ['describe' as const] },
			{ calledFunction: 'draw', stepCounts: SCENE_STEP_COUNTS, outputs: ['draw' as const] }
		].map(({ calledFunction, ...playing }) => ({
			calledFunction,
			look,
			playing: { ...playing, looks: [look] }
		}))
	);
	const calls = attempts.map(({ playing }) => createCall(playing));
	const callResults = await scene.runCalls(calls, { stopsWhenFatal: true });
	const failedAttempt = attempts[callResults.findIndex(({ kind }) => kind === 'problem')];
	const placeText = failedAttempt ? `${programWords}, ${describeAppearance(failedAttempt)}` : programWords;
	return {
		activity: failedAttempt?.calledFunction ?? 'playing',
		reason: describeProblemForAuthor(problem),
		placeText,
		occurrences: 1,
		places: []
	};
}

function selectStageAppearances({ looks }: SceneProgram, turn: number): StageAppearance[] {
	if (looks === 'all') return STAGE_APPEARANCES;
	if (looks === 'each')
		return STAGE_APPEARANCES.filter((_, index) => index === 0 || index === STAGE_APPEARANCES.length - 1);
	return STAGE_APPEARANCES.filter((_, index) => index === turn % STAGE_APPEARANCES.length);
}

function createScenePlayCall(
	{ challenge }: PackedChallenge,
	language: Language,
	world: SceneCase,
	playing: Partial<ScenePlayRequest>
): SceneCall {
	const { situation, option, values } = world;
	const { labels } = challenge.text[language];
	const decisionChoice = { ...(option !== undefined && { option }), ...(values && { values }) };
	const sceneInput = { labels, language, situation, reducedMotion: false, ...decisionChoice };
	return {
		kind: 'play',
		seed: PLAY_SEED,
		input: sceneInput,
		looks: STAGE_APPEARANCES,
		stepCounts: SCENE_STEP_COUNTS,
		outputs: ['draw', 'describe'],
		...playing
	};
}

function describeAppearance({ look, stepCount }: Pick<SceneFault, 'look'> & { stepCount?: number }): string {
	const steps = stepCount === undefined ? '' : `, after ${stepCount} steps`;
	return `${look.theme} theme, ${look.width} × ${look.height}${steps}`;
}

function isFatal({ kind }: Problem): boolean {
	return kind !== 'thrown' && kind !== 'assertion';
}
