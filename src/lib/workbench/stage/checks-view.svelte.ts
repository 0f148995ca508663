import type { ChallengeText } from '#lib/domain/challenge.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Lesson } from '#lib/steps/lesson.svelte.ts';
import type { Problem } from '#sandbox/report.ts';
import type { Program } from '../code/program.svelte.ts';
import { explainCheckFailure } from './failure-sentence.ts';
import {
	failureReasonsOf,
	NO_FAILURE_REASONS,
	selectUnchangedReasons,
	type FailureReasons
} from './failure-reasons.ts';

interface ChecksSession {
	readonly checkTitles: { id: string; title: string }[];
	readonly text: ChallengeText;
	readonly lesson: Lesson;
	readonly program: Program | null;
	readonly isLive: boolean;
}

export class ChecksView {
	readonly #session: ChecksSession;
	#shownReasons: FailureReasons = NO_FAILURE_REASONS;

	constructor(session: ChecksSession) {
		this.#session = session;
	}

	get #program() {
		return this.#session.program;
	}
	get #results() {
		return this.#program?.checks.results ?? [];
	}
	get #isTyping(): boolean {
		return this.#program?.isTyping ?? false;
	}
	get isRunning(): boolean {
		return (this.#program?.checks.isRunning ?? false) || (this.#program?.isCompiling ?? false);
	}
	get isStale(): boolean {
		return (this.#program?.checks.areResultsStale ?? false) && !(this.#session.isLive && this.#isTyping);
	}
	/** The problem that kept all checks from running; null while somebody types. */
	get loadProblem(): Problem | null {
		return this.#isTyping ? null : (this.#program?.checks.loadProblem ?? null);
	}
	get isProblemInCode(): boolean {
		return (this.#program?.problem ?? null) !== null;
	}

	readonly rows = $derived.by(() => {
		const { checkTitles } = this.#session;
		const knownChecks = checkTitles.map(({ id, title }) => ({
			id,
			title,
			result: this.#results.find((result) => result.path.at(-1) === id)
		}));
		const unknownChecks = this.#results
			.filter((result) => !checkTitles.some(({ id }) => id === result.path.at(-1)))
			.map((result) => ({ id: result.path.join(' '), title: result.path.join(' › '), result }));
		return [...knownChecks, ...unknownChecks];
	});

	/** The reasons to show, by check. While somebody types, only reasons that were shown before and are unchanged. */
	readonly reasons = $derived.by((): FailureReasons => {
		const { failures = {} } = this.#session.text;
		const isLoopKnown = this.#program?.problem?.kind === 'time' || (this.#program?.checks.isSearchingLoop ?? false);
		const newReasons = failureReasonsOf(this.rows, isLoopKnown, (problem, check) =>
			explainCheckFailure(problem, check, failures)
		);
		// Never show a reason found for older code. While somebody types, a reason that has disappeared stays hidden until the pause,
		// even if a later key makes it true again.
		if (this.isStale) this.#shownReasons = NO_FAILURE_REASONS;
		else this.#shownReasons = this.#isTyping ? selectUnchangedReasons(newReasons, this.#shownReasons) : newReasons;
		return this.#shownReasons;
	});

	get hasSum(): boolean {
		return this.#results.length > 0 && this.loadProblem === null;
	}
	get sumText(): string {
		const passed = this.rows.filter(({ result }) => result?.status === 'pass').length;
		return m.checks_sum({ passed, of: this.rows.length });
	}
	get waitingText(): string {
		if (this.loadProblem) return m.checks_not_loaded();
		if (this.isRunning) return m.checks_running();
		return this.#session.lesson.view.step.kind === 'tune' ? m.checks_waiting_tune() : m.checks_waiting();
	}
	get sentence(): string {
		return `${m.checks_passed()} ${this.sumText}. ${this.#firstFailureText}`.trim();
	}
	get #firstFailureText(): string {
		const row = this.rows.find(({ result }) => result !== undefined && result.status !== 'pass');
		if (row === undefined) return '';
		return m.check_first({ title: row.title, reason: this.reasons.get(row.id)?.sentence ?? '' });
	}
	/**
	 * Text for screen readers. It is empty while results may still change: nobody is interrupted while typing, and an equal result is
	 * announced again.
	 */
	get announcement(): string {
		if (!this.hasSum) return this.loadProblem || this.isRunning ? this.waitingText : '';
		return this.isRunning || this.isStale || this.#isTyping ? '' : this.sentence;
	}
}
