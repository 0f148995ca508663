/** Splits the files of a submission into rows of lines, whole or as changes. */
import { highlightLines as highlighted } from '#lib/editor/highlight.ts';
import type { TokenKind } from '#lib/editor/palette.ts';
import type { Files } from '#sandbox/contract.ts';
import { findFileChanges, type DifferenceLine } from '#lib/workbench/history/difference.ts';

interface ColouredSegment {
	text: string;
	kind: TokenKind | null;
	isChanged: boolean;
}

export interface ReviewedLine {
	kind: 'same' | 'new' | 'gone';
	/** Number of the line in the submission; null for a removed line. */
	number: number | null;
	pieces: ColouredSegment[];
}

export type ReviewedRow = ReviewedLine | { kind: 'skipped'; count: number };

export interface ReviewedFile {
	path: string;
	state: 'new' | 'gone' | 'changed' | 'same';
	rows: ReviewedRow[];
}

/** Upper limit of characters of a file whose code is coloured: colouring a longer file takes too long. */
const MOST_COLOURED_CHARACTERS = 60_000;

/** Returns every file whole, and marks lines that are not in `before`; marks nothing when `before` is null. */
export function createWholeReviewedFiles(before: Files | null, files: Files): ReviewedFile[] {
	const changes = before === null ? [] : findFileChanges(before, files);
	return sortedPathsOf(files).map((path) => {
		const change = changes.find((one) => one.path === path);
		const newLineNumbers = new Set(change?.lines.flatMap((line) => (line.kind === 'new' ? [line.numberAfter] : [])));
		const text = files[path] ?? '';
		const rows = colourLines(text, path).map((pieces, at): ReviewedLine => {
			const number = at + 1;
			return { kind: newLineNumbers.has(number) ? 'new' : 'same', number, pieces };
		});
		return { path, state: before === null ? 'new' : (change?.kind ?? 'same'), rows };
	});
}

/** Returns the changes between two versions of the files, with a few lines around each change. */
export function createChangedReviewedFiles(before: Files, files: Files): ReviewedFile[] {
	return findFileChanges(before, files)
		.map(({ path, kind, lines }): ReviewedFile => ({ path, state: kind, rows: lines.map(toReviewedRow) }))
		.sort((a, b) => sortRankOfPath(a.path) - sortRankOfPath(b.path));
}

/** Returns the first line that the authors wrote, else the first line of the first file; null when there are no lines. */
export function findFirstWrittenLine(files: readonly ReviewedFile[]): { file: string; line: number } | null {
	let firstPlace: { file: string; line: number } | null = null;
	for (const { path, rows } of files) {
		for (const row of rows) {
			if (row.kind === 'skipped' || row.number === null) continue;
			const place = { file: path, line: row.number };
			if (row.kind === 'new') return place;
			firstPlace ??= place;
		}
	}
	return firstPlace;
}

function toReviewedRow(line: DifferenceLine): ReviewedRow {
	if (line.kind === 'skipped') return line;
	const pieces = line.parts.map(({ text, isChanged }) => ({ text, kind: null, isChanged }));
	return { kind: line.kind, number: line.kind === 'gone' ? null : line.numberAfter, pieces };
}

function colourLines(text: string, path: string): ColouredSegment[][] {
	const lines = highlighted(text, text.length > MOST_COLOURED_CHARACTERS ? 'plain' : path);
	if (lines.length > 1 && text.endsWith('\n')) lines.pop();
	return lines.map((pieces) => pieces.map((piece) => ({ ...piece, isChanged: false })));
}

/** Sorts paths: main.ts first, other paths by name. */
const sortedPathsOf = (files: Files): string[] =>
	Object.keys(files).sort((a, b) => sortRankOfPath(a) - sortRankOfPath(b) || (a < b ? -1 : 1));
const sortRankOfPath = (path: string): number => (path === 'main.ts' ? 0 : 1);
