import { setTimeout as pause } from 'node:timers/promises';
import { roundToDigits, spreadOf, type MeasurementSpread } from '../statistics.ts';
import type { BenchLesson } from './lessons.ts';
import { processUseOf } from './process-use.ts';
import { openEventStreams, type StreamEvent, type EventStream } from './streams.ts';

/** A change that one student makes. A board recognises it by the student and the number of passed checks. */
export interface SimulatedProgressChange {
	lesson: BenchLesson;
	student: BenchLesson['students'][number];
	passed: number;
}

export interface BoardContender {
	process: number;
	watchBoard(lesson: BenchLesson, onEvent: (event: StreamEvent) => void): Promise<EventStream>;
	watchStudentRow(
		lesson: BenchLesson,
		student: BenchLesson['students'][number],
		onEvent: (event: StreamEvent) => void
	): Promise<EventStream>;
	/** Resolves to whether the server accepted the change. */
	sendChange(change: SimulatedProgressChange): Promise<boolean>;
	/** Returns the changes that an event reports to a board: each student’s membership and number of passed checks. */
	readChangesOfEvent(event: StreamEvent): [member: string, passed: number][];
}

export interface ContenderFigures {
	streams: number;
	/** Milliseconds from the moment at which a change was due until the class's board got it. */
	delay: MeasurementSpread;
	changesPerSecond: number;
	/** Number of changes that no board got. */
	lostChanges: number;
	/** Megabytes: before any connection, with all connections, and at the end. */
	memory: [alone: number, connected: number, after: number];
	/** Percent of one processor that the server used while changes were made. */
	processor: number;
}

export interface BoardLoad {
	lessons: BenchLesson[];
	perSecond: number;
	seconds: number;
}

const WARM_UP_CHANGE_COUNT = 200;

export async function measureContender(
	contender: BoardContender,
	{ lessons, perSecond, seconds }: BoardLoad,
	onChangeSent: (change: SimulatedProgressChange, due: number) => void = () => undefined
): Promise<ContenderFigures & { streamsOpen: EventStream[] }> {
	const megabytesAlone = processUseOf(contender.process).megabytes;
	const dueByChange = new Map<string, number>();
	const delays: number[] = [];
	const recordDelays = (event: StreamEvent) => {
		for (const [member, passed] of contender.readChangesOfEvent(event)) {
			const due = dueByChange.get(`${member} ${passed}`);
			if (due === undefined) continue;
			dueByChange.delete(`${member} ${passed}`);
			delays.push(event.arrivedAt - due);
		}
	};
	const streamsOpen = await openEventStreams(
		lessons.flatMap((lesson) => [
			() => contender.watchBoard(lesson, recordDelays),
			...lesson.students.map((student) => () => contender.watchStudentRow(lesson, student, () => undefined))
		])
	);
	const megabytesConnected = processUseOf(contender.process).megabytes;
	const lessonsAndStudents = lessons.flatMap((lesson) => lesson.students.map((student) => ({ lesson, student })));
	// Warms up the server, because what only happens at first is no part of a lesson.
	for (const lessonAndStudent of lessonsAndStudents.slice(0, WARM_UP_CHANGE_COUNT))
		await contender.sendChange({ ...lessonAndStudent, passed: 0 });
	const createChangeOfTurn = (turn: number): SimulatedProgressChange | undefined => {
		// Students of different classes take turns, so that no single board gets all changes.
		const who = lessonsAndStudents[(turn * 37) % lessonsAndStudents.length];
		return who && { ...who, passed: 1 + Math.floor(turn / lessonsAndStudents.length) + (turn % 100) };
	};
	const secondsBefore = processUseOf(contender.process).seconds;
	const startMoment = performance.now();
	const sentChanges: Promise<unknown>[] = [];
	for (let turn = 0; turn < perSecond * seconds; turn++) {
		const due = startMoment + (turn * 1000) / perSecond;
		await pause(Math.max(0, due - performance.now()));
		const change = createChangeOfTurn(turn);
		if (!change) break;
		dueByChange.set(`${change.student.member} ${change.passed}`, due);
		onChangeSent(change, due);
		sentChanges.push(contender.sendChange(change));
	}
	const answers = await Promise.all(sentChanges);
	const lastedSeconds = (performance.now() - startMoment) / 1000;
	const processorPercent = roundToDigits(
		((processUseOf(contender.process).seconds - secondsBefore) / lastedSeconds) * 100
	);
	const late = performance.now() + 3000;
	while (dueByChange.size > 0 && performance.now() < late) await pause(20);
	if (answers.includes(false)) throw new Error('A change was refused.');
	return {
		streams: streamsOpen.length,
		delay: spreadOf(delays),
		changesPerSecond: roundToDigits(answers.length / lastedSeconds),
		lostChanges: dueByChange.size,
		memory: [megabytesAlone, megabytesConnected, processUseOf(contender.process).megabytes],
		processor: processorPercent,
		streamsOpen
	};
}
