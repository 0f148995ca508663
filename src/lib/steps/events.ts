/** Everything that can happen in a lesson, and what a lesson asks of whoever shows it. */
import type { Report } from '#sandbox/report.ts';
import type { Chooser, Returned } from './progress.ts';

export type LessonEvent =
	| { type: 'step.next' }
	| { type: 'step.back' }
	| { type: 'step.go'; step: string }
	| { type: 'answer.commit'; answer: string }
	| { type: 'call.returned'; returned: Returned }
	| { type: 'value.set'; id: string; value: number }
	| { type: 'lines.arrange'; placed: string[] }
	| { type: 'checks.reported'; step: string; report: Report }
	| { type: 'hint.show' }
	| { type: 'stretch.skip' }
	| { type: 'build.jump' }
	| { type: 'decide.open' }
	| { type: 'decision.choose'; option: string; values?: Record<string, number>; who?: Chooser }
	| { type: 'position.write'; position: string; who?: Chooser };

/**
 * `files.open`: the step brings files of its own and is entered for the first time. Save a version of what is there, then put
 * `challenge.opens[language][step]` over it, and save again together with this lesson's snapshot, which already says "opened".
 */
export type LessonInstruction = { type: 'files.open'; step: string } | { type: 'step.entered'; step: string };

export interface CallInput {
	name: string;
	args: unknown[];
}
