/** Answers one call of the program or one `measure` of its scene, with plain data. */
import { printValue, problemOfError } from '../../check/index.ts';
import type { ProgramQuestionOutcome } from '../../protocol.ts';
import type { MeasuredFigure } from '../../report.ts';
import { placeOfErrorInBundle } from '../bundle-place.ts';
import { findExportedFunction, type LoadedBundle } from './program.ts';

const problemOutcomeOf = (thrown: unknown): ProgramQuestionOutcome => ({
	kind: 'problem',
	problem: problemOfError(thrown, placeOfErrorInBundle)
});

/** Returns a copy of a value by way of JSON; null for a value that JSON cannot express. */
function copyThroughJson(value: unknown): unknown {
	try {
		return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
	} catch {
		return null;
	}
}

export async function answerCall(
	load: () => LoadedBundle,
	name: string,
	args: unknown[]
): Promise<ProgramQuestionOutcome> {
	try {
		const programFunction = findExportedFunction(load().program(), name);
		if (programFunction === undefined) throw new TypeError(`${name} is not a function`);
		const value = await programFunction(...args);
		return { kind: 'value', shown: printValue(value), data: copyThroughJson(value) };
	} catch (thrown) {
		return problemOutcomeOf(thrown);
	}
}

export async function answerMeasure(
	load: () => LoadedBundle,
	option: string,
	values: Record<string, number>
): Promise<ProgramQuestionOutcome> {
	try {
		const bundle = load();
		bundle.program();
		const measure = bundle.scene === undefined ? undefined : findExportedFunction(bundle.scene(), 'measure');
		if (measure === undefined) throw new TypeError('The scene does not export measure.');
		const figures = copyThroughJson(await measure(option, values));
		// The figures are validated where they are received.
		return { kind: 'figures', figures: Array.isArray(figures) ? (figures as MeasuredFigure[]) : [] };
	} catch (thrown) {
		return problemOutcomeOf(thrown);
	}
}
