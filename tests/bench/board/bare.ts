/** A bare event server without database, access or rows, to measure only the sending of events. */
import { createServer, type ServerResponse } from 'node:http';

const streamsByWatcher = new Map<string, ServerResponse>();

const bareEventServer = createServer((request, response) => {
	const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
	if (request.method === 'GET') {
		response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		response.write('event: hello\ndata: {}\n\n');
		const who = searchParams.get('who') ?? '';
		streamsByWatcher.set(who, response);
		response.on('close', () => streamsByWatcher.delete(who));
		return;
	}
	let body = '';
	request.setEncoding('utf8');
	request.on('data', (piece: string) => (body += piece));
	request.on('end', () => {
		for (const who of searchParams.getAll('who')) streamsByWatcher.get(who)?.write(`event: rows\ndata: ${body}\n\n`);
		response.end('{}');
	});
});

bareEventServer.listen(0, () => {
	const address = bareEventServer.address();
	console.log(`port ${typeof address === 'object' ? address?.port : ''}`);
});
