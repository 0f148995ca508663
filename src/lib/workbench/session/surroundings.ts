import type { Challenge } from '#lib/domain/challenge.ts';
import type { Files, Sources } from '#sandbox/contract.ts';

export function hasLoadedCompilerFiles({ surroundings }: Challenge): boolean {
	return Object.keys(surroundings).length > 0;
}

export function dataFilesOfChallenge({ surroundings }: Challenge): Files {
	const files = Object.entries(surroundings);
	return Object.fromEntries(files.filter(([path]) => path.startsWith('data/') && path.endsWith('.ts')));
}

const PROGRAM_IMPORT_PATTERN = /import\s*\{([^}]*)\}\s*from\s*['"]\.\/main(?:\.ts)?['"]/g;

/** Returns the names in a check file's named imports from the program; none where it imports the whole program. */
export function namesImportedByChecks({ surroundings }: Challenge, checksFile: string | null): string[] {
	const checksText = checksFile === null ? '' : (surroundings[checksFile] ?? '');
	const importedNames = [...checksText.matchAll(PROGRAM_IMPORT_PATTERN)].flatMap(([, names = '']) => names.split(','));
	return importedNames.map((each) => each.replace(/\sas\s.*/, '').trim()).filter((name) => name !== '');
}

export function collectChallengeSources({ surroundings }: Challenge, files: Files): Sources {
	const checkPaths = Object.keys(surroundings).filter((path) => path.startsWith('checks/'));
	return { files: { ...surroundings, ...files }, program: 'main.ts', scene: 'scene.ts', checks: checkPaths };
}
