/** Merges one work's content from two machines: texts line by line, everything else whole. */
import { diffArrays } from 'diff';
import { mergeStores, STORE_FILE } from './project-store.ts';
import type { Version } from './work.ts';

export type VersionContent = Pick<Version, 'files' | 'steps' | 'decision' | 'others' | 'project'>;
export type MergeResult<T> = { kind: 'clean'; value: T } | { kind: 'touching' };

const TOUCHING_RESULT = { kind: 'touching' } as const;

/** Merges two contents. `base` is the version from which both were made. `touching`: both changed the same, so a person has to decide. */
export function mergeContents(
	base: VersionContent,
	mine: VersionContent,
	theirs: VersionContent
): MergeResult<VersionContent> {
	const files = mergeFiles(base.files, mine.files, theirs.files);
	const steps = mergeWhole(base.steps, mine.steps, theirs.steps);
	const decision = mergeWhole(base.decision, mine.decision, theirs.decision);
	const others = mergeWhole(base.others, mine.others, theirs.others);
	const project = mergeWhole(base.project, mine.project, theirs.project);
	if (files.kind === 'touching' || steps.kind === 'touching') return TOUCHING_RESULT;
	if (decision.kind === 'touching' || others.kind === 'touching' || project.kind === 'touching') return TOUCHING_RESULT;
	return {
		kind: 'clean',
		value: {
			files: files.value,
			steps: steps.value,
			decision: decision.value,
			...(others.value && { others: others.value }),
			project: project.value
		}
	};
}

type TextsByPath = Record<string, string>;

function mergeFiles(base: TextsByPath, mine: TextsByPath, theirs: TextsByPath): MergeResult<TextsByPath> {
	const mergedFiles: TextsByPath = {};
	for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
		const [was, here, there] = [base[path], mine[path], theirs[path]];
		const whole = mergeWhole(was, here, there);
		const file = whole.kind === 'clean' ? whole : mergeFile(path, was, here, there);
		if (file.kind === 'touching') return TOUCHING_RESULT;
		if (file.value !== undefined) mergedFiles[path] = file.value;
	}
	return { kind: 'clean', value: mergedFiles };
}

function mergeFile(path: string, was?: string, here?: string, there?: string): MergeResult<string | undefined> {
	if (path === STORE_FILE) return { kind: 'clean', value: mergeStores(was ?? '', here ?? '', there ?? '') };
	return mergeTexts(was, here, there);
}

/** Merges two texts of a file. A file deleted on one side and changed on the other, or created on both sides, needs a person's decision. */
function mergeTexts(was?: string, here?: string, there?: string): MergeResult<string | undefined> {
	if (was === undefined || here === undefined || there === undefined) return TOUCHING_RESULT;
	return mergeLines(was, here, there);
}

function mergeWhole<T>(base: T, mine: T, theirs: T): MergeResult<T> {
	const [was, here, there] = [base, mine, theirs].map((value) => JSON.stringify(value));
	if (here === there || there === was) return { kind: 'clean', value: mine };
	return here === was ? { kind: 'clean', value: theirs } : TOUCHING_RESULT;
}

/** An edit: the base's lines `from` to `to`, without line `to`, became `lines`. */
interface LineEdit {
	from: number;
	to: number;
	lines: string[];
}

/**
 * Merges two texts line by line. Edits of the two sides that touch or overlap are not merged, because neither side wrote their combination.
 */
export function mergeLines(base: string, mine: string, theirs: string): MergeResult<string> {
	const was = base.split('\n');
	const edits = [...editsOf(was, mine.split('\n')).map((edit) => ({ edit, side: 'mine' }))];
	for (const edit of editsOf(was, theirs.split('\n'))) {
		const twin = edits.some(({ edit: other }) => isSameEdit(edit, other));
		if (twin) continue;
		if (edits.some(({ edit: other, side }) => side === 'mine' && areTouching(edit, other))) return TOUCHING_RESULT;
		edits.push({ edit, side: 'theirs' });
	}
	edits.sort((one, other) => other.edit.from - one.edit.from);
	const lines = [...was];
	for (const { edit } of edits) lines.splice(edit.from, edit.to - edit.from, ...edit.lines);
	return { kind: 'clean', value: lines.join('\n') };
}

function editsOf(before: string[], after: string[]): LineEdit[] {
	const edits: LineEdit[] = [];
	let at = 0;
	let open: LineEdit | null = null;
	for (const { value, added, removed } of diffArrays(before, after)) {
		if (!added && !removed) {
			at += value.length;
			open = null;
			continue;
		}
		if (!open) edits.push((open = { from: at, to: at, lines: [] }));
		if (added) open.lines.push(...value);
		else open.to = at += value.length;
	}
	return edits;
}

function isSameEdit(one: LineEdit, other: LineEdit): boolean {
	return one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n');
}

function areTouching(one: LineEdit, other: LineEdit): boolean {
	return one.from <= other.to && other.from <= one.to;
}
