import { createExplainer, type Explainer, type Language, type ProgramKind } from '#lib/explanations/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/ui/format-number.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CodeProblem, MissingImport } from '#lib/editor/contract.ts';
import type { ExceededSizeLimit, SourcePlace, RunProblem } from '#sandbox/report.ts';
import type { Diagnostic } from '#sandbox/contract.ts';
import type { MissingFunction } from './missing-functions.ts';

export interface ShownProblem {
	place: SourcePlace | null;
	meaning: string;
	advice: string | null;
	originalMessage: string | null;
	repair?: { label: string; apply: () => void };
}

let problemExplainer = $state.raw<Explainer | null>(null);
let programKind: ProgramKind = 'challenge';

/**
 * Loads the plain words for problems; until they have loaded, problems show the engine's message. Without `kind`, the kind of the
 * program stays the same.
 */
export async function loadProblemExplanations(language: Language, kind: ProgramKind = programKind): Promise<void> {
	programKind = kind;
	problemExplainer = await createExplainer(language);
}

/** Names of errors whose message is already a sentence for students: from drawing functions, or thrown by the program itself. */
const ERRORS_WITH_PLAIN_MESSAGE: ReadonlySet<string> = new Set(['DrawError', 'Error']);

export function explainRunProblem(problem: RunProblem): string {
	const { meaning, advice, originalMessage } = describeProblem(problem);
	return [meaning, advice, originalMessage && `(${originalMessage})`].filter(Boolean).join(' ');
}

function describeProblem(problem: RunProblem): ShownProblem {
	const createProblemWithoutPlace = (meaning: string): ShownProblem => ({
		place: null,
		meaning,
		advice: null,
		originalMessage: null
	});
	switch (problem.kind) {
		case 'assertion':
			return createProblemWithoutPlace(problem.message);
		case 'thrown': {
			const explanation = problemExplainer?.explainThrownError(problem.name, problem.message, programKind);
			const place = problem.place ?? null;
			return explanation
				? {
						place,
						meaning: explanation.meaning,
						advice: explanation.advice,
						originalMessage: `${problem.name}: ${problem.message}`
					}
				: { ...createProblemWithoutPlace(thrownErrorSentence(problem)), place };
		}
		case 'time':
			return {
				...createProblemWithoutPlace(timeLimitSentence(problem)),
				place: problem.place ?? null,
				advice: adviceAfterExceededLimit('time')
			};
		case 'memory':
			return { ...createProblemWithoutPlace(m.problem_memory()), advice: adviceAfterExceededLimit('memory') };
		case 'too-large':
			return createProblemWithoutPlace(problem.excess ? sizeExcessSentence(problem.excess) : m.problem_too_large());
		case 'crash':
			return createProblemWithoutPlace(m.problem_crash());
		case 'keyboard':
			return createProblemWithoutPlace(m.problem_keyboard());
		case 'library':
			return createProblemWithoutPlace(m.problem_library());
	}
}

function thrownErrorSentence({ name, message }: Extract<RunProblem, { kind: 'thrown' }>): string {
	return ERRORS_WITH_PLAIN_MESSAGE.has(name) && message !== ''
		? m.problem_said({ message })
		: m.problem_thrown({ name, message });
}

function timeLimitSentence({ limit, place }: Extract<RunProblem, { kind: 'time' }>): string {
	const seconds = formatDecimal(limit / 1000, getLocale());
	return place === undefined ? m.problem_time({ seconds }) : m.problem_endless({ seconds });
}

export function sizeExcessSentence(excess: ExceededSizeLimit): string {
	const { file } = excess;
	const limitText = formatDecimal(excess.of === 'bytes' ? excess.most / 1000 : excess.most, getLocale());
	if (excess.of === 'line') return m.excess_line({ file, line: excess.line, most: limitText });
	return excess.of === 'lines' ? m.excess_lines({ file, most: limitText }) : m.excess_bytes({ file, most: limitText });
}

const adviceAfterExceededLimit = (reason: 'time' | 'memory') =>
	problemExplainer?.explainForcedEnd(reason).advice ?? null;

/** Describes a diagnostic of the compiler, which is shown until TypeScript has answered. */
function describeDiagnostic(diagnostic: Diagnostic): ShownProblem {
	const { place } = diagnostic;
	if (diagnostic.kind === 'syntax')
		return { place, meaning: m.problem_syntax(), advice: null, originalMessage: diagnostic.message };
	const { specifier, available } = diagnostic;
	const meaning =
		available.length > 0
			? m.problem_import_known({ specifier, available: available.join(', ') })
			: m.problem_import({ specifier });
	return { place, meaning, advice: null, originalMessage: null };
}

export function describeMissingFunction(
	{ name, file, cause }: MissingFunction,
	putBack: (() => void) | null
): ShownProblem {
	const [meaning, label] = {
		removed: [m.problem_gone({ name }), m.problem_gone_mend({ name })],
		'not-exported': [m.problem_hidden({ name }), m.problem_hidden_mend()],
		'file-empty': [m.problem_empty({ file, name }), m.problem_empty_mend()]
	}[cause];
	return {
		place: null,
		meaning: meaning ?? '',
		advice: null,
		originalMessage: null,
		...(putBack && { repair: { label: label ?? '', apply: putBack } })
	};
}

/** Adds an import to a file; null where the student may not change the file. */
export type AddMissingImport = ((file: string, missing: MissingImport) => void) | null;

function describeCodeProblem(
	{ place, explanation, originalMessage }: CodeProblem,
	addImport: AddMissingImport
): ShownProblem {
	if (explanation === null) return { place, meaning: originalMessage ?? '', advice: null, originalMessage: null };
	const { meaning, advice, missingImport } = explanation;
	const shownProblem = { place, meaning, advice, originalMessage };
	if (missingImport === undefined || addImport === null) return shownProblem;
	const addMissingImport = () => addImport(place.file, missingImport);
	return {
		...shownProblem,
		repair: { label: m.problem_add_import({ name: missingImport.name }), apply: addMissingImport }
	};
}

/**
 * Merges the problems, at most one per line: first the problem that stopped the program, then TypeScript's, or the compiler's if
 * TypeScript has none. When TypeScript has explained a line, its explanation stays after an error of a run arrives.
 */
export function mergeProgramProblems(
	typescriptProblems: CodeProblem[],
	diagnostics: Diagnostic[],
	runProblem: RunProblem | null | undefined,
	addImport: AddMissingImport = null
): ShownProblem[] {
	const codeProblems = typescriptProblems.map((each) => ({ ...each, shown: describeCodeProblem(each, addImport) }));
	const runProblems = runProblem ? [describeProblem(runProblem)] : [];
	const explainedProblems = codeProblems.filter(({ explanation }) => explanation !== null).map(({ shown }) => shown);
	const runProblemsOrExplanations = runProblems.map((run) =>
		runProblem?.kind === 'thrown' ? (explainedProblems.find((each) => isSameLine(each, run)) ?? run) : run
	);
	const allProblems = [
		...runProblemsOrExplanations,
		...(typescriptProblems.length > 0 ? codeProblems.map(({ shown }) => shown) : diagnostics.map(describeDiagnostic))
	];
	// TypeScript may report the same problem that stopped the program: then one sentence is enough.
	const isSameProblem = (one: ShownProblem, other: ShownProblem) =>
		one.meaning === other.meaning || isSameLine(one, other);
	return allProblems.filter((each, index) => allProblems.findIndex((one) => isSameProblem(one, each)) === index);
}

const isSameLine = (one: ShownProblem, other: ShownProblem) =>
	one.place !== null && one.place.file === other.place?.file && one.place.line === other.place.line;
