import type { Files } from '#sandbox/contract.ts';
import type { Challenge, Step } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { findAuthorPath } from '#lib/server/content/bundle.ts';
import { findAuthorSourcePlace } from '#lib/server/content/examples.ts';
import { HELD_BACK_FOLDER } from '#lib/server/content/judge-input.ts';
import { SOLUTION_FOLDER, type MutantChange } from '#lib/server/content/mutants.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentPlace } from '#lib/server/content/content-problem.ts';

/** Lines are counted from 1. */

export function findCheckLine(source: string, id: string): number | undefined {
	return findLineNumber(source, (row) => ["'", '"', '`'].some((mark) => row.includes(mark + id + mark)));
}

export function findExportLine(source: string, name: string): number {
	const namePattern = new RegExp(`\\b${name}\\b`);
	const exportLine = findLineNumber(source, (row) => row.startsWith('export') && namePattern.test(row));
	return exportLine ?? findLineNumber(source, (row) => namePattern.test(row)) ?? 1;
}

function findLineNumber(text: string, isFound: (row: string) => boolean): number | undefined {
	const index = text.split('\n').findIndex(isFound);
	return index < 0 ? undefined : index + 1;
}

export function findFirstDifferentLine(one: string, other: string): number {
	const rows = other.split('\n');
	const index = one.split('\n').findIndex((row, at) => row !== rows[at]);
	return index < 0 ? 1 : index + 1;
}

export type StepWithChecks = Extract<Step, { checks: string }>;

export interface ChallengeProgram {
	files: Files;
	/** The author's folders from which the program's files come. The first one takes precedence. */
	folders: string[];
	change?: MutantChange;
}

/** A step whose checks are missing is left out, and has been reported already. */
export function selectStepsWithChecks({ steps, surroundings }: Challenge): StepWithChecks[] {
	return steps.filter((step): step is StepWithChecks => 'checks' in step && surroundings[step.checks] !== undefined);
}

export function checksOfFinishedProgram(challenge: Challenge): string[] {
	const steps = selectStepsWithChecks(challenge).filter(({ kind }) => kind !== 'stretch');
	const buildSteps = steps.filter(({ kind }) => kind === 'build');
	return (buildSteps.length > 0 ? buildSteps : steps.slice(-1)).map(({ checks }) => checks);
}

export function createStartingProgram({ start }: Challenge, language: Language): ChallengeProgram {
	return { files: start[language], folders: listStartFolders(language) };
}

export function createProgramOnStepEntry(challenge: Challenge, language: Language, step: Step): ChallengeProgram {
	let { files, folders } = createStartingProgram(challenge, language);
	for (const each of challenge.steps) {
		const openedFiles = challenge.opens[language][each.id];
		if (openedFiles && (each.opens === 'always' || each.id === step.id)) {
			files = { ...files, ...openedFiles };
			folders = [...listStartFolders(language).map((folder) => `${folder}${each.id}/`), ...folders];
		}
		if (each.id === step.id) break;
	}
	return { files, folders };
}

export function makeSolutionProgram(
	{ challenge, privatePart: hidden }: PackedChallenge,
	language: Language
): ChallengeProgram {
	return addFilesFromFolder(createStartingProgram(challenge, language), hidden.solution, SOLUTION_FOLDER);
}

/** In the challenge's first language, because other languages differ only in comments. */
export function makeMutantPrograms(
	{ changes }: Pick<ParsedChallenge, 'changes'>,
	{ challenge, privatePart: hidden }: PackedChallenge
): { name: string; program: ChallengeProgram }[] {
	const startProgram = createStartingProgram(challenge, challenge.languages[0] ?? 'fr');
	return Object.entries(hidden.mutants).map(([name, files]) => {
		const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
		if (change === undefined)
			return { name, program: addFilesFromFolder(startProgram, files, `private/mutants/${name}/`) };
		return { name, program: { ...addFilesFromFolder(startProgram, files, SOLUTION_FOLDER), change } };
	});
}

export function authorPlaceOf(
	{ file, line }: ContentPlace,
	{ folders, change }: ChallengeProgram,
	{ files, lineOrigins }: Pick<ParsedChallenge, 'files' | 'lineOrigins'>
): ContentPlace {
	if (file === change?.path) return change.place;
	const path = file.startsWith(HELD_BACK_FOLDER)
		? `private/checks/${file.slice(HELD_BACK_FOLDER.length)}`
		: findAuthorPath(file, folders, files);
	return findAuthorSourcePlace({ file: path, line }, lineOrigins);
}

function addFilesFromFolder({ files, folders }: ChallengeProgram, ownFiles: Files, folder: string): ChallengeProgram {
	return { files: { ...files, ...ownFiles }, folders: [folder, ...folders] };
}

function listStartFolders(language: Language): string[] {
	return [`start/${language}/`, 'start/common/'];
}
