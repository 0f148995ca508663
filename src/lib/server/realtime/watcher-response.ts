import { json, type RequestEvent } from '@sveltejs/kit';
import { readSessionToken } from '#lib/server/auth/session.ts';
import { connection, database } from '#lib/server/db/index.ts';
import { DatabaseEvents } from '#lib/server/db/database-events.ts';
import { createStreamResponse } from './event-stream.ts';
import { WatcherHub, type NewWatcher } from './hub.ts';

/**
 * Name of the process event that scripts/serve.ts emits when it stops accepting connections. Streams then end, because an open
 * stream would keep the process alive.
 */
const SERVER_CLOSING_EVENT = 'braise:closing';

let processHub: WatcherHub | undefined;

export async function openWatcherStream(
	event: Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'platform'>,
	watching: Omit<NewWatcher, 'session'>
): Promise<Response> {
	const newWatcher = { ...watching, session: readSessionToken(event) };
	if (event.request.headers.get('accept')?.includes('application/json')) {
		return json(await hubOfProcess().readCurrentEvents(newWatcher), { headers: { 'cache-control': 'no-store' } });
	}
	// The callback destroys the socket, because a response to a browser that reads nothing would never end.
	const stream = await hubOfProcess().addWatcher(newWatcher, () => event.platform?.req.socket.destroy());
	return stream ? createStreamResponse(stream) : new Response(null, { status: 503, headers: { 'retry-after': '5' } });
}

function hubOfProcess(): WatcherHub {
	if (processHub) return processHub;
	const newHub = new WatcherHub(database(), new DatabaseEvents(connection()));
	process.once(SERVER_CLOSING_EVENT as 'beforeExit', () => void newHub.close());
	return (processHub = newHub);
}
