/** Functions that take a lesson's progress and return the next; the machine's guards check permission. */
import type { Decision } from '#lib/domain/work.ts';
import { hasPassed, type Report } from '#sandbox/report.ts';
import { allDecided, decisionOf, type Chooser, type Progress, type Returned, type StepRecord } from './progress.ts';

function withRecord(progress: Progress, index: number, change: (record: StepRecord) => StepRecord): Progress {
	return { ...progress, records: progress.records.map((record, at) => (at === index ? change(record) : record)) };
}

function withCurrent(progress: Progress, change: (record: StepRecord) => StepRecord): Progress {
	return withRecord(progress, progress.current, change);
}

export function goTo(progress: Progress, index: number): Progress {
	return { ...progress, current: index };
}

/** Leaving discover forwards completes it, since it has no task. */
export function goOn(progress: Progress): Progress {
	const left = withCurrent(progress, (record) => (record.kind === 'discover' ? { ...record, done: true } : record));
	return goTo(left, progress.current + 1);
}

/** Skipped steps stay reachable but no longer open their files, which would overwrite later work. */
export function jump(progress: Progress, target: number): Progress {
	return {
		...goTo(progress, target),
		records: progress.records.map((record, index) =>
			index < target ? { ...record, reached: true, opened: true } : record
		)
	};
}

/** Marks the step in view as reached; the last step is completed by reaching it. */
export function enter(progress: Progress): Progress {
	return withCurrent(progress, (record) => ({
		...record,
		reached: true,
		opened: true,
		done: record.done || record.kind === 'show'
	}));
}

/** The first answer stands, since a prediction must precede the result. */
export function commit(progress: Progress, answer: string): Progress {
	return withCurrent(progress, (record) =>
		record.kind === 'predict' && record.answer === null ? { ...record, answer } : record
	);
}

export function receive(progress: Progress, returned: Returned): Progress {
	return withCurrent(progress, (record) =>
		record.kind === 'predict' ? { ...record, returned: keepShown(returned), done: true } : record
	);
}

/** The event may carry live data of the call; only what is shown is kept. */
function keepShown(returned: Returned): Returned {
	return returned.kind === 'value'
		? { kind: 'value', shown: returned.shown }
		: { kind: 'problem', problem: returned.problem };
}

export function tune(progress: Progress, id: string, value: number): Progress {
	return withCurrent(progress, (record) =>
		record.kind === 'tune' ? { ...record, values: { ...record.values, [id]: value } } : record
	);
}

export function arrange(progress: Progress, placed: string[]): Progress {
	return withCurrent(progress, (record) => (record.kind === 'arrange' ? { ...record, placed: [...placed] } : record));
}

/** A passed step stays passed whatever later reports say. Reports may arrive late, so each names its step. */
export function report(progress: Progress, step: string, checked: Report): Progress {
	const index = progress.challenge.steps.findIndex((candidate) => candidate.id === step);
	const record = progress.records[index];
	if (!record?.reached || !hasPassed(checked) || !isChecked(record)) return progress;
	const done = withRecord(progress, index, (before) => ({ ...before, done: true }));
	return record.kind === 'build' ? openDecide(done) : done;
}

function isChecked(record: StepRecord): boolean {
	return record.kind === 'tune' || record.kind === 'arrange' || record.kind === 'build' || record.kind === 'stretch';
}

export function openDecide(progress: Progress): Progress {
	return { ...progress, decideOpen: true };
}

export function showHint(progress: Progress): Progress {
	return withCurrent(progress, (record) => ({ ...record, hints: record.hints + 1 }));
}

export function skipStretch(progress: Progress): Progress {
	const skipped = withCurrent(progress, (record) =>
		record.kind === 'stretch' ? { ...record, skipped: true } : record
	);
	return goTo(skipped, progress.current + 1);
}

export function choose(progress: Progress, who: Chooser, option: string, values?: Record<string, number>): Progress {
	const position = decisionOf(progress, who)?.position ?? '';
	return recordDecision(progress, who, values ? { option, values, position } : { option, position });
}

export function write(progress: Progress, who: Chooser, position: string): Progress {
	return recordDecision(progress, who, { ...(decisionOf(progress, who) ?? { option: null }), position });
}

function recordDecision(progress: Progress, who: Chooser, decision: Decision): Progress {
	const { others, beside } = progress;
	const next =
		who === 'self' || beside === null
			? { ...progress, decision }
			: { ...progress, others: { ...others, [beside]: decision } };
	return withCurrent(next, (record) => ({ ...record, done: record.done || allDecided(next) }));
}
