import { join } from 'node:path';
import type { Connection } from '#lib/server/db/database.ts';
import { openPglite } from '#lib/server/db/pglite.ts';
import { openPostgres } from '#lib/server/db/postgres.ts';
import { account, challengePackage, publication, studioChallenge } from '#lib/server/db/schema/index.ts';
import { aimAtMost, type Aim } from './aim.ts';
import { startAppProcesses } from './processes.ts';
import { prepareSchool, type BenchSchool } from './saves/school.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';

export interface CatalogueBenchSize {
	challenges: number;
	visits: number;
}

interface CatalogueTimes {
	/** Milliseconds of the first visit after the server's start, in which each version is read for the first time. */
	first: number;
	/** Milliseconds of a visit to the whole catalogue; `searched` is for a visit with a search. */
	whole: MeasurementSpread;
	searched: MeasurementSpread;
	/** Bytes of the whole catalogue's page, before compression. */
	bytes: number;
}

export type CatalogueFigures = Record<string, CatalogueTimes>;

const VISIT_AIM_MILLISECONDS = 100;
const SEARCH_QUERIES = ['trade=food', 'piste=blue', 'minutes=60', 'piste=red&minutes=90'];

export async function measureCatalogue(
	firstPort: number,
	amount: CatalogueBenchSize,
	say: (text: string) => void
): Promise<CatalogueFigures> {
	const measureOnDatabase = async (engine: BenchSchool['engine']): Promise<CatalogueTimes> => {
		const school = await prepareSchool(engine, 1);
		try {
			say(`${amount.challenges} challenges are published, ${engine}…`);
			// The first start stores the build's challenges, which are then copied.
			await (await startAppProcesses(firstPort, school.environment, 1)).close();
			await publishChallengeCopies(school, amount.challenges);
			const server = await startAppProcesses(firstPort, school.environment, 1);
			try {
				return await measureVisits(`http://localhost:${server.port}/fr/challenges`, amount);
			} finally {
				await server.close();
			}
		} finally {
			await school.close();
		}
	};
	return { pglite: await measureOnDatabase('pglite'), postgres: await measureOnDatabase('postgres') };
}

function openServerDatabase({ DATABASE_URL = '', DATA_FOLDER = '' }: Record<string, string>): Promise<Connection> {
	return DATABASE_URL === '' ? openPglite(join(DATA_FOLDER, 'database')) : openPostgres(DATABASE_URL);
}

async function publishChallengeCopies({ environment }: BenchSchool, copyCount: number): Promise<void> {
	const connection = await openServerDatabase(environment);
	const { database } = connection;
	await database.insert(account).values({ id: 'maker', role: 'teacher', name: 'Hélène', email: 'maker@invalid' });
	const packages = await database.select().from(challengePackage);
	for (let nth = 0; nth < copyCount; nth += 1) {
		const original = packages[nth % packages.length];
		if (original === undefined) throw new Error('The start has stored no challenge.');
		const id = `own-${nth.toString().padStart(12, '0')}`;
		const hash = nth.toString(16).padStart(64, '0');
		await database
			.insert(challengePackage)
			.values({ ...original, id, hash, challenge: { ...original.challenge, id, hash } });
		await database.insert(studioChallenge).values({ id, accountId: 'maker', madeFrom: original.id });
		const { version } = original;
		await database.insert(publication).values({ hash, challengeId: id, version, files: {}, state: 'published' });
	}
	await connection.close();
}

async function measureVisits(address: string, { challenges, visits }: CatalogueBenchSize): Promise<CatalogueTimes> {
	const visitCatalogue = async (search = '') => {
		const startMoment = performance.now();
		const page = await (await fetch(`${address}?${search}`)).text();
		return { duration: performance.now() - startMoment, page };
	};
	const { duration: first, page } = await visitCatalogue();
	const listedCount = new Set(page.match(/challenges\/own-\d+/g)).size;
	if (listedCount !== challenges)
		throw new Error(`The catalogue lists ${listedCount} of ${challenges} published challenges.`);
	const [whole, searched]: [number[], number[]] = [[], []];
	for (let nth = 0; nth < visits; nth += 1) {
		whole.push((await visitCatalogue()).duration);
		searched.push((await visitCatalogue(SEARCH_QUERIES[nth % SEARCH_QUERIES.length])).duration);
	}
	return {
		first: Math.round(first),
		whole: spreadOf(whole),
		searched: spreadOf(searched),
		bytes: Buffer.byteLength(page)
	};
}

export function catalogueAims(figures: CatalogueFigures): Aim[] {
	return Object.entries(figures).flatMap(([where, { whole, searched }]) => [
		aimAtMost(`the catalogue on ${where}, p95, ms`, VISIT_AIM_MILLISECONDS, whole.p95),
		aimAtMost(`a search in it on ${where}, p95, ms`, VISIT_AIM_MILLISECONDS, searched.p95)
	]);
}

export function formatCatalogueFigures(figures: CatalogueFigures): string[] {
	return Object.entries(figures).map(
		([where, { first, whole, searched, bytes }]) =>
			`${where.padEnd(9)} the first visit ${first} ms · whole ${whole.p50} / ${whole.p95} ms · searched ${searched.p50} / ${searched.p95} ms · ${Math.round(bytes / 1000)} kB`
	);
}
