import pg from 'pg';

interface ChannelSubscriber {
	channel: string;
	onMessage: (payload: string) => void;
	onMissed: (() => void) | undefined;
}

/** Milliseconds to wait before reconnecting; each further failure doubles the pause. */
const FIRST_RECONNECTION_PAUSE_MILLISECONDS = 100;
const LONGEST_RECONNECTION_PAUSE_MILLISECONDS = 5_000;

export class PostgresListener {
	readonly #connect: () => pg.Client;
	readonly #subscribers = new Set<ChannelSubscriber>();
	#client: Promise<pg.Client> | undefined;
	#isClosed = false;

	constructor(connect: () => pg.Client) {
		this.#connect = connect;
	}

	async listen(
		channel: string,
		onMessage: ChannelSubscriber['onMessage'],
		onMissed?: ChannelSubscriber['onMissed']
	): Promise<() => Promise<void>> {
		const subscriber: ChannelSubscriber = { channel, onMessage, onMissed };
		const isFirst = !this.#hasSubscriberFor(channel);
		this.#subscribers.add(subscriber);
		try {
			const client = await (this.#client ??= this.#connectAndListen());
			if (isFirst) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
		} catch (error) {
			this.#subscribers.delete(subscriber);
			throw error;
		}
		return async () => {
			this.#subscribers.delete(subscriber);
			if (this.#isClosed || this.#hasSubscriberFor(channel)) return;
			// `unlisten` may fail on a connection that has just broken, because the next connection does not listen on this channel
			// anyway.
			await (await this.#client)?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
		};
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		const client = await this.#client?.catch(() => undefined);
		await client?.end();
	}

	#hasSubscriberFor(channel: string): boolean {
		return [...this.#subscribers].some((subscriber) => subscriber.channel === channel);
	}

	async #connectAndListen(): Promise<pg.Client> {
		const client = this.#connect();
		client.on('notification', ({ channel, payload = '' }) => {
			for (const subscriber of this.#subscribers) if (subscriber.channel === channel) subscriber.onMessage(payload);
		});
		client.on('error', () => undefined);
		client.once('end', () => this.#handleConnectionLoss());
		try {
			await client.connect();
			for (const channel of new Set([...this.#subscribers].map((subscriber) => subscriber.channel))) {
				await client.query(`listen ${pg.escapeIdentifier(channel)}`);
			}
			return client;
		} catch (error) {
			client.removeAllListeners('end');
			this.#client = undefined;
			await client.end().catch(() => undefined);
			throw error;
		}
	}

	#handleConnectionLoss(): void {
		this.#client = undefined;
		if (!this.#isClosed) void this.#reconnectAfterPause(FIRST_RECONNECTION_PAUSE_MILLISECONDS);
	}

	async #reconnectAfterPause(pause: number): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, pause).unref());
		if (this.#isClosed) return;
		try {
			await (this.#client ??= this.#connectAndListen());
			for (const subscriber of this.#subscribers) subscriber.onMissed?.();
		} catch {
			await this.#reconnectAfterPause(Math.min(pause * 2, LONGEST_RECONNECTION_PAUSE_MILLISECONDS));
		}
	}
}
