/** Compares two states of a work line by line and marks the words that changed. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Files } from '#sandbox/contract.ts';

export interface Part {
	text: string;
	changed: boolean;
}

export type Line =
	| { kind: 'same'; before: number; after: number; parts: Part[] }
	| { kind: 'gone'; before: number; parts: Part[] }
	| { kind: 'new'; after: number; parts: Part[] }
	/** The number of unchanged lines that are left out. */
	| { kind: 'skipped'; count: number };

export interface Change {
	path: string;
	kind: 'new' | 'gone' | 'changed';
	lines: Line[];
}

/** Unchanged lines that are shown around each change. */
const AROUND = 3;
/** The share of text that two lines must have in common to be shown as one changed line. */
const ALIKE = 0.4;
/** Comparing takes quadratic time: beyond these limits, lines are shown as removed and added without their words. */
const MOST_EDITS = 1000;
const MOST_PAIRS = 1000;
const LONGEST_COMPARED = 500;

export function changesBetween(before: Files, after: Files): Change[] {
	const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return paths.flatMap((path): Change[] => {
		const [old, now] = [before[path], after[path]];
		if (old === now) return [];
		const kind = old === undefined ? 'new' : now === undefined ? 'gone' : 'changed';
		return [{ path, kind, lines: foldLines(linesBetween(linesOf(old), linesOf(now))) }];
	});
}

function linesOf(text: string | undefined): string[] {
	if (text === undefined || text === '') return [];
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

type Shown = Exclude<Line, { kind: 'skipped' }>;

function linesBetween(before: string[], after: string[]): Shown[] {
	const lines: Shown[] = [];
	let [old, now] = [0, 0];
	const blocks = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? replaceAll(before, after);
	for (const [at, { value, added, removed }] of blocks.entries()) {
		if (removed) continue;
		if (!added) {
			const gone = blocks[at - 1];
			if (gone?.removed) lines.push(...goneLines(gone.value));
			for (const text of value) lines.push({ kind: 'same', before: ++old, after: ++now, parts: [plain(text)] });
			continue;
		}
		const gone = blocks[at - 1];
		const pairs = pairLines(gone?.removed ? gone.value : [], value);
		for (const { parts } of pairs.before) lines.push({ kind: 'gone', before: ++old, parts });
		for (const { parts } of pairs.after) lines.push({ kind: 'new', after: ++now, parts });
	}
	const last = blocks.at(-1);
	if (last?.removed) lines.push(...goneLines(last.value));
	return lines;

	function goneLines(texts: string[]): Shown[] {
		return texts.map((text) => ({ kind: 'gone', before: ++old, parts: [plain(text)] }));
	}
}

/** Reports all old lines as removed and all new ones as added, for texts that have too little in common. */
const replaceAll = (before: string[], after: string[]) => [
	{ value: before, added: false, removed: true },
	{ value: after, added: true, removed: false }
];

function plain(text: string): Part {
	return { text, changed: false };
}

/** Pairs removed and added lines in order; two that are alike become one changed line. */
function pairLines(gone: string[], come: string[]) {
	const before = gone.map((text) => ({ parts: [plain(text)] }));
	const after = come.map((text) => ({ parts: [plain(text)] }));
	for (let at = 0; at < Math.min(gone.length, come.length, MOST_PAIRS); at++) {
		if (Math.max(gone[at]?.length ?? 0, come[at]?.length ?? 0) > LONGEST_COMPARED) continue;
		const words = diffWordsWithSpace(gone[at] ?? '', come[at] ?? '');
		const shared = words.reduce((sum, word) => (word.added || word.removed ? sum : sum + word.value.length), 0);
		if (shared < ALIKE * Math.max(gone[at]?.length ?? 0, come[at]?.length ?? 0)) continue;
		before[at] = { parts: words.filter((word) => !word.added).map(({ value, removed }) => part(value, removed)) };
		after[at] = { parts: words.filter((word) => !word.removed).map(({ value, added }) => part(value, added)) };
	}
	return { before, after };
}

function part(text: string, changed: boolean): Part {
	return { text, changed };
}

function foldLines(lines: Shown[]): Line[] {
	const near = lines.map((_, at) =>
		lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same')
	);
	const shown: Line[] = [];
	for (const [at, line] of lines.entries()) {
		const last = shown.at(-1);
		if (near[at]) shown.push(line);
		else if (last?.kind === 'skipped') last.count++;
		else shown.push({ kind: 'skipped', count: 1 });
	}
	return shown;
}
