/** Inserts the declarations and imports of an idea above all functions of a sketch. */
import { addImport } from '#lib/editor/add-import.ts';
import { addLinesToFunction, findFunctionBodies, addBracesToArrow } from './function-bodies.ts';

/** Matches the imports at the beginning of a sketch, each up to the end of its last line. */
const LEADING_IMPORTS_PATTERN = /^(?:import\b(?!\s*\()[^;'"]*(['"])[^'"\n]*\1[^\n]*(?:\n|$))*/;

/** Tells whether the sketch holds all these lines together, outside of its functions. */
export const hasDeclarations = (text: string, linesAbove: string): boolean => `\n${text}`.includes(`\n${linesAbove}`);

interface SketchWithDeclarations {
	text: string;
	/** Declarations that are not in the sketch yet. */
	linesAbove: string;
	caret: number;
}

/**
 * Moves the body of each function that both the idea and the sketch declare, such as `mousePressed`, into the sketch's function:
 * a name can be declared only once.
 */
export function mergeDeclaredFunctions(sketch: SketchWithDeclarations): SketchWithDeclarations {
	return findFunctionBodies(sketch.linesAbove).reduce((soFar, { name }) => extendDeclaredFunction(soFar, name), sketch);
}

function extendDeclaredFunction(
	{ text, linesAbove, caret }: SketchWithDeclarations,
	name: string
): SketchWithDeclarations {
	const openedText = addBracesToArrow(text, name);
	const [added, own] = [linesAbove, openedText].map((lines) =>
		findFunctionBodies(lines).find((each) => each.name === name)
	);
	if (added === undefined || own === undefined)
		return { text, linesAbove: renameTakenFunction(linesAbove, name, text), caret };
	const extendedText = addLinesToFunction(openedText, own, linesAbove.slice(added.from, added.to).trim());
	return {
		text: extendedText,
		linesAbove: `${linesAbove.slice(0, added.start)}${linesAbove.slice(added.to + 1)}`.trim(),
		caret: caret < own.from ? caret : caret + extendedText.length - text.length
	};
}

/** Renames a function of the idea if the sketch uses its name for a variable or class, so that the sketch still runs. */
function renameTakenFunction(linesAbove: string, name: string, text: string): string {
	const isNameTaken = (each: string) => new RegExp(String.raw`\b(?:const|let|var|class)\s+${each}\b`).test(text);
	let freeName = name;
	for (let count = 2; isNameTaken(freeName); count++) freeName = `${name}${count}`;
	return linesAbove.replace(`function ${name}(`, `function ${freeName}(`);
}

export function insertDeclarations(text: string, linesAbove: string): string {
	if (linesAbove === '') return text;
	const imports = LEADING_IMPORTS_PATTERN.exec(text)?.[0] ?? '';
	const head = imports === '' ? '' : `${imports.trimEnd()}\n\n`;
	return `${head}${linesAbove}\n\n${text.slice(imports.length).trimStart()}`;
}

export function importKitPieces(text: string, pieces: readonly string[]): string {
	const isImported = (name: string) => new RegExp(String.raw`^import\s*\{[^}]*\b${name}\b[^}]*\}`, 'm').test(text);
	return pieces
		.filter((name) => !isImported(name))
		.reduce((soFar, name) => addImport(soFar, { name, module: 'braise/scene' }), text);
}
