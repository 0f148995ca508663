import type { BrowserCheckReport } from '#lib/wire/hand-in.ts';
import type { ProgressReport } from '#lib/domain/progress.ts';
import { countReadableExamples } from '#lib/domain/written-example.ts';
import type { LessonView } from '#lib/steps/view.ts';
import type { CheckResult } from '#sandbox/report.ts';
import type { Files } from '#sandbox/contract.ts';

export class StepResults {
	#resultsByStep = $state.raw<Record<string, { files: Files; results: CheckResult[] }>>({});

	recordResults(stepId: string, files: Files, results: CheckResult[]): void {
		this.#resultsByStep = { ...this.#resultsByStep, [stepId]: { files, results } };
	}

	browserReportFor(files: Files): BrowserCheckReport {
		return Object.entries(this.#resultsByStep).flatMap(([step, checked]) =>
			checked.files === files
				? checked.results.map(({ path, status }) => ({ step, check: path.at(-1) ?? '', status }))
				: []
		);
	}

	/**
	 * Returns the progress that the board shows: the step in view, and how many of its checks pass. `knownCheckCount` is the number
	 * of checks whose titles are known.
	 */
	progressReportFor({ step, steps, record, checksFile }: LessonView, knownCheckCount: number): ProgressReport {
		const readableExampleCount =
			step.kind === 'catch' && record.kind === 'catch' ? countReadableExamples(record.examples, step.functions) : 0;
		const results = checksFile === null ? [] : (this.#resultsByStep[step.id]?.results ?? []);
		return {
			step: step.id,
			done: steps.filter(({ isDone }) => isDone).map(({ id }) => id),
			passed: readableExampleCount + results.filter(({ status }) => status === 'pass').length,
			checks: checksFile === null ? readableExampleCount : Math.max(knownCheckCount, results.length)
		};
	}
}
