/** Exports the functions of a program that the sketch player or p5 calls, so that students need not export them. */
import type { Sources } from '../contract.ts';
import { libraryNamesOf } from '../libraries/recognise.ts';
import type { SourcePlace } from '../report.ts';
import { PARAMETER_SETTERS_EXPORT } from './parameter-setters.ts';
import { findTopLevelNames } from './top-level-names.ts';

const PLAYER_FUNCTIONS = new Set([
	'preload',
	'setup',
	'draw',
	'mousePressed',
	'mouseReleased',
	'mouseMoved',
	'mouseDragged',
	'mouseClicked',
	'keyPressed',
	'keyReleased'
]);
const CONSTANT_START_PATTERN = /^([ \t]*(?:export\s+)?)const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
const EXPORT_LIST_PATTERN = /^export\s*\{([^}]*)\}/gm;

/** Further functions that p5 calls: https://p5js.org/reference/#Events */
const P5_FUNCTIONS = new Set([
	...PLAYER_FUNCTIONS,
	'doubleClicked',
	'mouseWheel',
	'keyTyped',
	'touchStarted',
	'touchMoved',
	'touchEnded',
	'windowResized',
	'deviceMoved',
	'deviceTurned',
	'deviceShaken'
]);

/** Returns the names of functions that the player or p5 calls; none for a program with an author's scene or checks. */
function playerFunctionNamesFor({ files, scene, page, checks }: Sources): ReadonlySet<string> {
	if (scene !== undefined || checks.length > 0) return new Set();
	if (page === undefined) return PLAYER_FUNCTIONS;
	return libraryNamesOf(files[page] ?? '').includes('p5') ? P5_FUNCTIONS : new Set();
}

/**
 * Returns the sources with a last line in the program that exports the functions that the player or p5 calls, and the setters of
 * the program's parameters.
 */
export function exportPlayerFunctions(sources: Sources): Sources {
	const text = sources.files[sources.program];
	if (text === undefined) return sources;
	const names = unexportedFunctionNames(text, playerFunctionNamesFor(sources));
	const parameters = sources.page === undefined ? (sources.parameters ?? []) : [];
	const addedStatements = [
		...(names.length === 0 ? [] : [`export { ${names.join(', ')} };`]),
		...(parameters.length === 0 ? [] : [parameterSettersCode(parameters)])
	];
	if (addedStatements.length === 0) return sources;
	const files = {
		...sources.files,
		[sources.program]: `${replaceConstantsByVariables(text, parameters)}\n${addedStatements.join(' ')}`
	};
	return { ...sources, files };
}

const parameterSettersCode = (names: string[]): string =>
	`export const ${PARAMETER_SETTERS_EXPORT} = { ${names.map((name) => `${name}: (value: never) => { ${name} = value; }`).join(', ')} };`;

/** Replaces `const` by `let` and two blanks, so that the columns of the line stay the same. */
function replaceConstantsByVariables(text: string, names: string[]): string {
	if (names.length === 0) return text;
	return text.replace(CONSTANT_START_PATTERN, (whole, before: string, name: string) =>
		names.includes(name) ? `${before}let  ${whole.slice(before.length + 'const'.length)}` : whole
	);
}

function unexportedFunctionNames(text: string, called: ReadonlySet<string>): string[] {
	const exportedNames = [...text.matchAll(EXPORT_LIST_PATTERN)].flatMap(([, names = '']) =>
		names.split(',').map((name) => name.trim())
	);
	const names = new Set(
		findTopLevelNames(text)
			.filter(({ isExported }) => !isExported)
			.map(({ name }) => name)
	);
	return [...names].filter((name) => called.has(name) && !exportedNames.includes(name));
}

/**
 * Returns a diagnostic as it would be without the added line. A program with an unfinished end gets its error at the `export` of
 * that line; the error is moved to the program's end.
 */
export function moveDiagnosticBeforeAddedLine(
	message: string,
	place: SourcePlace,
	sources: Sources
): { message: string; place: SourcePlace } {
	const lines = (sources.files[place.file] ?? '').split('\n');
	if (place.line <= lines.length) return { message, place };
	return {
		message: message.replace('"export"', 'end of file'),
		place: { file: place.file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
	};
}
