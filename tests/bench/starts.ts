/** Measures starts of the workbench with a new and a known browser, locally and over a school's line. */
import { openBrowserWithProfile } from './browser.ts';
import { openNetworkLine, type NetworkLineOptions } from './line.ts';
import { median, roundToDigits } from './statistics.ts';
import { measureVisit, measureSceneVisit, type VisitTimes, type VisitOptions } from './visit.ts';

export interface StartProfile {
	name: string;
	slowdown: number;
	line: Omit<NetworkLineOptions, 'targetPort' | 'port'>;
}

export interface StartFigures extends StartProfile {
	visits: number;
	cold: VisitTimes;
	warm: VisitTimes;
}

const SCHOOL_LINE_OPTIONS = { bitsPerSecond: 10_000_000, latency: 40 };
export const SLOW_START_PROFILES: readonly StartProfile[] = [
	{ name: 'localhost, processor 4x slower', slowdown: 4, line: {} },
	{ name: '10 Mbit/s and 40 ms, processor 4x slower', slowdown: 4, line: SCHOOL_LINE_OPTIONS }
];
const START_PROFILES: readonly StartProfile[] = [{ name: 'localhost', slowdown: 1, line: {} }, ...SLOW_START_PROFILES];

export async function measureStarts(port: number, visits: number, profiles: number): Promise<StartFigures[]> {
	const figures: StartFigures[] = [];
	for (const profile of START_PROFILES.slice(0, profiles)) {
		const coldVisits: VisitTimes[] = [];
		const warmVisits: VisitTimes[] = [];
		for (let each = 0; each < visits; each++) {
			const sceneVisits = await measureFirstAndSecondVisit(port, profile, measureSceneVisit);
			const editVisits = await measureFirstAndSecondVisit(port, profile, measureVisit);
			coldVisits.push({ ...editVisits.cold, ...sceneVisits.cold });
			warmVisits.push({ ...editVisits.warm, ...sceneVisits.warm });
		}
		figures.push({ ...profile, visits, cold: medianVisitTimes(coldVisits), warm: medianVisitTimes(warmVisits) });
	}
	return figures;
}

/** Measures a visit with a new browser, and a second visit with the files that the browser has cached. */
async function measureFirstAndSecondVisit<Measured>(
	port: number,
	{ slowdown, line: lineOptions }: StartProfile,
	measure: (options: VisitOptions) => Promise<Measured>
): Promise<{ cold: Measured; warm: Measured }> {
	const line = await openNetworkLine({ targetPort: port, ...lineOptions });
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = `http://localhost:${line.port}/fr/challenges/horodateur`;
		const options = { context, address, slowdown, takeSentByteCount: line.takeSentByteCount };
		const cold = await measure(options);
		// Deletes saved work before the second visit, because the workbench would otherwise ask which work to open.
		await deleteSavedWork(options);
		return { cold, warm: await measure(options) };
	} finally {
		await close();
		await line.close();
	}
}

/** Deletes only saved work. Caches and the service worker stay. */
async function deleteSavedWork({ context, address }: Pick<VisitOptions, 'context' | 'address'>): Promise<void> {
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

function medianVisitTimes(visits: VisitTimes[]): VisitTimes {
	const medianOf = (name: keyof VisitTimes) => roundToDigits(median(visits.map((one) => one[name])), 0);
	return {
		readable: medianOf('readable'),
		scene: medianOf('scene'),
		editable: medianOf('editable'),
		result: medianOf('result'),
		bytes: medianOf('bytes'),
		bytesAtResult: medianOf('bytesAtResult'),
		files: medianOf('files')
	};
}
