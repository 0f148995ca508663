import type { Browser } from 'playwright';
import { openBrowser } from './browser.ts';
import { measureContender, type SimulatedProgressChange, type ContenderFigures } from './board/contender.ts';
import { startBareContender, createBraiseContender } from './board/contenders.ts';
import { prepareLessons, type BenchLesson } from './board/lessons.ts';
import { openBoard, openWorkbench } from './board/screens.ts';
import { openEventStream } from './board/streams.ts';
import { startServer } from './server.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';
import { aimAtMost, type Aim } from './aim.ts';

export function boardAims({ braise, screen, debate }: BoardFigures): Aim[] {
	return [
		aimAtMost('a change to a board’s stream, p95, ms', 300, braise.delay.p95),
		aimAtMost('a change to a teacher’s screen, p95, ms', 300, screen.p95),
		aimAtMost('changes that no board heard', 0, braise.lostChanges),
		aimAtMost('to the debate, the last browser of a class, ms', 2000, debate.longest),
		aimAtMost('to the debate, drawn on a screen, ms', 2000, debate.screen)
	];
}

export function formatBoardFigures({ braise, bare, screen, debate }: BoardFigures): string[] {
	const formatContenderLine = (
		name: string,
		{ streams, delay, changesPerSecond, lostChanges, memory, processor }: BoardFigures['braise']
	) =>
		`${name.padEnd(7)} ${streams} streams · ${changesPerSecond} changes in a second, heard after ${delay.p50} / ${delay.p95} ms (${lostChanges} lost) · ` +
		`${memory.join(' → ')} MB · ${processor} % of a processor`;
	return [
		formatContenderLine('Braise', braise),
		formatContenderLine('bare', bare),
		`drawn on a teacher’s screen after ${screen.p50} / ${screen.p95} ms (${screen.runs})`,
		`to the debate: heard after ${debate.delay.p50} / ${debate.delay.p95} ms, the last of ${debate.delay.runs} after ${debate.longest}; drawn after ${debate.screen}`
	];
}

export interface BoardBenchSize {
	classes: number;
	students: number;
	perSecond: number;
	seconds: number;
}

export interface BoardFigures {
	braise: ContenderFigures;
	bare: ContenderFigures;
	/** Milliseconds from the moment at which a change was due until a teacher's screen showed it. */
	screen: MeasurementSpread;
	/**
	 * Milliseconds from the teacher's click until each browser had the event; `screen` is the time until an open page showed the
	 * decision.
	 */
	debate: { delay: MeasurementSpread; longest: number; screen: number };
}

export async function measureBoard(
	firstPort: number,
	amount: BoardBenchSize,
	say: (text: string) => void
): Promise<BoardFigures> {
	const { classes, students, perSecond, seconds } = amount;
	say(`${classes} classes of ${students}…`);
	const school = await prepareLessons('pglite', classes, students);
	const { lessons } = school;
	const boardLoad = { lessons, perSecond, seconds };
	const browser = await openBrowser();
	try {
		const server = await startServer(firstPort, school.environment);
		const base = `http://localhost:${server.port}`;
		const braiseMeasurements = await (async () => {
			try {
				say('Everyone at Braise…');
				const watchedLesson = lessons[0];
				if (!watchedLesson) throw new Error('There is no class.');
				const board = await openBoard(browser, base, watchedLesson);
				const watchedChanges: [SimulatedProgressChange, number][] = [];
				const { streamsOpen, ...figures } = await measureContender(
					createBraiseContender(server),
					boardLoad,
					(change, due) => {
						if (change.lesson === watchedLesson) watchedChanges.push([change, performance.timeOrigin + due]);
					}
				);
				const screenDelays = measureScreenDelays(await board.readRowTextMoments(), watchedChanges);
				await board.close();
				say('To the debate…');
				const debate = await measureDebate(browser, base, lessons.at(-1) ?? watchedLesson);
				for (const stream of streamsOpen) stream.close();
				return { figures, screen: screenDelays, debate };
			} finally {
				await server.close();
			}
		})();
		say('Everyone at a bare server…');
		const bareContender = await startBareContender();
		const { streamsOpen, ...figures } = await measureContender(bareContender, boardLoad);
		for (const stream of streamsOpen) stream.close();
		await bareContender.close();
		return {
			braise: braiseMeasurements.figures,
			bare: figures,
			screen: braiseMeasurements.screen,
			debate: braiseMeasurements.debate
		};
	} finally {
		await browser.close();
		await school.close();
	}
}

function measureScreenDelays(
	rowTexts: [string, string, number][],
	changes: [SimulatedProgressChange, number][]
): MeasurementSpread {
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
	let startMoment = Infinity;
	const delays: number[] = [];
	const streams = await Promise.all(
		students.map(({ cookie }) =>
			openEventStream(`${base}/api/assignments/${assignment}/events`, cookie, ({ name, data, arrivedAt: at }) => {
				if (name === 'debate' && at > startMoment && JSON.stringify(data).includes('"choosing"'))
					delays.push(at - startMoment);
			})
		)
	);
	startMoment = performance.now();
	const answer = await fetch(`${base}/fr/classes/${classId}/assignments/${assignment}/debate?/open`, {
		method: 'POST',
		headers: { cookie: teacher.cookie, origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		redirect: 'manual'
	});
	if (answer.status >= 400) throw new Error(`The debate was answered with ${answer.status}.`);
	const screenDelay = roundToDigits((await workbench.waitForDecideStep()) - performance.timeOrigin - startMoment);
	if (delays.length < students.length) throw new Error(`${delays.length} of ${students.length} heard of the debate.`);
	for (const stream of streams) stream.close();
	await workbench.close();
	return { delay: spreadOf(delays), longest: roundToDigits(Math.max(...delays)), screen: screenDelay };
}
