/** The tests' app page: a stage, its events, and the turns of the page's event loop. */
import { createStage } from '#sandbox/run/framed-stage.ts';
import { withdrawStages } from '#sandbox/run/withdrawal.ts';
import type { Bundle, CheckOptions, StartedRun, RunEvent, RunOptions, Stage } from '#sandbox/contract.ts';
import type { CheckResult, Report } from '#sandbox/report.ts';

export interface StageBench {
	stage: Stage;
	events: RunEvent[];
	/** For each event, the milliseconds after its run was started. */
	arrivalTimes: number[];
	run: StartedRun | undefined;
	start(bundle: Bundle, options: RunOptions): void;
	check(bundle: Bundle, options: CheckOptions): Promise<{ report: Report; seen: CheckResult[]; took: number }>;
	/** Resolves to the first event of this type in the latest run, even if it has happened already. */
	waitForEvent<T extends RunEvent['type']>(type: T): Promise<Extract<RunEvent, { type: T }>>;
	/** Removes every frame at once. The returned function lets the frames come back. */
	withdraw(): () => void;
	/**
	 * Number of twentieths of the second before the latest run stopped in which the page's event loop turned: one or two for a page
	 * that stood still, most of them for a page beside busy programs.
	 */
	liveMoments: number;
}

declare global {
	interface Window {
		bench: StageBench;
	}
}

const MOMENT_MILLISECONDS = 50;
const MOMENTS_IN_A_SECOND = 20;
const momentNumberOf = (time: number) => Math.floor(time / MOMENT_MILLISECONDS);
const liveMomentNumbers = new Set<number>();
const countLiveMoments = () => {
	const now = momentNumberOf(performance.now());
	return [...liveMomentNumbers].filter((moment) => moment > now - MOMENTS_IN_A_SECOND).length;
};
const channel = new MessageChannel();
channel.port1.onmessage = () => {
	liveMomentNumbers.add(momentNumberOf(performance.now()));
	setTimeout(() => channel.port2.postMessage(null), 1);
};
channel.port2.postMessage(null);

const element = document.getElementById('stage');
if (element === null) throw new Error('The page has no stage.');
const shellAddresses = (new URLSearchParams(location.search).get('shell') ?? '')
	.split(' ')
	.map((origin) => `${origin}/sandbox/shell`);
const events: RunEvent[] = [];
const arrivalTimes: number[] = [];
let listeners: (() => void)[] = [];
const isType =
	<T extends RunEvent['type']>(type: T) =>
	(event: RunEvent): event is Extract<RunEvent, { type: T }> =>
		event.type === type;

window.bench = {
	stage: createStage({ element, shellAddresses, title: 'Stage' }),
	events,
	arrivalTimes,
	run: undefined,
	liveMoments: 0,
	start(bundle, options) {
		events.length = 0;
		arrivalTimes.length = 0;
		const startedAt = performance.now();
		this.run = this.stage.run(bundle, options, (event) => {
			events.push(event);
			arrivalTimes.push(performance.now() - startedAt);
			if (event.type === 'stopped') this.liveMoments = countLiveMoments();
			for (const listener of listeners) listener();
		});
	},
	async check(bundle, options) {
		const results: CheckResult[] = [];
		const startMoment = performance.now();
		const report = await this.stage.check(bundle, { ...options, onResult: (result) => results.push(result) });
		return { report, seen: results, took: performance.now() - startMoment };
	},
	waitForEvent(type) {
		return new Promise((resolve) => {
			const resolveIfArrived = () => {
				const event = events.find(isType(type));
				if (event === undefined) return;
				listeners = listeners.filter((listener) => listener !== resolveIfArrived);
				resolve(event);
			};
			listeners.push(resolveIfArrived);
			resolveIfArrived();
		});
	},
	withdraw: withdrawStages
};
