/** How a command on this machine asks the process that owns a PGlite folder for a backup, or only whether it is there. */
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** Answers each ring with what `answer` resolves to, as JSON. A folder whose path is too long for a socket goes without. */
export async function openDoorbell(folder: string, answer: () => Promise<unknown>): Promise<() => Promise<void>> {
	const path = pathOf(folder);
	if (process.platform !== 'win32') await rm(path, { force: true });
	const server = createServer({ allowHalfOpen: true }, (socket) => void reply(socket, answer));
	const isOpen = await listening(server, path);
	return async () => {
		if (isOpen) await new Promise((closed) => server.close(closed));
	};
}

/** What the owner answers; undefined when nobody is there. */
export async function ring(folder: string): Promise<unknown> {
	const socket = await connected(folder);
	if (socket === undefined) return undefined;
	socket.end('backup');
	const answer = await text(socket);
	return answer === '' ? undefined : JSON.parse(answer);
}

/** The system accepts a call even while the process is too busy to see it. */
export async function isAnswered(folder: string): Promise<boolean> {
	const socket = await connected(folder);
	socket?.destroy();
	return socket !== undefined;
}

async function reply(socket: Socket, answer: () => Promise<unknown>): Promise<void> {
	socket.on('error', () => undefined);
	// Whoever only asks whether someone is there says nothing.
	if ((await wordOf(socket)) !== 'backup') return void socket.destroy();
	socket.end(JSON.stringify(await answer()));
}

/** Not by a reader of streams, which closes the line that the answer goes back on. */
function wordOf(socket: Socket): Promise<string> {
	return new Promise((said) => {
		let word = '';
		socket.on('data', (piece) => (word += piece.toString()));
		socket.once('end', () => said(word));
		socket.once('close', () => said(word));
	});
}

function connected(folder: string): Promise<Socket | undefined> {
	return new Promise((found) => {
		const socket = connect(pathOf(folder));
		socket.once('connect', () => found(socket));
		socket.once('error', () => found(undefined));
	});
}

function listening(server: Server, path: string): Promise<boolean> {
	return new Promise((opened) => {
		server.once('error', () => opened(false));
		server.listen(path, () => opened(true));
	});
}

/** Relative where that is shorter: a socket's path has about a hundred characters. */
function pathOf(folder: string): string {
	const full = resolve(`${folder}.socket`);
	if (process.platform === 'win32') return `\\\\.\\pipe\\${full}`;
	const near = relative(process.cwd(), full);
	return near.length < full.length ? near : full;
}
