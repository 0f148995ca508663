/** Creates a small challenge that works, for its author to replace piece by piece. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '#sandbox/contract.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { ArgumentError } from '../arguments.ts';
import { formatChallengeFile } from '../fix/format.ts';
import { CODE_SCENE_KIND, type CodelessSceneAnswers, type NewChallengeAnswers } from './answers.ts';
import { createBandProgram } from './band-program.ts';
import { createCodeFiles } from './code-files.ts';
import { createRoundProgram } from './round-program.ts';
import type { NewChallengeProgram } from './small-program.ts';
import { createThresholdProgram } from './threshold-program.ts';
import { createChallengeTexts } from './challenge-texts.ts';
import { createYamlFiles } from './yaml-files.ts';

/** Folder of the challenge that is copied when the scene is to be drawn by code. */
export const TEMPLATE_FOLDER = fileURLToPath(new URL('../template', import.meta.url));

/** Throws `ArgumentError` if a folder for this id exists already. */
export function refuseExistingFolder(id: string, folder: string): void {
	const challengeFolder = join(folder, id);
	if (existsSync(challengeFolder))
		throw new ArgumentError(`${challengeFolder} is there already: choose another name, or another --folder`);
}

/** Creates the challenge in `folder` and returns its path. */
export async function createChallengeFolder(answers: NewChallengeAnswers, folder: string): Promise<string> {
	refuseExistingFolder(answers.id, folder);
	const challengeFolder = join(folder, answers.id);
	try {
		mkdirSync(folder, { recursive: true });
		if (answers.kind === CODE_SCENE_KIND) copyTemplate(answers.id, challengeFolder);
		else writeFiles(await createCodelessSceneFiles(answers), challengeFolder);
	} catch (error) {
		throw new ArgumentError(
			`${challengeFolder} cannot be made: ${error instanceof Error ? error.message : String(error)}`
		);
	}
	return challengeFolder;
}

/** Returns the files of a challenge with a scene without code. */
export async function createCodelessSceneFiles(answers: CodelessSceneAnswers): Promise<Files> {
	const program = createProgramForAnswers(answers);
	const textByPath = {
		...createYamlFiles(answers, program),
		...createCodeFiles(answers, program),
		...createChallengeTexts(answers, program)
	};
	const formattedEntries = Object.entries(textByPath).map(
		async ([path, text]) => [path, await formatChallengeFile(path, text)] as const
	);
	return Object.fromEntries(await Promise.all(formattedEntries));
}

function createProgramForAnswers({ kind, example }: CodelessSceneAnswers): NewChallengeProgram {
	if (kind === 'line') return createBandProgram(example);
	return kind === 'round' ? createRoundProgram(example) : createThresholdProgram(example);
}

function writeFiles(files: Files, folder: string): void {
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

function copyTemplate(id: string, challengeFolder: string): void {
	cpSync(TEMPLATE_FOLDER, challengeFolder, { recursive: true });
	const manifest = join(challengeFolder, CHALLENGE_MANIFEST_FILE);
	writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^id: .*$/m, `id: ${id}`));
}
