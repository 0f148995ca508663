/** Measures a whole class's first visit over one line: one real browser, the other visits replayed. */
import type { IncomingMessage } from 'node:http';
import { openBrowserWithProfile } from './browser.ts';
import { openProxy, removeAcceptEncoding } from './class/proxy.ts';
import { Recording, type RecordedRequest } from './class/recording.ts';
import { replayVisit } from './class/replay.ts';
import { openNetworkLine } from './line.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';
import { measureVisit, type VisitTimes } from './visit.ts';

export interface ClassFigures {
	name: string;
	/** True when compressed answers reach the browsers; false when a proxy removes the compression. */
	compression: boolean;
	visits: number;
	/** The visit of the student with a real browser. */
	student: VisitTimes;
	/** The other students' visits, replayed from one recording: milliseconds until the page itself had loaded, and until all its files had. */
	others: { document: Spread; whole: Spread };
	/** Bytes that were sent to the whole class. */
	bytes: number;
	requests: number;
}

const SLOWDOWN = 4;
const BITS_PER_SECOND = 20_000_000;
const LATENCY = 40;
/** Milliseconds without requests after which a visit is over. They are many, because a busy machine pauses between requests. */
const CALM = 5000;
/** Milliseconds to wait at most. Without compression, the last bytes of a class take minutes. */
const PATIENCE = 600_000;

const addressAt = (port: number) => `http://localhost:${port}/fr/challenges/horodateur`;

/**
 * Measures with and without compression, one after the other. The visits to replay are recorded at the same time, over separate
 * lines.
 */
export async function measureClass(port: number, visits: number): Promise<ClassFigures[]> {
	const proxy = await openProxy({ to: port, rewrite: removeAcceptEncoding });
	try {
		// Two recordings are needed, because a browser's requests depend on the answers it gets.
		const ways = await Promise.all(
			[
				{ to: port, compression: true },
				{ to: proxy.port, compression: false }
			].map(async (way) => ({ ...way, recorded: await record(way.to, visits) }))
		);
		const figures: ClassFigures[] = [];
		for (const { to, compression, recorded } of ways) {
			figures.push(await visitTogether(to, visits, recorded, compression));
		}
		return figures;
	} finally {
		await proxy.close();
	}
}

/**
 * Records one visit at twice its share of the line, because other visits pause now and then. A recording needs the order of the
 * requests, not their speed.
 */
async function record(port: number, visits: number): Promise<RecordedRequest[]> {
	const line = await openNetworkLine({ to: port, bitsPerSecond: (2 * BITS_PER_SECOND) / visits, latency: LATENCY });
	const recording = new Recording();
	const proxy = await openProxy({
		to: line.port,
		onrequest: (request: IncomingMessage) => recording.recordRequest(request)
	});
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = addressAt(proxy.port);
		const isWaiting = () => recording.isWaiting;
		const visitOptions = { taken: line.taken, isWaiting, calm: CALM, patience: PATIENCE };
		await measureVisit({ context, address, slowdown: SLOWDOWN, ...visitOptions });
	} finally {
		await close();
		await proxy.close();
		await line.close();
	}
	return recording.end();
}

async function visitTogether(
	port: number,
	visits: number,
	recorded: RecordedRequest[],
	compression: boolean
): Promise<ClassFigures> {
	const line = await openNetworkLine({ to: port, bitsPerSecond: BITS_PER_SECOND, latency: LATENCY });
	/** A separate line counts only this student's bytes. */
	const own = await openNetworkLine({ to: line.port });
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = addressAt(own.port);
		const others = Array.from({ length: visits - 1 }, () => replayVisit(recorded, line.port));
		const [student, replayed] = await Promise.all([
			measureVisit({ context, address, slowdown: SLOWDOWN, taken: own.taken, patience: PATIENCE }),
			Promise.all(others)
		]);
		return {
			name: `${visits} first visits share ${BITS_PER_SECOND / 1_000_000} Mbit/s, ${compression ? 'compressed' : 'a proxy undoes the compression'}`,
			compression,
			visits,
			student: roundVisitTimes(student),
			others: {
				document: spreadOf(replayed.map(({ document }) => document)),
				whole: spreadOf(replayed.map(({ whole }) => whole))
			},
			bytes: line.taken(),
			requests: recorded.length
		};
	} finally {
		await close();
		await own.close();
		await line.close();
	}
}

function roundVisitTimes({ readable, scene, editable, result, bytes, bytesAtResult, files }: VisitTimes): VisitTimes {
	return {
		readable: roundToDigits(readable, 0),
		scene: roundToDigits(scene, 0),
		editable: roundToDigits(editable, 0),
		result: roundToDigits(result, 0),
		bytes,
		bytesAtResult,
		files
	};
}
