/** The checks' realm, evaluated first, which alone decides results and never holds the program's objects. */
import { createCheckModule, noteUnheard, offerAsGlobals, problemOf, runChecks, type Tally } from '../../check/index.ts';
import type { SourcePlace } from '../../report.ts';
import type { RealmPlan, Side, RealmMessage } from '../plan.ts';
import { giveHalf, takeHost } from './host.ts';
import { Membrane } from './membrane/membrane.ts';
import { createFollower, MIRROR, type Replace } from './mirror.ts';
import { watchProxies } from './proxies.ts';
import { installSurroundings } from './surroundings.ts';

const host = takeHost();
const isOpaque = watchProxies();
/** Tally of the check that passed a function to the program: a failure inside counts for that check, whenever the program calls it. */
const handedOutBy = new WeakMap<object, Tally>();
const membrane = new Membrane({
	letter: 'c',
	send: (text) => host.send(text),
	load(path) {
		throw new Error(`The program asks for ${path}.`);
	},
	isOpaque,
	beforeAsking: () => follow(),
	onRefer: (value) => void handedOutBy.set(value, module.current()),
	onThrown(error, outOf) {
		const tally = handedOutBy.get(outOf as object);
		if (tally !== undefined) noteUnheard(error, tally);
	}
});
const surroundings = installSurroundings(host);
const { time } = surroundings;
const follow = createFollower(time, () => (membrane.load(MIRROR) as { replace: Replace }).replace);
const module = createCheckModule({
	realm: globalThis,
	time,
	idle: (callback) => surroundings.idle(callback),
	// The program may run again before the next request.
	onReplaced: () => follow()
});
offerAsGlobals(module, globalThis);

giveHalf({
	receive: (text) => membrane.receive(text),
	ring: (id) => surroundings.ring(id),
	flush: () => membrane.flush(),
	begin: (bundle, plan) => void perform(bundle, JSON.parse(plan) as RealmPlan)
});

const tell = (told: RealmMessage): void => host.tell(JSON.stringify(told));

type Evaluate = (require: (name: string) => unknown, module: unknown, exports: unknown) => void;

async function perform(bundle: unknown, plan: RealmPlan): Promise<void> {
	try {
		tell({ type: 'seed' });
		// Load the program first, so that an error at load is reported once and not for each file.
		membrane.load(plan.program);
	} catch (error) {
		return tell({ type: 'finished', load: { problem: problemOf(error, placeOf), side: 'program' } });
	}
	const evaluated: { exports: { checks?: Record<string, () => void> } } = { exports: {} };
	const require = (name: string): unknown => (name === 'vitest' ? module.exports : membrane.load(name));
	(bundle as Evaluate)(require, evaluated, evaluated.exports);
	const checks = evaluated.exports.checks ?? {};
	tell({ type: 'loaded' });
	let current = '';
	let side: Side = 'checks';
	const report = await runChecks({
		module,
		load: plan.files.map(({ path: file, under }) => ({
			file,
			under,
			evaluate() {
				current = file;
				try {
					checks[file]?.();
				} catch (error) {
					if (isForWantOfProgram(error)) side = 'program';
					throw error;
				}
			}
		})),
		host: {
			now: () => host.real(),
			setTimer: (callback, delay) => surroundings.limit(callback, delay),
			clearTimer: (timer) => surroundings.silence(timer as number),
			seed: () => tell({ type: 'seed' }),
			place: placeOf
		},
		timeLimit: plan.timeLimit,
		seed: plan.seed,
		skip: plan.skip,
		plansOnly: plan.plansOnly,
		onPlan: (paths) => tell({ type: 'planned', file: current, paths }),
		onStart: (path, timeLimit) => tell({ type: 'begun', path, timeLimit }),
		onResult: (result) => tell({ type: 'result', result })
	});
	const load = report.load === undefined ? {} : { load: { problem: report.load, side } };
	tell({ type: 'finished', ...load });
}

/** Returns whether a check file failed to load because the program threw or did not export a function. */
function isForWantOfProgram(error: unknown): boolean {
	return membrane.hasThrown(error) || error instanceof TypeError;
}

const FRAME = /(braise-(?:checks|program)\.js):(\d+):(\d+)/;

/** Returns the place in bundle lines; the receiver has the source maps. */
function placeOf(error: unknown): SourcePlace | undefined {
	const stack: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stack') : undefined;
	const found = typeof stack === 'string' ? FRAME.exec(stack) : null;
	if (found === null) return undefined;
	return { file: String(found[1]), line: Number(found[2]), column: Number(found[3]) };
}
