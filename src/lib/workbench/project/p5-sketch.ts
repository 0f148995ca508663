import type { Language } from '#lib/domain/language.ts';
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

/** Functions of p5.js that `braise/draw` lacks and that sketches from elsewhere often call. */
export const P5_FUNCTIONS = [
	'ambientLight',
	'box',
	'cone',
	'createA',
	'createButton',
	'createCapture',
	'createCheckbox',
	'createColorPicker',
	'createDiv',
	'createElement',
	'createInput',
	'createP',
	'createRadio',
	'createSelect',
	'createShader',
	'createSlider',
	'createSpan',
	'createVideo',
	'cylinder',
	'directionalLight',
	'loadModel',
	'loadShader',
	'normalMaterial',
	'orbitControl',
	'plane',
	'pointLight',
	'sphere',
	'torus'
] as const;

const P5_IMPORT_PATTERN = /^\s*import\s+(?:\*\s+as\s+)?p5\s+from\s+['"]p5['"];?[ \t]*\n?/m;
const P5_INSTANCE_PATTERN = /\bnew\s+p5\s*\(/;
const P5_CALL_PATTERN = new RegExp(String.raw`(?<![\w$.])(?:${P5_FUNCTIONS.join('|')})\s*\(`, 'g');
const DECLARED_NAME_PATTERN = /\b(?:function|const|let|var|class)\s+([\w$]+)|([\w$]+)\s*\([^()]*\)\s*\{/g;
const COMMENT_PATTERN = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** Tells whether a program imports p5.js, or calls functions that only p5.js has and that it does not declare itself. */
export function isWrittenForP5(program: string): boolean {
	const code = program.replace(COMMENT_PATTERN, '');
	if (P5_IMPORT_PATTERN.test(code) || P5_INSTANCE_PATTERN.test(code)) return true;
	const ownNames = new Set([...code.matchAll(DECLARED_NAME_PATTERN)].map(([, variable, method]) => variable ?? method));
	return [...code.matchAll(P5_CALL_PATTERN)].some(([call]) => !ownNames.has(/\w+/.exec(call)?.[0]));
}

export async function makeP5Page(files: Files, language: Language): Promise<Files> {
	const { makeLibraryProjectFiles } = await import('#lib/projects/library-project-files.ts');
	const program = (files[PROGRAM_FILE] ?? '').replace(P5_IMPORT_PATTERN, '');
	return { ...makeLibraryProjectFiles('p5', language), ...files, [PROGRAM_FILE]: program };
}
