/** Serves a minimal page that edits a p5 sketch: a text field, and a frame whose document loads p5. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { LIBRARY_PATH_BY_FILE_NAME, LIBRARY_VERSIONS } from '#sandbox/libraries/files.ts';

const PAGE_HTML = `<!doctype html>
<meta charset="utf-8">
<title>p5</title>
<textarea cols="60" rows="20"></textarea>
<iframe sandbox="allow-scripts" width="420" height="420"></iframe>
<script>
	const field = document.querySelector('textarea');
	const show = () => {
		document.querySelector('iframe').srcdoc =
			'<!doctype html><body><script src="/p5.min.js"><' + '/script><script>' + field.value + '<' + '/script>';
	};
	field.addEventListener('input', show);
</script>
`;

export interface ServedBareP5Page {
	address: string;
	close(): Promise<void>;
}

export async function serveBareP5Page(): Promise<ServedBareP5Page> {
	const p5Script = await readFile(
		join('node_modules', LIBRARY_PATH_BY_FILE_NAME[LIBRARY_VERSIONS.p5[0].scriptName] ?? '')
	);
	const server = createServer((request, response) => {
		const isLibrary = request.url === '/p5.min.js';
		response.writeHead(200, {
			'content-type': isLibrary ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
			'cache-control': 'max-age=600'
		});
		response.end(isLibrary ? p5Script : PAGE_HTML);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://localhost:${port}/`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
