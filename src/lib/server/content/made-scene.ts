/** Makes the file of a scene that an author describes in challenge.yaml, without code. */
import type { Files } from '#sandbox/contract.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { MANIFEST_FILE, type Manifest, type ReadManifest } from './manifest.ts';
import { SOLUTION_FOLDER } from './mutants.ts';
import type { ContentPlace, ContentProblem } from './problem.ts';
import { codeOfScene } from './scene-kinds.ts';
import { textFile, type ReadText } from './text.ts';

const SCENE_FILE = 'scene.ts';
const MEASURE_FILE = 'scene/measure.ts';

export interface MadeScene {
	/** The scene's file; empty where the author wrote it, or where a field is wrong. */
	files: Files;
	/** By path: where the author wrote each line. */
	written: Record<string, ContentPlace[]>;
	problems: ContentProblem[];
	/** Where the scene is described; absent where the author wrote it as code. */
	place?: ContentPlace;
}

type Described = Pick<ReadManifest, 'lineOf'> & { manifest: Manifest };

/** Writes the described scene as code, and reports what it names and is not there. */
export function makeScene(
	{ manifest, lineOf }: Described,
	files: Files,
	texts: Partial<Record<Language, ReadText>>
): MadeScene {
	const { scene } = manifest;
	if (scene === undefined) return { files: {}, written: {}, problems: [] };
	const place = { file: MANIFEST_FILE, line: lineOfScene(files) ?? lineOf(['scene']) };
	const { maker, takesHand, references, imports, fields } = codeOfScene(scene);
	const placeOf = (path: (string | number)[]) => ({ file: MANIFEST_FILE, line: lineOf(path) });
	const problems: ContentProblem[] = references.flatMap((reference) => {
		const faults =
			reference.kind === 'label'
				? labelFaults(reference.id, manifest, texts)
				: reference.kind === 'data'
					? dataFaults(reference, files)
					: functionFaults(reference.name, files);
		return faults.map((message) => ({ ...placeOf(reference.path), message }));
	});
	if (files[SCENE_FILE] !== undefined)
		problems.push({ ...place, message: `there is a ${SCENE_FILE} too: a challenge has one scene, keep one of them` });
	if (!exportsName(files[MEASURE_FILE], 'measure'))
		problems.push({ ...place, message: `${MEASURE_FILE} is missing, or exports no "measure": the decision's figures` });
	if (!takesHand) problems.push(...handProblems(manifest, scene.kind, placeOf));
	if (problems.length > 0) return { files: {}, written: {}, problems, place };
	const lines: { code: string; place: ContentPlace }[] = [
		{ code: `import { ${maker} } from 'braise/scene';`, place },
		...imports.map(({ code, path }) => ({ code, place: placeOf(path) })),
		{ code: `import * as program from './main.ts';`, place },
		{ code: `import { measure } from './${MEASURE_FILE}';`, place },
		{ code: 'export { measure };', place },
		{ code: `export const { init, step, draw, describe } = ${maker}(program, {`, place },
		...fields.map(({ code, path }) => ({ code: `\t${code}`, place: placeOf(path) })),
		...stepsOf(manifest, takesHand).map((code) => ({ code: `\t${code}`, place })),
		{ code: '});', place }
	];
	return {
		files: { [SCENE_FILE]: lines.map(({ code }) => code).join('\n') },
		written: { [SCENE_FILE]: lines.map((line) => line.place) },
		problems,
		place
	};
}

/** Places all of the kit where the scene is described: whoever wrote no code has no other line. */
export function kitPlaces(kit: Files, place: ContentPlace | undefined): MadeScene['written'] {
	if (place === undefined) return {};
	return Object.fromEntries(Object.entries(kit).map(([path, text]) => [path, text.split('\n').map(() => place)]));
}

/** Adds the words that a scene without code shows of the decision: the names of options and figures. */
export function withDecisionLabels(text: ChallengeText): ChallengeText {
	const options = Object.entries(text.options).map(([id, { title }]) => [`option-${id}`, title]);
	const figures = Object.entries(text.figures).map(([id, name]) => [`figure-${id}`, name]);
	return { ...text, labels: { ...Object.fromEntries([...options, ...figures]), ...text.labels } };
}

function stepsOf({ steps, decision }: Manifest, takesHand: boolean): string[] {
	const situationOf = ({ id, situation = id }: Manifest['steps'][number]) => JSON.stringify(situation);
	const first = steps.find((step) => step.kind === 'discover' && step.hand !== undefined);
	const { id, start } = (first?.kind === 'discover' ? first.hand?.[0] : undefined) ?? {};
	const decide = steps.find(({ kind }) => kind === 'decide');
	return [
		...(takesHand && first && id !== undefined
			? [`hand: { situation: ${situationOf(first)}, id: "${id}", start: ${start} },`]
			: []),
		`decision: { situation: ${decide ? situationOf(decide) : '""'}, option: ${JSON.stringify(decision.options[0])}, measure }`
	];
}

/** Reports hands, which some kinds cannot show. */
function handProblems(
	{ steps }: Manifest,
	kind: string,
	placeOf: (path: (string | number)[]) => ContentPlace
): ContentProblem[] {
	const message = `a scene of the kind "${kind}" shows no hand, because it knows no right answer for what a hand sets`;
	return steps.flatMap((step, index) =>
		step.kind === 'discover' && step.hand ? [{ ...placeOf(['steps', index, 'hand']), message }] : []
	);
}

function labelFaults(id: string, { languages }: Manifest, texts: Partial<Record<Language, ReadText>>): string[] {
	const without = languages.filter((language) => {
		const read = texts[language];
		return read !== undefined && !read.text.labels[id];
	});
	return without.map(
		(language) => `"${id}" has no words: write "- ${id}: …" under "## labels" in ${textFile(language)}`
	);
}

function dataFaults({ file, name }: { file: string; name: string }, files: Files): string[] {
	if (files[file] === undefined) return [`there is no ${file}`];
	return exportsName(files[file], name) ? [] : [`${file} exports no "${name}"`];
}

function functionFaults(name: string, files: Files): string[] {
	const main = files[`${SOLUTION_FOLDER}main.ts`];
	return main === undefined || exportsName(main, name) ? [] : [`the solution exports no function "${name}"`];
}

/** Whether a file exports a name, in one of the ways that authors write. */
function exportsName(text: string | undefined, name: string): boolean {
	const word = name.replaceAll('$', '\\$');
	const declared = new RegExp(
		`^export\\s+(?:async\\s+)?(?:function\\*?|const|let|var|class)\\s+${word}(?![\\w$])`,
		'm'
	);
	const listed = new RegExp(`^export\\s*\\{[^}]*(?<![\\w$])${word}\\s*[,}]`, 'm');
	return text !== undefined && (declared.test(text) || listed.test(text));
}

function lineOfScene(files: Files): number | undefined {
	const index = (files[MANIFEST_FILE] ?? '').split('\n').findIndex((row) => /^(?:scene|"scene"|'scene')\s*:/.test(row));
	return index < 0 ? undefined : index + 1;
}
