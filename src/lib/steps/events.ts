import type { WrittenExample } from '#lib/domain/written-example.ts';
import type { Report } from '#sandbox/report.ts';
import type { DecidingPerson, ProgramCallResult } from './progress.ts';

export type LessonEvent =
	| { type: 'step.next' }
	| { type: 'step.back' }
	| { type: 'step.go'; step: string }
	| { type: 'answer.commit'; answer: string }
	| { type: 'call.returned'; returned: ProgramCallResult }
	| { type: 'value.set'; id: string; value: number }
	| { type: 'lines.arrange'; placed: string[] }
	| { type: 'examples.write'; examples: WrittenExample[] }
	| { type: 'checks.reported'; step: string; report: Report }
	| { type: 'hint.show' }
	| { type: 'stretch.skip' }
	| { type: 'build.jump' }
	| { type: 'decide.open' }
	| { type: 'decision.choose'; option: string; values?: Record<string, number>; who?: DecidingPerson }
	| { type: 'position.write'; position: string; who?: DecidingPerson };

/**
 * Instructions to the host. `files.open`: a step with files of its own is entered for the first time. The host saves the
 * student's files, so that nothing is lost, writes `challenge.opens[language][step]` over them, and saves again, so that these
 * files never overwrite later work.
 */
export type LessonInstruction = { type: 'files.open'; step: string } | { type: 'step.entered'; step: string };

export interface ProgramCallInput {
	name: string;
	args: unknown[];
}
