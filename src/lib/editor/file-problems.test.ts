import { expect, test } from 'vitest';
import { LONGEST_LINE } from '#lib/domain/file-size.ts';
import { createExplainer, describeFileContext } from '#lib/explanations/index.ts';
import { findFileProblems } from './file-problems.ts';

const explainer = await createExplainer('en');

/** Returns the problems of a text that consists of one unknown name. */
function findUnknownNameProblems(name: string) {
	const unknownDiagnostic = {
		category: 1,
		code: 2304,
		start: 0,
		length: name.length,
		messageText: `Cannot find name '${name}'.`
	};
	return findFileProblems(
		name,
		{ syntactic: [], semantic: [unknownDiagnostic] },
		explainer,
		describeFileContext('challenge')
	).map(({ explanation }) => explanation.mistake);
}

test('a very long unknown name is explained, unless the text is too large to run', () => {
	expect(findUnknownNameProblems('a'.repeat(LONGEST_LINE))).toEqual(['unknown']);
	expect(findUnknownNameProblems('a'.repeat(100_000))).toEqual([]);
});

test('an error thrown for an extremely long name is explained as an unknown name, without a habit', () => {
	expect(
		explainer.explainThrownError('ReferenceError', `${'a'.repeat(100_000)} is not defined`, 'challenge')?.mistake
	).toBe('ranUnknown');
});
