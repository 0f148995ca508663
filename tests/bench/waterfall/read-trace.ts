import * as v from 'valibot';

/** Length of the slices for which a thread's work is counted. */
export const SLICE_MILLISECONDS = 50;
/** Threads that worked less than this are left out. */
const MIN_THREAD_BUSY_MILLISECONDS = 50;

interface ThreadWork {
	name: string;
	/** Milliseconds of work in each slice after the navigation began. */
	busyBySlice: number[];
	/** Milliseconds for each kind of work, the longest first. Nested work of another kind counts only for that kind. */
	kinds: { kind: string; milliseconds: number }[];
}

interface FetchedFile {
	path: string;
	/** Milliseconds after the navigation began. */
	start: number;
	end: number;
	kilobytes: number;
}

export interface StartTrace {
	threads: ThreadWork[];
	files: FetchedFile[];
}

const EventDataSchema = v.looseObject({
	requestId: v.optional(v.string()),
	url: v.optional(v.string()),
	encodedDataLength: v.optional(v.number()),
	isLoadingMainFrame: v.optional(v.boolean()),
	documentLoaderURL: v.optional(v.string())
});
const EventSchema = v.object({
	name: v.string(),
	ph: v.string(),
	pid: v.number(),
	tid: v.number(),
	/** Both `ts` and `dur` are microseconds. */
	ts: v.optional(v.number(), 0),
	dur: v.optional(v.number(), 0),
	args: v.optional(v.looseObject({ name: v.optional(v.unknown()), data: v.optional(EventDataSchema) }))
});
type TraceEvent = v.InferOutput<typeof EventSchema>;
const TraceSchema = v.object({ traceEvents: v.array(v.unknown()) });

/** Reads the first `milliseconds` after the navigation to `address`. Throws when the trace does not hold it. */
export function readStartTrace(trace: unknown, address: string, milliseconds: number): StartTrace {
	const events = v.parse(TraceSchema, trace).traceEvents.flatMap((event) => {
		const parsed = v.safeParse(EventSchema, event);
		return parsed.success ? [parsed.output] : [];
	});
	const navigation = events.findLast(
		({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === address
	);
	if (navigation === undefined) throw new Error(`The trace has no navigation to ${address}.`);
	const millisecondsSinceNavigation = (ts: number) => (ts - navigation.ts) / 1000;
	const isInShownTime = ({ ts }: TraceEvent) =>
		millisecondsSinceNavigation(ts) >= 0 && millisecondsSinceNavigation(ts) < milliseconds;
	// The browser's own processes and pages are left out, because our pages do not decide what they do.
	const pageProcesses = new Set(events.filter(isRequestOfPage).map(({ pid }) => pid));
	const eventsInTime = events.filter((event) => isInShownTime(event) && pageProcesses.has(event.pid));
	return {
		threads: summariseThreads(events, eventsInTime, millisecondsSinceNavigation),
		files: listFetchedFiles(eventsInTime, millisecondsSinceNavigation)
	};
}

const isRequestOfPage = ({ name, args }: TraceEvent): boolean =>
	name === 'ResourceSendRequest' && /^(?:https?|about):/.test(args?.data?.url ?? '');

const threadKeyOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

function summariseThreads(
	events: TraceEvent[],
	eventsInTime: TraceEvent[],
	millisecondsSinceNavigation: (ts: number) => number
): ThreadWork[] {
	const nameByThread = new Map(
		events.filter(({ name }) => name === 'thread_name').map((event) => [threadKeyOf(event), String(event.args?.name)])
	);
	const tasksByThread = new Map<string, TraceEvent[]>();
	for (const event of eventsInTime) {
		if (event.ph !== 'X' || event.dur === 0) continue;
		const tasks = tasksByThread.get(threadKeyOf(event));
		if (tasks === undefined) tasksByThread.set(threadKeyOf(event), [event]);
		else tasks.push(event);
	}
	return [...tasksByThread]
		.map(([key, tasks]): ThreadWork => {
			const kinds = sumSelfMillisecondsByKind(tasks);
			const busyBySlice = listBusyMillisecondsBySlice(tasks, millisecondsSinceNavigation);
			return { name: `${nameByThread.get(key) ?? 'thread'} ${key.split('/')[0]}`, busyBySlice, kinds };
		})
		.filter(({ busyBySlice }) => sumOf(busyBySlice) >= MIN_THREAD_BUSY_MILLISECONDS)
		.toSorted((one, other) => sumOf(other.busyBySlice) - sumOf(one.busyBySlice));
}

const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Returns the milliseconds for each kind of work. A nested task's time does not count for the task around it. */
function sumSelfMillisecondsByKind(tasks: TraceEvent[]): ThreadWork['kinds'] {
	const millisecondsByKind = new Map<string, number>();
	const addTime = (kind: string, microseconds: number) =>
		void millisecondsByKind.set(kind, (millisecondsByKind.get(kind) ?? 0) + microseconds / 1000);
	const openTasks: TraceEvent[] = [];
	for (const task of sortTasksByStart(tasks)) {
		while (openTasks.length > 0 && endMicrosecondsOf(openTasks.at(-1)) <= task.ts) openTasks.pop();
		const container = openTasks.at(-1);
		if (container !== undefined) addTime(container.name, -task.dur);
		addTime(task.name, task.dur);
		openTasks.push(task);
	}
	return [...millisecondsByKind]
		.map(([kind, milliseconds]) => ({ kind, milliseconds }))
		.toSorted((one, other) => other.milliseconds - one.milliseconds);
}

const sortTasksByStart = (tasks: TraceEvent[]): TraceEvent[] =>
	tasks.toSorted((one, other) => one.ts - other.ts || other.dur - one.dur);
const endMicrosecondsOf = (task: TraceEvent | undefined): number => (task === undefined ? 0 : task.ts + task.dur);

function listBusyMillisecondsBySlice(
	tasks: TraceEvent[],
	millisecondsSinceNavigation: (ts: number) => number
): number[] {
	const busyBySlice: number[] = [];
	let countedUntil = 0;
	for (const task of sortTasksByStart(tasks)) {
		let at = Math.max(countedUntil, millisecondsSinceNavigation(task.ts));
		const end = millisecondsSinceNavigation(endMicrosecondsOf(task));
		while (at < end) {
			const slice = Math.floor(at / SLICE_MILLISECONDS);
			const sliceEnd = Math.min(end, (slice + 1) * SLICE_MILLISECONDS);
			busyBySlice[slice] = (busyBySlice[slice] ?? 0) + sliceEnd - at;
			at = sliceEnd;
		}
		countedUntil = Math.max(countedUntil, end);
	}
	return Array.from(busyBySlice, (milliseconds = 0) => milliseconds);
}

function listFetchedFiles(events: TraceEvent[], millisecondsSinceNavigation: (ts: number) => number): FetchedFile[] {
	const finishById = new Map(
		events
			.filter(({ name }) => name === 'ResourceFinish')
			.map(({ ts, args }) => [args?.data?.requestId, { ts, bytes: args?.data?.encodedDataLength ?? 0 }])
	);
	return events
		.filter(isRequestOfPage)
		.map(({ ts, args }): FetchedFile => {
			const finish = finishById.get(args?.data?.requestId);
			return {
				path: new URL(args?.data?.url ?? 'about:blank').pathname,
				start: millisecondsSinceNavigation(ts),
				end: finish === undefined ? Infinity : millisecondsSinceNavigation(finish.ts),
				kilobytes: (finish?.bytes ?? 0) / 1000
			};
		})
		.toSorted((one, other) => one.start - other.start);
}
