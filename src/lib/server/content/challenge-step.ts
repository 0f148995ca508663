/** Turns a step of the manifest into a step of a challenge. */
import type { ChallengeText, Step } from '#lib/domain/challenge.ts';
import type { ManifestStep } from './manifest.ts';
import { readParameterNames } from './named-values.ts';
import { checksPathOfStep } from './missing-parts.ts';

/** `solution` is the text of the author's program, from which the parameter names of its functions are read. */
export function challengeStepOf(step: ManifestStep, text: ChallengeText, solution: string): Step {
	const { opens, situation = step.id } = step;
	const commonFields = { id: step.id, situation, opens: opens === 'never' ? (false as const) : opens };
	const checksAndHints = { checks: checksPathOfStep(step), hints: text.steps[step.id]?.hints.length ?? 0 };
	switch (step.kind) {
		case 'discover':
			return { ...commonFields, kind: step.kind, ...(step.hand && { hand: step.hand }) };
		case 'decide':
		case 'show':
			return { ...commonFields, kind: step.kind };
		case 'predict':
			return { ...commonFields, kind: step.kind, call: step.call, answers: step.answers };
		case 'tune':
			return { ...commonFields, kind: step.kind, values: step.values, ...checksAndHints };
		case 'arrange':
			return {
				...commonFields,
				kind: step.kind,
				file: step.file,
				name: step.name,
				lines: step.lines,
				wrong: step.wrong,
				...checksAndHints
			};
		case 'catch':
			return {
				...commonFields,
				kind: step.kind,
				functions: step.functions.map((name) => ({ name, parameters: readParameterNames(name, solution) ?? [] }))
			};
		case 'build':
		case 'stretch':
			return { ...commonFields, kind: step.kind, ...checksAndHints };
	}
}
