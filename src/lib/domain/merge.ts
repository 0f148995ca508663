/** Three-way merge of one work's content from two machines: texts by line, everything else whole. */
import { diffArrays } from 'diff';
import type { Version } from './work.ts';

export type Content = Pick<Version, 'files' | 'steps' | 'decision' | 'others' | 'project'>;
export type Merged<T> = { kind: 'clean'; value: T } | { kind: 'touching' };

const touching = { kind: 'touching' } as const;

/** `base` is the version both sides were made from. */
export function mergeContents(base: Content, mine: Content, theirs: Content): Merged<Content> {
	const files = mergeFiles(base.files, mine.files, theirs.files);
	const steps = mergeWhole(base.steps, mine.steps, theirs.steps);
	const decision = mergeWhole(base.decision, mine.decision, theirs.decision);
	const others = mergeWhole(base.others, mine.others, theirs.others);
	const project = mergeWhole(base.project, mine.project, theirs.project);
	if (files.kind === 'touching' || steps.kind === 'touching') return touching;
	if (decision.kind === 'touching' || others.kind === 'touching' || project.kind === 'touching') return touching;
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

type Texts = Record<string, string>;

function mergeFiles(base: Texts, mine: Texts, theirs: Texts): Merged<Texts> {
	const merged: Texts = {};
	for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
		const [was, here, there] = [base[path], mine[path], theirs[path]];
		const whole = mergeWhole(was, here, there);
		const file = whole.kind === 'clean' ? whole : mergeTexts(was, here, there);
		if (file.kind === 'touching') return touching;
		if (file.value !== undefined) merged[path] = file.value;
	}
	return { kind: 'clean', value: merged };
}

/** A file deleted on one side and changed on the other, or created on both, needs a person's decision. */
function mergeTexts(was?: string, here?: string, there?: string): Merged<string | undefined> {
	if (was === undefined || here === undefined || there === undefined) return touching;
	return mergeLines(was, here, there);
}

function mergeWhole<T>(base: T, mine: T, theirs: T): Merged<T> {
	const [was, here, there] = [base, mine, theirs].map((value) => JSON.stringify(value));
	if (here === there || there === was) return { kind: 'clean', value: mine };
	return here === was ? { kind: 'clean', value: theirs } : touching;
}

/** Lines `from` to `to` (exclusive) of the base became `lines`. */
interface Edit {
	from: number;
	to: number;
	lines: string[];
}

/** Edits of both sides that touch or overlap are not merged: the combination was written by neither side. */
export function mergeLines(base: string, mine: string, theirs: string): Merged<string> {
	const was = base.split('\n');
	const edits = [...editsOf(was, mine.split('\n')).map((edit) => ({ edit, side: 'mine' }))];
	for (const edit of editsOf(was, theirs.split('\n'))) {
		const twin = edits.some(({ edit: other }) => same(edit, other));
		if (twin) continue;
		if (edits.some(({ edit: other, side }) => side === 'mine' && meet(edit, other))) return touching;
		edits.push({ edit, side: 'theirs' });
	}
	edits.sort((one, other) => other.edit.from - one.edit.from);
	const lines = [...was];
	for (const { edit } of edits) lines.splice(edit.from, edit.to - edit.from, ...edit.lines);
	return { kind: 'clean', value: lines.join('\n') };
}

function editsOf(before: string[], after: string[]): Edit[] {
	const edits: Edit[] = [];
	let at = 0;
	let open: Edit | null = null;
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

function same(one: Edit, other: Edit): boolean {
	return one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n');
}

function meet(one: Edit, other: Edit): boolean {
	return one.from <= other.to && other.from <= one.to;
}
