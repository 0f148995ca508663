import { CHALLENGE_MANIFEST_FILE } from '#lib/domain/challenge-folder.ts';
import { isScalar, parseDocument, visit } from 'yaml';
import { readExercise, writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import { EMPTY_EXERCISE_EXAMPLE } from '#lib/domain/exercise/exercise.ts';
import { formatExampleCell, formatExampleCells } from '#lib/domain/exercise/example-values.ts';
import { areSameFiles } from '#lib/domain/work.ts';
import type { Proposal, ProposedExample } from '#lib/domain/demo.ts';
import type { Files } from '#sandbox/contract.ts';
import { hasCheckForExample } from './has-example.ts';

type WriteExampleSentence = (example: ProposedExample) => string;

/**
 * A folder after taking over a proposal. `remainingParts`: what the maker must write by hand, because the folder has no place for
 * it. `alreadyThereCount`: number of examples that the folder already had, which are not written again.
 */
export interface TakeOverResult {
	files: Files;
	alreadyThereCount: number;
	remainingParts: { values: string[]; examples: ProposedExample[] };
}

/**
 * Takes over a proposal. A changed value becomes the first value of its dial; an example becomes a check, with the sentence that
 * `writeSentence` returns.
 */
export function takeOverProposal(
	files: Files,
	{ values, examples: proposedExamples }: Proposal,
	writeSentence: WriteExampleSentence
): TakeOverResult {
	const newExamples = proposedExamples.filter(
		(example, at) => !hasCheckForExample(files, example) && indexOfSameExample(proposedExamples, example) === at
	);
	const alreadyThereCount = proposedExamples.length - newExamples.length;
	const exercise = readExercise(files);
	if (exercise && areSameFiles(files, writeExerciseFolder(exercise))) {
		const addedExamples = newExamples.map(({ function: name, given, returns }) => ({
			...EMPTY_EXERCISE_EXAMPLE,
			function: name,
			given: formatExampleCells(given),
			returns: formatExampleCell(returns)
		}));
		const newFiles = writeExerciseFolder({ ...exercise, examples: [...exercise.examples, ...addedExamples] });
		return { files: newFiles, alreadyThereCount, remainingParts: { values: Object.keys(values), examples: [] } };
	}
	const remainingParts: TakeOverResult['remainingParts'] = { values: [], examples: [] };
	let changedFiles = files;
	for (const [id, value] of Object.entries(values)) {
		const manifestText = replaceDialStart(changedFiles[CHALLENGE_MANIFEST_FILE] ?? '', id, value);
		if (manifestText === undefined) remainingParts.values.push(id);
		else changedFiles = { ...changedFiles, [CHALLENGE_MANIFEST_FILE]: manifestText };
	}
	for (const example of newExamples) {
		const filesWithExample = addExampleCheck(changedFiles, example, writeSentence);
		if (filesWithExample === undefined) remainingParts.examples.push(example);
		else changedFiles = filesWithExample;
	}
	return { files: changedFiles, alreadyThereCount, remainingParts };
}

function indexOfSameExample(examples: readonly ProposedExample[], example: ProposedExample): number {
	const exampleText = JSON.stringify(example);
	return examples.findIndex((one) => JSON.stringify(one) === exampleText);
}

/** Leaves the rest of the text as written. Returns undefined when there is no such dial. */
function replaceDialStart(manifestText: string, id: string, value: number): string | undefined {
	const document = parseDocument(manifestText);
	let startRange: [number, number] | undefined;
	visit(document, {
		Map(_, map) {
			const startNode = map.get('id') === id ? map.get('start', true) : undefined;
			if (startRange === undefined && isScalar(startNode) && startNode.range)
				startRange = [startNode.range[0], startNode.range[1]];
		}
	});
	return startRange && manifestText.slice(0, startRange[0]) + String(value) + manifestText.slice(startRange[1]);
}

const CHECKS_PATH_PATTERN = /^checks\/[^/]+\.yaml$/;

/**
 * Adds an example to the first file of checks about the same function, else to the first file of checks. Returns undefined when
 * the example cannot be added to that file.
 */
function addExampleCheck(
	files: Files,
	example: ProposedExample,
	writeSentence: WriteExampleSentence
): Files | undefined {
	const { function: name, given, returns } = example;
	const paths = Object.keys(files)
		.filter((path) => CHECKS_PATH_PATTERN.test(path))
		.sort();
	const functionPattern = new RegExp(`function:\\s*['"]?${name.replaceAll('$', '\\$')}\\b`);
	const checksPath = paths.find((one) => functionPattern.test(files[one] ?? '')) ?? paths[0];
	const checksText = checksPath && files[checksPath]?.trimEnd();
	// A YAML list written in brackets cannot be continued by appending a line.
	if (checksPath === undefined || checksText === undefined || checksText.startsWith('[')) return undefined;
	const checkFields = { because: writeSentence(example), function: name };
	const checkLine = JSON.stringify({ ...checkFields, examples: [[...given, returns]] });
	return { ...files, [checksPath]: `${checksText}\n- ${checkLine}\n` };
}
