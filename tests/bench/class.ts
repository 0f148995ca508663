import type { IncomingMessage } from 'node:http';
import { openBrowserWithProfile } from './browser.ts';
import { openSchoolProxy, removeAcceptEncoding } from './class/proxy.ts';
import { VisitRecording, type RecordedRequest } from './class/recording.ts';
import { replayVisit } from './class/replay.ts';
import { openNetworkLine } from './line.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';
import { measureVisit, type VisitTimes } from './visit.ts';

export interface ClassVisitFigures {
	name: string;
	/** True when compressed answers reach the browsers; false when a proxy removes the compression. */
	compression: boolean;
	visits: number;
	/** The visit of the student with a real browser. */
	student: VisitTimes;
	/** The other students' visits, replayed from one recording: milliseconds until the page itself had loaded, and until all its files had. */
	others: { document: MeasurementSpread; whole: MeasurementSpread };
	/** Bytes that were sent to the whole class. */
	bytes: number;
	requests: number;
}

const PROCESSOR_SLOWDOWN = 4;
const LINE_BITS_PER_SECOND = 20_000_000;
const LINE_LATENCY_MILLISECONDS = 40;
/** Milliseconds without requests after which a visit is over. They are many, because a busy machine pauses between requests. */
const MILLISECONDS_WITHOUT_REQUESTS = 5000;
/** Milliseconds to wait at most. Without compression, the last bytes of a class take minutes. */
const PATIENCE_MILLISECONDS = 600_000;

const challengeAddressAt = (port: number) => `http://localhost:${port}/fr/challenges/horodateur`;

/**
 * Measures with and without compression, one after the other. The visits to replay are recorded at the same time, over separate
 * lines.
 */
export async function measureClassVisits(port: number, visitCount: number): Promise<ClassVisitFigures[]> {
	const proxy = await openSchoolProxy({ targetPort: port, rewriteHeaders: removeAcceptEncoding });
	try {
		// Two recordings are needed, because a browser's requests depend on the answers it gets.
		const recordedWays = await Promise.all(
			[
				{ to: port, compression: true },
				{ to: proxy.port, compression: false }
			].map(async (way) => ({ ...way, recorded: await recordVisit(way.to, visitCount) }))
		);
		const figures: ClassVisitFigures[] = [];
		for (const { to, compression, recorded } of recordedWays) {
			figures.push(await measureClassVisit(to, visitCount, recorded, compression));
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
async function recordVisit(port: number, visitCount: number): Promise<RecordedRequest[]> {
	const line = await openNetworkLine({
		targetPort: port,
		bitsPerSecond: (2 * LINE_BITS_PER_SECOND) / visitCount,
		latency: LINE_LATENCY_MILLISECONDS
	});
	const recording = new VisitRecording();
	const proxy = await openSchoolProxy({
		targetPort: line.port,
		onrequest: (request: IncomingMessage) => recording.recordRequest(request)
	});
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = challengeAddressAt(proxy.port);
		const isWaiting = () => recording.isWaiting;
		const visitOptions = {
			takeSentByteCount: line.takeSentByteCount,
			isWaiting,
			calmMilliseconds: MILLISECONDS_WITHOUT_REQUESTS,
			patienceMilliseconds: PATIENCE_MILLISECONDS
		};
		await measureVisit({ context, address, slowdown: PROCESSOR_SLOWDOWN, ...visitOptions });
	} finally {
		await close();
		await proxy.close();
		await line.close();
	}
	return recording.listRecordedRequests();
}

async function measureClassVisit(
	port: number,
	visitCount: number,
	recordedRequests: RecordedRequest[],
	compression: boolean
): Promise<ClassVisitFigures> {
	const line = await openNetworkLine({
		targetPort: port,
		bitsPerSecond: LINE_BITS_PER_SECOND,
		latency: LINE_LATENCY_MILLISECONDS
	});
	/** A separate line counts only this student's bytes. */
	const studentLine = await openNetworkLine({ targetPort: line.port });
	const { context, close } = await openBrowserWithProfile();
	try {
		const address = challengeAddressAt(studentLine.port);
		const visitReplays = Array.from({ length: visitCount - 1 }, () => replayVisit(recordedRequests, line.port));
		const [student, replayTimes] = await Promise.all([
			measureVisit({
				context,
				address,
				slowdown: PROCESSOR_SLOWDOWN,
				takeSentByteCount: studentLine.takeSentByteCount,
				patienceMilliseconds: PATIENCE_MILLISECONDS
			}),
			Promise.all(visitReplays)
		]);
		return {
			name: `${visitCount} first visits share ${LINE_BITS_PER_SECOND / 1_000_000} Mbit/s, ${compression ? 'compressed' : 'a proxy undoes the compression'}`,
			compression,
			visits: visitCount,
			student: roundVisitTimes(student),
			others: {
				document: spreadOf(replayTimes.map(({ document }) => document)),
				whole: spreadOf(replayTimes.map(({ whole }) => whole))
			},
			bytes: line.takeSentByteCount(),
			requests: recordedRequests.length
		};
	} finally {
		await close();
		await studentLine.close();
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
