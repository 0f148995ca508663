import type { Files } from '#sandbox/contract.ts';
import { basename } from 'node:path';
import type { JudgeInput } from '#sandbox/judge/index.ts';
import { checkPathPrefix, heldBackCheckPathPrefix } from '#lib/domain/verdict.ts';
import type { PackedChallenge } from './pack.ts';

/** Folder of the held-back checks, apart from the other checks because files of both kinds have the same names. */
export const HELD_BACK_FOLDER = 'checks/held/';

export type ChallengeJudgeInput = Required<
	Pick<JudgeInput, 'authorFiles' | 'checks' | 'heldBackChecks' | 'titlesAbove' | 'challenge' | 'limits'>
>;

export function judgeInputOf({
	challenge,
	privatePart: hidden
}: Pick<PackedChallenge, 'challenge' | 'privatePart'>): ChallengeJudgeInput {
	const { id, version, hash } = challenge;
	const surroundings = Object.fromEntries(
		Object.entries(challenge.surroundings).filter(([path]) => path.startsWith('data/') || path.startsWith('checks/'))
	);
	const checkPaths = Object.keys(surroundings).filter((path) => path.startsWith('checks/'));
	const heldBackFiles = Object.entries(hidden.checks).map(
		([path, text]) => [HELD_BACK_FOLDER + basename(path), text] as const
	);
	return {
		authorFiles: { ...surroundings, ...Object.fromEntries(heldBackFiles) },
		checks: checkPaths,
		heldBackChecks: heldBackFiles.map(([path]) => ({
			path,
			disclosure: hidden.disclose[stepIdOfFile(path)] ?? 'example'
		})),
		// Titles are found by the step's path and the check's id, because checks of different steps may have the same id.
		titlesAbove: Object.fromEntries([
			...checkPaths.map((path) => [path, checkPathPrefix(stepIdOfFile(path))]),
			...heldBackFiles.map(([path]) => [path, heldBackCheckPathPrefix(stepIdOfFile(path))])
		]),
		challenge: { id, version, hash },
		limits: challenge.limits ?? {}
	};
}

const stepIdOfFile = (path: string): string => basename(path, '.ts');

export function pickChallengeDataFiles(files: Files): Files {
	return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('data/')));
}
