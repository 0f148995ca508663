import { setTimeout as pause } from 'node:timers/promises';
import { prepareLessons, type BenchLesson, type BenchLessons } from './board/lessons.ts';
import { processUseOf } from './board/process-use.ts';
import { openEventStream } from './board/streams.ts';
import { HandInAuthor } from './hand-in-rush/author.ts';
import {
	ENDLESS_WORK_COUNT,
	endlessAssignmentId,
	createEndlessWorks,
	endlessVersionId,
	endlessWorkId
} from './hand-in-rush/beside.ts';
import { openPagesOnce, PageVisitors } from './hand-in-rush/beside.ts';
import { createHandInWorks } from './hand-ins/works.ts';
import { startServer, type ServedApp } from './server.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';
import { aimAtMost, type Aim } from './aim.ts';

export function handInRushAims(figures: HandInRushFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { verdict, pages, verdictOverMinute, lostVerdicts, endless }]) => [
		aimAtMost(`35 hand-ins in the same second on ${engine}: the last verdict, ms`, 3000, verdict.last),
		aimAtMost(`pages meanwhile on ${engine}, p95, ms`, 300, pages.p95),
		aimAtMost(`35 hand-ins within a minute on ${engine}: verdict, p95, ms`, 2000, verdictOverMinute.p95),
		aimAtMost(`hand-ins on ${engine} without their one verdict`, 0, lostVerdicts),
		aimAtMost(
			`beside 30 programs that never end on ${engine}: another's verdict, ms`,
			3000,
			endless.verdict ?? Infinity
		)
	]);
}

export function formatHandInRushFigures(figures: HandInRushFigures): string[] {
	return Object.entries(figures).map(
		([engine, { verdict, pages, processor, fetchesPerHandIn, verdictOverMinute, lostVerdicts, endless }]) =>
			`${engine.padEnd(8)} verdict after ${verdict.p50} / ${verdict.p95} ms, the last of each class after ${verdict.lastOfClasses.join(', ')} (${verdict.runs}), each browser asked ${fetchesPerHandIn} times, ` +
			`${processor} s of the app's processor time · pages ${pages.p50} / ${pages.p95} (${pages.runs}) · within a minute ${verdictOverMinute.p50} / ${verdictOverMinute.p95} · ` +
			`${lostVerdicts} lost · beside ${endless.waiting} programs that never end ${endless.verdict ?? 'never'}`
	);
}

export interface HandInRushSize {
	students: number;
	/** Seconds in which the whole class hands in. */
	seconds: number;
	/** Number of classes that hand in at once, one after the other. */
	classes: number;
}

interface DatabaseRushFigures {
	/** Milliseconds from a hand-in until its verdict was read; `last` is the longest, and `lastOfClasses` that of each class. */
	verdict: MeasurementSpread & { last: number; lastOfClasses: number[] };
	/** Milliseconds that loading a page took while the class handed in. */
	pages: MeasurementSpread;
	/** Processor seconds that one class took in the app's process. */
	processor: number;
	/** How many times each browser fetched its submission. */
	fetchesPerHandIn: number;
	/** Milliseconds as in `verdict`, when the hand-ins are spread over a minute. */
	verdictOverMinute: MeasurementSpread;
	/** Number of submissions that got no verdict. */
	lostVerdicts: number;
	/** Milliseconds until a student's verdict, while another student's endless programs wait; null when the verdict never came. */
	endless: { waiting: number; verdict: number | null };
}

export type HandInRushFigures = Record<BenchLessons['engine'], DatabaseRushFigures>;

export async function measureHandInRush(
	firstPort: number,
	amount: HandInRushSize,
	say: (text: string) => void
): Promise<HandInRushFigures> {
	const measureOnDatabase = async (engine: BenchLessons['engine']): Promise<DatabaseRushFigures> => {
		const { students, seconds, classes } = amount;
		say(
			`${students} students hand in within ${seconds} seconds, then ${classes} times ${students} at once, ${engine}…`
		);
		// There is one more lesson to warm up the server, and one for the programs that never end.
		const school = await prepareLessons(engine, classes + 2, students, async (connection, lessons) => {
			await createHandInWorks(connection, lessons);
			for (const lesson of lessons.slice(0, 1)) await createEndlessWorks(connection, lesson);
		});
		const server = await startServer(firstPort, school.environment);
		try {
			return await measureRushFigures(server, school.lessons, amount, say);
		} finally {
			await server.close();
			await school.close();
		}
	};
	return { pglite: await measureOnDatabase('pglite'), postgres: await measureOnDatabase('postgres') };
}

