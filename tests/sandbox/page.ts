/** The test's app page: a stage, its events, and the gaps of the page's event loop. */
import { createStage } from '#sandbox/run/framed-stage.ts';
import { withdrawStages } from '#sandbox/run/withdrawal.ts';
import type { Bundle, CheckOptions, StartedRun, RunEvent, RunOptions, Stage } from '#sandbox/contract.ts';
import type { CheckResult, Report } from '#sandbox/report.ts';

export interface Bench {
	stage: Stage;
	events: RunEvent[];
	run: StartedRun | undefined;
	start(bundle: Bundle, options: RunOptions): void;
	check(bundle: Bundle, options: CheckOptions): Promise<{ report: Report; seen: CheckResult[]; took: number }>;
	/** Resolves with the first event of this type in the latest run, past events included. */
	until<T extends RunEvent['type']>(type: T): Promise<Extract<RunEvent, { type: T }>>;
	/** Removes every frame at once; the returned function lets them come back. */
	withdraw(): () => void;
	/** Returns the longest gap of the page's event loop since the last call, as a share of that time. */
	stoodStill(): number;
}

declare global {
	interface Window {
		bench: Bench;
	}
}

let gap = 0;
let last = performance.now();
let since = last;
const channel = new MessageChannel();
channel.port1.onmessage = () => {
	const now = performance.now();
	gap = Math.max(gap, now - last);
	last = now;
	setTimeout(() => channel.port2.postMessage(null), 1);
};
channel.port2.postMessage(null);

const element = document.getElementById('stage');
if (element === null) throw new Error('The page has no stage.');
const shells = (new URLSearchParams(location.search).get('shell') ?? '')
	.split(' ')
	.map((origin) => `${origin}/sandbox/shell`);
const events: RunEvent[] = [];
let listeners: (() => void)[] = [];
const isType =
	<T extends RunEvent['type']>(type: T) =>
	(event: RunEvent): event is Extract<RunEvent, { type: T }> =>
		event.type === type;

window.bench = {
	stage: createStage({ element, shells, title: 'Stage' }),
	events,
	run: undefined,
	start(bundle, options) {
		events.length = 0;
		this.run = this.stage.run(bundle, options, (event) => {
			events.push(event);
			for (const listener of listeners) listener();
		});
	},
	async check(bundle, options) {
		const seen: CheckResult[] = [];
		const started = performance.now();
		const report = await this.stage.check(bundle, { ...options, onResult: (result) => seen.push(result) });
		return { report, seen, took: performance.now() - started };
	},
	until(type) {
		return new Promise((resolve) => {
			const look = () => {
				const found = events.find(isType(type));
				if (found === undefined) return;
				listeners = listeners.filter((listener) => listener !== look);
				resolve(found);
			};
			listeners.push(look);
			look();
		});
	},
	withdraw: withdrawStages,
	stoodStill() {
		const now = performance.now();
		const share = Math.max(gap, now - last) / (now - since);
		gap = 0;
		last = since = now;
		return share;
	}
};
