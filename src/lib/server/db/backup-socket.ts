import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Answers each request with the result of `createAnswer` as JSON. Opens no socket when the folder's path is too long for
 * one.
 */
export async function openBackupSocket(
	folder: string,
	createAnswer: () => Promise<unknown>
): Promise<() => Promise<void>> {
	const path = socketPathOf(folder);
	if (process.platform !== 'win32') await rm(path, { force: true });
	const server = createServer({ allowHalfOpen: true }, (socket) => void answerBackupRequest(socket, createAnswer));
	const isListening = await listenAtSocketPath(server, path);
	return async () => {
		if (isListening) await new Promise((closed) => server.close(closed));
	};
}

/** Undefined when no owner runs. */
export async function requestBackupFromOwner(folder: string): Promise<unknown> {
	const socket = await connectToOwner(folder);
	if (socket === undefined) return undefined;
	socket.end('backup');
	const answer = await text(socket);
	return answer === '' ? undefined : JSON.parse(answer);
}

/** Whether a process owns the folder. The operating system accepts the connection even while that process is busy. */
export async function isStoreOwnerRunning(folder: string): Promise<boolean> {
	const socket = await connectToOwner(folder);
	socket?.destroy();
	return socket !== undefined;
}

async function answerBackupRequest(socket: Socket, createAnswer: () => Promise<unknown>): Promise<void> {
	socket.on('error', () => undefined);
	// A connection that only checks for an owner sends nothing.
	if ((await readRequestText(socket)) !== 'backup') return void socket.destroy();
	socket.end(JSON.stringify(await createAnswer()));
}

/** Collects the bytes of the command. A stream reader would close the socket before the answer is sent. */
function readRequestText(socket: Socket): Promise<string> {
	return new Promise((said) => {
		let word = '';
		socket.on('data', (piece) => (word += piece.toString()));
		socket.once('end', () => said(word));
		socket.once('close', () => said(word));
	});
}

function connectToOwner(folder: string): Promise<Socket | undefined> {
	return new Promise((found) => {
		const socket = connect(socketPathOf(folder));
		socket.once('connect', () => found(socket));
		socket.once('error', () => found(undefined));
	});
}

function listenAtSocketPath(server: Server, path: string): Promise<boolean> {
	return new Promise((opened) => {
		server.once('error', () => opened(false));
		server.listen(path, () => opened(true));
	});
}

/** Returns the socket's path, relative or absolute, whichever is shorter: a socket's path is limited to about a hundred characters. */
function socketPathOf(folder: string): string {
	const absolutePath = resolve(`${folder}.socket`);
	if (process.platform === 'win32') return `\\\\.\\pipe\\${absolutePath}`;
	const relativePath = relative(process.cwd(), absolutePath);
	return relativePath.length < absolutePath.length ? relativePath : absolutePath;
}
