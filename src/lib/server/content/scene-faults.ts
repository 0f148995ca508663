/** Finds names in a scene's description that nothing in the challenge defines. */
import type { Files } from '#sandbox/contract.ts';
import type { Language } from '#lib/domain/language.ts';
import type { SceneFieldReference } from './kinds/code.ts';
import type { Manifest } from './manifest.ts';
import { SOLUTION_FOLDER } from './mutants.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';
import { challengeTextPath, type ParsedChallengeText } from './challenge-text.ts';

type ChallengeTextByLanguage = Partial<Record<Language, ParsedChallengeText>>;

/** Returns messages about one name in a scene's description; an empty list when the name is defined. */
export function findReferenceFaults(
	reference: SceneFieldReference,
	manifest: Manifest,
	files: Files,
	texts: ChallengeTextByLanguage
): string[] {
	switch (reference.kind) {
		case 'label':
			return findLabelFaults(reference.id, manifest, texts);
		case 'function':
			return findFunctionFaults(reference.name, files);
		case 'module':
			return findModuleFaults(reference, files);
		case 'table':
			return findTableFaults(reference, manifest, files);
	}
}

/** Reports stage dials (`hand`) of a first step that the scene's kind cannot show. */
export function findStageDialProblems(
	{ steps }: Manifest,
	kind: string,
	placeOf: (path: (string | number)[]) => ContentPlace
): ContentProblem[] {
	const message = `a scene of the kind "${kind}" shows no hand, because it knows no right answer for what a hand sets`;
	return steps.flatMap((step, index) =>
		step.kind === 'discover' && step.hand ? [{ ...placeOf(['steps', index, 'hand']), message }] : []
	);
}

function findLabelFaults(id: string, { languages }: Manifest, texts: ChallengeTextByLanguage): string[] {
	const languagesWithout = languages.filter((language) => {
		const challengeText = texts[language];
		return challengeText !== undefined && !challengeText.text.labels[id];
	});
	return languagesWithout.map(
		(language) => `"${id}" has no words: write "- ${id}: …" under "## labels" in ${challengeTextPath(language)}`
	);
}

function findModuleFaults({ file, name }: { file: string; name: string }, files: Files): string[] {
	if (files[file] === undefined) return [`there is no ${file}`];
	return doesExportName(files[file], name) ? [] : [`${file} exports no "${name}"`];
}

function findTableFaults(
	{ file, columns }: { file: string; columns: readonly string[] },
	{ data }: Manifest,
	files: Files
) {
	const declaredColumns = Object.keys(data[file.replace(/^data\//, '')] ?? {});
	if (files[file] === undefined) return [`there is no ${file}`];
	const missingColumns = [...new Set(columns)].filter((name) => !declaredColumns.includes(name));
	return missingColumns.map((name) => `${file} has no column "${name}": this scene needs ${columns.join(', ')}`);
}

function findFunctionFaults(name: string, files: Files): string[] {
	const mainProgram = files[`${SOLUTION_FOLDER}main.ts`];
	return mainProgram === undefined || doesExportName(mainProgram, name)
		? []
		: [`the solution exports no function "${name}"`];
}

/** Whether a file exports a name, in one of the forms in which authors write exports. */
export function doesExportName(text: string | undefined, name: string): boolean {
	const escapedName = name.replaceAll('$', '\\$');
	const exportDeclaration = new RegExp(
		`^export\\s+(?:async\\s+)?(?:function\\*?|const|let|var|class)\\s+${escapedName}(?![\\w$])`,
		'm'
	);
	const exportList = new RegExp(`^export\\s*\\{[^}]*(?<![\\w$])${escapedName}\\s*[,}]`, 'm');
	return text !== undefined && (exportDeclaration.test(text) || exportList.test(text));
}
