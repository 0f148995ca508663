/** A miniature of a project's program: each line as bars in the colours of code. */
import { highlightLines } from '#lib/editor/highlight.ts';
import type { TokenKind } from '#lib/editor/palette.ts';
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

export interface Bar {
	line: number;
	from: number;
	width: number;
	kind: TokenKind | 'text';
}

export const LINES = 16;
export const COLUMNS = 52;
const TAB = 3;

export function barsOf(files: Files): Bar[] {
	const lines = highlightLines(files[PROGRAM_FILE] ?? Object.values(files)[0] ?? '').filter((line) => line.length > 0);
	return lines.slice(0, LINES).flatMap((line, at) => {
		const bars: Bar[] = [];
		let column = 0;
		for (const { kind, text } of line) {
			for (const [word] of text.matchAll(/\t|\s+|[^\s]+/g)) {
				const width = word === '\t' ? TAB : word.length;
				const visible = word.trim() !== '' && column < COLUMNS;
				if (visible)
					bars.push({ line: at, from: column, width: Math.min(width, COLUMNS - column), kind: kind ?? 'text' });
				column += width;
			}
		}
		return bars;
	});
}
