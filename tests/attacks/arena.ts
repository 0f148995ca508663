/** Runs attacks in a browser that logs its name lookups, beside a listener that records leaks. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserType, LaunchOptions, Page } from '@playwright/test';
import { stubFirefoxDriverCommand } from '../firefox.ts';
import type { Attack, AttackOrigin, AttackTarget } from './attack.ts';
import { attacks } from './attack-list.ts';
import { startListener, type Listener } from './listener.ts';

/** A host name as in a local network, where there is no secure context and the shell is on the next port. */
export const LAN_HOST_NAME = 'classe.attack-lan.test';

/** Milliseconds to wait for leaks that should not happen. In the control run, leaks arrive much sooner. */
const SILENCE = 1500;
/** Milliseconds to wait, without protection, for leaks that should happen, even on a slow machine. */
const PATIENCE = 60_000;

/** Upper limit of pages that are open at the same time. Attacks that navigate away need a page each. */
const AT_ONCE = 4;

export const selectAttacksFrom = (from: AttackOrigin) =>
	attacks.filter((attack) => attack.from.includes(from === 'page' ? 'document' : from));
export const attackLabel = (attack: Attack, from: AttackOrigin) => `${attack.id} (${from})`;

export type AimedAttack = Attack & { target: AttackTarget };

/** Runs the attacks, and returns the ids of those that report an entry. An attack that navigates away is passed alone. */
export type AttackRunner = (made: AimedAttack[], page: Page) => Promise<string[]>;

export class AttackArena {
	constructor(
		readonly context: BrowserContext,
		readonly listener: Listener,
		readonly names: () => Promise<string>,
		readonly close: () => Promise<void>
	) {}

	/** Returns the attacks that leaked. Those that navigate away get a page each, a few at a time. */
	async findLeaks(
		run: string,
		from: AttackOrigin,
		make: AttackRunner,
		made = selectAttacksFrom(from)
	): Promise<string[]> {
		return this.#makeAttacks(run, from, make, made, []);
	}

	/** Returns the attacks that leaked without protection. Waits until all but the `exceptions` have leaked. */
	async findUnprotectedLeaks(
		run: string,
		from: AttackOrigin,
		make: AttackRunner,
		made: Attack[],
		exceptions: readonly string[]
	): Promise<string[]> {
		const expectedIds = made.map(({ id }) => id).filter((id) => !exceptions.includes(id));
		return this.#makeAttacks(run, from, make, made, expectedIds);
	}

	async #makeAttacks(
		run: string,
		from: AttackOrigin,
		make: AttackRunner,
		made: Attack[],
		expectedIds: readonly string[]
	): Promise<string[]> {
		const aimed = made.map((attack): AimedAttack => ({ ...attack, target: this.listener.target(run, attack.id) }));
		const leaving = aimed.filter(({ leaves }) => leaves === true);
		const staying = aimed.filter(({ leaves }) => leaves !== true);
		const asking = staying.filter(({ sign }) => sign === 'entry');
		const sending = staying.filter(({ sign }) => sign !== 'entry');
		const groups = [asking, sending, ...leaving.map((one) => [one])].filter(({ length }) => length > 0);
		const entered = new Set<string>();
		const oneLane = async () => {
			let before: Page | undefined;
			for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
				const page = await this.context.newPage();
				for (const id of await make(group, page)) entered.add(id);
				// The page before is closed only now, because its leak may still be on its way. When a leak is expected, the page
				// stays open.
				if (expectedIds.length === 0) await before?.close();
				before = page;
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, oneLane));
		const out = await this.#waitForLeaks(run, aimed, entered, expectedIds);
		await Promise.all(this.context.pages().map((page) => page.close()));
		return out.map((attack) => attackLabel(attack, from));
	}

	async #waitForLeaks(
		run: string,
		made: AimedAttack[],
		entered: ReadonlySet<string>,
		expectedIds: readonly string[]
	): Promise<AimedAttack[]> {
		const isOut = async (): Promise<AimedAttack[]> => {
			const names = await this.names();
			const arrivedIds = this.listener.heard(run);
			return made.filter(({ id, sign, target }) => {
				if (sign === 'entry') return entered.has(id);
				return sign === 'name' ? names.includes(target.name) : arrivedIds.has(id);
			});
		};
		const began = Date.now();
		let out = await isOut();
		const isAwaited = () => expectedIds.some((id) => !out.some((one) => one.id === id));
		const isOver = () => Date.now() - began >= (isAwaited() ? PATIENCE : SILENCE);
		while (!isOver() && out.length < made.length) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			out = await isOut();
		}
		return out;
	}
}

interface Opened {
	context: BrowserContext;
	close(): Promise<void>;
}

/** Uses a profile on disk, because a private window never resolves names ahead of time. */
async function openChromium(type: BrowserType, launch: LaunchOptions, folder: string, log: string): Promise<Opened> {
	const context = await type.launchPersistentContext(join(folder, 'profile'), {
		...launch,
		args: [...(launch.args ?? []), `--host-resolver-rules=MAP ${LAN_HOST_NAME} 127.0.0.1`, `--log-net-log=${log}`]
	});
	return { context, close: () => context.close() };
}

/** Settings that are on in the browsers of some readers. */
const FIREFOX = {
	'network.dns.localDomains': LAN_HOST_NAME,
	'network.dns.disablePrefetch': false,
	'network.http.speculative-parallel-limit': 6,
	'browser.send_pings': true,
	'media.peerconnection.ice.loopback': true
};

async function openFirefox(type: BrowserType, launch: LaunchOptions, log: string): Promise<Opened> {
	const browser = await type.launch({
		...launch,
		firefoxUserPrefs: FIREFOX,
		env: { ...process.env, MOZ_LOG: 'timestamp,sync,nsHostResolver:5', MOZ_LOG_FILE: log } as Record<string, string>
	});
	stubFirefoxDriverCommand(browser);
	return { context: await browser.newContext(), close: () => browser.close() };
}

/** First version of Chromium that is known to honour Connection-Allowlist, which prevents name lookups. */
const ALLOWLIST = 152;

/** Returns a sentence that explains a leak by an old browser. The leak counts in any case. */
export function explainBrowserLeak(name: string, version: string): string {
	const isOld = name === 'chromium' && Number.parseInt(version, 10) < ALLOWLIST;
	const reason = `; it is older than ${ALLOWLIST} and ignores Connection-Allowlist: names leak (docs/security.md)`;
	return `${name} ${version}${isOld ? reason : ''}`;
}

export async function openArena(type: BrowserType, launch: LaunchOptions): Promise<AttackArena> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-attacks-'));
	const log = join(folder, 'names.log');
	const isFirefox = type.name() === 'firefox';
	const { context, close } = isFirefox
		? await openFirefox(type, launch, log)
		: await openChromium(type, launch, folder, log);
	const listener = await startListener();
	const names = () => readFile(isFirefox ? `${log}.moz_log` : log, 'utf8').catch(() => '');
	return new AttackArena(context, listener, names, async () => {
		await close();
		await listener.close();
		await rm(folder, { recursive: true, force: true });
	});
}
