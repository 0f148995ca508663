/** Measures how a class wall of 200 exhibits scrolls on a slow machine: `npm run bench -- --wall`. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { exhibit, membership } from '#lib/server/db/schema/index.ts';
import { storeTestProject } from '#lib/server/wall/testing.ts';
import { aimAtMost, type Aim } from './aim.ts';
import type { BenchSizes } from './amounts.ts';
import { prepareSchool, type BenchSchool } from './saves/school.ts';
import { startServer } from './server.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';

/** Figures of a wall that is scrolled to its end; `gaps` and `longest` are milliseconds between two frames. */
export interface WallFigures {
	gaps: MeasurementSpread;
	longest: number;
	/** Milliseconds from the navigation to the first picture on the wall. */
	firstPicture: number;
	exhibits: number;
}

const CLASS_ID = 'open';
/** Factor by which the page is slowed, and the longest gap that is aimed at, in milliseconds. */
const PAGE_SLOWDOWN = 6;
const FRAME_GAP_AIM_MILLISECONDS = 100;
const COVER_SIZE = { width: WALL_LIMITS.coverSide, height: 360 };
/** Pixels that the wall moves in a second: four screens of a laptop, as with a wheel that is turned fast. */
const SCROLL_PIXELS_PER_SECOND = 3000;

export async function measureWall(
	browser: Browser,
	firstPort: number,
	{ exhibits }: BenchSizes['wall'],
	say: (text: string) => void
): Promise<WallFigures> {
	const school = await prepareSchool('pglite', Math.ceil(exhibits / WALL_LIMITS.ofStudent));
	try {
		say(`${exhibits} projects are put on a wall…`);
		await hangAllExhibits(school, await paintCovers(browser, exhibits));
		const server = await startServer(firstPort, school.environment);
		try {
			return { ...(await scrollWall(browser, school, server.port)), exhibits };
		} finally {
			await server.close();
		}
	} finally {
		await school.close();
	}
}

/** Returns `coverCount` different pictures, as JPEG in base64. */
async function paintCovers(browser: Browser, coverCount: number): Promise<string[]> {
	const page = await browser.newPage();
	const covers = await page.evaluate(
		({ width, height, amount }) =>
			Array.from({ length: amount }, (_, nth) => {
				const canvas = Object.assign(document.createElement('canvas'), { width, height });
				const context = canvas.getContext('2d');
				for (let circle = 0; context !== null && circle < 150; circle++) {
					context.fillStyle = `hsl(${(nth * 37 + circle * 11) % 360} 70% 50%)`;
					context.beginPath();
					context.arc((circle * 97 + nth * 13) % width, (circle * 61 + nth * 7) % height, 30, 0, 7);
					context.fill();
				}
				return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? '';
			}),
		{ ...COVER_SIZE, amount: coverCount }
	);
	await page.close();
	return covers;
}

async function hangAllExhibits({ students, environment }: BenchSchool, covers: string[]): Promise<void> {
	const connection = await openPglite(join(environment['DATA_FOLDER'] ?? '', 'database'));
	const { database } = connection;
	await database.insert(membership).values(
		students.map(({ account }) => ({
			id: account,
			classId: CLASS_ID,
			accountId: account,
			pseudonym: account,
			pseudonymKey: account
		}))
	);
	for (const [nth, cover] of covers.entries()) {
		const account = students[nth % students.length]?.account ?? '';
		await hangExhibit(database, account, nth, cover);
	}
	await connection.close();
}

async function hangExhibit(database: Database, account: string, nth: number, coverContent: string): Promise<void> {
	const files = { 'main.ts': `circle(${nth}, 200, 80);` };
	const { work, version } = await storeTestProject(database, [account], files, `Ronds ${nth}`);
	const putUpMoment = new Date(Date.UTC(2026, 10, 29) + nth * 1000);
	await database.insert(exhibit).values({
		id: `exhibit-${nth}`,
		classId: CLASS_ID,
		membershipId: account,
		workId: work,
		versionId: version,
		title: `Ronds ${nth}`,
		question: 'Est-ce que les couleurs vont ensemble ?',
		files,
		cover: coverContent,
		coverDescription: 'Des ronds de toutes les couleurs.',
		bytes: coverContent.length,
		putUpAt: putUpMoment,
		changedAt: putUpMoment
	});
}

async function scrollWall(
	browser: Browser,
	{ students }: BenchSchool,
	port: number
): Promise<Omit<WallFigures, 'exhibits'>> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block' });
	const [name = '', value = ''] = (students[0]?.cookie ?? '').split('=');
	await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: PAGE_SLOWDOWN });
	await page.goto(`http://localhost:${port}/fr/wall/${CLASS_ID}`, { waitUntil: 'networkidle' });
	const firstPicture = await page.evaluate(
		() =>
			performance
				.getEntriesByType('resource')
				.find((entry): entry is PerformanceResourceTiming => entry.name.includes('/cover'))?.responseEnd ?? NaN
	);
	const gaps = await measureFrameGaps(page);
	await context.close();
	return { gaps: spreadOf(gaps), longest: roundToDigits(Math.max(...gaps), 1), firstPicture: Math.round(firstPicture) };
}

/** Scrolls to the end of the page at one speed, and returns the milliseconds between the frames. */
function measureFrameGaps(page: Page): Promise<number[]> {
	return page.evaluate(async (speed) => {
		// Measured once, because asking in each frame would make the page lay itself out for the answer.
		const scrollEnd = document.documentElement.scrollHeight - innerHeight;
		const gaps: number[] = [];
		const startMoment = await new Promise<number>(requestAnimationFrame);
		let momentBefore = startMoment;
		while (momentBefore - startMoment < (scrollEnd / speed) * 1000) {
			const now = await new Promise<number>(requestAnimationFrame);
			gaps.push(now - momentBefore);
			momentBefore = now;
			scrollTo(0, ((now - startMoment) / 1000) * speed);
		}
		return gaps;
	}, SCROLL_PIXELS_PER_SECOND);
}

export function wallAims({ longest, exhibits }: WallFigures): Aim[] {
	return [aimAtMost(`a wall of ${exhibits}, 6x slower, the longest gap, ms`, FRAME_GAP_AIM_MILLISECONDS, longest)];
}

export function formatWallFigures({ gaps, longest, firstPicture, exhibits }: WallFigures): string[] {
	return [
		`${exhibits} exhibits: the first picture after ${firstPicture} ms · between frames ${gaps.p50} / ${gaps.p95} ms, the longest ${longest} (${gaps.runs} frames)`
	];
}
