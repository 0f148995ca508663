import { highlightLines as highlighted } from '#lib/editor/highlight.ts';
import type { TokenKind } from '#lib/editor/palette.ts';
import type { Files } from '#sandbox/contract.ts';
import { findFileChanges, type DifferenceLine } from '#lib/workbench/history/difference.ts';
import { SvelteSet } from 'svelte/reactivity';

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

const sortedPathsOf = (files: Files): string[] =>
	Object.keys(files).sort((a, b) => sortRankOfPath(a) - sortRankOfPath(b) || (a < b ? -1 : 1));
const sortRankOfPath = (path: string): number => (path === 'main.ts' ? 0 : 1);

interface CodeChunk {
	rows: ReviewedRow[];
	/** Numbers of the submission's first and last line in this chunk; null when the chunk has only removed lines. */
	firstLine: number | null;
	lastLine: number | null;
}

const ROWS_PER_CHUNK = 100;

export function codeChunksOf(rows: readonly ReviewedRow[]): CodeChunk[] {
	const chunks: CodeChunk[] = [];
	for (let at = 0; at < rows.length; at += ROWS_PER_CHUNK) {
		const part = rows.slice(at, at + ROWS_PER_CHUNK);
		const numbers = part.flatMap((row) => (row.kind === 'skipped' ? [] : (row.number ?? [])));
		chunks.push({ rows: part, firstLine: numbers[0] ?? null, lastLine: numbers.at(-1) ?? null });
	}
	return chunks;
}

export function chunkIndexOfLine(chunks: readonly CodeChunk[], line: number): number | undefined {
	const at = chunks.findIndex(
		({ firstLine, lastLine }) => firstLine !== null && lastLine !== null && firstLine <= line && line <= lastLine
	);
	const holdsLine = chunks[at]?.rows.some((row) => row.kind !== 'skipped' && row.number === line);
	return holdsLine ? at : undefined;
}

const NEAR_VIEW_MARGIN = '800px 0px';

export class ChunksNearView {
	#nearNumbers = new SvelteSet<number>();
	#heightByNumber = new Map<number, string>();
	#numberByElement = new WeakMap<Element, number>();
	#observer: IntersectionObserver | undefined;

	isNear(nth: number): boolean {
		return this.#nearNumbers.has(nth);
	}

	/** Returns the height that an element had when it was last near, so that unloading its content does not move the page. */
	heightOf(nth: number): string | undefined {
		return this.#heightByNumber.get(nth);
	}

	watchChunk(nth: number) {
		return (element: Element) => {
			// The observer is created on demand, because the server has no IntersectionObserver. `scrollMargin` is needed inside
			// scrolling boxes; browsers that do not support this option load elements a moment later.
			const options: IntersectionObserverInit & { scrollMargin: string } = {
				rootMargin: NEAR_VIEW_MARGIN,
				scrollMargin: NEAR_VIEW_MARGIN
			};
			this.#observer ??= new IntersectionObserver((entries) => this.#updateNear(entries), options);
			this.#numberByElement.set(element, nth);
			this.#observer.observe(element);
			return () => this.#observer?.unobserve(element);
		};
	}

	#updateNear(entries: readonly IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting, boundingClientRect } of entries) {
			const nth = this.#numberByElement.get(target);
			if (nth === undefined) continue;
			if (isIntersecting) this.#nearNumbers.add(nth);
			else if (this.#nearNumbers.has(nth) && !target.contains(document.activeElement)) {
				this.#heightByNumber.set(nth, `${boundingClientRect.height}px`);
				this.#nearNumbers.delete(nth);
			}
		}
	}
}
