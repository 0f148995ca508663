import { CHALLENGE_MANIFEST_FILE } from '#lib/domain/challenge-folder.ts';
import type { Files } from '#sandbox/contract.ts';
import type { FolderProblem } from '#lib/wire/studio.ts';

const SECTION_IDS = [
	'person',
	'rule',
	'data',
	'scene',
	'steps',
	'decision',
	'mistakes',
	'texts',
	'teacher',
	'sources'
] as const;
export type StudioSectionId = (typeof SECTION_IDS)[number];

/**
 * State of a part of a challenge. `lacking`: no file holds anything of it. `wrong`: the check reports a problem in it.
 */
export type StudioSectionState = 'lacking' | 'wrong' | 'there';

interface StudioSection {
	id: StudioSectionId;
	state: StudioSectionState;
	files: string[];
	problems: FolderProblem[];
}

const TEXT_PATH_PATTERN = /^text\.[a-z]{2}\.md$/;

const SECTION_BY_HEADING: Record<string, StudioSectionId> = {
	person: 'person',
	brief: 'person',
	steps: 'steps',
	values: 'steps',
	ask: 'steps',
	decision: 'decision',
	options: 'decision',
	figures: 'decision',
	checks: 'rule',
	failures: 'rule',
	held: 'rule',
	labels: 'scene',
	sources: 'sources'
};
const SECTION_BY_MANIFEST_FIELD: Record<string, StudioSectionId> = {
	scene: 'scene',
	steps: 'steps',
	ask: 'steps',
	disclose: 'rule',
	limits: 'rule',
	decision: 'decision',
	rubric: 'teacher',
	programme: 'teacher',
	'data-origin': 'data'
};
const SECTION_BY_PATH: [RegExp, StudioSectionId][] = [
	[/^(private\/)?checks\/|^private\/solution\//, 'rule'],
	[/^data\//, 'data'],
	[/^scene\/measure/, 'decision'],
	[/^scene/, 'scene'],
	[/^start\//, 'steps'],
	[/^private\/mutants/, 'mistakes'],
	[/^teacher\./, 'teacher'],
	[TEXT_PATH_PATTERN, 'texts']
];

export function listStudioSections(files: Files, problems: readonly FolderProblem[]): StudioSection[] {
	const paths = Object.keys(files).sort();
	return SECTION_IDS.map((id) => {
		const ownFiles = paths.filter((path) => sectionOfFile(path) === id || doesFileHoldSection(id, path, files));
		const ownProblems = problems.filter((problem) => sectionOfProblem(problem, files) === id);
		const hasFiles = ownFiles.length > 0;
		return {
			id,
			files: ownFiles,
			problems: ownProblems,
			state: !hasFiles ? 'lacking' : ownProblems.length > 0 ? 'wrong' : 'there'
		};
	});
}

function sectionOfFile(path: string): StudioSectionId | undefined {
	return SECTION_BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
}

export function sectionOfProblem({ file, line }: FolderProblem, files: Files): StudioSectionId {
	if (file === CHALLENGE_MANIFEST_FILE)
		return SECTION_BY_MANIFEST_FIELD[findNameAbove(files[file], line, /^([\w-]+):/)] ?? 'sources';
	if (TEXT_PATH_PATTERN.test(file))
		return SECTION_BY_HEADING[findNameAbove(files[file], line, /^##\s+([\w-]+)/)] ?? 'texts';
	return sectionOfFile(file) ?? 'sources';
}

function doesFileHoldSection(id: StudioSectionId, path: string, files: Files): boolean {
	const text = files[path] ?? '';
	if (path === CHALLENGE_MANIFEST_FILE) {
		if (id === 'sources') return true;
		return Object.entries(SECTION_BY_MANIFEST_FIELD).some(
			([field, section]) => section === id && new RegExp(`^${field}:`, 'm').test(text)
		);
	}
	if (!TEXT_PATH_PATTERN.test(path)) return false;
	return Object.entries(SECTION_BY_HEADING).some(
		([heading, section]) => section === id && new RegExp(`^##\\s+${heading}\\b`, 'm').test(text)
	);
}

/** Returns the pattern's first group from the nearest match at or above a line; empty when there is none. */
function findNameAbove(text: string | undefined, line: number, pattern: RegExp): string {
	const rows = (text ?? '').split('\n').slice(0, line);
	return rows.map((row) => pattern.exec(row)?.[1]).findLast((name) => name !== undefined) ?? '';
}
