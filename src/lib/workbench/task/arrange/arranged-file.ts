/** Puts arranged lines into a step's file, and tells when that would lose what a student typed. */
import type { Challenge, Step } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { replaceFunctionBody } from '#lib/steps/arrange.ts';
import { linesWithoutComments } from '#lib/steps/source.ts';
import type { LessonView } from '#lib/steps/view.ts';
import type { Files } from '#sandbox/contract.ts';

interface ArrangeSession {
	readonly challenge: Challenge;
	readonly language: Language;
	readonly files: Files;
}
type ArrangeStep = Extract<Step, { kind: 'arrange' }>;

/** Returns the text of the step's file with these lines in its function; null when the file lacks that function. */
export function writeArrangedFile(
	{ challenge, language }: Omit<ArrangeSession, 'files'>,
	step: ArrangeStep,
	lineTexts: string[]
): string | null {
	// Start from the step's original file: a half-arranged body may hold unclosed braces.
	const originalFiles = challenge.opens[language][step.id] ?? challenge.start[language];
	const bodyReplacement = replaceFunctionBody(originalFiles[step.file] ?? '', step.name, lineTexts);
	return bodyReplacement.kind === 'missing' ? null : bodyReplacement.text;
}

/**
 * Tells whether lines may be moved. Each move rewrites the whole file, so once a step in which students type has been opened, the
 * file must still be as a step gave it or as these lines made it. Comments are not compared, because they differ between the
 * languages.
 */
export function canArrangeLines(host: ArrangeSession, { step, record, steps }: LessonView): boolean {
	if (step.kind !== 'arrange' || record.kind !== 'arrange') return false;
	const hasOpenedCode = steps.some(
		({ kind, state }) => (kind === 'build' || kind === 'stretch') && state.kind !== 'locked'
	);
	if (!hasOpenedCode) return true;
	const { challenge, language, files } = host;
	const givenFiles = [challenge.start[language], ...Object.values(challenge.opens[language])];
	const untypedTexts = [
		...givenFiles.map((given) => given[step.file]),
		writeArrangedFile(host, step, record.placed ?? [])
	];
	const codeWithoutComments = (text: string | null | undefined) => linesWithoutComments(text ?? '').join('\n');
	return untypedTexts.map(codeWithoutComments).includes(codeWithoutComments(files[step.file]));
}
