import type { Files } from '#sandbox/contract.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import type { SceneKindCode, SceneFieldReference } from './kinds/code.ts';
import { CHALLENGE_MANIFEST_FILE, type ManifestWithLines, type Manifest } from './manifest.ts';
import type { ContentPlace, ContentProblem } from './content-problem.ts';
import { writeSceneCode } from './scene-kinds.ts';
import { type ParsedChallengeText, challengeTextPath } from './challenge-text.ts';
import { SOLUTION_FOLDER } from './mutants.ts';

type ChallengeTextByLanguage = Partial<Record<Language, ParsedChallengeText>>;

function findReferenceFaults(
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

function findStageDialProblems(
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

function doesExportName(text: string | undefined, name: string): boolean {
	const escapedName = name.replaceAll('$', '\\$');
	const exportDeclaration = new RegExp(
		`^export\\s+(?:async\\s+)?(?:function\\*?|const|let|var|class)\\s+${escapedName}(?![\\w$])`,
		'm'
	);
	const exportList = new RegExp(`^export\\s*\\{[^}]*(?<![\\w$])${escapedName}\\s*[,}]`, 'm');
	return text !== undefined && (exportDeclaration.test(text) || exportList.test(text));
}

const SCENE_FILE = 'scene.ts';
const MEASURE_FILE = 'scene/measure.ts';

export interface GeneratedScene {
	/** The generated scene.ts; empty where the author wrote the scene as code, or where a field is wrong. */
	files: Files;
	/** By path of a generated file, for each of its lines: the place in the author's files that it was made from. */
	lineOrigins: Record<string, ContentPlace[]>;
	problems: ContentProblem[];
	/** Where challenge.yaml describes the scene; absent where the author wrote it as code. */
	place?: ContentPlace;
}

export function generateScene(
	{ manifest, lineOf }: ManifestWithLines,
	files: Files,
	texts: Partial<Record<Language, ParsedChallengeText>>
): GeneratedScene {
	const { scene } = manifest;
	if (scene === undefined) return { files: {}, lineOrigins: {}, problems: [] };
	const place = { file: CHALLENGE_MANIFEST_FILE, line: findSceneLine(files) ?? lineOf(['scene']) };
	const { kitFunction, takesHand, references, imports, fields, measure } = writeSceneCode(scene, manifest.data);
	const placeOf = (path: (string | number)[]) => ({ file: CHALLENGE_MANIFEST_FILE, line: lineOf(path) });
	const problems: ContentProblem[] = references.flatMap((reference) => {
		const faults = findReferenceFaults(reference, manifest, files, texts);
		return faults.map((message) => ({ ...placeOf(reference.path), message }));
	});
	if (files[SCENE_FILE] !== undefined)
		problems.push({ ...place, message: `there is a ${SCENE_FILE} too: a challenge has one scene, keep one of them` });
	if (measure !== undefined && files[MEASURE_FILE] !== undefined)
		problems.push({ ...place, message: `there is a ${MEASURE_FILE} too: keep it, or "figures", and not both` });
	if (!manifest.exercise && measure === undefined && !doesExportName(files[MEASURE_FILE], 'measure'))
		problems.push({ ...place, message: `${MEASURE_FILE} is missing, or exports no "measure": the decision's figures` });
	if (!takesHand) problems.push(...findStageDialProblems(manifest, scene.kind, placeOf));
	if (problems.length > 0) return { files: {}, lineOrigins: {}, problems, place };
	const lines: { code: string; place: ContentPlace }[] = [
		{
			code: `import { ${[kitFunction, ...(measure ? [measure.kitFunction] : [])].join(', ')} } from 'braise/scene';`,
			place
		},
		...imports.map(({ code, path }) => ({ code, place: placeOf(path) })),
		{ code: `import * as program from './main.ts';`, place },
		...writeMeasureCode(manifest, measure).map(({ code, path }) => ({ code, place: path ? placeOf(path) : place })),
		{ code: `export const { init, step, draw, describe } = ${kitFunction}(program, {`, place },
		...fields.map(({ code, path }) => ({ code: `\t${code}`, place: placeOf(path) })),
		...writeStepsCode(manifest, takesHand).map((code) => ({ code: `\t${code}`, place })),
		{ code: '});', place }
	];
	return {
		files: { [SCENE_FILE]: lines.map(({ code }) => code).join('\n') },
		lineOrigins: { [SCENE_FILE]: lines.map((line) => line.place) },
		problems,
		place
	};
}

/** An author who wrote no code can be shown no line but that of the scene's description. */
export function mapKitLinesToScene(kit: Files, place: ContentPlace | undefined): GeneratedScene['lineOrigins'] {
	if (place === undefined) return {};
	return Object.fromEntries(Object.entries(kit).map(([path, text]) => [path, text.split('\n').map(() => place)]));
}

/** Adds the labels that a scene without code shows for its decision: the names of options and figures. */
export function withDecisionLabels(text: ChallengeText): ChallengeText {
	const options = Object.entries(text.options).map(([id, { title }]) => [`option-${id}`, title]);
	const figures = Object.entries(text.figures).map(([id, name]) => [`figure-${id}`, name]);
	return { ...text, labels: { ...Object.fromEntries([...options, ...figures]), ...text.labels } };
}

/** Uses the author's function or the scene kind's, with the values that each option sets. */
function writeMeasureCode(
	{ exercise, decision: { settings } }: Manifest,
	measure: SceneKindCode['measure']
): { code: string; path?: (string | number)[] }[] {
	if (exercise) return [{ code: 'export const measure = () => [];' }];
	if (measure === undefined && settings === undefined)
		return [{ code: `import { measure } from './${MEASURE_FILE}';` }, { code: 'export { measure };' }];
	return [
		...(measure === undefined
			? [{ code: `import { measure as measureSet } from './${MEASURE_FILE}';` }]
			: [
					{ code: `const measureSet = ${measure.kitFunction}(program, {` },
					...measure.fields.map(({ code, path }) => ({ code: `\t${code}`, path })),
					{ code: '});' }
				]),
		{ code: `const settings: Record<string, Record<string, number>> = ${JSON.stringify(settings ?? {})};` },
		{ code: 'export const measure = (option: string, values: Record<string, number> = {}) =>' },
		{ code: '\tmeasureSet(settings[option] ?? values);' }
	];
}

function writeStepsCode({ steps, decision }: Manifest, takesHand: boolean): string[] {
	const situationCodeOf = ({ id, situation = id }: Manifest['steps'][number]) => JSON.stringify(situation);
	const handStep = steps.find((step) => step.kind === 'discover' && step.hand !== undefined);
	const { id, start } = (handStep?.kind === 'discover' ? handStep.hand?.[0] : undefined) ?? {};
	const decideStep = steps.find(({ kind }) => kind === 'decide');
	return [
		...(takesHand && handStep && id !== undefined
			? [`hand: { situation: ${situationCodeOf(handStep)}, id: "${id}", start: ${start} },`]
			: []),
		`decision: { situation: ${decideStep ? situationCodeOf(decideStep) : '""'}, option: ${JSON.stringify(decision.options[0] ?? '')}, measure }`
	];
}

function findSceneLine(files: Files): number | undefined {
	const index = (files[CHALLENGE_MANIFEST_FILE] ?? '')
		.split('\n')
		.findIndex((row) => /^(?:scene|"scene"|'scene')\s*:/.test(row));
	return index < 0 ? undefined : index + 1;
}
