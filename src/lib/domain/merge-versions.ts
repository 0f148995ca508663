/** Merges one work's content from two machines: texts line by line, stored items by key, everything else whole. */
import { diffArrays } from 'diff';
import { mergeProjectStores, PROJECT_STORE_FILE } from './project-store.ts';
import type { Version } from './work.ts';

export type VersionContent = Pick<Version, 'files' | 'steps' | 'decision' | 'others' | 'project'>;
export type MergeResult<T> = { kind: 'clean'; value: T } | { kind: 'touching' };

const CONFLICT_RESULT = { kind: 'touching' } as const;

/**
 * Merges two contents made from the version `base`. The result is `touching` when both changed the same part, so that a person
 * has to decide.
 */
export function mergeContents(
	base: VersionContent,
	mine: VersionContent,
	theirs: VersionContent
): MergeResult<VersionContent> {
	const files = mergeFiles(base.files, mine.files, theirs.files);
	const steps = mergeWholeValue(base.steps, mine.steps, theirs.steps);
	const decision = mergeWholeValue(base.decision, mine.decision, theirs.decision);
	const others = mergeWholeValue(base.others, mine.others, theirs.others);
	const project = mergeWholeValue(base.project, mine.project, theirs.project);
	if (files.kind === 'touching' || steps.kind === 'touching') return CONFLICT_RESULT;
	if (decision.kind === 'touching' || others.kind === 'touching' || project.kind === 'touching') return CONFLICT_RESULT;
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
		const [baseText, mineText, theirsText] = [base[path], mine[path], theirs[path]];
		const wholeResult = mergeWholeValue(baseText, mineText, theirsText);
		const file = wholeResult.kind === 'clean' ? wholeResult : mergeFile(path, baseText, mineText, theirsText);
		if (file.kind === 'touching') return CONFLICT_RESULT;
		if (file.value !== undefined) mergedFiles[path] = file.value;
	}
	return { kind: 'clean', value: mergedFiles };
}

function mergeFile(
	path: string,
	baseText?: string,
	mineText?: string,
	theirsText?: string
): MergeResult<string | undefined> {
	if (path === PROJECT_STORE_FILE)
		return { kind: 'clean', value: mergeProjectStores(baseText ?? '', mineText ?? '', theirsText ?? '') };
	return mergeTexts(baseText, mineText, theirsText);
}

/** Merges two texts of a file. A file deleted on one side and changed on the other, or created on both sides, needs a person's decision. */
function mergeTexts(baseText?: string, mineText?: string, theirsText?: string): MergeResult<string | undefined> {
	if (baseText === undefined || mineText === undefined || theirsText === undefined) return CONFLICT_RESULT;
	return mergeLines(baseText, mineText, theirsText);
}

function mergeWholeValue<T>(base: T, mine: T, theirs: T): MergeResult<T> {
	const [baseJson, mineJson, theirsJson] = [base, mine, theirs].map((value) => JSON.stringify(value));
	if (mineJson === theirsJson || theirsJson === baseJson) return { kind: 'clean', value: mine };
	return mineJson === baseJson ? { kind: 'clean', value: theirs } : CONFLICT_RESULT;
}

/** An edit that replaces the base's lines from `from` up to, but not including, `to` by `lines`. */
interface LineEdit {
	from: number;
	to: number;
	lines: string[];
}

/**
 * Merges two texts line by line. Edits of the two sides that touch or overlap are not merged, because neither side wrote their combination.
 */
export function mergeLines(base: string, mine: string, theirs: string): MergeResult<string> {
	const baseLines = base.split('\n');
	const edits = [...findLineEdits(baseLines, mine.split('\n')).map((edit) => ({ edit, side: 'mine' }))];
	for (const edit of findLineEdits(baseLines, theirs.split('\n'))) {
		const hasTwin = edits.some(({ edit: other }) => isSameEdit(edit, other));
		if (hasTwin) continue;
		if (edits.some(({ edit: other, side }) => side === 'mine' && doEditsTouch(edit, other))) return CONFLICT_RESULT;
		edits.push({ edit, side: 'theirs' });
	}
	edits.sort((one, other) => other.edit.from - one.edit.from);
	const mergedLines = [...baseLines];
	for (const { edit } of edits) mergedLines.splice(edit.from, edit.to - edit.from, ...edit.lines);
	return { kind: 'clean', value: mergedLines.join('\n') };
}

function findLineEdits(beforeLines: string[], afterLines: string[]): LineEdit[] {
	const edits: LineEdit[] = [];
	let at = 0;
	let openEdit: LineEdit | null = null;
	for (const { value, added, removed } of diffArrays(beforeLines, afterLines)) {
		if (!added && !removed) {
			at += value.length;
			openEdit = null;
			continue;
		}
		if (!openEdit) edits.push((openEdit = { from: at, to: at, lines: [] }));
		if (added) openEdit.lines.push(...value);
		else openEdit.to = at += value.length;
	}
	return edits;
}

function isSameEdit(one: LineEdit, other: LineEdit): boolean {
	return one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n');
}

function doEditsTouch(one: LineEdit, other: LineEdit): boolean {
	return one.from <= other.to && other.from <= one.to;
}
