import type { ChallengeText, Step } from '#lib/domain/challenge.ts';
import type { ManifestStep, Manifest } from './manifest.ts';
import { readParameterNames } from './named-values.ts';
import { checksPathOfStep } from './missing-parts.ts';
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import { pickFilesUnder } from './read-folder.ts';

/** Returns the common start files and those of one language, which override common ones, without the folders that steps open. */
export function pickStartFiles(manifest: Manifest, files: Files, language: Language): Files {
	const openingFolders = manifest.steps.filter((step) => step.opens !== 'never').map((step) => `${step.id}/`);
	const allFiles = { ...pickFilesUnder(files, 'start/common/'), ...pickFilesUnder(files, `start/${language}/`) };
	return Object.fromEntries(
		Object.entries(allFiles).filter(([path]) => !openingFolders.some((folder) => path.startsWith(folder)))
	);
}

export function pickStepFiles(files: Files, language: Language, step: string): Files {
	return { ...pickFilesUnder(files, `start/common/${step}/`), ...pickFilesUnder(files, `start/${language}/${step}/`) };
}

export function pickOpenedFilesByStep(
	manifest: Manifest,
	files: Files,
	language: Language,
	start: Files
): Record<string, Files> {
	const openingSteps = manifest.steps.filter((step) => step.opens !== 'never');
	return Object.fromEntries(openingSteps.map(({ id }) => [id, { ...start, ...pickStepFiles(files, language, id) }]));
}

/** `solution` is the text of the author's program, from which the parameter names of its functions are read. */
export function challengeStepOf(step: ManifestStep, text: ChallengeText, solution: string): Step {
	const { opens, situation = step.id } = step;
	const commonFields = { id: step.id, situation, opens: opens === 'never' ? (false as const) : opens };
	const checksAndHints = { checks: checksPathOfStep(step), hints: text.steps[step.id]?.hints.length ?? 0 };
	switch (step.kind) {
		case 'discover':
			return { ...commonFields, kind: step.kind, ...(step.hand && { hand: step.hand }) };
		case 'decide':
		case 'show':
			return { ...commonFields, kind: step.kind };
		case 'predict':
			return { ...commonFields, kind: step.kind, call: step.call, answers: step.answers };
		case 'tune':
			return { ...commonFields, kind: step.kind, values: step.values, ...checksAndHints };
		case 'arrange':
			return {
				...commonFields,
				kind: step.kind,
				file: step.file,
				name: step.name,
				lines: step.lines,
				wrong: step.wrong,
				...checksAndHints
			};
		case 'catch':
			return {
				...commonFields,
				kind: step.kind,
				functions: step.functions.map((name) => ({ name, parameters: readParameterNames(name, solution) ?? [] }))
			};
		case 'build':
		case 'stretch':
			return { ...commonFields, kind: step.kind, ...checksAndHints };
	}
}
