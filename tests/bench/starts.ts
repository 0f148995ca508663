/** Measures starts of the workbench with a new and a known browser, locally and over a school's line. */
import { openBrowserWithProfile } from './browser.ts';
import { openNetworkLine, type LineOptions } from './line.ts';
import { median, roundToDigits } from './statistics.ts';
import { measureVisit, measureSceneVisit, type VisitTimes, type VisitOptions } from './visit.ts';

export interface StartProfile {
	name: string;
	slowdown: number;
	line: Omit<LineOptions, 'to' | 'port'>;
}

export interface StartFigures extends StartProfile {
	visits: number;
	cold: VisitTimes;
	warm: VisitTimes;
}

const SCHOOL = { bitsPerSecond: 10_000_000, latency: 40 };
export const SLOW_PROFILES: readonly StartProfile[] = [
	{ name: 'localhost, processor 4x slower', slowdown: 4, line: {} },
	{ name: '10 Mbit/s and 40 ms, processor 4x slower', slowdown: 4, line: SCHOOL }
];
const PROFILES: readonly StartProfile[] = [{ name: 'localhost', slowdown: 1, line: {} }, ...SLOW_PROFILES];

export async function measureStarts(port: number, visits: number, profiles: number): Promise<StartFigures[]> {
	const figures: StartFigures[] = [];
	for (const profile of PROFILES.slice(0, profiles)) {
		const cold: VisitTimes[] = [];
		const warm: VisitTimes[] = [];
		for (let each = 0; each < visits; each++) {
			const looks = await visitTwice(port, profile, measureSceneVisit);
			const edits = await visitTwice(port, profile, measureVisit);
			cold.push({ ...edits.cold, ...looks.cold });
			warm.push({ ...edits.warm, ...looks.warm });
		}
		figures.push({ ...profile, visits, cold: middleOf(cold), warm: middleOf(warm) });
	}
	return figures;
}

/** Measures a visit with a new browser, and another one with the files that it has kept. */
async function visitTwice<Measured>(
	port: number,
	{ slowdown, line: lineOptions }: StartProfile,
	measure: (options: VisitOptions) => Promise<Measured>
): Promise<{ cold: Measured; warm: Measured }> {
	const line = await openNetworkLine({ to: port, ...lineOptions });
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = `http://localhost:${line.port}/fr/challenges/horodateur`;
		const options = { context, address, slowdown, taken: line.taken };
		const cold = await measure(options);
		// The workbench asks which saved work to open, so saved work is deleted before the second visit.
		await forget(options);
		return { cold, warm: await measure(options) };
	} finally {
		await close();
		await line.close();
	}
}

/** Deletes only saved work. Caches and the service worker stay. */
async function forget({ context, address }: Pick<VisitOptions, 'context' | 'address'>): Promise<void> {
	const page = await context.newPage();
	// A page of the app is opened, because only the app's pages can open its database.
	await page.goto(`${new URL(address).origin}/fr`);
	await page.evaluate(async () => {
		const all = await indexedDB.databases();
		await Promise.all(
			all.map(
				({ name }) =>
					new Promise((resolve) => {
						const request = indexedDB.deleteDatabase(name ?? '');
						request.onsuccess = request.onerror = request.onblocked = resolve;
					})
			)
		);
	});
	await page.close();
}

function middleOf(visits: VisitTimes[]): VisitTimes {
	const each = (name: keyof VisitTimes) => roundToDigits(median(visits.map((one) => one[name])), 0);
	return {
		readable: each('readable'),
		scene: each('scene'),
		editable: each('editable'),
		result: each('result'),
		bytes: each('bytes'),
		bytesAtResult: each('bytesAtResult'),
		files: each('files')
	};
}
