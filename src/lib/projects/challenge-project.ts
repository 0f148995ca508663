import type { Step } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';
import { writeBarsSketch, writeReturnedValueSketch } from './write-sketches.ts';

/** The parts of a challenge that a project needs, without the scene, which is long and the author's own work. */
export interface SourceChallenge {
	title: string;
	language: Language;
	/** The challenge's data files, of which only those that the program imports are copied. */
	data: Files;
	/** The call that the challenge's first step "predict" asks about; null when the challenge has no such step. */
	call: { name: string; args: unknown[] } | null;
}

export function findPredictedCall(steps: Step[]): SourceChallenge['call'] {
	const step = steps.find((each) => each.kind === 'predict');
	return step?.kind === 'predict' ? step.call : null;
}

export function makeProjectFromChallenge(files: Files, { title, language, data, call }: SourceChallenge): Files {
	const oldMainText = files[PROGRAM_FILE] ?? '';
	const exportedNames = [...oldMainText.matchAll(/^export (?:async )?function (\w+)/gm)].flatMap(
		(match) => match[1] ?? []
	);
	const exportedCall = call && exportedNames.includes(call.name) ? call : null;
	const programPath = findFreePath(exportedCall?.name ?? exportedNames[0] ?? 'program', files);
	const movedFiles = Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path === PROGRAM_FILE ? programPath : path,
			renameMainImports(text, programPath)
		])
	);
	const [first, ...rest] = exportedCall?.args ?? [];
	const calledFunction = { title, file: programPath, name: exportedCall?.name ?? '' };
	const sketch =
		exportedCall && typeof first === 'number' && doesFunctionReturnNumber(oldMainText, exportedCall.name)
			? writeBarsSketch(language, { ...calledFunction, most: Math.max(4, first * 4), rest })
			: writeReturnedValueSketch(language, {
					...calledFunction,
					args: exportedCall?.args ?? null,
					exports: exportedNames
				});
	return { [PROGRAM_FILE]: sketch, ...movedFiles, ...collectImportedDataFiles(movedFiles, data) };
}

function findFreePath(name: string, files: Files): string {
	const usedPaths = new Set(Object.keys(files).map((path) => path.toLowerCase()));
	for (let count = 1; ; count++) {
		const path = `${name}${count === 1 ? '' : count}.ts`;
		if (!usedPaths.has(path.toLowerCase()) && !/^(scene|braise)\.ts$/i.test(path)) return path;
	}
}

function renameMainImports(text: string, programPath: string): string {
	return text.replace(/(from\s+|import\s+)(['"])\.\/main(?:\.ts)?\2/g, `$1$2./${programPath}$2`);
}

function doesFunctionReturnNumber(program: string, name: string): boolean {
	return new RegExp(`^export function ${name}\\([^)]*\\)\\s*:\\s*number\\b`, 'm').test(program);
}

const DATA_IMPORT_PATTERN =
	/from\s+['"](?:\.\/)?(?:\.\.\/)?(data\/[\w-]+)(?:\.ts)?['"]|from\s+['"]\.\/([\w-]+)(?:\.ts)?['"]/g;

function collectImportedDataFiles(files: Files, data: Files): Files {
	const dataFiles: Files = {};
	const unreadTexts = Object.values(files);
	for (let text = unreadTexts.pop(); text !== undefined; text = unreadTexts.pop()) {
		for (const [, whole, beside] of text.matchAll(DATA_IMPORT_PATTERN)) {
			const path = `${whole ?? `data/${beside ?? ''}`}.ts`;
			const content = data[path];
			if (content === undefined || path in dataFiles) continue;
			dataFiles[path] = content;
			unreadTexts.push(content);
		}
	}
	return dataFiles;
}
