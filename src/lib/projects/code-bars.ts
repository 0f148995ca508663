import { highlightLines } from '#lib/editor/highlight.ts';
import type { TokenKind } from '#lib/editor/palette.ts';
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

export interface CodeBar {
	line: number;
	from: number;
	width: number;
	kind: TokenKind | 'text';
}

export const MAX_CODE_BAR_LINES = 16;
export const MAX_CODE_BAR_COLUMNS = 52;
const TAB_WIDTH = 3;

export function codeBarsOf(files: Files): CodeBar[] {
	const lines = highlightLines(files[PROGRAM_FILE] ?? Object.values(files)[0] ?? '').filter((line) => line.length > 0);
	return lines.slice(0, MAX_CODE_BAR_LINES).flatMap((line, at) => {
		const bars: CodeBar[] = [];
		let column = 0;
		for (const { kind, text } of line) {
			for (const [word] of text.matchAll(/\t|\s+|[^\s]+/g)) {
				const width = word === '\t' ? TAB_WIDTH : word.length;
				const isVisible = word.trim() !== '' && column < MAX_CODE_BAR_COLUMNS;
				if (isVisible)
					bars.push({
						line: at,
						from: column,
						width: Math.min(width, MAX_CODE_BAR_COLUMNS - column),
						kind: kind ?? 'text'
					});
				column += width;
			}
		}
		return bars;
	});
}
