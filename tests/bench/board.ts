/** Measures a thousand students and their teachers' boards, beside a bare event server. */
import type { Browser } from 'playwright';
import { openBrowser } from './browser.ts';
import { measureContender, type SimulatedProgressChange, type ContenderFigures } from './board/contender.ts';
import { startBareContender, braiseContender } from './board/contenders.ts';
import { prepareLessons, type BenchLesson } from './board/lessons.ts';
import { openBoard, openWorkbench } from './board/screens.ts';
import { openEventStream } from './board/streams.ts';
import { startServer } from './server.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';

export interface BoardAmount {
	classes: number;
	students: number;
	perSecond: number;
	seconds: number;
}

export interface BoardFigures {
	braise: ContenderFigures;
	bare: ContenderFigures;
	/** Milliseconds from the moment at which a change was due until a teacher's screen showed it. */
	screen: Spread;
	/**
	 * Milliseconds from the teacher's click until each browser had the event; `screen` is the time until an open page showed the
	 * decision.
	 */
	debate: { heard: Spread; longest: number; screen: number };
}

export async function measureBoard(
	from: number,
	amount: BoardAmount,
	say: (text: string) => void
): Promise<BoardFigures> {
	const { classes, students, perSecond, seconds } = amount;
	say(`${classes} classes of ${students}…`);
	const school = await prepareLessons('pglite', classes, students);
	const { lessons } = school;
	const load = { lessons, perSecond, seconds };
	const browser = await openBrowser();
	try {
		const server = await startServer(from, school.environment);
		const base = `http://localhost:${server.port}`;
		const measurements = await (async () => {
			try {
				say('Everyone at Braise…');
				const watchedLesson = lessons[0];
				if (!watchedLesson) throw new Error('There is no class.');
				const board = await openBoard(browser, base, watchedLesson);
				const changes: [SimulatedProgressChange, number][] = [];
				const { streamsOpen, ...figures } = await measureContender(braiseContender(server), load, (change, due) => {
					if (change.lesson === watchedLesson) changes.push([change, performance.timeOrigin + due]);
				});
				const screen = measureScreen(await board.seen(), changes);
				await board.close();
				say('To the debate…');
				const debate = await measureDebate(browser, base, lessons.at(-1) ?? watchedLesson);
				for (const stream of streamsOpen) stream.close();
				return { figures, screen, debate };
			} finally {
				await server.close();
			}
		})();
		say('Everyone at a bare server…');
		const plain = await startBareContender();
		const { streamsOpen, ...figures } = await measureContender(plain, load);
		for (const stream of streamsOpen) stream.close();
		await plain.close();
		return { braise: measurements.figures, bare: figures, screen: measurements.screen, debate: measurements.debate };
	} finally {
		await browser.close();
		await school.close();
	}
}

function measureScreen(rowTexts: [string, string, number][], changes: [SimulatedProgressChange, number][]): Spread {
	return spreadOf(
		changes.map(([{ student, passed }, due]) => {
			const words = ` ${190 - passed} test`;
			const rowText = rowTexts.find(([row, text, at]) => row === student.account && at >= due && text.includes(words));
			return rowText ? rowText[2] - due : Infinity;
		})
	);
}

async function measureDebate(browser: Browser, base: string, lesson: BenchLesson): Promise<BoardFigures['debate']> {
	const { classId, assignment, teacher, students } = lesson;
	const workbench = await openWorkbench(browser, base, lesson);
	let began = Infinity;
	const delays: number[] = [];
	const streams = await Promise.all(
		students.map(({ cookie }) =>
			openEventStream(`${base}/api/assignments/${assignment}/events`, cookie, ({ name, data, at }) => {
				if (name === 'debate' && at > began && JSON.stringify(data).includes('"choosing"')) delays.push(at - began);
			})
		)
	);
	began = performance.now();
	const answer = await fetch(`${base}/fr/classes/${classId}/assignments/${assignment}/debate?/open`, {
		method: 'POST',
		headers: { cookie: teacher.cookie, origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		redirect: 'manual'
	});
	if (answer.status >= 400) throw new Error(`The debate was answered with ${answer.status}.`);
	const screen = roundToDigits((await workbench.decides()) - performance.timeOrigin - began);
	if (delays.length < students.length) throw new Error(`${delays.length} of ${students.length} heard of the debate.`);
	for (const stream of streams) stream.close();
	await workbench.close();
	return { heard: spreadOf(delays), longest: roundToDigits(Math.max(...delays)), screen };
}
