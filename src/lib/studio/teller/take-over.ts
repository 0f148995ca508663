/** Writes a teller's proposal into the folder of their challenge. */
import { isScalar, parseDocument, visit } from 'yaml';
import { readExercise } from '#lib/domain/exercise/read-exercise.ts';
import { EMPTY_EXERCISE_EXAMPLE } from '#lib/domain/exercise/exercise.ts';
import { formatExampleCell, formatExampleCells } from '#lib/domain/exercise/example-values.ts';
import { writeExerciseFolder } from '#lib/domain/exercise/write-exercise.ts';
import { areSameFiles } from '#lib/domain/same-files.ts';
import type { Proposal, ProposedExample } from '#lib/domain/showing.ts';
import type { Files } from '#sandbox/contract.ts';
import { hasCheckForExample } from './has-example.ts';

type Because = (example: ProposedExample) => string;

const MANIFEST = 'challenge.yaml';

/**
 * The folder after taking a proposal over. `left`: the parts for which the folder has no place, so that its maker has to write them by
 * hand. `already`: number of examples that the folder had before, which are not written again.
 */
export interface TakenProposal {
	files: Files;
	already: number;
	left: { values: string[]; examples: ProposedExample[] };
}

/**
 * Takes a proposal over. A moved value becomes the value at which its dial begins; an example becomes a check, whose sentence `because`
 * writes.
 */
export function takeOverProposal(files: Files, { values, examples: all }: Proposal, because: Because): TakenProposal {
	const examples = all.filter((example, at) => !hasCheckForExample(files, example) && firstAt(all, example) === at);
	const already = all.length - examples.length;
	const exercise = readExercise(files);
	if (exercise && areSameFiles(files, writeExerciseFolder(exercise))) {
		const addedExamples = examples.map(({ function: name, given, returns }) => ({
			...EMPTY_EXERCISE_EXAMPLE,
			function: name,
			given: formatExampleCells(given),
			returns: formatExampleCell(returns)
		}));
		const newFiles = writeExerciseFolder({ ...exercise, examples: [...exercise.examples, ...addedExamples] });
		return { files: newFiles, already, left: { values: Object.keys(values), examples: [] } };
	}
	const remainingParts: TakenProposal['left'] = { values: [], examples: [] };
	let changedFiles = files;
	for (const [id, value] of Object.entries(values)) {
		const card = withStart(changedFiles[MANIFEST] ?? '', id, value);
		if (card === undefined) remainingParts.values.push(id);
		else changedFiles = { ...changedFiles, [MANIFEST]: card };
	}
	for (const example of examples) {
		const next = withExample(changedFiles, example, because);
		if (next === undefined) remainingParts.examples.push(example);
		else changedFiles = next;
	}
	return { files: changedFiles, already, left: remainingParts };
}

function firstAt(examples: readonly ProposedExample[], example: ProposedExample): number {
	const exampleText = JSON.stringify(example);
	return examples.findIndex((one) => JSON.stringify(one) === exampleText);
}

/**
 * Writes the value at which a dial begins; everything else in challenge.yaml stays as written. Returns undefined when there is no such
 * dial.
 */
function withStart(card: string, id: string, value: number): string | undefined {
	const document = parseDocument(card);
	let range: [number, number] | undefined;
	visit(document, {
		Map(_, map) {
			const start = map.get('id') === id ? map.get('start', true) : undefined;
			if (range === undefined && isScalar(start) && start.range) range = [start.range[0], start.range[1]];
		}
	});
	return range && card.slice(0, range[0]) + String(value) + card.slice(range[1]);
}

const CHECKS = /^checks\/[^/]+\.yaml$/;

/**
 * Adds an example to the first check file about the same function, else to the first check file. Returns undefined when no file can take
 * it.
 */
function withExample(files: Files, example: ProposedExample, because: Because): Files | undefined {
	const { function: name, given, returns } = example;
	const paths = Object.keys(files)
		.filter((path) => CHECKS.test(path))
		.sort();
	const functionPattern = new RegExp(`function:\\s*['"]?${name.replaceAll('$', '\\$')}\\b`);
	const path = paths.find((one) => functionPattern.test(files[one] ?? '')) ?? paths[0];
	const text = path && files[path]?.trimEnd();
	// A list written in brackets cannot be continued by a line of its own.
	if (path === undefined || text === undefined || text.startsWith('[')) return undefined;
	const check = { because: because(example), function: name };
	const line = JSON.stringify({ ...check, examples: [[...given, returns]] });
	return { ...files, [path]: `${text}\n- ${line}\n` };
}
