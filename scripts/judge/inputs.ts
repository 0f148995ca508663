/** What is to be judged, and against what. */
import { basename } from 'node:path';
import type { JudgeInput } from '../../sandbox/judge/index.ts';
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
		const { challenge, private: held } = await packChallenge(folder);
		const { id, version, hash } = challenge;
		const around = Object.fromEntries(
			Object.entries(challenge.surroundings).filter(([path]) => path.startsWith('data/') || path.startsWith('checks/'))
		);
		const checks = Object.keys(around).filter((path) => path.startsWith('checks/'));
		// Both kinds are named after their step: what is held back stands in a folder of its own.
		const heldFiles = Object.entries(held.checks).map(
			([path, text]) => [`checks/held/${basename(path)}`, text] as const
		);
		const given = Object.fromEntries(challenge.readOnly.map((path) => [path, challenge.start.fr[path] ?? '']));
		return {
			around: { ...around, ...Object.fromEntries(heldFiles) },
			checks,
			held: heldFiles.map(([path]) => ({ path })),
			challenge: { id, version, hash },
			given
		};
	} catch (error) {
		throw new Misuse(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
