import type { Challenge, ChallengeText, NumberSettingWithStart, Step } from '#lib/domain/challenge.ts';
import { computeIndentDepths, shuffleLines } from '#lib/steps/arrange.ts';
import type { LessonSnapshot } from '#lib/steps/snapshot.ts';
import { readTunedValue } from '#lib/steps/tune.ts';
import type { LessonView } from '#lib/steps/view.ts';
import type { Files } from '#sandbox/contract.ts';

/**
 * Returns the situation to play. While a prediction is unanswered, it is that of the step before, because the scene must not give the
 * answer away.
 */
export function situationToPlay({ steps }: Challenge, { step, record }: LessonView): string {
	if (record.kind !== 'predict' || record.answer !== null) return step.situation;
	return steps[steps.indexOf(step) - 1]?.situation ?? step.situation;
}

export function dialsOfStep(step: Step, files: Files, text: ChallengeText) {
	if (step.kind !== 'tune') return [];
	return step.values.map((each) => ({
		...each,
		label: text.values[each.id]?.label ?? each.id,
		unit: text.values[each.id]?.unit ?? '',
		value: readTunedValue(files[each.file] ?? '', each.name) ?? each.min
	}));
}

export interface ShownSetting extends NumberSettingWithStart {
	label: string;
	unit: string;
	value: number;
}

export function describeSettings(
	settings: NumberSettingWithStart[],
	values: Record<string, number>,
	text: ChallengeText
): ShownSetting[] {
	return settings.map((each) => ({
		...each,
		label: text.values[each.id]?.label ?? each.id,
		unit: text.values[each.id]?.unit ?? '',
		value: values[each.id] ?? each.start
	}));
}

type ArrangeStep = Extract<Step, { kind: 'arrange' }>;

export function textsOfPlacedLines(step: ArrangeStep, placedIndices: number[]): string[] {
	const pool = shuffleLines(step);
	return placedIndices.flatMap((at) => pool[at] ?? []);
}

/** Returns the index of each line in the pool; a line that occurs twice gets two different indices. */
function findPoolIndices(pool: string[], lines: string[]): number[] {
	const poolIndices = new Set<number>();
	for (const line of lines) {
		const at = pool.findIndex((text, index) => text === line && !poolIndices.has(index));
		if (at >= 0) poolIndices.add(at);
	}
	return [...poolIndices];
}

export interface LineArrangement {
	lines: string[];
	/** The lines placed in the program from top to bottom, each by its index in `lines`. */
	placedLines: number[];
	indents: number[];
	/** First line of the function, shown above the arranged lines. */
	functionLine: string;
}

export function describeArrangement({ step, record }: LessonView, files: Files): LineArrangement {
	if (step.kind !== 'arrange' || record.kind !== 'arrange')
		return { lines: [], placedLines: [], indents: [], functionLine: '' };
	const lines = shuffleLines(step);
	const placedTexts = record.placed ?? [];
	const functionLine =
		files[step.file]?.split('\n').find((line) => line.includes(`function ${step.name}`)) ?? step.name;
	return {
		lines,
		placedLines: findPoolIndices(lines, placedTexts),
		indents: computeIndentDepths(placedTexts),
		functionLine: functionLine.trim()
	};
}

/** Writes a call as in a program: `points(0.9, [0.2, 0.4])`. */
export function formatProgramCall({ name, args }: { name: string; args: unknown[] }): string {
	const argumentTexts = args.map((each) =>
		JSON.stringify(each, null, 1)
			.replace(/([[{])\n\s*/g, '$1')
			.replace(/\n\s*([\]}])/g, '$1')
			.replace(/\n\s*/g, ' ')
	);
	return `${name}(${argumentTexts.join(', ')})`;
}

export function describePrediction(challenge: Challenge, snapshot: LessonSnapshot) {
	for (const record of snapshot.steps) {
		const step = challenge.steps.find((each) => each.id === record.id);
		if (step?.kind !== 'predict' || record.kind !== 'predict' || record.returned?.kind !== 'value') continue;
		return { call: formatProgramCall(step.call), answer: record.answer ?? '', returned: record.returned.shown };
	}
	return null;
}

export function checkTitlesOf(challenge: Challenge, checksFile: string | null, text: ChallengeText) {
	if (checksFile === null) return [];
	const checksText = challenge.surroundings[checksFile] ?? '';
	const checkIds = [...checksText.matchAll(/\b(?:test|it)\(\s*['"]([^'"]+)['"]/g)].flatMap((match) => match[1] ?? []);
	return checkIds.map((id) => ({ id, title: text.checks[id] ?? id }));
}
