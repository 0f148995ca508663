import type { Files } from '#sandbox/contract.ts';
import { countPossibleInputs, placeholdersIn, type PredictionQuestion } from '#lib/domain/prediction-question.ts';
import type { Piste } from '#lib/domain/challenge.ts';
import { pickFilesUnder } from './read-folder.ts';
import { CHALLENGE_MANIFEST_FILE, type Manifest, type ManifestStep, type ManifestWithLines } from './manifest.ts';
import { SOLUTION_FOLDER } from './mutants.ts';
import { lineOfSection, type OutlineSection } from './outline.ts';
import type { ContentProblem } from './content-problem.ts';
import type { ParsedChallengeText } from './challenge-text.ts';

/** Largest number of hints in a step, by piste: fewer on harder pistes. */
const MOST_HINTS_BY_PISTE: Record<Piste, number> = { green: 3, blue: 2, red: 1, black: 0 };

function doesStepNeedChecks(step: ManifestStep): boolean {
	return step.kind === 'tune' || step.kind === 'arrange' || step.kind === 'build' || step.kind === 'stretch';
}

/** Returns the values that students can change in a step. The challenge's texts need a label and a unit for each value. */
function dialsOfStep(step: ManifestStep): { id: string }[] {
	if (step.kind === 'tune') return step.values;
	return step.kind === 'discover' ? (step.hand ?? []) : [];
}

export function checksPathOfStep(step: ManifestStep): string {
	return `checks/${step.id}.ts`;
}

