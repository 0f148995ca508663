/** Runs a process that packs, checks and generates folders, one at a time; it ends when idle. */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import * as v from 'valibot';
import { ConcurrencyLimiter } from '#lib/server/concurrency-limiter.ts';
import type { Files } from '#sandbox/contract.ts';
import { CHALLENGE_FORMAT, type Challenge } from '#lib/domain/challenge.ts';
import { privatePartSchema } from '#lib/server/content/load-private-part.ts';

/** The answers from which the author's command makes a small challenge, as they were typed. */
interface RawChallengeAnswers {
	id: string;
	language: string;
	kind: string;
	person: string;
	example: string;
}

/** Checks only the fields that tell apart reports of different Braise versions; the rest is trusted, because Braise made it. */
const packedChallengeSchema = v.looseObject({
	format: v.literal(CHALLENGE_FORMAT),
	id: v.string(),
	version: v.string(),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	steps: v.array(v.looseObject({ id: v.string(), kind: v.string() })),
	text: v.looseObject({ fr: v.looseObject({ title: v.string() }), en: v.looseObject({ title: v.string() }) })
});
const folderReportFields = {
	problems: v.array(v.object({ file: v.string(), line: v.number(), message: v.string() })),
	/**
	 * The packed challenge; null when challenge.yaml cannot be read. When there are problems, the packed challenge only serves to
	 * show the lesson in its present state.
	 */
	packed: v.nullable(
		v.object({
			challenge: v.custom<Challenge>((input) => v.is(packedChallengeSchema, input)),
			privatePart: privatePartSchema
		})
	)
};
const folderReportSchema = v.object(folderReportFields);
type FolderReport = v.InferOutput<typeof folderReportSchema>;
/** `program`: the compiled solution with its scene; empty when it does not compile. */
const playableFolderSchema = v.object({ ...folderReportFields, program: v.string() });
type PlayableFolder = v.InferOutput<typeof playableFolderSchema>;
/** `refusal`: says which answer is wrong and how to write it; null when the files could be generated. */
const generatedFolderSchema = v.union([
	v.object({ files: v.record(v.string(), v.string()), refusal: v.null() }),
	v.object({ files: v.null(), refusal: v.string() })
]);
type GeneratedFolder = v.InferOutput<typeof generatedFolderSchema>;

type FolderTask =
	| { type: 'check'; name: string; files: Files; isWhole: boolean }
	| { type: 'play'; name: string; files: Files }
	| { type: 'begin'; answers: RawChallengeAnswers };

/** Result for a folder that took too long or crashed the process; another folder may still succeed. */
export const FOLDER_PROCESS_FAILED = 'lost';

/**
 * Command that starts the process. A built server runs in the repository's folder, where the script is. The compiler is not optimised,
 * because it compiles few programs: publishing a challenge takes 4.9 seconds instead of 6.8.
 */
const FOLDER_PROCESS_ARGUMENTS = ['--liftoff-only', '--import', 'tsx', 'scripts/folder-checks.ts'];
const FOLDER_PROCESS_MEMORY_MEGABYTES = 768;
const LONGEST_TASK_MILLISECONDS = 90_000;
const LONGEST_IDLE_MILLISECONDS = 180_000;
/** The time zone in which the judge runs too: see sandbox/judge/process.ts. */
const FOLDER_PROCESS_TIME_ZONE = 'Europe/Paris';

const taskAnswerSchema = v.object({ id: v.number(), result: v.unknown() });

class FolderProcess {
	readonly #limiter = new ConcurrencyLimiter(1);
	#child: ChildProcess | undefined;
	#idleTimer: NodeJS.Timeout | undefined;
	#askedTaskCount = 0;

	perform<Result>(
		task: FolderTask,
		schema: v.GenericSchema<unknown, Result>
	): Promise<Result | typeof FOLDER_PROCESS_FAILED> {
		return this.#limiter.run(() => this.#sendTask(task, schema));
	}

	close(): void {
		clearTimeout(this.#idleTimer);
		this.#child?.kill('SIGKILL');
		this.#child = undefined;
	}

	#sendTask<Result>(
		task: FolderTask,
		schema: v.GenericSchema<unknown, Result>
	): Promise<Result | typeof FOLDER_PROCESS_FAILED> {
		clearTimeout(this.#idleTimer);
		const child = (this.#child ??= this.#startChild());
		child.ref();
		child.channel?.ref();
		const id = (this.#askedTaskCount += 1);
		return new Promise((resolve) => {
			const endTask = (result: Result | typeof FOLDER_PROCESS_FAILED): void => {
				clearTimeout(lateTimer);
				child.off('message', receiveAnswer);
				child.off('exit', failTask);
				if (result === FOLDER_PROCESS_FAILED) this.#killChild(child);
				else this.#scheduleIdleEnd();
				resolve(result);
			};
			const failTask = (): void => endTask(FOLDER_PROCESS_FAILED);
			const receiveAnswer = (message: unknown): void => {
				const answer = v.safeParse(taskAnswerSchema, message);
				if (!answer.success || answer.output.id !== id) return;
				const result = v.safeParse(schema, answer.output.result);
				endTask(result.success ? result.output : FOLDER_PROCESS_FAILED);
			};
			const lateTimer = setTimeout(failTask, LONGEST_TASK_MILLISECONDS);
			child.on('message', receiveAnswer);
			child.once('exit', failTask);
			child.send({ id, task }, (error) => {
				if (error) failTask();
			});
		});
	}

	#startChild(): ChildProcess {
		const child = spawn(
			process.execPath,
			[`--max-old-space-size=${FOLDER_PROCESS_MEMORY_MEGABYTES}`, ...FOLDER_PROCESS_ARGUMENTS],
			{
				stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
				// The process gets none of the app's environment variables: no database address, no secrets.
				env: { TZ: FOLDER_PROCESS_TIME_ZONE }
			}
		);
		child.on('error', () => this.#killChild(child));
		try {
			// A lower priority than the app, so that a lesson's requests and verdicts go first.
			// A child that could not start has no id, and 0 would mean the app itself.
			if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
		} catch {
			// Ignore a failure: not every system lets a process lower the priority of another.
		}
		return child;
	}

	#killChild(child: ChildProcess): void {
		child.kill('SIGKILL');
		if (this.#child === child) this.#child = undefined;
	}

	/** Lets the app end while the folder process idles, and ends an idle process after a while. */
	#scheduleIdleEnd(): void {
		this.#idleTimer = setTimeout(() => this.close(), LONGEST_IDLE_MILLISECONDS);
		this.#idleTimer.unref();
		this.#child?.unref();
		this.#child?.channel?.unref();
	}
}

const folderProcess = new FolderProcess();

/** Packs a folder and reports its problems. With `isWhole`, also runs everything that the author's command checks. */
export const checkFolder = (
	name: string,
	files: Files,
	isWhole: boolean
): Promise<FolderReport | typeof FOLDER_PROCESS_FAILED> =>
	folderProcess.perform({ type: 'check', name, files, isWhole }, folderReportSchema);

export const compileFolder = (name: string, files: Files): Promise<PlayableFolder | typeof FOLDER_PROCESS_FAILED> =>
	folderProcess.perform({ type: 'play', name, files }, playableFolderSchema);

export const generateFolderFiles = (
	answers: RawChallengeAnswers
): Promise<GeneratedFolder | typeof FOLDER_PROCESS_FAILED> =>
	folderProcess.perform({ type: 'begin', answers }, generatedFolderSchema);

export const closeFolderProcess = (): void => folderProcess.close();
