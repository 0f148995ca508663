/** The test's app page: a stage, what was heard from it, and how long the page itself ever stood still. */
import { createStage } from '../../sandbox/run/client.ts';
import type { Bundle, CheckOptions, Run, RunEvent, RunOptions, Stage } from '../../sandbox/index.ts';
import type { CheckResult, Report } from '../../sandbox/report.ts';

export interface Bench {
	stage: Stage;
	events: RunEvent[];
	run: Run | undefined;
	start(bundle: Bundle, options: RunOptions): void;
	check(bundle: Bundle, options: CheckOptions): Promise<{ report: Report; seen: CheckResult[]; took: number }>;
	/** The longest time between two turns of this page's event loop since the last call. */
	longestGap(): number;
}

declare global {
	interface Window {
		bench: Bench;
	}
}

let gap = 0;
let last = performance.now();
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

window.bench = {
	stage: createStage({ element, shells, title: 'Stage' }),
	events,
	run: undefined,
	start(bundle, options) {
		events.length = 0;
		this.run = this.stage.run(bundle, options, (event) => events.push(event));
	},
	async check(bundle, options) {
		const seen: CheckResult[] = [];
		const started = performance.now();
		const report = await this.stage.check(bundle, { ...options, onResult: (result) => seen.push(result) });
		return { report, seen, took: performance.now() - started };
	},
	longestGap() {
		const longest = gap;
		gap = 0;
		last = performance.now();
		return longest;
	}
};
