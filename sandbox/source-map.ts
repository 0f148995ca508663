import { FlattenMap, originalPositionFor, type TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePlace } from './report.ts';

/** Undefined for code that Braise or a tool added. Throws when the map is unreadable. */
export type SourceMapReader = (place: Omit<SourcePlace, 'file'>) => SourcePlace | undefined;

/** Parses the map when the reader is first called. */
export function createSourceMapReader(text: string): SourceMapReader {
	let parsedMap: TraceMap | undefined;
	return ({ line, column }) => {
		if (line < 1 || column < 1) return undefined;
		// FlattenMap reads the linker's maps, which have sections, and those of older packages, which have none.
		parsedMap ??= FlattenMap(text);
		const position = originalPositionFor(parsedMap, { line, column: column - 1 });
		return position.source === null || position.source === ''
			? undefined
			: { file: position.source, line: position.line, column: position.column + 1 };
	};
}
