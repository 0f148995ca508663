import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserType, LaunchOptions, Page } from '@playwright/test';
import { stubFirefoxDriverCommand } from '../firefox.ts';
import type { Attack, AttackOrigin, AttackTarget } from './attack.ts';
import { networkAttacks } from './attack-list.ts';
import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address of this machine at which nothing of the sandbox is served. */
const LISTENER_ADDRESS = '127.0.0.2';

interface AttackListener {
	createTarget(run: string, id: string): AttackTarget;
	listHeardAttacks(run: string): Set<string>;
	close(): Promise<void>;
}

const requestPathPartsOf = (request: IncomingMessage) =>
	new URL(request.url ?? '/', 'http://listener').pathname.split('/');

/** Attacks that send datagrams. Each has a port of its own, because a datagram does not name its sender. */
const DATAGRAM_ATTACK_IDS = ['rtc-stun', 'nested-rtc-stun'];

async function startAttackListener(): Promise<AttackListener> {
	const attacksByRun = new Map<string, Set<string>>();
	let currentRun = '';
	const recordAttack = (run: string, id: string) => {
		const attacks = attacksByRun.get(run) ?? new Set();
		attacksByRun.set(run, attacks.add(id));
	};
	const server = createServer((request, response) => {
		const [, run = '', id = ''] = requestPathPartsOf(request);
		recordAttack(run, id);
		response.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end();
	});
	server.on('upgrade', (request, socket) => {
		const [, run = '', id = ''] = requestPathPartsOf(request);
		recordAttack(run, id);
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, LISTENER_ADDRESS, resolve));
	const { port } = server.address() as AddressInfo;
	const sockets = await Promise.all(
		DATAGRAM_ATTACK_IDS.map(async (id) => {
			const socket = createSocket('udp4');
			socket.on('message', () => recordAttack(currentRun, id));
			await new Promise<void>((resolve) => socket.bind(0, LISTENER_ADDRESS, resolve));
			return { id, socket, port: socket.address().port };
		})
	);
	return {
		createTarget: (run, id) => {
			currentRun = run;
			return {
				url: `http://${LISTENER_ADDRESS}:${port}/${run}/${id}`,
				socketUrl: `ws://${LISTENER_ADDRESS}:${port}/${run}/${id}`,
				hostName: `${run}-${id}.attack.test`.toLowerCase(),
				stunAddress: `${LISTENER_ADDRESS}:${sockets.find((one) => one.id === id)?.port ?? port}`
			};
		},
		listHeardAttacks: (run) => attacksByRun.get(run) ?? new Set(),
		close: async () => {
			for (const { socket } of sockets) socket.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** A host name as in a local network, where there is no secure context and the shell is on the next port. */
export const LAN_HOST_NAME = 'classe.attack-lan.test';

/** Milliseconds to wait for leaks that should not happen. In the control run, leaks arrive much sooner. */
const UNEXPECTED_LEAK_WAIT_MS = 1500;
/** Milliseconds to wait, without protection, for leaks that should happen, even on a slow machine. */
const EXPECTED_LEAK_WAIT_MS = 60_000;

/** Upper limit of pages that are open at the same time. Attacks that navigate away need a page each. */
const MOST_OPEN_PAGES = 4;

export const selectAttacksFrom = (from: AttackOrigin) =>
	networkAttacks.filter((attack) => attack.origins.includes(from === 'page' ? 'document' : from));
export const attackLabel = (attack: Attack, from: AttackOrigin) => `${attack.id} (${from})`;

export type AimedAttack = Attack & { target: AttackTarget };

/**
 * Runs attacks in a page, and resolves to the ids of those that report that they got in. Each attack that navigates away gets a
 * call and a page of its own.
 */
export type AttackRunner = (made: AimedAttack[], page: Page) => Promise<string[]>;

export class AttackArena {
	constructor(
		readonly context: BrowserContext,
		readonly listener: AttackListener,
		readonly readLookedUpNames: () => Promise<string>,
		readonly close: () => Promise<void>
	) {}

	/** Returns the attacks that leaked. Those that navigate away get a page each, a few at a time. */
	async findLeaks(
		runName: string,
		from: AttackOrigin,
		runAttacks: AttackRunner,
		chosenAttacks = selectAttacksFrom(from)
	): Promise<string[]> {
		return this.#makeAttacks(runName, from, runAttacks, chosenAttacks, []);
	}

	/** Returns the attacks that leaked without protection. Waits until all but the `exceptedIds` have leaked. */
	async findUnprotectedLeaks(
		runName: string,
		from: AttackOrigin,
		runAttacks: AttackRunner,
		chosenAttacks: Attack[],
		exceptedIds: readonly string[]
	): Promise<string[]> {
		const expectedIds = chosenAttacks.map(({ id }) => id).filter((id) => !exceptedIds.includes(id));
		return this.#makeAttacks(runName, from, runAttacks, chosenAttacks, expectedIds);
	}

	async #makeAttacks(
		runName: string,
		from: AttackOrigin,
		runAttacks: AttackRunner,
		chosenAttacks: Attack[],
		expectedIds: readonly string[]
	): Promise<string[]> {
		const aimedAttacks = chosenAttacks.map((attack): AimedAttack => ({
			...attack,
			target: this.listener.createTarget(runName, attack.id)
		}));
		const leavingAttacks = aimedAttacks.filter(({ leavesDocument }) => leavesDocument === true);
		const stayingAttacks = aimedAttacks.filter(({ leavesDocument }) => leavesDocument !== true);
		const entryAttacks = stayingAttacks.filter(({ sign }) => sign === 'entry');
		const sendingAttacks = stayingAttacks.filter(({ sign }) => sign !== 'entry');
		const groups = [entryAttacks, sendingAttacks, ...leavingAttacks.map((one) => [one])].filter(
			({ length }) => length > 0
		);
		const enteredIds = new Set<string>();
		const runAttackGroupsInTurn = async () => {
			let previousPage: Page | undefined;
			for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
				const page = await this.context.newPage();
				for (const id of await runAttacks(group, page)) enteredIds.add(id);
				// The previous page is closed only now, because its leak may still be on its way. When a leak is expected, the page stays
				// open.
				if (expectedIds.length === 0) await previousPage?.close();
				previousPage = page;
			}
		};
		await Promise.all(Array.from({ length: MOST_OPEN_PAGES }, runAttackGroupsInTurn));
		const leakedAttacks = await this.#waitForLeaks(runName, aimedAttacks, enteredIds, expectedIds);
		await Promise.all(this.context.pages().map((page) => page.close()));
		return leakedAttacks.map((attack) => attackLabel(attack, from));
	}

	async #waitForLeaks(
		runName: string,
		madeAttacks: AimedAttack[],
		entered: ReadonlySet<string>,
		expectedIds: readonly string[]
	): Promise<AimedAttack[]> {
		const findLeakedAttacks = async (): Promise<AimedAttack[]> => {
			const names = await this.readLookedUpNames();
			const arrivedIds = this.listener.listHeardAttacks(runName);
			return madeAttacks.filter(({ id, sign, target }) => {
				if (sign === 'entry') return entered.has(id);
				return sign === 'name' ? names.includes(target.hostName) : arrivedIds.has(id);
			});
		};
		const startedAt = Date.now();
		let leakedAttacks = await findLeakedAttacks();
		const isLeakStillExpected = () => expectedIds.some((id) => !leakedAttacks.some((one) => one.id === id));
		const isLeakWaitOver = () =>
			Date.now() - startedAt >= (isLeakStillExpected() ? EXPECTED_LEAK_WAIT_MS : UNEXPECTED_LEAK_WAIT_MS);
		while (!isLeakWaitOver() && leakedAttacks.length < madeAttacks.length) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			leakedAttacks = await findLeakedAttacks();
		}
		return leakedAttacks;
	}
}

