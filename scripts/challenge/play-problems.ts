import type { Judge } from '#sandbox/judge/index.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import {
	createBeginningScenePrograms,
	readExportNames,
	makeNonsensePrograms,
	createSolutionSceneProgram,
	type SceneProgram
} from './scene-programs.ts';
import { findExportLine } from './programs.ts';
import { playProgram, type PlayFinding, type ProgramPlay } from './play-program.ts';
import { authorPlaceOf, makeSolutionProgram } from './programs.ts';

/** Number of programs that are tried at the same time. After a program that never ends, no further ones are tried. */
const PROGRAMS_PLAYED_AT_ONCE = 2;

export async function findScenePlayProblems(
	judge: Judge,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const scene = challenge.surroundings['scene.ts'];
	if (scene === undefined) return [];
	// The command's messages are English, so quotes are taken from the English text, if there is one.
	const language = challenge.languages.includes('en') ? 'en' : 'fr';
	const playScenePrograms = async (casts: SceneProgram[]): Promise<ProgramPlay[]> => {
		const plays: ProgramPlay[] = [];
		for (
			let index = 0;
			index < casts.length && !plays.some(({ isFatal }) => isFatal);
			index += PROGRAMS_PLAYED_AT_ONCE
		) {
			const castsAtOnce = casts.slice(index, index + PROGRAMS_PLAYED_AT_ONCE);
			plays.push(...(await Promise.all(castsAtOnce.map((cast) => playProgram(judge, packed, language, cast)))));
		}
		return plays;
	};
	const performedPlays = await playScenePrograms([
		createSolutionSceneProgram(packed, language),
		...createBeginningScenePrograms(packed, language)
	]);
	if (!performedPlays.some(({ isFatal }) => isFatal))
		performedPlays.push(
			...(await playScenePrograms(
				makeNonsensePrograms(packed, language, readExportNames(performedPlays[0]?.exportsResult))
			))
		);
	return mergeFindings(performedPlays.flatMap(({ findings }) => findings)).map((finding) => {
		const place = findPlaceInScene(finding, packed) ?? {
			file: 'scene.ts',
			line: findExportLine(scene, finding.activity)
		};
		const { activity, placeText, reason, occurrences } = finding;
		const repetitionText = occurrences > 1 ? ` (${occurrences} times in all)` : '';
		const authorPlace = authorPlaceOf(place, makeSolutionProgram(packed, language), read);
		return { ...authorPlace, message: `${activity}, ${placeText}: ${reason}${repetitionText}` };
	});
}

function mergeFindings(findings: PlayFinding[]): PlayFinding[] {
	const findingsByKey = new Map<string, PlayFinding>();
	for (const finding of findings) {
		const key = JSON.stringify([finding.activity, finding.reason, finding.places]);
		const knownFinding = findingsByKey.get(key);
		findingsByKey.set(
			key,
			knownFinding ? { ...knownFinding, occurrences: knownFinding.occurrences + finding.occurrences } : finding
		);
	}
	return [...findingsByKey.values()];
}

function findPlaceInScene(
	{ places }: PlayFinding,
	{ challenge }: PackedChallenge
): { file: string; line: number } | undefined {
	return places.find(({ file }) => Object.hasOwn(challenge.surroundings, file));
}
