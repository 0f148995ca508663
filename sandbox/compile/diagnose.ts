import type { Location, Message } from 'esbuild-wasm';
import type { Diagnostic, Sources } from '../contract.ts';
import type { SourcePlace } from '../report.ts';
import { nearestNames } from './similar-names.ts';
import { moveDiagnosticBeforeAddedLine } from './player-functions.ts';
import type { UnresolvedImport } from './link/build-files.ts';
import { importableSpecifiers } from './resolve-import.ts';

/** Upper limit of diagnostics. It limits the work, because each diagnostic of an import searches for similar names. */
const MAX_DIAGNOSTICS = 20;
const MAX_DIAGNOSTIC_CHARACTERS = 500;

const MISSING_EXPORT_PATTERN = /^No matching export in "(.+)" for import "(.+)"$/;
const EXPORT_STATEMENT_PATTERN =
	/^[ \t]*export\s+(?:declare\s+|abstract\s+|async\s+)*(?:const|let|var|function\*?|class|enum)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

export function toDiagnostics(messages: Message[], sources: Sources): Diagnostic[] {
	return messages.slice(0, MAX_DIAGNOSTICS).map((message) => diagnosticOf(message, sources));
}

function diagnosticOf(message: Message, sources: Sources): Diagnostic {
	const { place, length } = sourceSpanOf(message.location, sources);
	const missing = missingImportOf(message, sources);
	if (missing !== undefined) return { kind: 'import', ...missing, place, length };
	return {
		kind: 'syntax',
		...moveDiagnosticBeforeAddedLine(message.text.slice(0, MAX_DIAGNOSTIC_CHARACTERS), place, sources),
		length
	};
}

function missingImportOf(
	{ detail, text }: Message,
	sources: Sources
): { specifier: string; available: string[] } | undefined {
	const { files } = sources;
	if (isMissingImport(detail)) {
		const { specifier, importer } = detail;
		return importWithSimilarNames(
			specifier,
			importer === null ? Object.keys(files) : importableSpecifiers(importer, sources)
		);
	}
	const [, path, name] = MISSING_EXPORT_PATTERN.exec(text) ?? [];
	if (path === undefined || name === undefined) return undefined;
	return importWithSimilarNames(
		name,
		[...(files[path] ?? '').matchAll(EXPORT_STATEMENT_PATTERN)].map(([, found]) => found ?? '')
	);
}

function importWithSimilarNames(specifier: string, names: string[]): { specifier: string; available: string[] } {
	return { specifier: specifier.slice(0, MAX_DIAGNOSTIC_CHARACTERS), available: nearestNames(specifier, names) };
}

function isMissingImport(detail: unknown): detail is UnresolvedImport {
	return typeof detail === 'object' && detail !== null && 'specifier' in detail && 'importer' in detail;
}

function sourceSpanOf(location: Location | null, sources: Sources): { place: SourcePlace; length: number } {
	if (location === null) {
		return { place: { file: sources.program, line: 1, column: 1 }, length: 1 };
	}
	const { file, line, column, lineText } = location;
	const start = countCharactersInBytes(lineText, column);
	const end = countCharactersInBytes(lineText, column + location.length);
	return {
		place: { file, line, column: start + 1 },
		length: Math.max(1, end - start)
	};
}

/** Converts an offset in UTF-8 bytes, as esbuild counts, to UTF-16 units, as editors count. */
function countCharactersInBytes(text: string, bytes: number): number {
	let units = 0;
	let byteCount = 0;
	for (const character of text) {
		if (byteCount >= bytes) break;
		const code = character.codePointAt(0) ?? 0;
		byteCount += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		units += character.length;
	}
	return units;
}
