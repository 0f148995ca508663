import type { SceneCallResult, Judge } from '#sandbox/judge/index.ts';
import type { MeasuredFigure } from '#sandbox/report.ts';
import { findAuthorSourcePlace } from '#lib/server/content/examples.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { lineOfSection } from '#lib/server/content/outline.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';
import { describeDominance } from './decision-rules.ts';
import { findExportLine } from './programs.ts';
import { makeSolutionProgram, createStartingProgram } from './programs.ts';
import { defaultRuleOfOwnOption, rulesOfOptions, OWN_OPTION_ID, type DecisionRule } from './decision-rules.ts';
import { createSceneCallProblem, JudgedScene } from './judging.ts';

const FIGURE_UNITS: Record<MeasuredFigure['unit'], true> = {
	cents: true,
	minutes: true,
	count: true,
	percent: true,
	grams: true,
	kilometres: true,
	days: true
};

const SCENE_MISSING_MESSAGE = 'is missing: it draws the problem and measures the decision';

export async function findDecisionProblems(
	judge: Judge,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const [language = 'fr'] = challenge.languages;
	const scene = challenge.surroundings['scene.ts'];
	if (packed.isExercise && scene !== undefined) return [];
	if (scene === undefined)
		return read.scenePlace ? [] : [{ file: 'scene.ts', line: 1, message: SCENE_MISSING_MESSAGE }];
	const measureLine = findExportLine(scene, 'measure');
	const createSceneProblem = (message: string): ContentProblem[] => {
		return [{ ...findAuthorSourcePlace({ file: 'scene.ts', line: measureLine }, read.lineOrigins), message }];
	};
	const solution = makeSolutionProgram(packed, language);
	const compileSceneWithProgram = (program: typeof solution) =>
		JudgedScene.compileWithProgram(judge, packed, program.files);
	const [solved, begun] = await Promise.all([
		compileSceneWithProgram(solution),
		compileSceneWithProgram(createStartingProgram(challenge, language))
	]);
	if (solved === undefined || begun === undefined) return [];
	const rules = [...rulesOfOptions(challenge.decision), ...defaultRuleOfOwnOption(challenge.decision)];
	const measuredResults = await measureDecisionRules(solved, rules);
	const isMeasured = measuredResults.every(({ kind }) => kind === 'value');
	// Finds figures that differ from run to run. After a failure, nothing is measured again.
	const [again, before] = isMeasured
		? await Promise.all([measureDecisionRules(solved, rules), measureDecisionRules(begun, rules)])
		: [[], []];
	const problems: ContentProblem[] = [];
	const optionsByFigures = new Map<string, string>();
	for (const [index, { option }] of rules.entries()) {
		const place = option === OWN_OPTION_ID ? ['decision', 'another'] : ['decision', 'options', index];
		const reportProblem = (message: string) =>
			problems.push({ file: CHALLENGE_MANIFEST_FILE, line: read.lineOf(place), message });
		const callResult = measuredResults[index];
		if (callResult === undefined || callResult.kind === 'problem') {
			const callProblem = createSceneCallProblem(
				callResult,
				read,
				solution,
				`measure, for option "${option}"`,
				measureLine
			);
			if (!problems.some((other) => JSON.stringify(other) === JSON.stringify(callProblem))) problems.push(callProblem);
			continue;
		}
		const figures = callResult.value;
		const wrong = findFigureFault(figures);
		if (wrong !== undefined) {
			reportProblem(`option "${option}": ${wrong}`);
			continue;
		}
		const text = JSON.stringify(figures);
		if (isMeasured && text !== JSON.stringify(getCallValue(again[index])))
			reportProblem(`option "${option}": measured again, its figures are others`);
		const optionWithSameFigures = optionsByFigures.get(text);
		if (optionWithSameFigures !== undefined)
			reportProblem(`options "${optionWithSameFigures}" and "${option}" come out the same: there is nothing to decide`);
		optionsByFigures.set(text, option);
		problems.push(...findFigureLabelProblems(read, packed, figures as MeasuredFigure[]));
	}
	if (problems.length > 0) return problems;
	if (JSON.stringify(before.map(getCallValue)) === JSON.stringify(measuredResults.map(getCallValue))) {
		return createSceneProblem(
			'the figures are the same for the start and the solution: they do not follow from what the program does'
		);
	}
	return findBetterDirectionProblems(
		solved,
		read,
		packed,
		(getCallValue(measuredResults[0]) as MeasuredFigure[] | undefined) ?? []
	);
}

async function findBetterDirectionProblems(
	scene: JudgedScene,
	read: ParsedChallenge,
	{ challenge, betterDirections }: PackedChallenge,
	figures: MeasuredFigure[]
): Promise<ContentProblem[]> {
	const createProblem = (message: string, ...path: string[]) => {
		return { file: CHALLENGE_MANIFEST_FILE, line: read.lineOf(['decision', 'better', ...path]), message };
	};
	const unknown = Object.keys(betterDirections).filter((id) => !figures.some((figure) => figure.id === id));
	if (unknown.length > 0) return unknown.map((id) => createProblem(`"${id}" under "better" is not measured`, id));
	const messages = await describeDominance(challenge.decision, betterDirections, async (rules) => {
		return (await measureDecisionRules(scene, rules)).map((callResult) => {
			const value = getCallValue(callResult);
			return findFigureFault(value) === undefined ? (value as MeasuredFigure[]) : undefined;
		});
	});
	return messages.map((message) => createProblem(message));
}

function measureDecisionRules(scene: JudgedScene, rules: DecisionRule[]): Promise<SceneCallResult[]> {
	return scene.runCalls(rules.map(({ option, values }) => ({ kind: 'measure', option, values })));
}

function getCallValue(callResult: SceneCallResult | undefined): unknown {
	return callResult?.kind === 'value' ? callResult.value : undefined;
}

function findFigureFault(figures: unknown): string | undefined {
	if (!Array.isArray(figures) || figures.length === 0) return 'it has no figures';
	for (const figure of figures as unknown[]) {
		const { id, value, unit, of } = Object(figure) as Partial<Record<keyof MeasuredFigure, unknown>>;
		if (typeof id !== 'string') return 'a figure has no id';
		for (const number of of === undefined ? [value] : [value, of]) {
			if (typeof number !== 'number') return `the figure "${id}" is ${String(number)}, not a finite number`;
		}
		if (typeof unit !== 'string' || !Object.hasOwn(FIGURE_UNITS, unit)) {
			return `the unit of the figure "${id}" is not one of ${Object.keys(FIGURE_UNITS).join(', ')}`;
		}
	}
	return undefined;
}

function findFigureLabelProblems(
	{ outlines }: ParsedChallenge,
	{ challenge }: PackedChallenge,
	figures: MeasuredFigure[]
): ContentProblem[] {
	return challenge.languages.flatMap((language) => {
		const root = outlines[language];
		if (root === undefined) return [];
		const ids = figures.map(({ id }) => id);
		const wordedFigureIds = Object.keys(challenge.text[language].figures);
		const file = challengeTextPath(language);
		return [
			...ids
				.filter((id) => !wordedFigureIds.includes(id))
				.map((id) => ({
					file,
					line: lineOfSection(root, 'figures'),
					message: `"${id}" is missing under "## figures"`
				})),
			...wordedFigureIds
				.filter((id) => !ids.includes(id))
				.map((id) => ({
					file,
					line: lineOfSection(root, 'figures', id),
					message: `"${id}" under "## figures" is not measured`
				}))
		];
	});
}
