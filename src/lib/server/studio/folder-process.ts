/** The process that packs, checks and begins folders: started on demand, one folder at a time, ended when it is idle or takes too long. */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import * as v from 'valibot';
import { CHALLENGE_FORMAT, type Challenge } from '#lib/domain/challenge.ts';
import { ConcurrencyLimiter } from '#lib/server/concurrency-limiter.ts';
import { privatePartSchema } from '#lib/server/content/hidden.ts';
import type { PrivatePart } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import type { Files } from '#sandbox/contract.ts';

interface FolderReport {
	problems: ContentProblem[];
	/** Null when challenge.yaml cannot be read. With problems, it only serves to show the lesson as it is. */
	packed: { challenge: Challenge; private: PrivatePart } | null;
}

/** The answers from which the author's command makes a small challenge, as they were typed. */
interface FolderAnswers {
	id: string;
	language: string;
	kind: string;
	person: string;
	example: string;
}

/** `refusal`: which answer cannot be read, and how to write it. */
type BegunFolder = { files: Files; refusal: null } | { files: null; refusal: string };

type FolderTask =
	| { type: 'check'; name: string; files: Files; isWhole: boolean }
	| { type: 'begin'; answers: FolderAnswers };

/** The folder took too long or ended the process; another may succeed. */
export const FOLDER_LOST = 'lost';

/** A built server runs in the repository's folder, where the author's command is. */
const COMMAND = ['--import', 'tsx', 'scripts/folder-checks.ts'];
const MOST_MEGABYTES = 768;
const LONGEST_MILLISECONDS = 90_000;
const IDLE_MILLISECONDS = 180_000;
/** The clock of verdicts: see sandbox/judge/process.ts. */
const TIME_ZONE = 'Europe/Paris';

const reportSchema: v.GenericSchema<unknown, FolderReport> = v.object({
	problems: v.array(v.object({ file: v.string(), line: v.number(), message: v.string() })),
	packed: v.nullable(
		v.object({
			challenge: v.custom<Challenge>((input) => v.is(challengeSchema, input)),
			private: privatePartSchema
		})
	)
});
const begunSchema: v.GenericSchema<unknown, BegunFolder> = v.union([
	v.object({ files: v.record(v.string(), v.string()), refusal: v.null() }),
	v.object({ files: v.null(), refusal: v.string() })
]);
const answerSchema = v.object({ id: v.number(), result: v.unknown() });
/** Its own code made the rest; this tells a report of another version from one of this. */
const challengeSchema = v.looseObject({
	format: v.literal(CHALLENGE_FORMAT),
	id: v.string(),
	version: v.string(),
	hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	steps: v.array(v.looseObject({ id: v.string(), kind: v.string() })),
	text: v.looseObject({ fr: v.looseObject({ title: v.string() }), en: v.looseObject({ title: v.string() }) })
});

class FolderProcess {
	readonly #limiter = new ConcurrencyLimiter(1);
	#child: ChildProcess | undefined;
	#idle: NodeJS.Timeout | undefined;
	#asked = 0;

	perform<Result>(task: FolderTask, schema: v.GenericSchema<unknown, Result>): Promise<Result | typeof FOLDER_LOST> {
		return this.#limiter.run(() => this.#ask(task, schema));
	}

	close(): void {
		clearTimeout(this.#idle);
		this.#child?.kill('SIGKILL');
		this.#child = undefined;
	}

	#ask<Result>(task: FolderTask, schema: v.GenericSchema<unknown, Result>): Promise<Result | typeof FOLDER_LOST> {
		clearTimeout(this.#idle);
		const child = (this.#child ??= this.#start());
		child.ref();
		child.channel?.ref();
		const id = (this.#asked += 1);
		return new Promise((resolve) => {
			const end = (result: Result | typeof FOLDER_LOST): void => {
				clearTimeout(late);
				child.off('message', hear);
				child.off('exit', lose);
				if (result === FOLDER_LOST) this.#forget(child);
				else this.#rest();
				resolve(result);
			};
			const lose = (): void => end(FOLDER_LOST);
			const hear = (message: unknown): void => {
				const answer = v.safeParse(answerSchema, message);
				if (!answer.success || answer.output.id !== id) return;
				const result = v.safeParse(schema, answer.output.result);
				end(result.success ? result.output : FOLDER_LOST);
			};
			const late = setTimeout(lose, LONGEST_MILLISECONDS);
			child.on('message', hear);
			child.once('exit', lose);
			child.send({ id, task }, (error) => {
				if (error) lose();
			});
		});
	}

	#start(): ChildProcess {
		const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEGABYTES}`, ...COMMAND], {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			// Nothing of the app's environment: no database address, no secrets.
			env: { TZ: TIME_ZONE }
		});
		child.on('error', () => this.#forget(child));
		try {
			// A lesson's requests and verdicts go first.
			setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL);
		} catch {
			// Not every system lets a process do so.
		}
		return child;
	}

	#forget(child: ChildProcess): void {
		child.kill('SIGKILL');
		if (this.#child === child) this.#child = undefined;
	}

	/** Lets the app end meanwhile. */
	#rest(): void {
		this.#idle = setTimeout(() => this.close(), IDLE_MILLISECONDS);
		this.#idle.unref();
		this.#child?.unref();
		this.#child?.channel?.unref();
	}
}

const folders = new FolderProcess();

/** Reads and packs a folder; with `isWhole`, does all that the author's command checks. */
export const checkFolder = (name: string, files: Files, isWhole: boolean): Promise<FolderReport | typeof FOLDER_LOST> =>
	folders.perform({ type: 'check', name, files, isWhole }, reportSchema);

/** Makes a small challenge that works, as the author's command does. */
export const beginFolder = (answers: FolderAnswers): Promise<BegunFolder | typeof FOLDER_LOST> =>
	folders.perform({ type: 'begin', answers }, begunSchema);

export const closeFolderProcess = (): void => folders.close();
