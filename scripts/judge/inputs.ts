/** What is to be judged, and against what. */
import type { JudgeInput } from '../../sandbox/judge/index.ts';
import { judgedBy } from '../../src/lib/server/content/judged.ts';
import { packChallenge } from '../../src/lib/server/content/pack.ts';
import { Misuse, type Arguments } from './arguments.ts';
import { foldersIn, readChecks, readProgram, type Checks, type Program } from './read.ts';

export interface Named {
	name: string;
	input: JudgeInput;
}

type Against = Pick<JudgeInput, 'around' | 'checks' | 'held' | 'challenge'> & {
	/** Given with the challenge, unless the program has its own. */
	given?: Record<string, string>;
};

export async function inputsOf({ programs, against, limits, seed }: Arguments): Promise<Named[]> {
	const judged = against.kind === 'checks' ? readChecks(against.paths) : await readChallenge(against.folder);
	const paths = programs.kind === 'one' ? [programs.path] : foldersIn(programs.path);
	return paths.map((path) => {
		const program = readProgram(path, judged);
		return { name: program.name, input: { ...inputOf(program, judged), limits, seed } };
	});
}

function inputOf(
	{ files, program }: Program,
	{ given, ...judged }: Against | (Checks & { given?: never })
): JudgeInput {
	return { files: { ...given, ...files }, program, ...judged };
}

async function readChallenge(folder: string): Promise<Against> {
	try {
		const packed = await packChallenge(folder);
		const { readOnly, start } = packed.challenge;
		const given = Object.fromEntries(readOnly.map((path) => [path, start.fr[path] ?? '']));
		return { ...judgedBy(packed), given };
	} catch (error) {
		throw new Misuse(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
