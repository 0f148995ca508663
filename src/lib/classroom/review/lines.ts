/** What was handed in, line by line as it is shown: whole, or what differs from something before. */
import { pieces as highlighted } from '#lib/editor/highlight.ts';
import type { TokenKind } from '#lib/editor/palette.ts';
import type { Files } from '#sandbox/index.ts';
import { changesBetween, type Line } from '#lib/workbench/history/difference.ts';

export interface ShownPiece {
	text: string;
	kind: TokenKind | null;
	changed: boolean;
}

export interface ShownLine {
	kind: 'same' | 'new' | 'gone';
	/** In what was handed in; null for a line that is not in it. */
	number: number | null;
	pieces: ShownPiece[];
}

export type ShownRow = ShownLine | { kind: 'skipped'; count: number };

export interface ShownFile {
	path: string;
	/** `same`: as it was before. */
	state: 'new' | 'gone' | 'changed' | 'same';
	rows: ShownRow[];
}

/** Longer than this is shown without its colours: nobody waits for them. */
const MOST_COLOURED = 60_000;

/** Every file whole; what is not in `before` is marked. Null: there was nothing before. */
export function wholeFiles(before: Files | null, files: Files): ShownFile[] {
	const changes = before === null ? [] : changesBetween(before, files);
	return inOrder(files).map((path) => {
		const change = changes.find((one) => one.path === path);
		const come = new Set(change?.lines.flatMap((line) => (line.kind === 'new' ? [line.after] : [])));
		const text = files[path] ?? '';
		const rows = coloured(text, path).map((pieces, at): ShownLine => {
			const number = at + 1;
			return { kind: come.has(number) ? 'new' : 'same', number, pieces };
		});
		return { path, state: before === null ? 'new' : (change?.kind ?? 'same'), rows };
	});
}

/** What differs, with a few lines around it. */
export function changedFiles(before: Files, files: Files): ShownFile[] {
	return changesBetween(before, files)
		.map(({ path, kind, lines }): ShownFile => ({ path, state: kind, rows: lines.map(rowOf) }))
		.sort((a, b) => first(a.path) - first(b.path));
}

/** Where the eye begins: at the first line that its authors wrote. */
export function firstNew(files: readonly ShownFile[]): { file: string; line: number } | null {
	let any: { file: string; line: number } | null = null;
	for (const { path, rows } of files) {
		for (const row of rows) {
			if (row.kind === 'skipped' || row.number === null) continue;
			const place = { file: path, line: row.number };
			if (row.kind === 'new') return place;
			any ??= place;
		}
	}
	return any;
}

function rowOf(line: Line): ShownRow {
	if (line.kind === 'skipped') return line;
	const pieces = line.parts.map(({ text, changed }) => ({ text, kind: null, changed }));
	return { kind: line.kind, number: line.kind === 'gone' ? null : line.after, pieces };
}

function coloured(text: string, path: string): ShownPiece[][] {
	const lines = highlighted(text, text.length > MOST_COLOURED ? 'plain' : path);
	if (lines.length > 1 && text.endsWith('\n')) lines.pop();
	return lines.map((pieces) => pieces.map((piece) => ({ ...piece, changed: false })));
}

/** The program first, then by name. */
const inOrder = (files: Files): string[] => Object.keys(files).sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
const first = (path: string): number => (path === 'main.ts' ? 0 : 1);
