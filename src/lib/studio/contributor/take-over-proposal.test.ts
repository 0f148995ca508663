import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readExercise, writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import type { ProposedExample } from '#lib/domain/demo.ts';
import { takeOverProposal } from './take-over-proposal.ts';

const MANIFEST_TEXT = `# a note
id: own-abcdefghijkl
steps:
  - { id: discover, kind: discover, hand: [{ id: celsius, min: -20, max: 45, step: 0.5, start: -2 }] }
decision:
  another: [{ id: far, min: 0, max: 20, step: 5, start: 5 }]
`;
const TUNE_CHECKS = '- { id: alarm, function: status, examples: [[8.1, warm]] }\n';
const BUILD_CHECKS = '- { id: cold, function: minutesOut, examples: [[[5, 1], 15]] }\n';
const CHALLENGE_FILES = {
	'challenge.yaml': MANIFEST_TEXT,
	'checks/build.yaml': BUILD_CHECKS,
	'checks/tune.yaml': TUNE_CHECKS
};
const writeExampleSentence = ({ given }: ProposedExample) => `Dit : ${given.join()}`;
const EMPTY_PROPOSAL = { values: {}, examples: [], remark: '' };

test('a proposed value becomes the start of its dial, and the rest of challenge.yaml stays unchanged', () => {
	const { files, remainingParts: left } = takeOverProposal(
		CHALLENGE_FILES,
		{ ...EMPTY_PROPOSAL, values: { celsius: 4.5, far: 10, other: 1 } },
		writeExampleSentence
	);
	expect(files['challenge.yaml']).toBe(
		MANIFEST_TEXT.replace('start: -2', 'start: 4.5').replace('start: 5', 'start: 10')
	);
	expect(left).toEqual({ values: ['other'], examples: [] });
});

test('a proposed example becomes a check in the file with its function’s checks', () => {
	const examples = [
		{ function: 'status', given: [9], returns: 'trop "chaud"' },
		{ function: 'unknown', given: [], returns: true }
	];
	const { files, remainingParts: left } = takeOverProposal(
		CHALLENGE_FILES,
		{ ...EMPTY_PROPOSAL, examples },
		writeExampleSentence
	);
	expect(parse(files['checks/tune.yaml'] ?? '')).toEqual([
		{ id: 'alarm', function: 'status', examples: [[8.1, 'warm']] },
		{ because: 'Dit : 9', function: 'status', examples: [[9, 'trop "chaud"']] }
	]);
	expect(files['checks/build.yaml']).toContain('"function":"unknown"');
	expect(left.examples).toEqual([]);
});

test('an example that a check already contains is not added again, however the check is written', () => {
	const createStatusExample = (given: number[], returns: string) => ({ function: 'status', given, returns });
	const examples = [
		createStatusExample([9], 'warm'),
		createStatusExample([9], 'warm'),
		createStatusExample([8.1], 'warm')
	];
	const firstTaken = takeOverProposal(CHALLENGE_FILES, { ...EMPTY_PROPOSAL, examples }, writeExampleSentence);
	expect(parse(firstTaken.files['checks/tune.yaml'] ?? '')).toHaveLength(2);
	expect(firstTaken.alreadyThereCount).toBe(2);
	const takenAgain = takeOverProposal(firstTaken.files, { ...EMPTY_PROPOSAL, examples }, writeExampleSentence);
	expect(takenAgain).toEqual({
		files: firstTaken.files,
		alreadyThereCount: 3,
		remainingParts: { values: [], examples: [] }
	});
	const checkWithNames = '- function: status\n  because: Non\n  examples: [{ given: { celsius: 9 }, returns: warm }]\n';
	const checksOfOneFunction =
		'- { id: cold, function: status, examples: [[1, cold]] }\n- { id: warm, examples: [[9, warm]] }\n';
	for (const text of [checkWithNames, checksOfOneFunction])
		for (const path of ['checks/tune.yaml', 'private/checks/tune.yaml'])
			expect(
				takeOverProposal(
					{ ...CHALLENGE_FILES, [path]: text },
					{ ...EMPTY_PROPOSAL, examples: [createStatusExample([9], 'warm')] },
					writeExampleSentence
				).alreadyThereCount
			).toBe(1);
	expect(
		takeOverProposal(
			firstTaken.files,
			{ ...EMPTY_PROPOSAL, examples: [createStatusExample([9], 'ok')] },
			writeExampleSentence
		).alreadyThereCount
	).toBe(0);
});

test('a proposed example is left to the maker when the checks are written in TypeScript', () => {
	const examples = [{ function: 'status', given: [9], returns: 'warm' }];
	const { files, remainingParts: left } = takeOverProposal(
		{ 'challenge.yaml': MANIFEST_TEXT, 'checks/build.ts': '' },
		{ ...EMPTY_PROPOSAL, examples },
		writeExampleSentence
	);
	expect(files['checks/build.ts']).toBe('');
	expect(left.examples).toEqual(examples);
});

test('a proposed example is added to the table of an exercise only once', () => {
	const exercise = writeExerciseFolder({
		id: 'exo-abcdefghijkl',
		version: '1.0.0',
		language: 'fr',
		title: 'Pain',
		brief: 'Compte.',
		start: '',
		solution: '',
		examples: [],
		hints: [],
		piste: 'blue',
		minutes: 10
	});
	const examples = [{ function: 'waste', given: [30, 'pluie'], returns: 4 }];
	const { files } = takeOverProposal(exercise, { ...EMPTY_PROPOSAL, examples }, writeExampleSentence);
	expect(readExercise(files)?.examples).toMatchObject([{ function: 'waste', given: '30, pluie', returns: '4' }]);
	expect(takeOverProposal(files, { ...EMPTY_PROPOSAL, examples }, writeExampleSentence)).toMatchObject({
		files,
		alreadyThereCount: 1
	});
});
