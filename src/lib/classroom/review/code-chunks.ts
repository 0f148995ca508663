/** Cuts the rows of a file into chunks, so that a page loads only the chunks near the visible part. */
import type { ReviewedRow } from './reviewed-files.ts';

export interface CodeChunk {
	rows: ReviewedRow[];
	/** Numbers of the submission's first and last line in this chunk; null when the chunk has only removed lines. */
	firstLine: number | null;
	lastLine: number | null;
}

/** Number of rows in a chunk, more than a screen shows. */
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

/** Returns the index of the chunk with the line; undefined when no chunk has the line. */
export function chunkIndexOfLine(chunks: readonly CodeChunk[], line: number): number | undefined {
	const at = chunks.findIndex(
		({ firstLine, lastLine }) => firstLine !== null && lastLine !== null && firstLine <= line && line <= lastLine
	);
	const holdsLine = chunks[at]?.rows.some((row) => row.kind !== 'skipped' && row.number === line);
	return holdsLine ? at : undefined;
}
