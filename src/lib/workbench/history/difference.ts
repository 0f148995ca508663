import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Files } from '#sandbox/contract.ts';

export interface TextPart {
	text: string;
	isChanged: boolean;
}

export type DifferenceLine =
	| { kind: 'same'; numberBefore: number; numberAfter: number; parts: TextPart[] }
	| { kind: 'gone'; numberBefore: number; parts: TextPart[] }
	| { kind: 'new'; numberAfter: number; parts: TextPart[] }
	| { kind: 'skipped'; count: number };

export interface FileChange {
	path: string;
	kind: 'new' | 'gone' | 'changed';
	lines: DifferenceLine[];
}

const CONTEXT_LINE_COUNT = 3;
/** The share of text, from 0 to 1, that two lines must have in common to be shown as one changed line. */
const LEAST_SHARED_TEXT_SHARE = 0.4;
/**
 * Comparing takes time that grows with the square of the edits: beyond these limits, lines are shown as removed and added, without
 * marked words.
 */
const MOST_COMPARED_EDITS = 1000;
const MOST_LINE_PAIRS = 1000;
const MOST_COMPARED_LINE_CHARACTERS = 500;

export function findFileChanges(before: Files, after: Files): FileChange[] {
	const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return paths.flatMap((path): FileChange[] => {
		const [old, now] = [before[path], after[path]];
		if (old === now) return [];
		const kind = old === undefined ? 'new' : now === undefined ? 'gone' : 'changed';
		return [{ path, kind, lines: foldUnchangedLines(compareLines(splitLines(old), splitLines(now))) }];
	});
}

function splitLines(text: string | undefined): string[] {
	if (text === undefined || text === '') return [];
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

type ShownDifferenceLine = Exclude<DifferenceLine, { kind: 'skipped' }>;

function compareLines(before: string[], after: string[]): ShownDifferenceLine[] {
	const lines: ShownDifferenceLine[] = [];
	let [old, now] = [0, 0];
	const blocks =
		diffArrays(before, after, { maxEditLength: MOST_COMPARED_EDITS }) ?? reportAllLinesChanged(before, after);
	for (const [at, { value, added, removed }] of blocks.entries()) {
		if (removed) continue;
		if (!added) {
			const previousBlock = blocks[at - 1];
			if (previousBlock?.removed) lines.push(...createGoneLines(previousBlock.value));
			for (const text of value)
				lines.push({ kind: 'same', numberBefore: ++old, numberAfter: ++now, parts: [createUnchangedPart(text)] });
			continue;
		}
		const previousBlock = blocks[at - 1];
		const pairedLines = pairLines(previousBlock?.removed ? previousBlock.value : [], value);
		for (const { parts } of pairedLines.before) lines.push({ kind: 'gone', numberBefore: ++old, parts });
		for (const { parts } of pairedLines.after) lines.push({ kind: 'new', numberAfter: ++now, parts });
	}
	const lastBlock = blocks.at(-1);
	if (lastBlock?.removed) lines.push(...createGoneLines(lastBlock.value));
	return lines;

	function createGoneLines(texts: string[]): ShownDifferenceLine[] {
		return texts.map((text) => ({ kind: 'gone', numberBefore: ++old, parts: [createUnchangedPart(text)] }));
	}
}

const reportAllLinesChanged = (before: string[], after: string[]) => [
	{ value: before, added: false, removed: true },
	{ value: after, added: true, removed: false }
];

function createUnchangedPart(text: string): TextPart {
	return { text, isChanged: false };
}

function pairLines(goneTexts: string[], newTexts: string[]) {
	const before = goneTexts.map((text) => ({ parts: [createUnchangedPart(text)] }));
	const after = newTexts.map((text) => ({ parts: [createUnchangedPart(text)] }));
	for (let at = 0; at < Math.min(goneTexts.length, newTexts.length, MOST_LINE_PAIRS); at++) {
		if (Math.max(goneTexts[at]?.length ?? 0, newTexts[at]?.length ?? 0) > MOST_COMPARED_LINE_CHARACTERS) continue;
		const wordDifferences = diffWordsWithSpace(goneTexts[at] ?? '', newTexts[at] ?? '');
		const sharedLength = wordDifferences.reduce(
			(sum, word) => (word.added || word.removed ? sum : sum + word.value.length),
			0
		);
		if (sharedLength < LEAST_SHARED_TEXT_SHARE * Math.max(goneTexts[at]?.length ?? 0, newTexts[at]?.length ?? 0))
			continue;
		before[at] = {
			parts: wordDifferences.filter((word) => !word.added).map(({ value, removed }) => createTextPart(value, removed))
		};
		after[at] = {
			parts: wordDifferences.filter((word) => !word.removed).map(({ value, added }) => createTextPart(value, added))
		};
	}
	return { before, after };
}

function createTextPart(text: string, isChanged: boolean): TextPart {
	return { text, isChanged };
}

function foldUnchangedLines(lines: ShownDifferenceLine[]): DifferenceLine[] {
	const areLinesNearChange = lines.map((_, at) =>
		lines.slice(Math.max(0, at - CONTEXT_LINE_COUNT), at + CONTEXT_LINE_COUNT + 1).some(({ kind }) => kind !== 'same')
	);
	const foldedLines: DifferenceLine[] = [];
	for (const [at, line] of lines.entries()) {
		const lastFoldedLine = foldedLines.at(-1);
		if (areLinesNearChange[at]) foldedLines.push(line);
		else if (lastFoldedLine?.kind === 'skipped') lastFoldedLine.count++;
		else foldedLines.push({ kind: 'skipped', count: 1 });
	}
	return foldedLines;
}
