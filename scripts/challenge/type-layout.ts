import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import {
	createProgramOnStepEntry,
	makeMutantPrograms,
	makeSolutionProgram,
	createStartingProgram,
	type ChallengeProgram
} from './programs.ts';
import { fileRoleOf, type FileRole } from '#sandbox/compile/resolve-import.ts';
import type { Files, Sources } from '#sandbox/contract.ts';
import { HELD_BACK_FOLDER, judgeInputOf } from '#lib/server/content/judge-input.ts';

/** A mutant is checked `alone`: the judge decides whether checks catch it, whatever its types. */
type TypeCheckScope = 'everything' | 'with-checks' | 'alone';
const TYPE_CHECKED_FILE_ROLES: Record<TypeCheckScope, readonly FileRole[]> = {
	everything: ['program', 'data', 'scene', 'checks', 'kit'],
	'with-checks': ['program', 'checks'],
	alone: ['program']
};

interface ProgramWithSources {
	program: ChallengeProgram;
	sources: Sources;
}

/** Paths in it are `/<number>/<path>`. */
export class TypeCheckLayout {
	readonly laidOutPrograms: ProgramWithSources[] = [];
	readonly checkedPaths: string[] = [];

	addProgram(program: ChallengeProgram, surroundingFiles: Files, checks: string[], checkedPart: TypeCheckScope): void {
		const files = { ...program.files, ...surroundingFiles };
		const sources = { files, program: 'main.ts', scene: 'scene.ts', checks };
		const programNumber = this.laidOutPrograms.push({ program, sources }) - 1;
		for (const path of Object.keys(files)) {
			const role = fileRoleOf(path, sources);
			if (path.endsWith('.ts') && TYPE_CHECKED_FILE_ROLES[checkedPart].includes(role))
				this.checkedPaths.push(`/${programNumber}/${path}`);
		}
	}

	findFile(path: string): { laidOutProgram: ProgramWithSources; path: string } | undefined {
		const [, number, rest] = /^\/(\d+)\/(.+)$/.exec(path) ?? [];
		const laidOutProgram = this.laidOutPrograms[Number(number)];
		return laidOutProgram && rest !== undefined ? { laidOutProgram, path: rest } : undefined;
	}

	readFile(path: string): string | undefined {
		const file = this.findFile(path);
		return file?.laidOutProgram.sources.files[file.path];
	}
}

export function createTypeCheckLayout(read: ParsedChallenge, packed: PackedChallenge): TypeCheckLayout {
	const { challenge } = packed;
	const { authorFiles, checks, heldBackChecks } = judgeInputOf(packed);
	// Example files are left out, because the code that is made from them has no types.
	const isTypedFile = (path: string) => !read.onlyExamples.includes(path.replace(HELD_BACK_FOLDER, 'private/checks/'));
	const typedEntries = Object.entries({ ...challenge.surroundings, ...authorFiles }).filter(([path]) =>
		isTypedFile(path)
	);
	const surroundings = Object.fromEntries(typedEntries);
	const checkPaths = [...checks, ...heldBackChecks.map(({ path }) => path)].filter(isTypedFile);
	const layout = new TypeCheckLayout();
	for (const language of challenge.languages) {
		layout.addProgram(createStartingProgram(challenge, language), surroundings, checkPaths, 'everything');
		for (const step of challenge.steps) {
			if (step.opens !== false)
				layout.addProgram(createProgramOnStepEntry(challenge, language, step), surroundings, checkPaths, 'with-checks');
		}
	}
	layout.addProgram(
		makeSolutionProgram(packed, challenge.languages[0] ?? 'fr'),
		surroundings,
		checkPaths,
		'everything'
	);
	for (const { program } of makeMutantPrograms(read, packed))
		layout.addProgram(program, surroundings, checkPaths, 'alone');
	return layout;
}
