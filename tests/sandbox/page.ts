/** The tests' app page: a stage, its events, and the turns of the page's event loop. */
import { createStage } from '#sandbox/run/framed-stage.ts';
import { withdrawAllFrames } from '#sandbox/run/withdrawal.ts';
import type { Bundle, CheckOptions, StartedRun, RunEvent, RunOptions, Stage } from '#sandbox/contract.ts';
import type { CheckResult, Report } from '#sandbox/report.ts';

export interface StageTestControls {
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
	withdrawFrames(): () => void;
	/**
	 * Number of twentieths of the second before the latest run stopped in which the page's event loop turned: one or two for a page
	 * that stood still, most of them for a page beside busy programs.
	 */
	liveMoments: number;
}

declare global {
	interface Window {
		bench: StageTestControls;
	}
}

const LIVE_MOMENT_MILLISECONDS = 50;
const LIVE_MOMENTS_IN_A_SECOND = 20;
const momentNumberOf = (time: number) => Math.floor(time / LIVE_MOMENT_MILLISECONDS);
const liveMomentNumbers = new Set<number>();
const countLiveMoments = () => {
	const now = momentNumberOf(performance.now());
	return [...liveMomentNumbers].filter((moment) => moment > now - LIVE_MOMENTS_IN_A_SECOND).length;
};
const livenessChannel = new MessageChannel();
livenessChannel.port1.onmessage = () => {
	liveMomentNumbers.add(momentNumberOf(performance.now()));
	setTimeout(() => livenessChannel.port2.postMessage(null), 1);
};
livenessChannel.port2.postMessage(null);

const stageElement = document.getElementById('stage');
if (stageElement === null) throw new Error('The page has no stage.');
const shellAddresses = (new URLSearchParams(location.search).get('shell') ?? '')
	.split(' ')
	.map((origin) => `${origin}/sandbox/shell`);
const runEvents: RunEvent[] = [];
const eventArrivalTimes: number[] = [];
let eventListeners: (() => void)[] = [];
const isEventOfType =
	<T extends RunEvent['type']>(type: T) =>
	(event: RunEvent): event is Extract<RunEvent, { type: T }> =>
		event.type === type;

window.bench = {
	stage: createStage({ element: stageElement, shellAddresses, title: 'Stage' }),
	events: runEvents,
	arrivalTimes: eventArrivalTimes,
	run: undefined,
	liveMoments: 0,
	start(bundle, options) {
		runEvents.length = 0;
		eventArrivalTimes.length = 0;
		const startedAt = performance.now();
		this.run = this.stage.run(bundle, options, (event) => {
			runEvents.push(event);
			eventArrivalTimes.push(performance.now() - startedAt);
			if (event.type === 'stopped') this.liveMoments = countLiveMoments();
			for (const listener of eventListeners) listener();
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
				const event = runEvents.find(isEventOfType(type));
				if (event === undefined) return;
				eventListeners = eventListeners.filter((listener) => listener !== resolveIfArrived);
				resolve(event);
			};
			eventListeners.push(resolveIfArrived);
			resolveIfArrived();
		});
	},
	withdrawFrames: withdrawAllFrames
};
