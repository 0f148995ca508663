/** Reads the programs to judge and what to judge them against. */
import type { JudgeInput, JudgeLimits } from '#sandbox/judge/index.ts';
import type { Language } from '#lib/domain/language.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import { Misuse, type Arguments } from './arguments.ts';
import { foldersIn, readChecks, readProgram, type Checks, type Program } from './read.ts';

export interface Named {
	name: string;
	input: JudgeInput;
	/** Ids of stretch steps, whose checks are reported but need not pass. */
	optional: string[];
}

type Against = Pick<
	JudgeInput,
	'authorFiles' | 'checks' | 'heldBackChecks' | 'challenge' | 'titlesAbove' | 'limits'
> & {
	/** Read-only files of the challenge; a program's own files replace them. */
	given?: Record<string, string>;
	optional: string[];
};

export async function inputsOf({ programs, against, limits, seed, language }: Arguments): Promise<Named[]> {
	const judged =
		against.kind === 'checks'
			? { ...readChecks(against.paths), optional: [] }
			: await readChallenge(against.folder, language);
	const paths = programs.kind === 'one' ? [programs.path] : foldersIn(programs.path);
	return paths.map((path) => {
		const program = readProgram(path, judged);
		return { name: program.name, input: inputOf(program, judged, limits, seed), optional: judged.optional };
	});
}

function inputOf(
	{ files, program }: Program,
	{ given, optional: _, ...judged }: Against | (Checks & { given?: never; limits?: never; optional: string[] }),
	limits: Partial<JudgeLimits>,
	seed: number
): JudgeInput {
	return { files: { ...given, ...files }, program, ...judged, limits: { ...judged.limits, ...limits }, seed };
}

async function readChallenge(folder: string, wanted: Language | undefined): Promise<Against> {
	try {
		const packed = await packChallenge(folder);
		const { readOnly, start, languages } = packed.challenge;
		const language = wanted ?? languages[0] ?? 'fr';
		const given = Object.fromEntries(readOnly.map((path) => [path, start[language][path] ?? '']));
		const optional = packed.challenge.steps.filter(({ kind }) => kind === 'stretch').map(({ id }) => id);
		return { ...judgeInputOf(packed), given, optional };
	} catch (error) {
		throw new Misuse(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
