/** Puts one server under the load of a school, with a fixed number of changes a second. */
import { setTimeout as pause } from 'node:timers/promises';
import { round, spread, type Spread } from '../statistics.ts';
import type { Lesson } from './lessons.ts';
import { useOf } from './process-use.ts';
import { openAll, type Heard, type Stream } from './streams.ts';

/** A change by one student, with the number by which a board recognises it. */
export interface Change {
	lesson: Lesson;
	student: Lesson['students'][number];
	passed: number;
}

export interface Contender {
	process: number;
	watchBoard(lesson: Lesson, heard: (event: Heard) => void): Promise<Stream>;
	watchOwn(lesson: Lesson, student: Lesson['students'][number], heard: (event: Heard) => void): Promise<Stream>;
	/** Resolves to whether the server accepted the change. */
	say(change: Change): Promise<boolean>;
	/** Returns the changes that an event tells a board, each with its number. */
	told(event: Heard): [member: string, passed: number][];
}

export interface ContenderFigures {
	streams: number;
	/** Milliseconds from when a change was due until the class's board heard it. */
	heard: Spread;
	changesPerSecond: number;
	/** Changes that no board heard. */
	lost: number;
	/** Megabytes before anyone connected, with everyone connected, and at the end. */
	memory: [alone: number, connected: number, after: number];
	/** Percent of one processor while changes were made. */
	processor: number;
}

export interface Load {
	lessons: Lesson[];
	perSecond: number;
	seconds: number;
}

const WARMING = 200;

export async function measureContender(
	contender: Contender,
	{ lessons, perSecond, seconds }: Load,
	during: (change: Change, due: number) => void = () => undefined
): Promise<ContenderFigures & { streamsOpen: Stream[] }> {
	const alone = useOf(contender.process).megabytes;
	const waiting = new Map<string, number>();
	const taken: number[] = [];
	const hear = (event: Heard) => {
		for (const [member, passed] of contender.told(event)) {
			const due = waiting.get(`${member} ${passed}`);
			if (due === undefined) continue;
			waiting.delete(`${member} ${passed}`);
			taken.push(event.at - due);
		}
	};
	const streamsOpen = await openAll(
		lessons.flatMap((lesson) => [
			() => contender.watchBoard(lesson, hear),
			...lesson.students.map((student) => () => contender.watchOwn(lesson, student, () => undefined))
		])
	);
	const connected = useOf(contender.process).megabytes;
	const everyone = lessons.flatMap((lesson) => lesson.students.map((student) => ({ lesson, student })));
	// Warm up: first-time costs are no part of a lesson.
	for (const who of everyone.slice(0, WARMING)) await contender.say({ ...who, passed: 0 });
	const changeAt = (turn: number): Change | undefined => {
		// Take students of different classes in turn, so that no board gets all changes.
		const who = everyone[(turn * 37) % everyone.length];
		return who && { ...who, passed: 1 + Math.floor(turn / everyone.length) + (turn % 100) };
	};
	const before = useOf(contender.process).seconds;
	const began = performance.now();
	const saying: Promise<unknown>[] = [];
	for (let turn = 0; turn < perSecond * seconds; turn++) {
		const due = began + (turn * 1000) / perSecond;
		await pause(Math.max(0, due - performance.now()));
		const change = changeAt(turn);
		if (!change) break;
		waiting.set(`${change.student.member} ${change.passed}`, due);
		during(change, due);
		saying.push(contender.say(change));
	}
	const answers = await Promise.all(saying);
	const lasted = (performance.now() - began) / 1000;
	const processor = round(((useOf(contender.process).seconds - before) / lasted) * 100);
	const late = performance.now() + 3000;
	while (waiting.size > 0 && performance.now() < late) await pause(20);
	if (answers.includes(false)) throw new Error('A change was refused.');
	return {
		streams: streamsOpen.length,
		heard: spread(taken),
		changesPerSecond: round(answers.length / lasted),
		lost: waiting.size,
		memory: [alone, connected, useOf(contender.process).megabytes],
		processor,
		streamsOpen
	};
}
