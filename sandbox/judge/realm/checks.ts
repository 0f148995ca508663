/** The checks' realm, which is evaluated first, alone decides results, and never holds the program's objects. */
import {
	createCheckModule,
	noteSwallowedFailure,
	defineTestGlobals,
	problemOfError,
	runChecks,
	type AssertionTally
} from '../../check/index.ts';
import type { SourcePlace } from '../../report.ts';
import type { ChecksRealmPlan, RealmName, ChecksRealmMessage } from '../task-messages.ts';
import { handRealmFunctionsToJudge, takeHostFromJudge } from './host.ts';
import { Membrane } from './membrane/membrane.ts';
import { createBuiltInMirror, BUILT_IN_MIRROR_MODULE, type BuiltInReplacer } from './built-in-mirror.ts';
import { recordProxies } from './surroundings.ts';
import { installRealmGlobals } from './surroundings.ts';

const realmHost = takeHostFromJudge();
/** Captured before any other code runs, because a file that replaces `JSON.stringify` must not write what is reported. */
const { stringify } = JSON;
const isRecordedProxy = recordProxies();
/** A failed assertion inside such a function counts for the check that passed it, whenever the program calls it. */
const tallyByFunction = new WeakMap<object, AssertionTally>();
const membrane = new Membrane({
	letter: 'c',
	send: (text) => realmHost.sendToOtherRealm(text),
	loadModule(path) {
		throw new Error(`The program asks for ${path}.`);
	},
	isOpaqueProxy: isRecordedProxy,
	beforeRequest: () => mirrorReplacedBuiltIns(),
	onReferenceSent: (value) => void tallyByFunction.set(value, checkModule.currentTally()),
	onErrorSent(error, outOf) {
		const tally = tallyByFunction.get(outOf as object);
		if (tally !== undefined) noteSwallowedFailure(error, tally);
	}
});
const realmTimers = installRealmGlobals(realmHost);
const { time } = realmTimers;
const mirrorReplacedBuiltIns = createBuiltInMirror(
	time,
	() => (membrane.loadModule(BUILT_IN_MIRROR_MODULE) as { replace: BuiltInReplacer }).replace
);
const checkModule = createCheckModule({
	realm: globalThis,
	time,
	callWhenIdle: (callback) => realmTimers.callWhenIdle(callback),
	// The program is told of the change at once, because it may run before the next request.
	onTimersReplaced: () => mirrorReplacedBuiltIns()
});
defineTestGlobals(checkModule, globalThis);

handRealmFunctionsToJudge({
	receive: (text) => membrane.receiveMessage(text),
	fireTimer: (id) => realmTimers.fireTimer(id),
	sendChanges: () => membrane.sendChanges(),
	begin: (bundle, plan) => void performChecks(bundle, JSON.parse(plan) as ChecksRealmPlan)
});

const sendToJudge = (message: ChecksRealmMessage): void => realmHost.reportProgress(stringify(message));

type EvaluateBundle = (require: (name: string) => unknown, module: unknown, exports: unknown) => void;

async function performChecks(bundle: unknown, plan: ChecksRealmPlan): Promise<void> {
	try {
		sendToJudge({ type: 'seed' });
		// The program is loaded before the check files, so that its error at load is reported once and not for each file.
		membrane.loadModule(plan.program);
	} catch (error) {
		return sendToJudge({
			type: 'finished',
			loadProblem: { problem: problemOfError(error, bundlePlaceOfError), side: 'program' }
		});
	}
	const evaluatedModule: { exports: { checks?: Record<string, () => void> } } = { exports: {} };
	const require = (name: string): unknown => (name === 'vitest' ? checkModule.exports : membrane.loadModule(name));
	(bundle as EvaluateBundle)(require, evaluatedModule, evaluatedModule.exports);
	const checkFunctions = evaluatedModule.exports.checks ?? {};
	sendToJudge({ type: 'loaded' });
	let currentFile = '';
	let side: RealmName = 'checks';
	const report = await runChecks({
		module: checkModule,
		checkFiles: plan.files.map(({ path: file, titlesAbove }) => ({
			file,
			titlesAbove,
			evaluate() {
				currentFile = file;
				try {
					checkFunctions[file]?.();
				} catch (error) {
					if (isFaultOfProgram(error)) side = 'program';
					throw error;
				}
			}
		})),
		host: {
			now: () => realmHost.processorTime(),
			setTimer: (callback, delay) => realmTimers.setLimitTimer(callback, delay),
			clearTimer: (timer) => realmTimers.cancelTimer(timer as number),
			seedRandom: () => sendToJudge({ type: 'seed' }),
			placeOf: bundlePlaceOfError
		},
		timeLimit: plan.timeLimit,
		seed: plan.seed,
		skippedPaths: plan.skippedPaths,
		isPlanOnly: plan.isPlanOnly,
		onPlan: (paths) => sendToJudge({ type: 'planned', file: currentFile, paths }),
		onStart: (path, timeLimit) => sendToJudge({ type: 'begun', path, timeLimit }),
		onResult: (result) => sendToJudge({ type: 'result', result })
	});
	const loadProblem = report.load === undefined ? {} : { loadProblem: { problem: report.load, side } };
	sendToJudge({ type: 'finished', ...loadProblem });
}

function isFaultOfProgram(error: unknown): boolean {
	return membrane.isErrorOfOtherRealm(error) || error instanceof TypeError;
}

const STACK_FRAME_PATTERN = /(braise-(?:checks|program)\.js):(\d+):(\d+)/;

/** A line of the bundle: the receiver has the source maps to find the source place. */
function bundlePlaceOfError(error: unknown): SourcePlace | undefined {
	const stack: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stack') : undefined;
	const match = typeof stack === 'string' ? STACK_FRAME_PATTERN.exec(stack) : null;
	if (match === null) return undefined;
	return { file: String(match[1]), line: Number(match[2]), column: Number(match[3]) };
}
