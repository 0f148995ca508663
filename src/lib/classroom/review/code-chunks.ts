/** Cuts the rows of a file into chunks, so that a page holds only those in view. */
import type { ReviewedRow } from './reviewed-files.ts';

export interface CodeChunk {
	rows: ReviewedRow[];
	/** First and last line of the submission in this chunk; both null when it holds only removed lines. */
	firstLine: number | null;
	lastLine: number | null;
}

/** Rows in one chunk: more than one screen shows. */
const CHUNK_ROWS = 100;

export function codeChunksOf(rows: readonly ReviewedRow[]): CodeChunk[] {
	const chunks: CodeChunk[] = [];
	for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
		const part = rows.slice(at, at + CHUNK_ROWS);
		const numbers = part.flatMap((row) => (row.kind === 'skipped' ? [] : (row.number ?? [])));
		chunks.push({ rows: part, firstLine: numbers[0] ?? null, lastLine: numbers.at(-1) ?? null });
	}
	return chunks;
}

/** Returns the index of the chunk that holds the line, or undefined when no chunk does. */
export function chunkIndexOfLine(chunks: readonly CodeChunk[], line: number): number | undefined {
	const at = chunks.findIndex(
		({ firstLine, lastLine }) => firstLine !== null && lastLine !== null && firstLine <= line && line <= lastLine
	);
	const holdsLine = chunks[at]?.rows.some((row) => row.kind !== 'skipped' && row.number === line);
	return holdsLine ? at : undefined;
}
