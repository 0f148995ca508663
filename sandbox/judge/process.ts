import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { MessageFromChild, MessageToChild } from './child/entry.ts';
import { loadJudgeParts } from './parts.ts';
import type { TaskOutcome, JudgeTask, UncompiledTask } from './task-messages.ts';
import { ownThreadNumber } from '../thread-clock.ts';

/** A fixed time zone, so that a program's dates are the same on every machine. */
const JUDGE_TIME_ZONE = 'Europe/Paris';
/** Covers the start of the process and the compiles ahead of the task, before the process counts as lost. */
const EXTRA_KILL_DELAY_MILLISECONDS = 90_000;
const COMPILE_LIMIT_MILLISECONDS = 5000;

/** Outcome of a task during which the process ended twice. Another task may be to blame. */
export const LOST_TASK_OUTCOME = 'lost';

interface PendingTask {
	task: UncompiledTask | JudgeTask;
	resolve(outcome: TaskOutcome | typeof LOST_TASK_OUTCOME): void;
	killTimer: NodeJS.Timeout | undefined;
	isSecondTry: boolean;
}

export interface JudgeOptions {
	/** Programs judged at the same time. */
	seats?: number;
	/** For a judge that runs only for seconds: optimising its engines would take longer than it saves. */
	isShortLived?: boolean;
	/** For the judge of a server: gives the judge a lower priority than the app. */
	hasLowPriority?: boolean;
}

/** The judge's child process. When it ends, another is started and judges the pending tasks again, each at most once more. */
export class JudgeProcess {
	readonly #seatCount: number;
	readonly #isShortLived: boolean;
	readonly #hasLowPriority: boolean;
	readonly #pendingTasks = new Map<number, PendingTask>();
	#childPromise: Promise<ChildProcess> | undefined;
	#lastId = 0;
	#isClosed = false;

	constructor({ seats, isShortLived, hasLowPriority }: Required<JudgeOptions>) {
		this.#seatCount = seats;
		this.#isShortLived = isShortLived;
		this.#hasLowPriority = hasLowPriority;
	}

	judgeTask(task: UncompiledTask | JudgeTask): Promise<TaskOutcome | typeof LOST_TASK_OUTCOME> {
		if (this.#isClosed) return Promise.reject(new Error('The judge is closed.'));
		return new Promise((resolve) => {
			this.#lastId += 1;
			this.#pendingTasks.set(this.#lastId, { task, resolve, killTimer: undefined, isSecondTry: false });
			void this.#sendTask(this.#lastId);
		});
	}

	/** True also when no process runs, because one is started on demand. */
	async isResponding(milliseconds: number): Promise<boolean> {
		if (this.#childPromise === undefined) return true;
		const child = await this.#childPromise.catch(() => undefined);
		if (child === undefined) return false;
		const id = (this.#lastId += 1);
		return new Promise((resolve) => {
			const settleResponding = (isResponding: boolean): void => {
				clearTimeout(answerTimer);
				child.off('message', handleMessage);
				child.off('exit', settleWithoutProcess);
				resolve(isResponding);
			};
			const handleMessage = (message: MessageFromChild): void => {
				if (message.type === 'here' && message.id === id) settleResponding(true);
			};
			const settleWithoutProcess = (): void => settleResponding(true);
			const answerTimer = setTimeout(() => settleResponding(false), milliseconds);
			child.on('message', handleMessage);
			child.once('exit', settleWithoutProcess);
			sendToChild(child, { type: 'ask', id });
		});
	}

	/** Ends the process. Pending tasks resolve to `LOST_TASK_OUTCOME`. */
	async close(): Promise<void> {
		this.#isClosed = true;
		for (const { resolve, killTimer } of this.#pendingTasks.values()) {
			clearTimeout(killTimer);
			resolve(LOST_TASK_OUTCOME);
		}
		this.#pendingTasks.clear();
		const child = await this.#childPromise?.catch(() => undefined);
		this.#childPromise = undefined;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
		child.removeAllListeners('exit');
		child.ref();
		const exitEvent = once(child, 'exit');
		child.kill('SIGKILL');
		await exitEvent;
	}

	async #sendTask(id: number): Promise<void> {
		const childPromise = (this.#childPromise ??= this.#startChild());
		const child = await childPromise.catch(() => undefined);
		if (child === undefined) return this.#handleLostProcess(childPromise);
		const pendingTask = this.#pendingTasks.get(id);
		if (pendingTask === undefined || this.#childPromise !== childPromise) return;
		child.ref();
		child.channel?.ref();
		const roundsAhead = Math.ceil(this.#pendingTasks.size / this.#seatCount);
		const killDelay =
			pendingTask.task.limits.total * roundsAhead +
			COMPILE_LIMIT_MILLISECONDS * this.#pendingTasks.size +
			EXTRA_KILL_DELAY_MILLISECONDS;
		pendingTask.killTimer = setTimeout(() => child.kill('SIGKILL'), killDelay);
		sendToChild(child, { type: 'task', id, task: pendingTask.task });
	}

	#startChild(): Promise<ChildProcess> {
		const childPromise: Promise<ChildProcess> = this.#spawnChild((child) => {
			child.on('exit', () => this.#handleLostProcess(childPromise));
			child.on('error', () => this.#handleLostProcess(childPromise));
		});
		return childPromise;
	}

	async #spawnChild(watchChild: (child: ChildProcess) => void): Promise<ChildProcess> {
		const parts = await loadJudgeParts();
		const child = spawn(process.execPath, ['--input-type=commonjs', '-e', parts.childCode], {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			// The child gets no environment variables of the app: no database address, no secrets.
			env: { TZ: JUDGE_TIME_ZONE }
		});
		if (this.#hasLowPriority) lowerProcessPriority(child);
		child.on('message', (message: MessageFromChild) => {
			if (message.type === 'outcome') this.#settleTask(child, message);
		});
		watchChild(child);
		sendToChild(child, { type: 'start', parts, seats: this.#seatCount, isShortLived: this.#isShortLived });
		return child;
	}

	#settleTask(child: ChildProcess, { id, outcome }: Extract<MessageFromChild, { type: 'outcome' }>): void {
		const pendingTask = this.#pendingTasks.get(id);
		if (pendingTask === undefined) return;
		this.#pendingTasks.delete(id);
		clearTimeout(pendingTask.killTimer);
		// An idle process must not keep the app alive.
		if (this.#pendingTasks.size === 0) {
			child.unref();
			child.channel?.unref();
		}
		pendingTask.resolve(outcome);
	}

	#handleLostProcess(lostChildPromise: Promise<ChildProcess>): void {
		if (this.#childPromise !== lostChildPromise) return;
		this.#childPromise = undefined;
		for (const [id, pendingTask] of [...this.#pendingTasks]) {
			clearTimeout(pendingTask.killTimer);
			if (!pendingTask.isSecondTry) {
				pendingTask.isSecondTry = true;
				void this.#sendTask(id);
				continue;
			}
			this.#pendingTasks.delete(id);
			pendingTask.resolve(LOST_TASK_OUTCOME);
		}
	}
}

/** Only where limits count processor time, because waiting for the app would exceed limits in real time. */
function lowerProcessPriority(child: ChildProcess): void {
	// A process that did not start has no id, and the id zero would mean the app itself.
	if (child.pid === undefined || ownThreadNumber() === null) return;
	try {
		setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// Not every system lets a process lower another one's priority.
	}
}

function sendToChild(child: ChildProcess, message: MessageToChild): void {
	child.send(message, (error) => {
		// The exit of the process reports this failure too.
		void error;
	});
}
