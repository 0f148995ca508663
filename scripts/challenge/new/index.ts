import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '#sandbox/contract.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { ArgumentError, type ChallengeArguments } from '../arguments.ts';
import { formatChallengeFile } from '../fix-folder.ts';
import { CODE_SCENE_KIND, type CodelessSceneAnswers, type NewChallengeAnswers, completeAnswers } from './questions.ts';
import { createBandProgram } from './threshold-program.ts';
import { createCodeFiles } from './code-files.ts';
import { createRoundProgram } from './round-program.ts';
import type { NewChallengeProgram } from './call-example.ts';
import { createThresholdProgram } from './threshold-program.ts';
import { createChallengeTexts } from './challenge-texts.ts';
import { createYamlFiles } from './yaml-files.ts';
import { makePathRelative } from '../describe-checked-challenge.ts';

export async function runNewCommand(
	{ answers, folder: wanted }: Extract<ChallengeArguments, { command: 'new' }>,
	challengesFolder: string,
	from: string
): Promise<number> {
	const folder = wanted ?? challengesFolder;
	const completedAnswers = await completeAnswers(answers, (id) => refuseExistingFolder(id, folder));
	const folderPath = makePathRelative(await createChallengeFolder(completedAnswers, folder), from);
	const quotedPath = /[^\w./@-]/.test(folderPath) ? `"${folderPath}"` : folderPath;
	process.stdout.write(
		`${folderPath}: a small challenge that works. Make it yours, piece by piece:
  npm run challenge -- check ${quotedPath}
  npm run challenge -- preview ${quotedPath}
`
	);
	return 0;
}

/** Folder of the challenge that is copied when the scene is to be drawn by code. */
export const TEMPLATE_FOLDER = fileURLToPath(new URL('../template', import.meta.url));

export function refuseExistingFolder(id: string, folder: string): void {
	const challengeFolder = join(folder, id);
	if (existsSync(challengeFolder))
		throw new ArgumentError(`${challengeFolder} is there already: choose another name, or another --folder`);
}

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
