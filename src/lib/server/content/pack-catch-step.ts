import type { Challenge } from '#lib/domain/challenge.ts';
import { isExampleJsonValue } from '#lib/domain/exercise/exercise.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReadableExample } from '#lib/domain/written-example.ts';
import type { Files } from '#sandbox/contract.ts';
import type { ParsedExamples } from './examples.ts';
import { CHALLENGE_MANIFEST_FILE, type Manifest, type ManifestWithLines } from './manifest.ts';
import { typesetText } from './markdown.ts';
import { SOLUTION_FOLDER, type MutantChange } from './mutants.ts';
import { readParameterNames } from './named-values.ts';
import type { ContentProblem } from './content-problem.ts';
import { pickSentence, findSentenceProblems } from './compare-translations.ts';

const MOST_AUTOMATIC_MUTANTS = 40;

/** An author's example that students may be told; a wrong program may return another value than the solution. */
export type DisclosedExample = ReadableExample & {
	within?: number;
};

export interface CatchStepPart {
	/** By mutant: what it does wrong, for students who did not catch it. */
	sentences: Record<string, Partial<Record<Language, string>>>;
	/** Wrong programs made from the solution: in each, `text` replaces the text of `file`. */
	automatic: { file: string; text: string }[];
	known: DisclosedExample[];
}

interface CatchStepPackInput {
	manifest: Manifest;
	solution: Files;
	start: Files;
	changes: Record<string, MutantChange>;
	cases: ParsedExamples['cases'];
}

const hasCatchStep = ({ steps }: Pick<Manifest, 'steps'>): boolean => steps.some(({ kind }) => kind === 'catch');

export async function packCatchStepPart(input: CatchStepPackInput): Promise<CatchStepPart | undefined> {
	const { manifest, changes } = input;
	if (!hasCatchStep(manifest)) return undefined;
	const sentences = Object.entries(changes).flatMap(([id, { because }]) => {
		if (because === undefined) return [];
		const worded = manifest.languages.map((language) => [
			language,
			typesetText(pickSentence(because, language), language)
		]);
		return [[id, Object.fromEntries(worded) as CatchStepPart['sentences'][string]] as const];
	});
	return {
		sentences: Object.fromEntries(sentences),
		automatic: await listAutomaticMutants(input),
		known: listDisclosedExamples(input)
	};
}

async function listAutomaticMutants({
	manifest,
	solution,
	start
}: CatchStepPackInput): Promise<CatchStepPart['automatic']> {
	// Load the TypeScript parser only for challenges with a step "catch".
	const { makeAutomaticMutants } = await import('./automatic-mutants.ts');
	return listChangeableSolutionFiles(solution, { readOnly: manifest['read-only'], start })
		.flatMap(({ file, text, given }) => makeAutomaticMutants(text, given).map((made) => ({ file, text: made.text })))
		.slice(0, MOST_AUTOMATIC_MUTANTS);
}

export function listChangeableSolutionFiles(
	solution: Files,
	{ readOnly, start }: { readOnly: Challenge['readOnly']; start: Files }
): { file: string; text: string; given: string }[] {
	return Object.entries(solution)
		.filter(([file]) => file.endsWith('.ts') && !readOnly.includes(file))
		.map(([file, text]) => ({ file, text, given: start[file] ?? '' }));
}

/** Lists the author's examples that students may be told; of equal calls, only the last. */
function listDisclosedExamples({ manifest: { disclose }, cases }: CatchStepPackInput): DisclosedExample[] {
	const knownExamples = new Map<string, DisclosedExample>();
	for (const { step, isHeldBack, function: name, given, returns, throws, within } of cases) {
		if (isHeldBack && (disclose[step] ?? 'example') !== 'example') continue;
		if (!given.every(isExampleJsonValue)) continue;
		const key = JSON.stringify([name, given]);
		if (throws) knownExamples.set(key, { function: name, given, throws });
		else if (isExampleJsonValue(returns))
			knownExamples.set(key, { function: name, given, returns, ...(within && { within }) });
	}
	return [...knownExamples.values()];
}

export function findCatchStepProblems(
	{ manifest, lineOf }: ManifestWithLines,
	solution: string,
	changes: Record<string, MutantChange>
): ContentProblem[] {
	const unknown = manifest.steps.flatMap((step, index) =>
		step.kind !== 'catch'
			? []
			: step.functions
					.filter((name) => readParameterNames(name, solution) === undefined)
					.map((name) => ({
						file: CHALLENGE_MANIFEST_FILE,
						line: lineOf(['steps', index]),
						message: `${SOLUTION_FOLDER}main.ts has no function "${name}", with a name for each value that it takes`
					}))
	);
	const mutantProblems = Object.entries(changes).flatMap(([id, { because, place }]) => {
		if (because !== undefined) return findSentenceProblems({ because, place }, manifest.languages);
		const message = `the mutant "${id}" has no sentence (\`because\`): whoever does not catch it would not learn what it does wrong`;
		return hasCatchStep(manifest) ? [{ ...place, message }] : [];
	});
	return [...unknown, ...mutantProblems];
}