async function measureRushFigures(
	server: ServedApp,
	[warmUpLesson, spreadLesson, ...rushLessons]: BenchLesson[],
	{ seconds }: HandInRushSize,
	say: (text: string) => void
): Promise<DatabaseRushFigures> {
	const base = `http://localhost:${server.port}`;
	if (!warmUpLesson || !spreadLesson) throw new Error('There are no classes.');
	const warmUpStudent = warmUpLesson.students.at(-1);
	if (!warmUpStudent) throw new Error('There are no students.');
	await openPagesOnce(base, warmUpLesson, spreadLesson);
	await withOpenStreams(base, warmUpLesson, async ([author]) => author?.handIn());
	const millisecondsBetweenHandIns = (seconds * 1000) / spreadLesson.students.length;
	const spreadTimes = await withOpenStreams(base, spreadLesson, (authors) =>
		Promise.all(
			authors.map(async (author, index) => {
				await pause(index * millisecondsBetweenHandIns);
				return author.handIn();
			})
		)
	);
	const [rushTimes, pageTimes, lastOfClasses]: [(number | null)[], number[], number[]] = [[], [], []];
	let [processorSeconds, fetchCount] = [0, 0];
	for (const lesson of rushLessons) {
		await withOpenStreams(base, lesson, async (authors) => {
			const visitors = new PageVisitors(base, lesson, spreadLesson);
			const secondsBefore = processUseOf(server.process).seconds;
			const classTimes = await Promise.all(authors.map((author) => author.handIn()));
			rushTimes.push(...classTimes);
			lastOfClasses.push(Math.round(Math.max(...classTimes.map(Number))));
			processorSeconds += processUseOf(server.process).seconds - secondsBefore;
			pageTimes.push(...(await visitors.endVisits()));
			fetchCount += authors.reduce((sum, one) => sum + one.fetchCount, 0);
		});
	}
	say(`${ENDLESS_WORK_COUNT} programs that never end, and another's…`);
	const besideFigures = await measureHandInBesideEndlessPrograms(base, warmUpLesson);
	const times = rushTimes.filter((time) => time !== null);
	return {
		verdict: { ...spreadOf(times), last: Math.max(...lastOfClasses), lastOfClasses },
		pages: spreadOf(pageTimes),
		processor: roundToDigits(processorSeconds / rushLessons.length, 2),
		fetchesPerHandIn: roundToDigits(fetchCount / rushTimes.length),
		verdictOverMinute: spreadOf(spreadTimes.filter((time) => time !== null)),
		lostVerdicts: [...rushTimes, ...spreadTimes].filter((time) => time === null).length,
		endless: besideFigures
	};
}

/** Runs `act` while the event streams of a class are open: each student's, and that of the teacher's board. */
async function withOpenStreams<Value>(
	base: string,
	{ classId, assignment, teacher, students }: BenchLesson,
	act: (authors: HandInAuthor[]) => Promise<Value>
): Promise<Value> {
	const authors = students.map((student) => new HandInAuthor(base, assignment, student));
	const address = `${base}/fr/classes/${classId}/assignments/${assignment}/events?view=board`;
	const board = await openEventStream(address, teacher.cookie, () => undefined);
	await Promise.all(authors.map((author) => author.openEvents()));
	try {
		return await act(authors);
	} finally {
		for (const one of [board, ...authors]) one.close();
	}
}

async function measureHandInBesideEndlessPrograms(
	base: string,
	{ assignment, students }: BenchLesson
): Promise<DatabaseRushFigures['endless']> {
	const [greedyStudent, ...others] = students;
	const otherStudent = others.at(-1);
	if (!greedyStudent || !otherStudent) throw new Error('There are no students.');
	const endlessAuthors = Array.from(
		{ length: ENDLESS_WORK_COUNT },
		(_, at) => new HandInAuthor(base, endlessAssignmentId(at), greedyStudent, endlessWorkId(at), endlessVersionId(at))
	);
	// The verdicts on these programs are not awaited.
	const acceptedHandIns = await Promise.all(endlessAuthors.map((one) => one.sendHandIn()));
	const author = new HandInAuthor(base, assignment, otherStudent);
	await author.openEvents();
	const verdict = await author.handIn();
	author.close();
	return { waiting: acceptedHandIns.filter(Boolean).length, verdict: verdict && Math.round(verdict) };
}
