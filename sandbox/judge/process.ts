/** The judge's child process, for the app that starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { MessageFromChild, MessageToChild } from './child/entry.ts';
import { loadParts } from './parts.ts';
import type { TaskOutcome, JudgeTask, UncompiledTask } from './plan.ts';

/** A fixed time zone, so that a program's dates are the same on every machine. */
const TIME_ZONE = 'Europe/Paris';
/**
 * Milliseconds added to a task's limits before the process counts as lost. They cover its start and the compiles that wait
 * before.
 */
const PATIENCE_MILLISECONDS = 90_000;
/** Milliseconds allowed for compiling each task. */
const COMPILE_MILLISECONDS = 5000;

/** Outcome of a task during which the process ended twice. Another task may be to blame. */
export const LOST_TASK_OUTCOME = 'lost';

interface PendingTask {
	task: UncompiledTask | JudgeTask;
	resolve(outcome: TaskOutcome | typeof LOST_TASK_OUTCOME): void;
	watchdog: NodeJS.Timeout | undefined;
	isSecond: boolean;
}

/** When the process ends, starts another, which judges the pending tasks again. Each task is repeated at most once. */
export class JudgeProcess {
	readonly #seats: number;
	readonly #isBrief: boolean;
	readonly #pending = new Map<number, PendingTask>();
	#child: Promise<ChildProcess> | undefined;
	#asked = 0;
	#isClosed = false;

	constructor(seats: number, isBrief: boolean) {
		this.#seats = seats;
		this.#isBrief = isBrief;
	}

	get load(): number {
		return this.#pending.size;
	}

	judgeTask(task: UncompiledTask | JudgeTask): Promise<TaskOutcome | typeof LOST_TASK_OUTCOME> {
		if (this.#isClosed) return Promise.reject(new Error('The judge is closed.'));
		return new Promise((resolve) => {
			this.#asked += 1;
			this.#pending.set(this.#asked, { task, resolve, watchdog: undefined, isSecond: false });
			void this.#sendTask(this.#asked);
		});
	}

	/**
	 * Resolves to whether the process answers within so many milliseconds, even when it is busy. True when no process runs, since
	 * one is started on demand.
	 */
	async isWell(milliseconds: number): Promise<boolean> {
		if (this.#child === undefined) return true;
		const child = await this.#child.catch(() => undefined);
		if (child === undefined) return false;
		const id = (this.#asked += 1);
		return new Promise((resolve) => {
			const end = (isWell: boolean): void => {
				clearTimeout(late);
				child.off('message', hear);
				child.off('exit', endAsAbsent);
				resolve(isWell);
			};
			const hear = (message: MessageFromChild): void => {
				if (message.type === 'here' && message.id === id) end(true);
			};
			const endAsAbsent = (): void => end(true);
			const late = setTimeout(() => end(false), milliseconds);
			child.on('message', hear);
			child.once('exit', endAsAbsent);
			sendToChild(child, { type: 'ask', id });
		});
	}

	/** Ends the process. Pending tasks resolve to `LOST_TASK_OUTCOME`. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const { resolve, watchdog } of this.#pending.values()) {
			clearTimeout(watchdog);
			resolve(LOST_TASK_OUTCOME);
		}
		this.#pending.clear();
		const child = await this.#child?.catch(() => undefined);
		this.#child = undefined;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
		child.removeAllListeners('exit');
		child.ref();
		const end = once(child, 'exit');
		child.kill('SIGKILL');
		await end;
	}

	async #sendTask(id: number): Promise<void> {
		const starting = (this.#child ??= this.#start());
		const child = await starting.catch(() => undefined);
		if (child === undefined) return this.#handleLostProcess(starting);
		const pending = this.#pending.get(id);
		// The process has ended in the meantime, and the task was sent to the next process.
		if (pending === undefined || this.#child !== starting) return;
		child.ref();
		child.channel?.ref();
		const ahead = Math.ceil(this.#pending.size / this.#seats);
		const within =
			pending.task.limits.total * ahead + COMPILE_MILLISECONDS * this.#pending.size + PATIENCE_MILLISECONDS;
		pending.watchdog = setTimeout(() => child.kill('SIGKILL'), within);
		sendToChild(child, { type: 'task', id, task: pending.task });
	}

	#start(): Promise<ChildProcess> {
		const starting: Promise<ChildProcess> = this.#spawn((child) => {
			child.on('exit', () => this.#handleLostProcess(starting));
			child.on('error', () => this.#handleLostProcess(starting));
		});
		return starting;
	}

	async #spawn(watch: (child: ChildProcess) => void): Promise<ChildProcess> {
		const parts = await loadParts();
		const child = spawn(process.execPath, ['--input-type=commonjs', '-e', parts.child], {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			// The child gets no environment variables of the app: no database address, no secrets.
			env: { TZ: TIME_ZONE }
		});
		child.on('message', (message: MessageFromChild) => {
			if (message.type === 'outcome') this.#settleTask(child, message);
		});
		watch(child);
		sendToChild(child, { type: 'start', parts, seats: this.#seats, isBrief: this.#isBrief });
		return child;
	}

	#settleTask(child: ChildProcess, { id, outcome }: Extract<MessageFromChild, { type: 'outcome' }>): void {
		const pending = this.#pending.get(id);
		if (pending === undefined) return;
		this.#pending.delete(id);
		clearTimeout(pending.watchdog);
		// An idle process must not keep the app alive.
		if (this.#pending.size === 0) {
			child.unref();
			child.channel?.unref();
		}
		pending.resolve(outcome);
	}

	/** Handles a process that ended or failed to start; called once for each. */
	#handleLostProcess(ended: Promise<ChildProcess>): void {
		if (this.#child !== ended) return;
		this.#child = undefined;
		for (const [id, pending] of [...this.#pending]) {
			clearTimeout(pending.watchdog);
			if (!pending.isSecond) {
				pending.isSecond = true;
				void this.#sendTask(id);
				continue;
			}
			this.#pending.delete(id);
			pending.resolve(LOST_TASK_OUTCOME);
		}
	}
}

function sendToChild(child: ChildProcess, message: MessageToChild): void {
	child.send(message, (error) => {
		// The exit of the process reports this failure too.
		void error;
	});
}
