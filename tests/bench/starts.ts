/** Measures cold and warm starts of the workbench, locally and over a school's line. */
import { openProfile } from './browser.ts';
import { openLine, type LineOptions } from './line.ts';
import { middle, round } from './statistics.ts';
import { visit, type Visit } from './visit.ts';

export interface StartFigures {
	name: string;
	slowdown: number;
	line: Omit<LineOptions, 'to' | 'port'>;
	visits: number;
	cold: Visit;
	warm: Visit;
}

const SCHOOL = { bitsPerSecond: 10_000_000, latency: 40 };
const PROFILES: Pick<StartFigures, 'name' | 'slowdown' | 'line'>[] = [
	{ name: 'localhost', slowdown: 1, line: {} },
	{ name: 'localhost, processor 4x slower', slowdown: 4, line: {} },
	{ name: '10 Mbit/s and 40 ms, processor 4x slower', slowdown: 4, line: SCHOOL }
];

export async function measureStarts(port: number, visits: number, profiles: number): Promise<StartFigures[]> {
	const figures: StartFigures[] = [];
	for (const profile of PROFILES.slice(0, profiles)) {
		const cold: Visit[] = [];
		const warm: Visit[] = [];
		for (let each = 0; each < visits; each++) {
			const line = await openLine({ to: port, ...profile.line });
			const { context, close } = await openProfile();
			try {
				const options = {
					context,
					address: `http://localhost:${line.port}/fr/challenges/horodateur`,
					slowdown: profile.slowdown,
					taken: line.taken
				};
				cold.push(await visit(options));
				// With saved work the workbench first asks which to resume, so a warm visit must find none.
				await forget(options);
				warm.push(await visit(options));
			} finally {
				await close();
				await line.close();
			}
		}
		figures.push({ ...profile, visits, cold: middleOf(cold), warm: middleOf(warm) });
	}
	return figures;
}

/** Deletes the saved work only: caches and the service worker stay. */
async function forget({ context, address }: { context: Parameters<typeof visit>[0]['context']; address: string }) {
	const page = await context.newPage();
	// Use a page of the app: other addresses may not open its database.
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

function middleOf(visits: Visit[]): Visit {
	const each = (name: keyof Visit) => round(middle(visits.map((one) => one[name])), 0);
	return {
		readable: each('readable'),
		scene: each('scene'),
		editable: each('editable'),
		result: each('result'),
		bytes: each('bytes'),
		bytesAtResult: each('bytesAtResult')
	};
}
