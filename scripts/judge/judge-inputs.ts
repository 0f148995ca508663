import type { JudgeInput, JudgeLimits } from '#sandbox/judge/index.ts';
import type { Language } from '#lib/domain/language.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import { ArgumentError, type JudgeArguments } from './arguments.ts';
import { listSubfolders, readCheckFiles, readProgram, type CheckFiles, type JudgedProgram } from './read-programs.ts';

export interface NamedJudgeInput {
	name: string;
	input: JudgeInput;
	/** Ids of stretch steps, whose checks are reported but need not pass. */
	optionalSteps: string[];
}

type JudgeInputChecks = Pick<
	JudgeInput,
	'authorFiles' | 'checks' | 'heldBackChecks' | 'challenge' | 'titlesAbove' | 'limits'
> & {
	/** Read-only files of the challenge; a program's own files replace them. */
	givenFiles?: Record<string, string>;
	optionalSteps: string[];
};

export async function readJudgeInputs({
	programs,
	checksFrom,
	limits,
	seed,
	language
}: JudgeArguments): Promise<NamedJudgeInput[]> {
	const inputChecks =
		checksFrom.kind === 'checks'
			? { ...readCheckFiles(checksFrom.paths), optionalSteps: [] }
			: await readChecksOfChallenge(checksFrom.folder, language);
	const paths = programs.kind === 'one' ? [programs.path] : listSubfolders(programs.path);
	return paths.map((path) => {
		const program = readProgram(path, inputChecks);
		return {
			name: program.name,
			input: createJudgeInput(program, inputChecks, limits, seed),
			optionalSteps: inputChecks.optionalSteps
		};
	});
}

function createJudgeInput(
	{ files, program }: JudgedProgram,
	{
		givenFiles,
		optionalSteps: _,
		...inputChecks
	}: JudgeInputChecks | (CheckFiles & { givenFiles?: never; limits?: never; optionalSteps: string[] }),
	limits: Partial<JudgeLimits>,
	seed: number
): JudgeInput {
	return {
		files: { ...givenFiles, ...files },
		program,
		...inputChecks,
		limits: { ...inputChecks.limits, ...limits },
		seed
	};
}

async function readChecksOfChallenge(folder: string, wantedLanguage: Language | undefined): Promise<JudgeInputChecks> {
	try {
		const packedChallenge = await packChallenge(folder);
		const { readOnly, start, languages } = packedChallenge.challenge;
		const language = wantedLanguage ?? languages[0] ?? 'fr';
		const givenFiles = Object.fromEntries(readOnly.map((path) => [path, start[language][path] ?? '']));
		const optionalSteps = packedChallenge.challenge.steps.filter(({ kind }) => kind === 'stretch').map(({ id }) => id);
		return { ...judgeInputOf(packedChallenge), givenFiles, optionalSteps };
	} catch (error) {
		throw new ArgumentError(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