/** Returns the titles of tests written as literal texts; a title composed at run time cannot be found. */
function findCheckTitles(source: string): string[] {
	return [...source.matchAll(/\b(?:test|it)(?:\.\w+)*\(\s*(['"`])([^'"`]+)\1/g)].map((match) => match[2] ?? '');
}

export function findManifestTextMismatches(
	manifest: Manifest,
	{ text, root }: Pick<ParsedChallengeText, 'text' | 'root'>,
	file: string,
	files: Files
): ContentProblem[] {
	const { steps, decision } = manifest;
	const checks = steps
		.filter(doesStepNeedChecks)
		.flatMap((step) => findCheckTitles(files[checksPathOfStep(step)] ?? ''));
	const ownOption = decision.another.length > 0 ? ['another'] : [];
	const settingIds = [...steps.flatMap(dialsOfStep), ...decision.another].map(({ id }) => id);
	const ids = steps.map((step) => step.id);
	return [
		...findIdMismatches(root, 'steps', ids, text.steps),
		...findIdMismatches(root, 'options', [...decision.options, ...ownOption], text.options),
		...findIdMismatches(root, 'values', settingIds, text.values),
		...findIdMismatches(root, 'checks', checks, text.checks),
		...findIdMismatches(
			root,
			'held',
			listDisclosedHeldBackCheckIds(manifest, files, Object.keys(text.held ?? {})),
			text.held ?? {}
		),
		...findQuestionProblems(root, manifest, text.ask),
		...steps.flatMap((step) => findHintProblems(root, step, manifest, text.steps[step.id]?.hints.length ?? 0))
	].map((problem) => ({ file, ...problem }));
}

/** An id composed at run time is replaced by the ids in `worded` that begin and end like it. */
function listDisclosedHeldBackCheckIds({ disclose }: Manifest, files: Files, worded: string[]): string[] {
	const ids = Object.entries(files).flatMap(([path, source]) => {
		const [, step] = /^private\/checks\/([^/]+)\.ts$/.exec(path) ?? [];
		return step === undefined || disclose[step] === 'nothing' ? [] : findCheckTitles(source);
	});
	return ids.flatMap((id) => {
		const [before = '', ...after] = id.split(/\$\{[^}]*\}/);
		if (after.length === 0) return [id];
		const fittingIds = worded.filter((one) => one.startsWith(before) && one.endsWith(after.at(-1) ?? ''));
		return fittingIds.length > 0 ? fittingIds : [id];
	});
}

function findQuestionProblems(
	root: OutlineSection,
	{ ask }: Manifest,
	text: string | undefined
): ContentProblemWithoutFile[] {
	const line = lineOfSection(root, 'ask');
	if (ask === undefined)
		return text === undefined
			? []
			: [{ line, message: `"## ask" belongs to nothing: ${CHALLENGE_MANIFEST_FILE} asks nothing` }];
	if (text === undefined)
		return [{ line, message: `"## ask" is missing: the words of what ${CHALLENGE_MANIFEST_FILE} asks` }];
	const [drawn, named] = [Object.keys(ask.draw), [...text.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id)];
	return [
		...drawn
			.filter((id) => !named.includes(id))
			.map((id) => ({ line, message: `"{${id}}" is missing under "## ask": nobody would know what was drawn` })),
		...named
			.filter((id) => !drawn.includes(id))
			.map((id) => ({ line, message: `"{${id}}" under "## ask" is not drawn` }))
	];
}

type ContentProblemWithoutFile = Omit<ContentProblem, 'file'>;

function findIdMismatches(
	root: OutlineSection,
	section: string,
	wanted: string[],
	found: Record<string, unknown>
): ContentProblemWithoutFile[] {
	const missingIds = [...new Set(wanted)].filter((id) => !Object.hasOwn(found, id));
	const extraIds = Object.keys(found).filter((id) => !wanted.includes(id));
	return [
		...missingIds.map((id) => ({
			line: lineOfSection(root, section),
			message: `"${id}" is missing under "## ${section}"`
		})),
		...extraIds.map((id) => ({
			line: lineOfSection(root, section, id),
			message: `"${id}" under "## ${section}" belongs to nothing`
		}))
	];
}

function findHintProblems(
	root: OutlineSection,
	step: ManifestStep,
	{ piste, exercise }: Pick<Manifest, 'piste' | 'exercise'>,
	hints: number
): ContentProblemWithoutFile[] {
	const mostHints = doesStepNeedChecks(step) ? MOST_HINTS_BY_PISTE[piste] : 0;
	const line = lineOfSection(root, 'steps', step.id);
	if (hints > mostHints)
		return [{ line, message: `step "${step.id}" has ${hints} hints; on a ${piste} piste ${mostHints} at most` }];
	return step.kind === 'build' && !exercise && hints < mostHints
		? [{ line, message: `step "${step.id}" has ${hints} of the ${mostHints} hints of a ${piste} piste` }]
		: [];
}

export function findMissingFileProblems(
	{ manifest, lineOf }: ManifestWithLines,
	files: Files,
	startedFiles: Files,
	openedFilesOf: (step: string) => Files
): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const addProblem = (path: (string | number)[], message: string) => {
		problems.push({ file: CHALLENGE_MANIFEST_FILE, line: lineOf(path), message });
	};
	if (manifest.ask) for (const message of findQuestionFaults(manifest.ask)) addProblem(['ask'], message);
	const missingCheckSteps = Object.keys(manifest.disclose).filter(
		(id) => files[`private/checks/${id}.ts`] === undefined
	);
	for (const id of missingCheckSteps) addProblem(['disclose', id], `there is no private/checks/${id}.ts`);
	if (startedFiles['main.ts'] === undefined) addProblem(['steps'], 'there is no main.ts to start with');
	if (Object.keys(pickFilesUnder(files, SOLUTION_FOLDER)).length === 0) {
		const message = 'is missing: without it nobody knows that the challenge can be solved';
		problems.push({ file: `${SOLUTION_FOLDER}main.ts`, line: 1, message });
	}
	for (const [index, path] of manifest['read-only'].entries()) {
		if (startedFiles[path] === undefined) addProblem(['read-only', index], `there is no ${path} under start/`);
	}
	const ids = manifest.steps.map((step) => step.id);
	let currentFiles = startedFiles;
	for (const [index, step] of manifest.steps.entries()) {
		if (ids.indexOf(step.id) < index) addProblem(['steps', index, 'id'], `two steps are called "${step.id}"`);
		if (doesStepNeedChecks(step) && files[checksPathOfStep(step)] === undefined) {
			addProblem(['steps', index], `checks/${step.id}.yaml is missing, or ${checksPathOfStep(step)}`);
		}
		if (step.opens !== 'never') {
			const ownFiles = openedFilesOf(step.id);
			if (Object.keys(ownFiles).length === 0)
				addProblem(['steps', index, 'opens'], `there is no folder "${step.id}" to open`);
			if (step.opens === 'always') currentFiles = { ...currentFiles, ...ownFiles };
		}
		for (const message of findMissingProgramParts(step, currentFiles)) addProblem(['steps', index], message);
	}
	return problems;
}

/** With fewer, students who sit side by side would often get the same input. */
const FEWEST_QUESTION_INPUTS = 12;

function findQuestionFaults(ask: PredictionQuestion): string[] {
	const placeholders = placeholdersIn(ask.args);
	const draws = Object.entries(ask.draw);
	return [
		...draws.flatMap(([id]) => (placeholders.includes(id) ? [] : [`"{${id}}" is drawn and given to nothing`])),
		...placeholders.flatMap((id) => (Object.hasOwn(ask.draw, id) ? [] : [`"{${id}}" is given and not drawn`])),
		...draws.flatMap(([id, one]) => ('from' in one && one.to <= one.from ? [`"${id}" ends before it begins`] : [])),
		...(countPossibleInputs(ask) < FEWEST_QUESTION_INPUTS
			? [`there are ${countPossibleInputs(ask)} inputs to draw; ${FEWEST_QUESTION_INPUTS} at least`]
			: [])
	];
}

function findMissingProgramParts(step: ManifestStep, program: Files): string[] {
	if (step.kind === 'tune') {
		return step.values
			.filter(
				({ file, name }) => !new RegExp(`^(?:export )?const ${name} = -?[\\d._]+;?`, 'm').test(program[file] ?? '')
			)
			.map(({ file, name }) => `${file} has no line "const ${name} = <number>"`);
	}
	if (step.kind !== 'arrange') return [];
	const isDeclared = new RegExp(`\\bfunction ${step.name}\\b`).test(program[step.file] ?? '');
	return isDeclared ? [] : [`${step.file} has no function ${step.name}`];
}