interface AttackBrowser {
	context: BrowserContext;
	close(): Promise<void>;
}

/** Uses a profile on disk, because a private window never resolves names ahead of time. */
async function openChromium(
	type: BrowserType,
	launch: LaunchOptions,
	folder: string,
	logPath: string
): Promise<AttackBrowser> {
	const context = await type.launchPersistentContext(join(folder, 'profile'), {
		...launch,
		args: [...(launch.args ?? []), `--host-resolver-rules=MAP ${LAN_HOST_NAME} 127.0.0.1`, `--log-net-log=${logPath}`]
	});
	return { context, close: () => context.close() };
}

/** Settings with which Firefox leaks more, as in some people's browsers, and resolves the local host name. */
const LEAKY_FIREFOX_SETTINGS = {
	'network.dns.localDomains': LAN_HOST_NAME,
	'network.dns.disablePrefetch': false,
	'network.http.speculative-parallel-limit': 6,
	'browser.send_pings': true,
	'media.peerconnection.ice.loopback': true
};

async function openFirefox(type: BrowserType, launch: LaunchOptions, logPath: string): Promise<AttackBrowser> {
	const browser = await type.launch({
		...launch,
		firefoxUserPrefs: LEAKY_FIREFOX_SETTINGS,
		env: { ...process.env, MOZ_LOG: 'timestamp,sync,nsHostResolver:5', MOZ_LOG_FILE: logPath } as Record<string, string>
	});
	stubFirefoxDriverCommand(browser);
	return { context: await browser.newContext(), close: () => browser.close() };
}

/** First version of Chromium that is known to honour Connection-Allowlist, which prevents name lookups. */
const FIRST_CHROMIUM_WITH_ALLOWLIST = 152;

/** Returns the browser's name and version, and for an old Chromium the reason why host names leak. */
export function describeLeakingBrowser(name: string, version: string): string {
	const isOld = name === 'chromium' && Number.parseInt(version, 10) < FIRST_CHROMIUM_WITH_ALLOWLIST;
	const reason = `; it is older than ${FIRST_CHROMIUM_WITH_ALLOWLIST} and ignores Connection-Allowlist: names leak (docs/security.md)`;
	return `${name} ${version}${isOld ? reason : ''}`;
}

export async function openAttackArena(type: BrowserType, launch: LaunchOptions): Promise<AttackArena> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-attacks-'));
	const logPath = join(folder, 'names.log');
	const isFirefox = type.name() === 'firefox';
	const { context, close } = isFirefox
		? await openFirefox(type, launch, logPath)
		: await openChromium(type, launch, folder, logPath);
	const listener = await startAttackListener();
	const readLookedUpNames = () => readFile(isFirefox ? `${logPath}.moz_log` : logPath, 'utf8').catch(() => '');
	return new AttackArena(context, listener, readLookedUpNames, async () => {
		await close();
		await listener.close();
		await rm(folder, { recursive: true, force: true });
	});
}
